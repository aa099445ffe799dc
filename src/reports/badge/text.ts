import type { Report } from '../../report.ts'
import type { Names } from '../names.ts'

/** what stands on the left of a badge */
export const SUBJECT = 'AI openness'

/** The words on the right of a badge: the term, and whose word it is. Neutral enough for a publisher to show. */
export function wordsOf({ term }: Report, names: Names): string {
  const label = names.term(term.id).replace(/ \*$/, '')
  return names.own(term.id) ? label : `${label} (G7)`
}
