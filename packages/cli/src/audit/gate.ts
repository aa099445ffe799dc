import type { Finding, Report } from '@unwash/core/report/report'
import { TERMS, type TermId } from '@unwash/core/report/vocabulary'
import { reaches } from '@unwash/core/verdict/reaches'
import type { Names } from '@unwash/reporters/index'
import { failingClaims } from '@unwash/reporters/words/checks'

/** Terms that a gate may ask for: every one that says something is offered. */
export const GATES = TERMS.filter(term => term !== 'no-model' && term !== 'undetermined')

/**
 * Why a gate is not met, in one sentence; null when it is. With `accept` it takes a term too that is only presumed:
 * whatever else keeps one from being proven passes nothing.
 */
export function gateReason(report: Report, required: TermId, names: Names, accept?: 'presumed'): string | null {
  if (reaches(report.term.floor, required) || (accept && isPresumed(report) && reaches(report.term.id, required)))
    return null
  const because = report.term.because.flatMap((id): Finding[] => report.findings.filter(finding => finding.id === id))
  const reason = because[0] ? `: ${because[0].says}` : ''
  const presumed = report.term.basis === 'presumed' ? ` (${names.term(report.term.id)} is only presumed)` : ''
  return (
    `gate not met: ${names.term(required)} is required and ${names.term(report.term.floor)} is ` +
    `proven${presumed}${reason}`
  )
}

/** Whether the term of a release is only presumed: a license beside it that does not say that it is for the weights. */
export const isPresumed = ({ term }: Report): boolean => term.basis === 'presumed' && term.id !== term.floor

/** Why contradicted claims fail an audit, in one sentence; null when none is contradicted. */
export function claimsReason(report: Report): string | null {
  return failingClaims(report.claims)
}
