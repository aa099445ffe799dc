import type { Claim, Finding, Report } from '../../../report.ts'
import { type ClaimGroup, groupedClaims } from '../../../reports/claims/groups.ts'
import { STANDS_LOOK, standsOf } from '../../../reports/words/checks.ts'
import { count } from '../../../reports/words/counts.ts'
import { plain } from '../../../reports/words/foreign.ts'
import { ADDRESSES } from '../../addresses.ts'
import { Place, Places, quoteOf } from '../citation.tsx'
import { anchorOf } from '../names.tsx'
import { useSetting } from '../setting.ts'

/** reasons shown at once, and findings named under one */
const SHOWN = 5
const BECAUSE = 2

/** The publisher's own words about this release, and whether they hold: what falls for one reason is told once. */
export function Claims({ report }: { report: Report }) {
  const groups = groupedClaims(report.claims)
  const more = groups.slice(SHOWN)
  const item = (group: ClaimGroup, at: number) => <Said key={at} group={group} findings={report.findings} />
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">Claims</h2>
      {groups.length === 0 ? (
        <p class="faint">No sentence was found that claims openness for this release.</p>
      ) : (
        <ul class="claims">{groups.slice(0, SHOWN).map(item)}</ul>
      )}
      {more.length > 0 ? (
        <details>
          <summary>{more.length} more</summary>
          <ul class="claims">{more.map(item)}</ul>
        </details>
      ) : null}
      {report.claims.some(({ check }) => check === 'contradicted') ? <Answer report={report} /> : null}
    </section>
  )
}

function Answer({ report: { readAsOf } }: { report: Report }) {
  const { link } = useSetting()
  return (
    <p class="small">
      Checked on <time dateTime={readAsOf}>{readAsOf}</time>. Is a claim judged unjustly, or is there more to say?{' '}
      <a href={link(ADDRESSES.corrections)}>Reply, or ask for a correction</a>: both are shown here.
    </p>
  )
}

function Said({ group: [claim, ...same], findings }: { group: ClaimGroup; findings: readonly Finding[] }) {
  const because = claim.because.flatMap(id => findings.find(finding => finding.id === id) ?? []).slice(0, BECAUSE)
  const replies = [claim, ...same].flatMap(one => one.replies ?? [])
  return (
    <li>
      <p class="said" {...(claim.language === 'en' ? {} : { lang: claim.language })}>
        <Highlighted claim={claim} />
      </p>
      <p class="small">
        <span class={`check ${STANDS_LOOK[standsOf(claim)]}`}>{standsOf(claim)}</span>{' '}
        <Places cited={claim.cited} most={2} />
      </p>
      {same.length > 0 ? <Same claims={same} /> : null}
      {claim.holds ? <p class="small">What holds: {plain(claim.holds)}</p> : null}
      {because.map(finding => (
        <p key={finding.id} class="small">
          <a class="because" href={`#${encodeURIComponent(anchorOf(finding.id))}`}>
            {plain(finding.says)}
          </a>{' '}
          <Places cited={finding.cited} most={1} />
        </p>
      ))}
      {claim.suggestion === null ? null : (
        <p class="suggestion">
          <span class="small faint">Would hold:</span> {plain(claim.suggestion)}
        </p>
      )}
      {(claim.check === 'contradicted' ? (claim.wouldChange ?? []) : []).map(what => (
        <p key={what} class="small faint">
          Would change it: {plain(what)}
        </p>
      ))}
      {replies.map(({ says, date, outcome }) => (
        <p key={says} class="small">
          <time dateTime={date}>{date}</time>, {outcome}: {plain(says)}
        </p>
      ))}
    </li>
  )
}

/** The words and lines of what stands or falls for the same reason. */
function Same({ claims }: { claims: readonly Claim[] }) {
  return (
    <details class="small">
      <summary>{count(claims.length, 'more claim')} for the same reason</summary>
      <ul>
        {claims.map((claim, at) => (
          <li key={at}>
            “{plain(claim.says)}” {claim.cited[0] ? <Place cited={claim.cited[0]} /> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The sentence as the file has it, the words that claim marked; all of it where markup stands between them. */
function Highlighted({ claim }: { claim: Claim }) {
  const words = plain(claim.says)
  for (const cited of claim.cited) {
    if (!('quote' in cited)) continue
    const quote = quoteOf(cited) ?? ''
    const at = quote.toLowerCase().indexOf(words.toLowerCase())
    if (at < 0) continue
    return (
      <>
        {quote.slice(0, at)}
        <mark>{quote.slice(at, at + words.length)}</mark>
        {quote.slice(at + words.length)}
      </>
    )
  }
  const [first] = claim.cited
  return <mark>{(first && quoteOf(first)) ?? words}</mark>
}
