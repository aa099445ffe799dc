import type { Requirement } from '../report/report.ts'
import type { Findings } from './findings.ts'

/** A row with what was signed taken out: what the program alone can say of it. */
export const unsigned = (row: Requirement): Requirement => (row.signoff ? { ...row, answer: 'needs-human' } : row)

/** Adds a finding for each row that a person signed off; returns their ids. */
export function becauseSigned(rows: readonly Requirement[], findings: Findings): readonly string[] {
  return rows.flatMap(({ id, answer, signoff }) =>
    signoff
      ? findings.add(
          'signed-off',
          `${id} is signed off as ${answer} by ${signoff.who} on ${signoff.on}: ${signoff.why}`,
          [signoff.cited],
          `another judgement of ${id} by a person`,
        )
      : [],
  )
}
