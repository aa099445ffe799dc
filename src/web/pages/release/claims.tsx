import type { Claim, Finding, Report } from '../../../report.ts'
import { count } from '../../../reports/counts.ts'
import { plain } from '../../../reports/foreign.ts'
import { Places, quoteOf } from '../citation.tsx'
import { anchorOf } from './why.tsx'

const ORDER = { contradicted: 0, undetermined: 1, supported: 2 } as const
const LOOKS = { supported: 'good', contradicted: 'bad', undetermined: 'ask' } as const
/** claims shown at once, and findings named under one */
const SHOWN = 8
const BECAUSE = 2

/** The publisher's own words about this release, in their sentence, and whether they hold. */
export function Claims({ report }: { report: Report }) {
  const claims = [...report.claims].sort((one, other) => ORDER[one.check] - ORDER[other.check])
  const more = claims.slice(SHOWN)
  const item = (claim: Claim, at: number) => <Said key={at} claim={claim} findings={report.findings} />
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">What is claimed</h2>
      {claims.length === 0 ? (
        <p class="faint">No sentence was found that claims openness for this release.</p>
      ) : (
        <ul class="claims">{claims.slice(0, SHOWN).map(item)}</ul>
      )}
      {more.length > 0 ? (
        <details>
          <summary>{count(more.length, 'more claim')}</summary>
          <ul class="claims">{more.map(item)}</ul>
        </details>
      ) : null}
    </section>
  )
}

function Said({ claim, findings }: { claim: Claim; findings: readonly Finding[] }) {
  const because = claim.because.flatMap(id => findings.find(finding => finding.id === id) ?? []).slice(0, BECAUSE)
  return (
    <li>
      <p class="said" {...(claim.language === 'en' ? {} : { lang: claim.language })}>
        <Highlighted claim={claim} />
      </p>
      <p class="small">
        <span class={`check ${LOOKS[claim.check]}`}>{claim.check}</span> <Places cited={claim.cited} most={2} />
      </p>
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
    </li>
  )
}

/** The sentence as the file has it, with the words that claim marked; all of it where markup stands between its words. */
function Highlighted({ claim }: { claim: Claim }) {
  const words = plain(claim.says)
  for (const cited of claim.cited) {
    if (!('quote' in cited)) continue
    const quote = plain(cited.quote)
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
