import type { Claim } from '../report/report.ts'
import type { FoundRow, Store } from '../store/store.ts'
import { quoteOf } from './pages/quoted.tsx'

/** of the best cases, how many are opened */
const OPENED = 4

/** The case that tells most: a license that restricts against a claim that it contradicts, in the words of the page. */
export async function tellingOf(rows: readonly FoundRow[], shelf: Pick<Store, 'report'>) {
  const doubts = ({ said }: FoundRow) => said.split('undetermined').length
  const order = (row: FoundRow) => [row.facets.length === 0, row.contradicted === 0, doubts(row)].map(Number)
  const best = rows.toSorted((one, other) => compared(order(one), order(other))).slice(0, OPENED)
  const told = await Promise.all(
    best.map(async row => {
      const report = (await shelf.report(row.name, row.revision ?? undefined))?.report
      const against = (report?.claims ?? []).filter(
        ({ check, cited: [at] }) => check === 'contradicted' && at && quoteOf(at),
      )
      return { row, report, claim: against.toSorted((one, other) => compared(claimRank(one), claimRank(other)))[0] }
    }),
  )
  return told.toSorted((one, other) => Number(foreign(one.claim)) - Number(foreign(other.claim)))[0]
}

const foreign = (claim: Claim | undefined) => claim?.language !== 'en'
const claimRank = (claim: Claim) => [foreign(claim), claim.strength !== 'flat'].map(Number)

/** By the first numbers that differ. */
const compared = (one: readonly number[], other: readonly number[]): number =>
  one.map((number, at) => number - (other[at] ?? 0)).find(difference => difference !== 0) ?? 0
