import type { FrameworkReading, License } from '@unwash/core/report/report'
import { ANSWERS } from '@unwash/core/report/vocabulary'
import { inWords } from '@unwash/core/text/phrase'
import type { Names } from '../names.ts'
import { type Block, type Line, lines, listed, look, named, type Section } from '../page.ts'
import { clauseItems, clauseTable, inQuotes, limitsSomething, mergedClauses } from '../sections/limits.ts'
import { count } from '../words/counts.ts'
import { ANSWER_LABELS, RESIDUE_LABELS } from '../words/labels.ts'
import { placesOf } from '../words/places.ts'
import { unreadDecides, unreadMeans, unreadParts } from './unread.ts'

type Change = License['match']['residue'][number]

/** Short words that stand in a text in place of others again and again, such as the name of whoever licenses it. */
interface Replaced {
  readonly words: string
  readonly places: readonly Change[]
}

/** words that are exchanged throughout are no more than these, and stand in so many places at least */
const FEW_WORDS = 6
const OFTEN = 4

/**
 * The changes of a text with those folded that put the same short words in place of others throughout. A change that
 * is folded stays in the report; here it is only shown once.
 */
export function foldChanges(residue: readonly Change[]): {
  readonly replaced: readonly Replaced[]
  readonly rest: readonly Change[]
} {
  const byWords = new Map<string, Change[]>()
  for (const change of residue) {
    if (change.side !== 'added' || change.words > FEW_WORDS || change.quote === undefined) continue
    const same = byWords.get(change.quote)
    if (same === undefined) byWords.set(change.quote, [change])
    else same.push(change)
  }
  const replaced = [...byWords].flatMap(([words, places]) => (places.length < OFTEN ? [] : [{ words, places }]))
  const folded = new Set(replaced.flatMap(({ places }) => places))
  /* the words they stand for are missing on the same lines */
  const owed = new Map<number, number>()
  for (const { line } of folded) owed.set(line, (owed.get(line) ?? 0) + 1)
  const rest = residue.filter(change => {
    if (folded.has(change)) return false
    const left = owed.get(change.line) ?? 0
    if (change.side !== 'missing' || change.words > FEW_WORDS || left === 0) return true
    owed.set(change.line, left - 1)
    return false
  })
  return { replaced, rest }
}

/** One part of the page of a license; null where it has nothing for it. */
export type LicenseSection = (license: License, names: Names) => Section | null

/** passages, clauses and duties shown of each kind; JSON has them all */
const PASSAGES_SHOWN = 24

/** Every passage in which the text differs from the known one, and how it reads. */
export const changes: LicenseSection = ({ match, text }) => {
  if (match.residue.length === 0 || text === null) return null
  const { replaced, rest } = foldChanges(match.residue)
  const at = ({ line, endLine }: Change) => placesOf([{ path: text.path, line, endLine, quote: '' }])
  const items = [
    ...replaced.map(({ words, places }): [Line, ...Line[]] => [
      [look('ask', `other words in ${places.length} places`), ' ', ...places.slice(0, 1).flatMap(at)],
      inQuotes({ quote: words }),
    ]),
    ...rest.map((change): [Line, ...Line[]] => [
      [
        look(change.reads === 'condition' ? 'bad' : 'ask', `${change.side} ${count(change.words, 'word')}`),
        `, read as ${RESIDUE_LABELS[change.reads]} `,
        ...at(change),
      ],
      ...(change.quote ? [inQuotes({ ...change, quote: change.quote })] : []),
    ]),
  ]
  return { heading: 'What is changed', blocks: listed(items, PASSAGES_SHOWN, 'change') }
}

/** shown of these where they decide nothing */
const FEW_PASSAGES = 3

/** Sentences that nobody has read yet: until someone does, the text is not called open. */
export const notUnderstood: LicenseSection = license => {
  const { text } = license
  const open = unreadParts(license)
  if (open.length === 0 || text === null) return null
  const shown = unreadDecides(license) ? PASSAGES_SHOWN : FEW_PASSAGES
  const items = open.map(({ is, line, endLine, quote, cut, why }): [Line, ...Line[]] => [
    [
      look('ask', is === 'possible' ? `may be: ${why ?? 'a restriction'}` : (why ?? 'not understood')),
      ' ',
      ...placesOf([{ path: text.path, line, endLine, quote: '' }]),
    ],
    ...(quote ? [inQuotes({ quote, cut })] : []),
  ])
  return {
    heading: 'Not understood',
    blocks: [lines([look('faint', unreadMeans(license))]), ...listed(items, shown, 'part')],
  }
}

/** What limits use, study, modification or sharing, with its words. */
export const limits: LicenseSection = ({ clauses: all }, names) => {
  const limiting = all.filter(limitsSomething)
  if (limiting.length === 0) return null
  return { heading: 'Restrictions', blocks: listed(clauseItems(limiting, names), PASSAGES_SHOWN, 'clause') }
}

/** The clauses that take no freedom away. */
export const clauses: LicenseSection = ({ clauses: all }, names) => {
  const others = mergedClauses(all.filter(clause => !limitsSomething(clause)))
  return others.length === 0 ? null : { heading: 'What else it says', blocks: [clauseTable(others, names)] }
}

/** What whoever uses it must do. */
export const duties: LicenseSection = ({ obligations = [] }) => {
  if (obligations.length === 0) return null
  const items = obligations
    .slice(0, PASSAGES_SHOWN)
    .map((duty): [Line] => [[`when ${duty.when}: `, look('strong', duty.do), ' ', ...placesOf(duty.cited, 2)]])
  return { heading: 'Obligations', blocks: [{ kind: 'list', items }] }
}

/** What each framework makes of the text, and the clauses that decide it. */
export const frameworks: LicenseSection = ({ frameworks: all = [] }, names) =>
  all.length === 0
    ? null
    : {
        heading: 'What the definitions make of it',
        blocks: [verdicts(all, names), ...all.flatMap(reading => criteria(reading) ?? [])],
      }

/** A row for each clause that decides, a column for each framework; where none does, a row for each framework. */
function verdicts(all: readonly FrameworkReading[], names: Names): Block {
  const says = ({ verdict }: FrameworkReading): Line => [
    look(verdict === 'met' ? 'good' : verdict === 'unmet' ? 'bad' : 'ask', ANSWER_LABELS[verdict]),
  ]
  const kinds = new Set(all.flatMap(({ because }) => because))
  const head = all.map(({ framework }) => framework.toUpperCase())
  if (kinds.size === 0)
    return {
      kind: 'table',
      head: ['', 'says', 'because'],
      rows: all.map((reading, at) => [[head[at] ?? ''], says(reading), [reading.says]]),
    }
  const weight = (kind: string, { because, verdict }: FrameworkReading): Line =>
    because.includes(kind) ? [verdict === 'unmet' ? look('bad', 'blocks') : look('ask', 'to judge')] : []
  return {
    kind: 'table',
    head: ['', ...head],
    rows: [
      [[look('strong', 'in all')], ...all.map(says)],
      ...[...kinds].map((kind): Line[] => [
        [named(names.clause(kind), ['clause', kind])],
        ...all.map(reading => weight(kind, reading)),
      ]),
    ],
  }
}

/** Each requirement of a definition of license texts, those of one answer together. */
function criteria({ framework, requirements = [] }: FrameworkReading): Block | null {
  if (requirements.length === 0) return null
  const answered = ANSWERS.flatMap(answer => {
    const ids = requirements.filter(one => one.answer === answer).map(({ id }) => id.replace(/^.*-/, ''))
    return ids.length > 0 ? [`${ANSWER_LABELS[answer]} ${inWords(ids)}`] : []
  })
  return lines([`${framework.toUpperCase()} by number: ${answered.join('; ')}`])
}

/** Blanks left in, attachments that are missing, sentences that contradict each other. */
export const flaws: LicenseSection = ({ defects = [] }) => {
  if (defects.length === 0) return null
  const items = defects
    .slice(0, PASSAGES_SHOWN)
    .map((defect): [Line] => [[look('ask', defect.says), ' ', ...placesOf(defect.cited, 1)]])
  return { heading: 'Flaws', blocks: [{ kind: 'list', items }] }
}
