import { clauseOf, type ReadSaid } from '../../clause.ts'

/** Rights end for whoever sues: over the rights of anyone, or of the licensor only. */
export const litAnyIp: ReadSaid = said => ({
  ...clauseOf(said),
  parameters: { against: said.has('anyone') ? 'anyone' : 'licensor only' },
})

/**
 * Rights end for whoever starts patent litigation. That takes nothing where the suit is over the work, or where patent
 * rights alone end; where all end for a suit over anything, it is for a person.
 */
export const litPatent: ReadSaid = said => {
  const ends = said.has('all rights') ? 'all rights' : 'patent rights'
  const over = said.has('the work') ? 'the work' : 'anything'
  const reaches = ends === 'all rights' && over === 'anything'
  return { ...clauseOf(said), parameters: { ends, over }, ...(reaches && { against: ['use'], weighs: 'asks' }) }
}

/**
 * The text says that patents are not licensed, or grants under copyright alone: that says nothing where it grants
 * patents elsewhere.
 */
export const patentWithheld: ReadSaid = (said, _, context) =>
  said.wording.with?.says === 'copyright only' && context.passages.some(other => said.has('patents', other))
    ? null
    : clauseOf(said)
