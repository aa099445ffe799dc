import type { Reading } from '../question-report.ts'

export type { Reader, Reading } from '../question-report.ts'
export { READERS } from '../vocabulary.ts'

/** A reading that does not count, and why, in one sentence. */
export interface Refused {
  readonly reading: Reading
  readonly why: string
}

/** What came of readings: those that count, with the question that each answers, and those that do not. */
export interface Accepted<Asked> {
  readonly taken: readonly { readonly reading: Reading; readonly question: Asked }[]
  readonly refused: readonly Refused[]
}
