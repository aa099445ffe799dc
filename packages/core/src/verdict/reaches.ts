import { TERMS, type TermId } from '../report/vocabulary.ts'

/** Whether a term is at least as open as the one asked for. What is not determined, and what is no model, is not. */
export function reaches(term: TermId, required: TermId): boolean {
  return term !== 'undetermined' && term !== 'no-model' && TERMS.indexOf(term) <= TERMS.indexOf(required)
}
