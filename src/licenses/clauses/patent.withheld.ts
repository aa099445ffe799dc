import { clauseOf, type ReadSaid } from '../clause.ts'

/** The text says that patents are not licensed, or grants under copyright alone: that says nothing where it grants patents elsewhere. */
export const patentWithheld: ReadSaid = (said, _, context) =>
  said.wording.with?.says === 'copyright only' && context.passages.some(other => said.has('patents', other))
    ? null
    : clauseOf(said)
