import { clauseOf, type ReadSaid } from '../clause.ts'

/** The license ends on a date or after a time. */
export const controlFixedTerm: ReadSaid = said => {
  const term = said.mode === 'definition' ? said.words('time') : ''
  return { ...clauseOf(said), ...(term !== '' && { parameters: { term } }) }
}
