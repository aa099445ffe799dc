import type { Claim, Finding, Report } from '../report/report.ts'
import { sha256Of } from '../text/sha256.ts'
import { placeOf } from './words/places.ts'

/** letters of an id */
const DIGITS = 10

/** The id of a claim: the same as long as the same words stand in the same file. */
export function receiptId({ kind, says, cited: [at] }: Pick<Claim, 'kind' | 'says' | 'cited'>): string {
  const path = at && 'path' in at ? at.path : ''
  const sentence = at && 'quote' in at ? at.quote : ''
  return sha256Of(JSON.stringify([kind, says, path, sentence])).slice(0, DIGITS)
}

/** A claim that is contradicted or goes too far, beside what it meets. */
export interface Receipt {
  readonly id: string
  readonly claim: Claim
  /** what does not hold of it, each with its places */
  readonly against: readonly Finding[]
  /** the person who read the sentence as a claim of this release, and the day; null where nobody did */
  readonly confirmed: { readonly by: string; readonly on: string } | null
}

/** letters of an ISO day */
const DAY = 10

/** The receipts of a report: one for each claim that does not hold as it stands. */
export function receiptsOf({ claims, findings, readings = [] }: Report): readonly Receipt[] {
  const failing = new Map(
    claims.filter(({ check }) => check === 'contradicted').map(claim => [receiptId(claim), claim]),
  )
  return [...failing].map(([id, claim]) => {
    const missing = (claim.parts ?? []).filter(({ state }) => state === 'missing').flatMap(({ because }) => because)
    const ids = missing.length > 0 ? missing : claim.because
    const reading = readings.find(
      ({ kind, by, answer, of }) =>
        kind === 'claims' && by.kind === 'person' && answer === 'yes' && claim.cited[0] && same(of, claim.cited[0]),
    )
    return {
      id,
      claim,
      against: [...new Set(ids)].flatMap(one => findings.find(finding => finding.id === one) ?? []),
      confirmed: reading ? { by: reading.by.name, on: reading.at.slice(0, DAY) } : null,
    }
  })
}

const same = (one: Finding['cited'][number], other: Finding['cited'][number]) => placeOf(one) === placeOf(other)
