import type { Knowledge } from '../knowledge/knowledge.ts'
import { calledOf } from '../release/origin.ts'
import type { Option, Question } from '../report/question.ts'
import { type QuestionKind, UNCLEAR } from '../report/question-kinds.ts'
import type { Citation, Report } from '../report/report.ts'
import type { Case } from '../terms/index.ts'
import { sha256Of } from '../text/sha256.ts'

/** A release that was judged, as far as it could be: what questions come from. */
export interface JudgedRelease {
  readonly report: Report
  readonly judged: Case
}

/** A question with what it is about, by which an answer to it is found again. */
export interface Posed extends Question {
  readonly key: string
  /** what is asked in the same words but for names, or of a part of them: one answer is for all */
  readonly alike: readonly string[]
}

/** Finds what of one kind cannot be decided, the most telling first. */
export type Asks = (judgement: JudgedRelease) => readonly Posed[]

/** What a question is made of, beside what is known of its kind. */
interface AskedAbout {
  readonly key: string
  /** fills in `{what}` */
  readonly what?: string
  readonly of: Citation
  readonly sentence?: string
  readonly heading?: string
  readonly before?: string
  readonly after?: string
  /** answers before those that its kind always has */
  readonly options?: readonly Option[]
  /** added to what its kind says of them */
  readonly definition?: readonly string[]
  readonly falseFriends?: readonly string[]
}

const CANNOT_TELL: Option = { id: UNCLEAR, says: 'cannot be told from this' }
/** letters of a sentence that are shown, and of each neighbour */
const LONGEST_QUOTE = 3_000
const NEIGHBOUR = 1_500
const ID_DIGITS = 12

/** Words of others on one page: without what a terminal or a reader would take for more than words. */
const plain = (words: string, most: number): string => words.replace(/\p{Cc}(?<![\n\t])/gu, '').slice(0, most)

/** A question of a kind, worded by `knowledge/questions`. */
export function askedOf(kind: QuestionKind, about: AskedAbout, { evidence, knowledge }: Case): readonly Posed[] {
  const known = knowledge.questions.find(({ id }) => id === kind)
  if (!known) return []
  const { key, what = '', of, sentence = '', heading = '', before = '', after = '', options = [] } = about
  const words = plain(sentence, LONGEST_QUOTE)
  const definition = [known.definition, ...(about.definition ?? [])].join('\n')
  const ask = known.ask.replaceAll('{model}', calledOf(evidence.release)).replaceAll('{what}', what)
  return [
    {
      key,
      alike: [],
      id: sha256Of(JSON.stringify([kind, key, words, definition])).slice(0, ID_DIGITS),
      kind,
      ask,
      of,
      sentence: words,
      heading: plain(heading, NEIGHBOUR),
      neighbours: { before: plain(before, NEIGHBOUR), after: plain(after, NEIGHBOUR) },
      options: [...options, ...known.options, CANNOT_TELL],
      definition,
      falseFriends: [known.falseFriends, ...(about.falseFriends ?? [])].join('\n'),
    },
  ]
}

/** What clauses of some kinds are, a line each. */
export const definitionsOf = (kinds: readonly string[], { clauses }: Knowledge) => {
  const known = kinds.flatMap(kind => clauses.get(kind) ?? [])
  return {
    definition: known.map(({ name, definition }) => `${name}: ${definition}`),
    falseFriends: known.map(({ name, falseFriends }) => `Not "${name}": ${falseFriends}`),
  }
}
