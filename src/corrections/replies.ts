import type { Claim, Finding, Report } from '../report.ts'

/** Claims that do not hold, with what evidence would change that, and what was replied to each: none stands without its answer. */
export function answeredClaims(
  claims: readonly Claim[],
  findings: readonly Finding[],
  corrections: Report['corrections'] = [],
): Claim[] {
  return claims.map(claim => {
    if (claim.check === 'supported') return claim
    const because = claim.because.flatMap(id => findings.find(finding => finding.id === id) ?? [])
    const replies = corrections.filter(({ about = [] }) =>
      about.some(what => what === claim.says || what === claim.kind || claim.because.includes(what)),
    )
    return {
      ...claim,
      wouldChange: [...new Set(because.map(({ wouldChange }) => wouldChange))],
      ...(replies.length > 0 ? { replies: replies.map(({ says, date, outcome }) => ({ says, date, outcome })) } : {}),
    }
  })
}
