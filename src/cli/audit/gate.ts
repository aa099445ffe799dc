import type { Finding, Report } from '../../report.ts'
import type { Names } from '../../reports/index.ts'
import { reaches } from '../../verdict/reaches.ts'
import { TERMS, type TermId } from '../../vocabulary.ts'

/** Terms that a gate may ask for: every one that says something is offered. */
export const GATES = TERMS.filter(term => term !== 'no-model' && term !== 'undetermined')

/** Why a gate is not met, in one sentence; null when it is. */
export function gateReason(report: Report, required: TermId, names: Names): string | null {
  if (reaches(report.term.floor, required)) return null
  const because = report.term.because.flatMap((id): Finding[] => report.findings.filter(finding => finding.id === id))
  const reason = because[0] ? `: ${because[0].says}` : ''
  const presumed = report.term.basis === 'presumed' ? ` (${names.term(report.term.id)} is only presumed)` : ''
  return (
    `gate not met: ${names.term(required)} is required and ${names.term(report.term.floor)} is ` +
    `proven${presumed}${reason}`
  )
}

/** Why contradicted claims fail an audit, in one sentence; null when none is contradicted. */
export function claimsReason(report: Report): string | null {
  const contradicted = report.claims.filter(claim => claim.check === 'contradicted')
  if (contradicted.length === 0) return null
  return contradicted.length === 1 ? 'a claim is contradicted' : `${contradicted.length} claims are contradicted`
}
