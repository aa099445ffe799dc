import type { Finding, Report } from '../../../report.ts'
import { count } from '../../../reports/counts.ts'
import { plain } from '../../../reports/foreign.ts'
import { Places, quoteOf } from '../citation.tsx'

/** lines shown; the rest is folded away */
const SHOWN = 5

/** Why this term: the findings it rests on, each with its line. */
export function Why({ report }: { report: Report }) {
  const because = report.term.because.flatMap(id => report.findings.find(finding => finding.id === id) ?? [])
  if (because.length === 0) return null
  const more = because.slice(SHOWN)
  return (
    <section aria-labelledby="why">
      <h2 id="why">Why</h2>
      <ol class="reasons">
        {because.slice(0, SHOWN).map(finding => (
          <Reason key={finding.id} finding={finding} />
        ))}
      </ol>
      {more.length > 0 ? (
        <details>
          <summary>{count(more.length, 'more reason')}</summary>
          <ol class="reasons" start={SHOWN + 1}>
            {more.map(finding => (
              <Reason key={finding.id} finding={finding} />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  )
}

function Reason({ finding }: { finding: Finding }) {
  const [first] = finding.cited
  const quote = first ? quoteOf(first) : null
  return (
    <li id={anchorOf(finding.id)}>
      {plain(finding.says)} <Places cited={finding.cited} most={2} />
      {quote === null ? null : <blockquote class="quote">{quote}</blockquote>}
    </li>
  )
}

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

/** The id of a finding as an anchor: the finding's own id, without what no address can hold. */
export const anchorOf = (id: string) => plain(id).replace(/\s+/g, '-')
