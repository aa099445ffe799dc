import type { SaidClause } from '../../../modality/said.ts'
import { clauseOf, type ReadSaid } from '../../clause.ts'

/** The licensor may change the terms for copies already received. */
export const controlAmend: ReadSaid = (said, passage, context) => {
  /* what comes after is looked at last: what rests on it must be read anew in each text */
  const clause = {
    ...clauseOf(said),
    against: ['use'] as const,
    parameters: { bindsCopies: said.has('binds copies') },
  }
  return context.after(passage, 2).some(next => said.has('option', next)) ? null : clause
}

/** The license ends on a date or after a time. */
export const controlFixedTerm: ReadSaid = said => {
  const term = said.mode === 'definition' ? said.words('time') : ''
  return { ...clauseOf(said), ...(term !== '' && { parameters: { term } }) }
}

/** The licensor may end the license when it likes. */
export const controlTerminateAtWill: ReadSaid = (said, passage) => {
  const noticeDays = daysIn(passage.lower) ?? daysSaid(said)
  return { ...clauseOf(said), ...(noticeDays === undefined ? {} : { parameters: { noticeDays } }) }
}

/** days of notice that the wordings have words for */
const DAYS = [5, 7, 10, 14, 15, 20, 30, 45, 60, 90]

const daysSaid = (said: SaidClause): number | undefined => DAYS.find(days => said.has(`days ${days}`))

function daysIn(text: string): number | undefined {
  const days = /\b(\d{1,3})\)?[ -](?:calendar |business |working )?days?\b|(\d{1,3}) ?[日天]/.exec(text)
  return days ? Number(days[1] ?? days[2]) : undefined
}
