import { type ClauseWordings, frameOf, MODE_OF } from '../../knowledge/clause-wordings.ts'
import type { Mode } from '../../vocabulary.ts'

/** A sentence in which a wording is found. */
export interface ClauseExample {
  readonly text: string
  readonly mode: Mode
}

/** The sentences that the wordings of a file find, in their order. */
export const examplesOf = ({ wordings }: ClauseWordings): readonly ClauseExample[] =>
  wordings.flatMap(wording => {
    const mode = wording.as ?? MODE_OF[frameOf(wording).frame]
    return wording.found.map(example => ({ text: typeof example === 'string' ? example : example.text, mode }))
  })
