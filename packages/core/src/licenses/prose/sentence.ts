import { passagesOf } from '../../documents/legal/index.ts'
import type { Clause } from '../../report/report.ts'
import type { LicenseClass } from '../../report/vocabulary.ts'
import { normalize } from '../../text/normalize.ts'
import { classByClauses } from '../class.ts'
import type { Passage } from '../clause.ts'
import { findInPassages, type LocatedClause } from '../clauses/find.ts'
import type { Known } from '../known.ts'

/** What a sentence stands under: the heading, and the words that lead its list. */
export interface SentenceContext {
  readonly heading: string
  readonly lead: string
}

/** What one sentence of prose does, read as every sentence of a license is. */
interface SentenceReading {
  /** all that it asks, bars, grants or defines; it is for whoever knows its place to cite them */
  readonly clauses: readonly Clause[]
  /** those that restrict by themselves */
  readonly bars: readonly Clause[]
  /** what these make terms that have them; null where none bars */
  readonly makes: LicenseClass | null
}

const HAN = /\p{Script=Han}/u

/** Reads a sentence of prose for terms. */
export function readSentence(
  sentence: string,
  { heading, lead: above }: SentenceContext,
  known: Known,
): SentenceReading {
  // a lead in another script would make it a sentence of another language
  const lead = HAN.test(above) === HAN.test(sentence) ? above : ''
  const passages = passagesOf(normalize(sentence)).map(
    (passage): Passage => ({ ...passage, heading: heading.toLowerCase(), lead: passage.lead || lead.toLowerCase() }),
  )
  const text = passages.map(passage => passage.text).join('\n')
  const found = findInPassages(text, passages, known.knowledge, known.memory)
  const clauses = found.filter(({ mode }) => mode !== 'plea').map(clauseOf)
  const bars = found
    .filter(({ weighs, mode, against }) => weighs === 'blocks' && mode !== 'plea' && against.length > 0)
    .map(clauseOf)
  return { clauses, bars, makes: classByClauses(bars, known.knowledge) }
}

/** A clause without its place. */
const clauseOf = ({ kind, mode, parameters, against, reaches }: LocatedClause): Clause => ({
  kind,
  mode,
  parameters: { ...parameters },
  against: [...against],
  reaches: [...reaches],
  cited: [],
})
