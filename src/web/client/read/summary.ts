import { count, inWords } from '../../../reports/counts.ts'
import { MODE_LABELS } from '../../../reports/labels.ts'
import { MODES } from '../../../vocabulary.ts'
import type { LicensesView } from './view.ts'

/** What a screen reader says when a text was read. */
export function summaryOf({ licenses, clauses, findings }: LicensesView, milliseconds: number): string {
  if (licenses.length === 0) return `No license was read. ${findings.map(({ says }) => says).join('. ')}`.trim()
  const parts = MODES.flatMap(mode => {
    const number = clauses.filter(clause => clause.mode === mode).length
    return number === 0
      ? []
      : [`${number} that ${number === 1 ? MODE_LABELS[mode] : MODE_LABELS[mode].replace(/s$/, '')}`]
  })
  const found = clauses.length === 0 ? 'no clause found' : `${count(clauses.length, 'clause')}: ${inWords(parts)}`
  return `${inWords(licenses.map(({ title }) => title))}. ${found}. Read here in ${Math.max(1, Math.round(milliseconds))} ms; nothing was sent.`
}
