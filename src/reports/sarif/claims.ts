import type { Claim, Finding } from '../../report.ts'
import type { Result, RuleText } from './log.ts'

/** What the rules of claims look for. */
export const CLAIM_RULES: Readonly<Record<string, RuleText>> = {
  'claim.contradicted': {
    short: 'A claim of the publisher that what was seen contradicts',
    help: 'Say what holds instead, as the result suggests, or publish what the claim is about.',
  },
  'claim.undetermined': {
    short: 'A claim of the publisher that could not be tested',
    help: 'Publish or name what would show whether the claim holds.',
  },
}

/** A claim as a result at its line: one that is contradicted fails, one that could not be tested is open. */
export function claimResult({ says, check, because, suggestion, cited }: Claim, findings: readonly Finding[]): Result {
  const seen = findings.filter(({ id }) => because.includes(id))
  const fails = check === 'contradicted'
  return {
    ruleId: fails ? 'claim.contradicted' : 'claim.undetermined',
    kind: fails ? 'fail' : 'open',
    level: fails ? 'error' : 'none',
    text: [
      `"${says}" ${fails ? 'is contradicted' : 'could not be tested'}`,
      ...seen.map(finding => finding.says),
      ...(suggestion ? [`what would hold: ${suggestion}`] : []),
    ].join('; '),
    cited,
    related: seen.flatMap(finding => finding.cited),
  }
}
