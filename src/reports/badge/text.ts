import type { Report } from '../../report.ts'
import type { Names } from '../names.ts'
import { signersOf } from '../signers.ts'

/** what stands on the left of a badge */
export const SUBJECT = 'AI openness'

/** The words on the right of a badge: the term, whose word it is, and on whose answers it rests. Neutral enough for a publisher to show. */
export function wordsOf(report: Report, names: Names): string {
  const { id } = report.term
  const label = names.term(id).replace(/ \*$/, '')
  const said = [names.own(id) ? null : 'G7', signersOf(report)].filter(word => word !== null)
  return said.length > 0 ? `${label} (${said.join('; ')})` : label
}
