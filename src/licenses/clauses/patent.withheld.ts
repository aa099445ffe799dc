import { clauseOf, type ReadSaid } from '../clause.ts'

/** The text says that patents are not licensed, or grants under copyright alone: that says nothing where it grants patents elsewhere. */
export const patentWithheld: ReadSaid = (said, _, { passages }) =>
  said.wording.with?.says === 'copyright only' && passages.some(other => said.has('patents', other))
    ? null
    : clauseOf(said)
