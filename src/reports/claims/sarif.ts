import { CLAIM_RULES, claimResult } from '../sarif/claims.ts'
import { setLog } from '../sarif/log.ts'
import type { ClaimsReporter } from './reporter.ts'

/** For code scanning: a result for every claim that is contradicted or could not be tested (SARIF 2.1.0). */
export const sarif: ClaimsReporter = {
  id: 'sarif',
  extension: 'sarif',
  render: ({ claims, findings }, { version }) =>
    setLog(
      claims.filter(claim => claim.check !== 'supported').map(claim => claimResult(claim, findings)),
      { version, rule: id => CLAIM_RULES[id] ?? { short: id } },
    ),
}
