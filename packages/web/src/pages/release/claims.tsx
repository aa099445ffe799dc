import type { Claim, Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { receiptId } from '@unwash/reporters/receipt'
import {
  type ClaimGroup,
  checksOf,
  groupedClaims,
  STANDS_LOOK,
  standing,
  standsOf,
} from '@unwash/reporters/words/checks'
import { count } from '@unwash/reporters/words/counts'
import { aloneIn, wholeOf } from '@unwash/reporters/words/whole'
import { receiptAddress } from '../../addresses.ts'
import { anchorOf } from '../names.tsx'
import { quoteOf } from '../quoted.tsx'
import { useSetting, useSources } from '../setting.ts'
import { Folded, PlaceLink, Places } from '../spans.tsx'

/** reasons shown at once, and findings named under one */
const REASONS_SHOWN = 4
const BECAUSE = 2

/** The publisher's own words, and what was read: what falls for one reason is told once. */
export function Claims({ report }: { report: Report }) {
  const groups = groupedClaims(report.claims)
  const more = groups.slice(REASONS_SHOWN)
  const item = (group: ClaimGroup, at: number) => <SaidClaims key={at} group={group} report={report} />
  return (
    <Folded
      id="claims"
      title="They say, we read"
      note={groups.length === 0 ? 'no claim' : `${count(report.claims.length, 'claim')}: ${checksOf(report.claims)}`}
    >
      {groups.length === 0 ? (
        <p class="faint">No sentence was found that claims openness for this release.</p>
      ) : (
        <ul class="claims">{groups.slice(0, REASONS_SHOWN).map(item)}</ul>
      )}
      {more.length > 0 ? (
        <details>
          <summary>{more.length} more</summary>
          <ul class="claims">{more.map(item)}</ul>
        </details>
      ) : null}
    </Folded>
  )
}

function SaidClaims({ group: [claim, ...same], report }: { group: ClaimGroup; report: Report }) {
  const { link } = useSetting()
  const { release } = useSources()
  const because = claim.because
    .flatMap(id => report.findings.find(finding => finding.id === id) ?? [])
    .slice(0, BECAUSE)
  const stands = standsOf(claim)
  return (
    <li>
      <div>
        <blockquote lang={claim.language}>
          <Highlighted claim={claim} />
        </blockquote>
        <p class="small">
          <Places cited={claim.cited} most={2} />
        </p>
        {same.length > 0 ? <Same claims={same} /> : null}
      </div>
      <div>
        <p>
          <strong class={`check ${STANDS_LOOK[stands]}`}>{standing(claim)}</strong>
          {claim.check === 'contradicted' ? (
            <span class="kept">
              {' · '}
              <a href={link(receiptAddress(release, receiptId(claim)))}>receipt</a>
            </span>
          ) : null}
        </p>
        {claim.holds ? <p>What holds: {plain(claim.holds)}</p> : null}
        {because.map(finding => (
          <p key={finding.id}>
            <a class="because" href={`#${encodeURIComponent(anchorOf(finding.id))}`}>
              {plain(finding.says)}
            </a>{' '}
            <Places cited={finding.cited} most={1} />
          </p>
        ))}
        {claim.suggestion === null ? null : (
          <p>
            <span class="faint">Would hold:</span> <span lang={claim.language}>{plain(claim.suggestion)}</span>
          </p>
        )}
      </div>
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
            “<span lang={claim.language}>{plain(claim.says)}</span>”{' '}
            {claim.cited[0] ? <PlaceLink cited={claim.cited[0]} /> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The whole sentence as the file has it, the words that claim marked; all of it where markup stands between them. */
export function Highlighted({ claim }: { claim: Claim }) {
  const { text } = useSources()
  const words = plain(claim.says)
  for (const cited of claim.cited) {
    if (!('quote' in cited)) continue
    const content = cited.cut && cited.page === undefined ? text(cited.path, cited.place) : null
    const whole = content === null ? null : wholeOf(content, cited)
    const { before, words: quoted, after } = whole ? aloneIn(whole) : { before: '', words: quoteOf(cited), after: '' }
    const quote = `${before}${quoted}${after}`
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
