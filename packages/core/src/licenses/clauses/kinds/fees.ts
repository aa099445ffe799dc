import type { SaidClause } from '../../../modality/said.ts'
import { clauseOf, type ReadSaid } from '../../clause.ts'
import { type Amount, amountsIn } from './amounts.ts'

/** how far before and behind its wording a fee's amount may stand, in characters */
const BEFORE = 60
const BEHIND = 200
const PERCENT = /^ ?(?:%|per ?cent\b)/
const PERIODS = ['year', 'month', 'quarter']

/** A fee, royalty or share of revenue is due, or fixed damages for a breach. */
export const feePaid: ReadSaid = (said, passage) => {
  const parameters = feeIn(said, passage.lower)
  return { ...clauseOf(said), ...(parameters && { parameters }) }
}

/** the share or the sum that is due, as far as the sentence names it */
function feeIn(said: SaidClause, text: string): Readonly<Record<string, unknown>> | null {
  const near = amountsIn(text).filter(({ start, end }) => end > said.at - BEFORE && start < said.at + BEHIND)
  const share = near.find(({ end }) => PERCENT.test(text.slice(end)))
  if (share !== undefined) return { percent: share.value }
  const sum = near.find(({ currency }) => currency !== undefined)
  return sum === undefined ? null : { amount: sum.value, unit: sum.currency, ...periodOf(said, sum) }
}

function periodOf(said: SaidClause, { start, end }: Amount): { period?: string } {
  const period = PERIODS.find(one =>
    said.where(`per ${one}`).some(({ at, end: to }) => to > start - BEHIND && at < end + BEHIND),
  )
  return period === undefined ? {} : { period }
}
