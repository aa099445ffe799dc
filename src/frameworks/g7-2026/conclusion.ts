import type { Framework } from '../../knowledge/knowledge.ts'
import type { Answer } from '../../vocabulary.ts'
import { rollUp } from '../answers.ts'
import type { Row } from '../framework.ts'

/** the full data, or a reason and information in its place: the second is asked only of what is withheld */
const DATA = ['G7-D1', 'G7-D2'] as const

/** Whether the model is Open Source AI in the G7's words, with open data or with data information in its place. */
export function conclude(framework: Framework, row: Row): Answer {
  const data: readonly string[] = DATA
  const others = framework.requirements.filter(({ id, severity }) => severity !== 'informative' && !data.includes(id))
  return rollUp([...others.map(({ id }) => row(id).answer), either(row(DATA[0]).answer, row(DATA[1]).answer)])
}

/** The better of the two ways. */
function either(full: Answer, instead: Answer): Answer {
  if (instead === 'not-applicable') return full
  const order = ['met', 'needs-human', 'unknown', 'unmet'] as const satisfies readonly Answer[]
  return order.find(answer => answer === full || answer === instead) ?? 'unknown'
}
