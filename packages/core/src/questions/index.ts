import { claimKey } from '../claims/index.ts'
import { sentencesOfDocument } from '../documents/sentences.ts'
import { fileName } from '../evidence/paths.ts'
import { groupsBy } from '../groups.ts'
import { findBases } from '../lineage/bases.ts'
import { isHint } from '../lineage/hints.ts'
import { calledOf } from '../release/origin.ts'
import type { Option, Question } from '../report/question.ts'
import type { Citation, Claim } from '../report/report.ts'
import type { ModelRights } from '../terms/index.ts'
import type { Statement } from '../terms/statements/index.ts'
import { lettersOf } from '../text/letters.ts'
import { whatIsOffered } from '../verdict/offer.ts'
import { type Asks, askedOf, type JudgedRelease, type Posed } from './asked.ts'
import { takes } from './takes.ts'

/** terms that are offered, and sentences that are shown */
const MOST_OPTIONS = 6

/** Whether terms reach the weights is presumed, or not known, or said in ways that cannot hold together. */
const binds: Asks = ({ report, judged }) => {
  const { evidence, models, texts, statements, conflicts } = judged
  const general = models.find(({ name }) => name === calledOf(evidence.release))
  if (!general || report.term.id === 'closed-ai' || report.term.id === 'no-model') return []
  const unsure = general.reach === 'presumed' || general.reach === 'not-looked' || general.reach === 'none'
  if (!unsure && !conflicts.some(({ kind }) => kind === 'self-contradiction')) return []
  const files = texts.filter(({ role, others, standing }) => role === 'license' && !others && standing !== 'aside')
  const naming = statements.filter(({ license, path, models }) => (license || path) && models.length === 0)
  const inFiles = files.map(({ path }): Option => ({ id: path, says: `${path}${calledAs(path, general.floor)}` }))
  const named = naming.flatMap(({ license, path }): Option[] =>
    license && !license.family && !files.some(file => file.path === path)
      ? [{ id: license.id, says: license.name }]
      : [],
  )
  const once = new Map([...inFiles, ...named].map(option => [option.id, option]))
  const options = [...once.values()].slice(0, MOST_OPTIONS)
  const [first] = options
  if (!first) return []
  const said = [...new Map(naming.map(one => [quotedOf(one), one])).entries()].filter(([words]) => words !== '')
  const of: Citation = said[0]?.[1].cited[0] ?? { path: files[0]?.path ?? first.id }
  const sentence = said
    .slice(0, MOST_OPTIONS)
    .map(([words]) => words)
    .join('\n')
  return askedOf('binds', { key: '', of, sentence, options }, judged)
}

const quotedOf = ({ cited: [at] }: Statement): string =>
  'quote' in at ? at.quote : 'value' in at ? `${at.key}: ${at.value}` : ''

/** What a text turned out to be, where it was read for the weights. */
function calledAs(path: string, floor: ModelRights['floor']): string {
  const name = floor.find(({ license }) => license.text?.path === path)?.license.name
  return name ? ` (${name})` : ''
}

export type { Question } from '../report/question.ts'
export { UNCLEAR } from '../report/question-kinds.ts'
export type { JudgedRelease, Posed } from './asked.ts'

/**
 * What could not be decided of a release, each once, the most telling first.
 * @param framework one whose requirements for a person are asked too, or `all`, with which a person is asked to confirm
 *   claims that do not hold; else those on which the term rests
 */
export function askedIn(judgement: JudgedRelease, framework: string | null = null): readonly Posed[] {
  const confirming = framework === 'all' ? [failing] : []
  // those first whose answers decide most
  const kinds: readonly Asks[] = [offered, binds, about, takes, startsFrom, claims]
  const all = [...kinds, ...confirming, requirementsOf(framework)].flatMap(asks => asks(judgement))
  const byKey = groupsBy(all, ({ kind, key }) => `${kind} ${key}`)
  // words that begin alike and go on differently are told apart by nobody
  const once = [...byKey.values()].flatMap(([first, ...same]) =>
    first && same.every(({ id }) => id === first.id) ? [first] : [],
  )
  const sentences = once.flatMap(one => (one.kind === 'takes' ? [readFrom(one)] : []))
  return once.map(one => {
    const own = sentences.find(({ key }) => one.kind === 'takes' && key === one.key)
    return own ? { ...one, alike: sentences.flatMap(other => (areAlike(own, other) ? [other.key] : [])) } : one
  })
}

/** Those of which no other is alike that comes before. */
export function distinct(all: readonly Posed[]): readonly Posed[] {
  const told = new Set<string>()
  return all.filter(({ kind, key, alike }) => {
    if (told.has(`${kind} ${key}`)) return false
    for (const other of alike) told.add(`${kind} ${other}`)
    return true
  })
}

/** words but for names, in which two sentences must agree */
const FEWEST = 6
const WORD = /^[("']?\p{Ll}[\p{Ll}'-]*[,.;:)"']*$/u

/** What two sentences are compared by: the answers that are offered, their letters, and their words but for names. */
function readFrom({ key, of, options, sentence }: Posed) {
  const unnamed = sentence.split(/\s+/).filter(word => WORD.test(word))
  const words = unnamed.length < FEWEST ? key : unnamed.join(' ')
  return { key, of, offered: options.map(({ id }) => id).join(' '), letters: lettersOf(sentence), words }
}
type Read = ReturnType<typeof readFrom>

/** Whether two sentences are one passage, or differ by names alone. */
function areAlike(one: Read, other: Read): boolean {
  if (one.key === other.key || one.offered !== other.offered) return false
  if (one.words === other.words) return true
  return overlap(one.of, other.of) && (one.letters.includes(other.letters) || other.letters.includes(one.letters))
}

function overlap(one: Citation, other: Citation): boolean {
  if (!('quote' in one && 'quote' in other)) return false
  return one.path === other.path && one.line <= other.endLine && other.line <= one.endLine
}

/** A question as it is shown. */
export const shownOf = ({ key: _, alike: __, ...question }: Posed): Question => question

/** the finding that it is not proven of what a sentence speaks */
const UNPROVEN = 'claim-not-tested'
/** sentences that are asked about */
const MOST_SENTENCES = 3

/** Sentences that call something open and would not hold of this release, if they are of it. */
const claims: Asks = ({ report, judged }) => {
  const unproven = new Set(report.findings.flatMap(({ id, kind }) => (kind === UNPROVEN ? [id] : [])))
  return report.claims
    .filter(({ check, because }) => check === 'undetermined' && because.some(id => unproven.has(id)))
    .slice(0, MOST_SENTENCES)
    .flatMap(claim => asking(claim, judged))
}

/** Sentences that do not hold as they stand: a person who reads one as a claim of this release confirms that. */
const failing: Asks = ({ report, judged }) =>
  report.claims.filter(({ check }) => check === 'contradicted').flatMap(claim => asking(claim, judged))

function asking({ says, cited }: Claim, judged: JudgedRelease['judged']): ReturnType<Asks> {
  const [of] = cited
  if (!of || !('quote' in of) || of.cut) return []
  return askedOf('claims', { key: claimKey(says, cited), of, sentence: of.quote }, judged)
}

/**
 * The requirements that a framework leaves to a person.
 * @param framework its id, or `all` of them; null for those on which the term rests
 */
const requirementsOf =
  (framework: string | null): Asks =>
  ({ report, judged }) => {
    const model =
      judged.models.length > 1 ? report.models.find(({ term }) => term.id === report.term.id)?.name : undefined
    const name = model ?? calledOf(judged.evidence.release)
    const knownOf = (of: string, id: string) =>
      judged.knowledge.frameworks.get(of)?.requirements.find(one => one.id === id)
    return report.evaluations
      .filter(one => framework === null || framework === 'all' || one.framework === framework)
      .flatMap(({ framework: of, requirements }) => requirements.map(one => ({ ...one, known: knownOf(of, one.id) })))
      .filter(({ id, answer }) => answer === 'needs-human' && (framework !== null || report.term.review.includes(id)))
      .flatMap(({ id, rule, because, known, cited: [of = { path: '' }] }) => {
        const { met, unmet } = known?.answers ?? {}
        const definition = [met && `Met: ${met}.`, unmet && `Unmet: ${unmet}.`].filter(line => line !== undefined)
        const about = { key: `${id} ${name}`, what: `${id}: ${rule}`, of, before: because, definition }
        return askedOf('requirement', about, judged)
      })
  }

/** letters of a text that are shown: its title, and what it says of itself */
const BEGINNING = 1_500
/** sentences that name a file, shown beside it */
const NAMING = 3

/** Files of terms of which nobody says whether they are for the weights: not wholly read, or restricting. */
const about: Asks = ({ judged }) => {
  const { release, documents } = judged.evidence
  const doubts = new Map(judged.models.flatMap(({ doubts = [] }) => doubts.map(doubt => [doubt.path, doubt] as const)))
  return [...doubts.values()].flatMap(({ path, cited }) => {
    const name = fileName(path)
    const naming = documents
      .flatMap(({ blocks }) => blocks)
      .filter(({ text, links }) => name && (text.includes(name) || links.some(({ url }) => url.includes(name))))
      .flatMap(block => sentencesOfDocument(block).map(({ text }) => text))
      .slice(0, NAMING)
    const sentence = release.texts.get(path)?.content.slice(0, BEGINNING).trim() ?? ''
    return askedOf('about', { key: path, what: path, of: cited[0], sentence, before: naming.join('\n') }, judged)
  })
}

/** models that are asked about, and sentences that are shown */
const BASES = { models: 3, sentences: 6 }

/** Models that the weights may start from, by what they are called. */
const startsFrom: Asks = ({ report, judged }) => {
  // a look at what was found is cheap, and finding it again is not
  if (!report.lineage.some(({ relation }) => relation === 'unknown')) return []
  const { documents, release } = judged.evidence
  return findBases(judged.evidence, judged.knowledge)
    .filter(isHint)
    .slice(0, BASES.models)
    .flatMap(({ model, known, cited }) => {
      const name = lettersOf(known?.family.family ?? model)
      const naming = documents
        .flatMap(({ blocks }) => blocks)
        .filter(({ kind, text }) => kind !== 'code' && lettersOf(text).includes(name))
        .flatMap(block => sentencesOfDocument(block).filter(({ text }) => lettersOf(text).includes(name)))
        .slice(0, BASES.sentences)
        .map(({ text }) => text)
      const sentence = naming.join('\n') || release.name
      return askedOf('starts-from', { key: lettersOf(model), what: model, of: cited[0], sentence }, judged)
    })
}

/** places that are offered, and lines that are shown */
const OFFERS = 6

/** Whether weights are offered at all was not found out. */
const offered: Asks = ({ judged }) => {
  const { evidence } = judged
  const found = whatIsOffered(evidence)
  if (found.term !== 'undetermined') return []
  const places = new Map(evidence.weights.links.map(link => [link.url, link]))
  const links = [...places.values()].toSorted((one, other) => sentenceRank(one) - sentenceRank(other)).slice(0, OFFERS)
  const options = links.map(({ url }): Option => ({ id: url, says: `at ${url}` }))
  const lines = (path: string) => evidence.release.texts.get(path)?.content.split('\n') ?? []
  const cited: readonly Citation[] = [found.cited, ...links.map(link => link.cited[0])]
  const shown = cited.flatMap((at): string[] => {
    if ('quote' in at) return [at.quote.trim()]
    return 'path' in at && 'line' in at ? [lines(at.path)[Number(at.line) - 1]?.trim() ?? ''] : []
  })
  const sentence = [...new Set(shown)].filter(words => words !== '').join('\n')
  const heading = evidence.documents[0]?.blocks.find(({ kind }) => kind === 'heading')?.text ?? ''
  return askedOf('offered', { key: '', of: found.cited, sentence, heading, options }, judged)
}

const sentenceRank = ({ own, via }: { readonly own: boolean; readonly via: string }) =>
  (own ? 0 : 2) + (via === 'download' ? 0 : 1)
