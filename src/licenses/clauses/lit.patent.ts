import { clauseOf, type ReadSaid } from '../clause.ts'

/** Rights end for whoever starts patent litigation over the work. */
export const litPatent: ReadSaid = said => ({
  ...clauseOf(said),
  parameters: { ends: said.has('all rights') ? 'all rights' : 'patent rights' },
})
