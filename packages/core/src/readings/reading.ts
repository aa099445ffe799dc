import type { Reading } from '../report/question.ts'

export type { Reader, Reading } from '../report/question.ts'

/** A reading that does not count, and why, in one sentence. */
interface Refused {
  readonly reading: Reading
  readonly why: string
}

/** What came of readings: those that count, with the question that each answers, and those that do not. */
export interface Accepted<Asked> {
  readonly taken: readonly { readonly reading: Reading; readonly question: Asked }[]
  readonly refused: readonly Refused[]
}
