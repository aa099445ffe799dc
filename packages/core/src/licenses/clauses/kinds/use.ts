import type { SaidClause } from '../../../modality/said.ts'
import { type ClauseContext, clauseOf, type Passage, type ReadSaid } from '../../clause.ts'

/** items looked at behind the line that leads them */
const ITEMS = 8

/** Whether a line leads a list of what other kinds of clauses are about: sale, hosting, competition. */
const leadsOthers = (said: SaidClause, passage: Passage, context: ClauseContext): boolean => {
  const items = context.after(passage, ITEMS).filter(({ lead }) => lead.includes(passage.lower))
  return items.length > 0 && items.every(item => said.has('others', item))
}

/** A line that leads a list counts unless the list is of what other kinds are about. */
export const useRestrictions: ReadSaid = (said, passage, context) => {
  const { items, needs, ...parameters } = said.wording.with ?? {}
  if (needs !== undefined && !said.has('another')) return null
  if (items !== undefined && leadsOthers(said, passage, context)) return null
  const clause = clauseOf(said)
  return Object.keys(parameters).length === 0 ? { ...clause, parameters: {} } : clause
}
