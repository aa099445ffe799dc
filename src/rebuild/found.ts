import type { Evidence } from '../evidence/index.ts'
import { canShowAbsence, looked } from '../frameworks/looking.ts'
import type { Cited } from '../report.ts'
import type { Presence } from '../vocabulary.ts'

/** Whether something needed is there: what was seen, in one sentence, and where. */
export interface Found {
  readonly presence: Presence
  readonly says: string
  readonly cited: Cited
}

/** Looked for in vain: absent where everything could be looked at, else not known. */
export function notFound(evidence: Evidence, what: string): Found {
  const other = evidence.repository
  if (other)
    return {
      presence: 'unknown',
      says: `Not found here: ${what}; another repository of the publisher was not looked at.`,
      cited: [other, ...looked(evidence)],
    }
  return canShowAbsence(evidence)
    ? { presence: 'absent', says: `Not found: ${what}.`, cited: looked(evidence) }
    : { presence: 'unknown', says: `Not to be seen: ${what}.`, cited: looked(evidence) }
}
