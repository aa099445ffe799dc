import type { Report } from '../../../report.ts'
import { count } from '../../../reports/counts.ts'
import { plain } from '../../../reports/foreign.ts'
import { Places } from '../citation.tsx'
import { anchorOf } from '../names.tsx'

/** The findings that no other part shows, so that each id leads somewhere. */
export function OtherFindings({ report }: { report: Report }) {
  const shown = new Set(report.term.because)
  const others = report.findings.filter(finding => !shown.has(finding.id))
  if (others.length === 0) return null
  return (
    <details class="others">
      <summary>{count(others.length, 'other finding')}</summary>
      <ul>
        {others.map(finding => (
          <li key={finding.id} id={anchorOf(finding.id)}>
            {plain(finding.says)} <Places cited={finding.cited} most={2} />
          </li>
        ))}
      </ul>
    </details>
  )
}
