import { clauseOf, type ReadSaid } from '../clause.ts'

/** Rights end for whoever sues: over the rights of anyone, or of the licensor only. */
export const litAnyIp: ReadSaid = said => ({
  ...clauseOf(said),
  parameters: { against: said.has('anyone') ? 'anyone' : 'licensor only' },
})
