import { clauseOf, worded } from '../clause.ts'

/** The text says that patents are not licensed, or grants under copyright alone. */
export const patentWithheld = worded({
  id: 'patent.withheld',
  name: 'Patent rights withheld',
  looksFor: 'A statement that no patent license is given, or a grant under copyright interests only.',
  falseFriends: 'Texts silent on patents, and patent licenses that end on litigation.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
  /* a grant under copyright says nothing of patents where the text grants them elsewhere */
  read: (said, _, { passages }) =>
    said.wording.with?.says === 'copyright only' && passages.some(other => said.has('patents', other))
      ? null
      : clauseOf(said),
})
