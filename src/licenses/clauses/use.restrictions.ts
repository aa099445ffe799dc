import { type ClauseContext, clauseOf, type Passage, worded } from '../clause.ts'
import type { Said } from './worded.ts'

/** items looked at behind the line that leads them */
const ITEMS = 8

/** Whether a line leads a list of what other kinds of clauses are about: sale, hosting, competition. */
const leadsOthers = (said: Said, passage: Passage, context: ClauseContext): boolean => {
  const items = context.after(passage, ITEMS).filter(({ lead }) => lead.includes(passage.lower))
  return items.length > 0 && items.every(item => said.has('others', item))
}

/** Named uses are forbidden: a list of them, or a reference to such a list. */
export const useRestrictions = worded({
  id: 'use.restrictions',
  name: 'Use-based restrictions',
  looksFor: 'A list of forbidden uses that binds the licensee, or a ban on uses listed in an attachment or policy.',
  falseFriends:
    'Disclaimers, trademark and endorsement clauses, out-of-scope uses of a model card, a plea to use the work responsibly, duties to obey the law alone.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
  read(said, passage, context) {
    const { items, needs, ...parameters } = said.wording.with ?? {}
    if (needs !== undefined && !said.has('another')) return null
    if (items !== undefined && leadsOthers(said, passage, context)) return null
    const clause = clauseOf(said)
    return Object.keys(parameters).length === 0 ? { ...clause, parameters: {} } : clause
  },
})
