import type { KnownAlternative } from '../knowledge/schemas/alternatives.ts'
import type { Term } from '../report/report.ts'
import { TERMS, type TermId } from '../report/vocabulary.ts'
import { isWhole, type Proven } from './known.ts'

/** terms that say nothing of how open a model is: none is here, or too little could be read */
const SAYS_NOTHING: readonly TermId[] = ['no-model', 'undetermined']

/**
 * Whether a release is known to be less open than what is proven of another: a less open term, or the same one where
 * the other's training data and code are given, and nothing says that these of the release may be.
 */
export function isMoreOpen(entry: KnownAlternative, proven: Proven, than: Pick<Term, 'id' | 'ceiling'>): boolean {
  if (SAYS_NOTHING.includes(than.id)) return false
  return isHigher(proven.term, than.id) || (proven.term === than.id && isWhole(entry) && than.ceiling === than.id)
}

/** Whether the one term is more open than the other. */
export const isHigher = (one: TermId, other: TermId): boolean => TERMS.indexOf(one) < TERMS.indexOf(other)
