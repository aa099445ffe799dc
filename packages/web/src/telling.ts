import type { Claim, Report } from '@unwash/core/report/report'
import type { FoundRow, Store } from '@unwash/survey/store/store'
import { quoteOf } from './pages/quoted.tsx'

/** of the best cases, how many are opened */
const OPENED = 4

/** What a case is chosen by before its report is opened. */
type Weighed = Pick<FoundRow, 'name' | 'revision' | 'said' | 'facets' | 'contradicted'>

/** The case that tells most: a license that restricts against a claim that it contradicts, in the words of the page. */
export async function tellingOf<Row extends Weighed>(rows: readonly Row[], shelf: Pick<Store, 'report'>) {
  const doubts = ({ said }: Weighed) => said.split('undetermined').length
  const rank = (row: Weighed) => [row.facets.length === 0, row.contradicted === 0, doubts(row)].map(Number)
  const best = rows.toSorted((one, other) => compared(rank(one), rank(other))).slice(0, OPENED)
  const told = await Promise.all(
    best.map(async row => {
      const report = (await shelf.report(row.name, row.revision ?? undefined))?.report
      const against = (report?.claims ?? []).filter(
        ({ check, cited: [at] }) => check === 'contradicted' && at && quoteOf(at),
      )
      return { row, report, claim: against.toSorted((one, other) => compared(claimRank(one), claimRank(other)))[0] }
    }),
  )
  // what is decided of it is seen at once too
  const undecided = (report: Report | undefined) =>
    (report?.uses ?? []).filter(({ answer }) => answer === 'presumably' || answer === 'unknown').length
  const order = ({ claim, report }: (typeof told)[number]) => [Number(!claim), undecided(report), ...claimRank(claim)]
  return told.toSorted((one, other) => compared(order(one), order(other)))[0]
}

/** letters of a sentence that is taken in at a glance */
const GLANCE = 120

/** What is grasped at once comes first: in English, flatly contradicted, by a clause that bars, in a short sentence. */
function claimRank(claim: Claim | undefined): readonly number[] {
  const [at] = claim?.cited ?? []
  const length = (at && quoteOf(at)?.length) ?? Number.POSITIVE_INFINITY
  const bars = claim?.because.some(id => id.startsWith('bar-')) ?? false
  return [!claim, claim?.language !== 'en', claim?.strength !== 'flat', !bars, Math.ceil(length / GLANCE)].map(Number)
}

/** By the first numbers that differ. */
const compared = (one: readonly number[], other: readonly number[]): number =>
  one.map((number, at) => number - (other[at] ?? 0)).find(difference => difference !== 0) ?? 0
