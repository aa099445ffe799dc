import type { Link } from '../documents/index.ts'
import { type Evidence, namesLinked } from '../evidence/evidence.ts'
import { initials, sameFamily } from '../evidence/publisher/owners.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { findModel } from '../names/models.ts'
import { ownIn } from '../names/table.ts'
import { modelsWritten, type Written } from '../names/written.ts'
import { once } from '../once.ts'
import { lettersOf } from '../text/letters.ts'

/** A model that a text names, and whose it is. */
export interface Mention extends Omit<Written, 'is'> {
  /** `own` is of this release; `model` certainly names a model; `name` is only written as names are */
  readonly is: 'own' | 'model' | 'name'
  /** another model of the same publisher: one that this release offers too, or one that it does not */
  readonly ours?: 'offered' | 'other'
  /** a word of the sentence too, over which words may belong together */
  readonly word?: true
}

/** What a base is called: its id where it has one, or its number that is not known; else what is known so. */
export const baseCalled = ({ model, known }: Pick<Mention, 'model' | 'known'>): string =>
  known === null || model.includes('/') || (!/\d/.test(known.version.name) && VERSION.test(model))
    ? model
    : known.version.name

/** Every model that a text names, in order; `links` are those of its block, whose text begins at `from` in it. */
export const modelsMentionedIn = (
  text: string,
  links: readonly Link[],
  from: number,
  evidence: Evidence,
  knowledge: Knowledge,
): Mention[] => {
  const written = modelsWritten(text, links, from, knowledge)
  // "Heron Chat" is Heron-Chat; a word that is no name names nobody
  const own = ownIn(text, [evidence.release.name]).filter(
    ({ start, end, spelled }) =>
      /[\p{Lu}\d]/u.test(spelled) && !written.some(other => other.start < end && start < other.end),
  )
  return [
    ...written.map(one => ({ ...one, ...whose(one, evidence, knowledge) })),
    ...own.map(({ start, end, spelled }): Mention => {
      return { start, end, model: spelled, known: null, owner: null, is: 'own', word: true }
    }),
  ].sort((one, other) => one.start - other.start)
}

/** a shorter name begins others too */
const LONG_NAME = 5

/** The letters of the names of the release's own models that are linked. */
const lettersLinked = once((weights: Evidence['weights']) => new Set(namesLinked(weights).map(lettersOf)))

/** Whether a name is that of another version than a release's, or of its base: "Heron-2-Base" beside Heron-2.5. */
function isBefore(model: string, release: string): boolean {
  return areVersions(model, release) || (BASE.test(model) && !BASE.test(release))
}

/** Whether two names have the numbers of different versions. */
export function areVersions(one: string, other: string): boolean {
  // "heron-v1-3" is Heron v1.3
  const versionOf = (name: string) => VERSION.exec(name.replace(/(?<=\d)[-_](?=\d)/g, '.').replaceAll('_', ' '))?.[0]
  const [first, second] = [versionOf(one), versionOf(other)]
  return first !== undefined && second !== undefined && first !== second
}
/** a number that is no size */
const VERSION = /(?<![\d.])\d+(?:\.\d+)*(?![\d.]*[bmk]\b)/i
const BASE = /[-_ ]base\b/i

/** Whether a mention is of this release, or of another model of its publisher that is named whole. */
function whose(
  { model, known, is, owner }: Written,
  { who, weights }: Pick<Evidence, 'who' | 'weights'>,
  knowledge: Knowledge,
): Pick<Mention, 'is' | 'ours'> {
  const { publisher, name, isOwner } = who
  const spelled = lettersOf(model.slice(model.lastIndexOf('/') + 1))
  const own = lettersOf(name)
  if (own !== '' && spelled === own && (owner === null || isOwner(owner))) return { is: 'own' }
  // "Heron-Gemma-2" is one of the Herons
  if (owner === null && own.length >= LONG_NAME && spelled.startsWith(own) && known?.own !== true) return { is: 'own' }
  const theirs = known?.family.organizations.some(isOwner) === true
  const linked = lettersLinked(weights).has(spelled)
  if (owner !== null ? isOwner(owner) || (theirs && known?.own === true) : theirs || linked) {
    // "Heron" is any of the Herons, and "Heron 2" none but that
    const self = publisher === null ? null : findModel(knowledge, `${publisher}/${name}`)
    const isOther =
      owner !== null ||
      linked ||
      (known !== null &&
        known.version.versionless !== true &&
        (known.version !== self?.version || isBefore(model, name)))
    return isOther ? { is: 'model', ours: linked && weights.offer === 'linked' ? 'offered' : 'other' } : { is: 'own' }
  }
  if (known?.own || owner !== null) return { is }
  // "SAM" for Segment Anything (Model)
  const short = initials(name)
  if (known === null && short !== '' && (spelled === short || spelled === `${short}m`)) return { is: 'own' }
  return known === null && is === 'name' && sameFamily(model, name) ? { is: 'own' } : { is }
}
