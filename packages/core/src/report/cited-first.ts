import { langOf } from '../text/foreign.ts'
import type { Citation, Report } from './report.ts'

/** Whether words are quoted whose script is that of another language. */
export const isInOther = (one: Citation | undefined): boolean =>
  one !== undefined && 'quote' in one && langOf(one.quote) !== undefined

const otherLast = (one: Citation | undefined, other: Citation | undefined) =>
  Number(isInOther(one)) - Number(isInOther(other))

/** A report that cites what a text says in two languages in English first. */
export function englishFirst(report: Report): Report {
  const first = <Citing extends { cited: Citation[] }>(all: readonly Citing[]): Citing[] =>
    all.map(one => ({ ...one, cited: one.cited.toSorted(otherLast) }))
  const licenses = report.licenses.map(license => ({
    ...license,
    clauses: first(license.clauses).sort((one, other) => otherLast(one.cited[0], other.cited[0])),
  }))
  return { ...report, findings: first(report.findings), obligations: first(report.obligations), licenses }
}
