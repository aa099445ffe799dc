import { claimKey } from '../claims/index.ts'
import type { Claim } from '../report/report.ts'
import { type Asks, askedOf, type Judgement } from './asked.ts'

/** the finding that it is not proven of what a sentence speaks */
const UNPROVEN = 'claim-not-tested'
/** sentences that are asked about */
const MOST = 3

/** Sentences that call something open and would not hold of this release, if they are of it. */
export const claims: Asks = ({ report, judged }) => {
  const unproven = new Set(report.findings.flatMap(({ id, kind }) => (kind === UNPROVEN ? [id] : [])))
  return report.claims
    .filter(({ check, because }) => check === 'undetermined' && because.some(id => unproven.has(id)))
    .slice(0, MOST)
    .flatMap(claim => asking(claim, judged))
}

/** Sentences that do not hold as they stand: a person who reads one as a claim of this release confirms that. */
export const failing: Asks = ({ report, judged }) =>
  report.claims.filter(({ check }) => check === 'contradicted').flatMap(claim => asking(claim, judged))

function asking({ says, cited }: Claim, judged: Judgement['judged']): ReturnType<Asks> {
  const [of] = cited
  if (!of || !('quote' in of) || of.cut) return []
  return askedOf('claims', { key: claimKey(says, cited), of, sentence: of.quote }, judged)
}
