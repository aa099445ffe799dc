import type { RecordedAudit } from '../knowledge/schemas/alternatives.ts'
import type { Term } from '../report.ts'
import { TERMS, type TermId } from '../vocabulary.ts'

/** terms that say nothing of how open a model is: none is here, or too little could be read */
const SAYS_NOTHING: readonly TermId[] = ['no-model', 'undetermined']

/**
 * Whether a release is known to be less open than what an audit came to: a less open term is proven, or the same one
 * where persons' answers alone can lift the other above all that this one may be.
 */
export function isMoreOpen(audit: RecordedAudit, than: Pick<Term, 'id' | 'ceiling'>): boolean {
  if (SAYS_NOTHING.includes(than.id) || SAYS_NOTHING.includes(audit.term)) return false
  if (isHigher(audit.term, than.id)) return true
  return audit.term === than.id && audit.review.length > 0 && isHigher(audit.ceiling, than.ceiling)
}

/** Whether the one term is more open than the other. */
export const isHigher = (one: TermId, other: TermId): boolean => TERMS.indexOf(one) < TERMS.indexOf(other)
