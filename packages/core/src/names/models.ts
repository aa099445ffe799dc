import type { Knowledge, KnownModel, KnownModelFamily } from '../knowledge/knowledge.ts'
import { isSourced } from '../knowledge/sourced.ts'
import { once } from '../once.ts'
import { wordsOf } from '../text/words.ts'
import { grown, type NameTree, namedAt, newTree } from './tree.ts'

/** Which known base a model's name speaks of. */
export interface FoundModel {
  readonly family: KnownModelFamily
  readonly version: KnownModel
  /** whether the name is an id of the base's own publisher; otherwise only the words match */
  readonly own: boolean
}

/** Where what is known of a model was read, and when. */
export const readAt = ({ family, version }: Pick<FoundModel, 'family' | 'version'>) => ({
  source: version.source ?? family.source,
  seenOn: version.seenOn ?? family.seenOn,
})

/** Whether what is known of a model may decide anything: what nobody can open and compare is a hint. */
export const isRemembered = (found: Pick<FoundModel, 'family' | 'version'>): boolean => !isSourced(readAt(found).source)

interface Pattern extends Pick<FoundModel, 'family' | 'version'> {
  /** of a match such as `org/name`: only ids of that organization */
  readonly organization: string | null
  /** its words */
  readonly weight: number
}

/**
 * Finds the known base model that an id or a name speaks of: `meta-llama/Llama-3.1-8B`, `llama3.1:8b`,
 * `someone/Meta-Llama-3.1-8B-GGUF`. The pattern with the most words wins; null when no known base is named.
 */
export function findModel(knowledge: Knowledge, id: string): FoundModel | null {
  const slash = id.indexOf('/')
  const organization = slash > 0 ? id.slice(0, slash).toLowerCase() : null
  const words = wordsOf(id.slice(slash + 1, slash + 1 + LONGEST_NAME)).map(({ text }) => text)
  return words.reduce<Match | null>((best, _, at) => bestAt(knowledge, words, at, organization, best), null)
}

/**
 * Whether an id that is not its publisher's only has a known model's name within its own, as what was made from that
 * has: "fen-lab/Heron-Gemma-2" is no Gemma 2, as "fen-lab/gemma-2-GGUF" is.
 */
export function hasNameWithin(knowledge: Knowledge, id: string, { version, own }: FoundModel): boolean {
  const words = wordsOf(id.slice(id.indexOf('/') + 1)).map(({ text }) => text)
  return !own && id.includes('/') && bestAt(knowledge, words, 0, null, null)?.version !== version
}

/** What a dated fact about a model says. */
export const citeModel = (found: FoundModel, fact: string) => ({ fact, ...readAt(found) })

/**
 * The models that a release of a publisher may be, by the name of one of its models and by its own; only the
 * publisher's own. What is known of them is credited to a publisher that is proven, and to no mere name.
 */
export function ownModels(knowledge: Knowledge, publisher: string | null, ...names: readonly string[]): FoundModel[] {
  if (publisher === null) return []
  const ids = names.map(name => (name.includes('/') ? name : `${publisher}/${name}`))
  return ids.flatMap(id => findModel(knowledge, id) ?? []).filter(({ own }) => own)
}

/** A known base with where its name stands in a text. */
export interface NamedModel {
  readonly found: FoundModel
  readonly start: number
  readonly end: number
}

/** Every known base that a text names, in the order of its words; of names within names the longest. */
export function findModels(knowledge: Knowledge, text: string): NamedModel[] {
  const all = wordsOf(text)
  const words = all.map(word => word.text)
  const named: NamedModel[] = []
  const { next } = patternsOf(knowledge)
  for (let at = 0; at < all.length; at++) {
    if (!next.has(words[at] ?? '')) continue
    const found = bestAt(knowledge, words.slice(at, at + LONGEST_NAMED), 0, null, null)
    if (!found) continue
    const last = at + found.to - 1
    named.push({ found, start: all[at]?.start ?? 0, end: all[last]?.end ?? 0 })
    at = last
  }
  return named
}

interface Match extends FoundModel {
  readonly weight: number
  /** the word behind it */
  readonly to: number
}

/** The pattern with the most words that begins at a word, where it has more than the best so far. */
function bestAt(
  knowledge: Knowledge,
  words: readonly string[],
  at: number,
  organization: string | null,
  best: Match | null,
): Match | null {
  for (const { named, to } of namedAt(patternsOf(knowledge), words, at)) {
    if (named.organization !== null && named.organization !== organization) continue
    const own = organization !== null && named.family.organizations.includes(organization)
    // of two equal matches the publisher's own is meant
    const weight = named.weight + (own ? 0.5 : 0)
    if (weight > (best?.weight ?? 0)) best = { family: named.family, version: named.version, own, weight, to }
  }
  return best
}

/** longer than any real model name; a name is foreign input */
const LONGEST_NAME = 300
/** words of a name in a text */
const LONGEST_NAMED = 9

const patternsOf = once(({ models }: Knowledge): NameTree<Pattern> => {
  const tree = newTree<Pattern>()
  for (const family of models)
    for (const version of family.versions)
      for (const match of version.matches) {
        const slash = match.indexOf('/')
        const runs = match
          .slice(slash + 1)
          .split('*')
          .map(run => wordsOf(run).map(({ text }) => text))
        const organization = slash > 0 ? match.slice(0, slash) : null
        const words = runs.flatMap((run, number) => (number === 0 ? run : ['*', ...run]))
        grown(tree, words).named.push({ organization, weight: runs.flat().length, family, version })
      }
  return tree
})
