import { langOf } from '../text/foreign.ts'
import type { Citation, Report } from './report.ts'

/** Whether words are quoted whose script is that of another language. */
export const isForeign = (one: Citation | undefined): boolean =>
  one !== undefined && 'quote' in one && langOf(one.quote) !== undefined

const foreignLast = (one: Citation | undefined, other: Citation | undefined) =>
  Number(isForeign(one)) - Number(isForeign(other))

/** A report that cites what a text says in two languages in English first. */
export function englishFirst(report: Report): Report {
  const first = <Citing extends { readonly cited: Citation[] }>(those: readonly Citing[]): Citing[] =>
    those.map(one => ({ ...one, cited: one.cited.toSorted(foreignLast) }))
  return {
    ...report,
    findings: first(report.findings),
    obligations: first(report.obligations),
    licenses: report.licenses.map(license => ({
      ...license,
      clauses: first(license.clauses).sort((one, other) => foreignLast(one.cited[0], other.cited[0])),
    })),
  }
}
