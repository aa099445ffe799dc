import type { Citation, Report } from '../../report/report.ts'
import type { Names } from '../../reporters/names.ts'
import type { Receipt } from '../../reporters/receipt.ts'
import { verdictOf } from '../../reporters/sections/verdict.ts'
import { STANDS_LOOK, standsOf } from '../../reporters/words/checks.ts'
import { calledName } from '../../reporters/words/counts.ts'
import { linesOf } from '../../reporters/words/signers.ts'
import { plain } from '../../text/foreign.ts'
import { ADDRESSES, PICTURE, receiptAddress, releaseAddress } from '../addresses.ts'
import type { WebPage } from './layout.tsx'
import { Quoted } from './quoted.tsx'
import { Highlighted } from './release/claims.tsx'
import type { Shown } from './setting.ts'
import { Sources, useSetting } from './setting.ts'
import { Places } from './spans.tsx'

/**
 * The page of one claim that does not hold as it stands: the publisher's sentence beside what it meets.
 * @param picture whether there is one to show where it is linked: only of what a person confirmed
 */
export function receiptPage(shown: Shown, receipt: Receipt, names: Names, picture: boolean): WebPage {
  const { report, pinned, has, text } = shown
  const { name, revision } = report.release
  const release = releaseAddress(calledName(report), pinned ? revision : null)
  const address = receiptAddress(release, receipt.id)
  const verdict = plain(verdictOf(report, names))
  return {
    frame: {
      title: `${plain(name)} says “${plain(receipt.claim.says)}”: ${standsOf(receipt.claim)} (${verdict})`,
      description: plain(receipt.against[0]?.says ?? verdictOf(report, names)),
      address,
      scripts: ['release'],
      ...(picture ? { picture: `${address}/${PICTURE}` } : {}),
    },
    content: (
      <Sources value={{ release, has, text }}>
        <Body report={report} receipt={receipt} release={release} />
      </Sources>
    ),
  }
}

function Body({ report, receipt, release }: { report: Report; receipt: Receipt; release: string }) {
  const { link, names } = useSetting()
  const { claim, against, confirmed } = receipt
  const stands = standsOf(claim)
  const { name, revision, publisher } = report.release
  const [said] = claim.cited
  const lines = said ? linesOf(said) : null
  const original = lines && names.original(report.release, lines)
  const replies = claim.replies ?? []
  return (
    <article class="receipt">
      <p class="over">
        <a href={link(release)}>{plain(name)}</a>: {plain(verdictOf(report, names))}
      </p>
      <h1>
        <span class={`check ${STANDS_LOOK[stands]}`}>
          {stands === 'goes too far' ? 'Goes too far' : 'Contradicted'}
        </span>
        : “<span lang={claim.language}>{plain(claim.says)}</span>”
      </h1>
      <div class="sides">
        <section aria-labelledby="said">
          <h2 id="said">{publisher === null ? 'They say' : `${plain(publisher)} says`}</h2>
          <blockquote class="said" lang={claim.language}>
            <Highlighted claim={claim} />
          </blockquote>
          <p class="small">
            <Places cited={claim.cited} most={3} />
            {revision === null ? '' : ` at ${revision.slice(0, 12)}`}
            {original ? (
              <>
                {' · '}
                <a href={original}>where it is published</a>
              </>
            ) : null}
          </p>
        </section>
        <section aria-labelledby="found">
          <h2 id="found">We read</h2>
          {against.map(({ id, says, cited }) => {
            // of what is missing it is told where we looked
            const isMissing = cited.some(one => 'looked' in one)
            const quotes = isMissing
              ? []
              : cited.filter(one => 'quote' in one || ('fact' in one && one.text)).slice(0, 1)
            return (
              <div key={id}>
                <p>
                  <strong>{plain(says)}</strong>
                </p>
                {quotes.map((one, at) => (
                  <Quoted key={at} cited={one} />
                ))}
                <p class="small">
                  <Places cited={cited} most={3} />
                </p>
              </div>
            )
          })}
        </section>
      </div>
      {claim.holds ? (
        <p>
          <strong>What holds:</strong> {plain(claim.holds)}
        </p>
      ) : null}
      {claim.suggestion === null ? null : (
        <section aria-labelledby="holds" class="holds">
          <h2 id="holds">What would hold</h2>
          <blockquote lang={claim.language} data-copy="sentence">
            {plain(claim.suggestion)}
          </blockquote>
        </section>
      )}
      {(claim.wouldChange ?? []).length > 0 ? (
        <section aria-labelledby="change">
          <h2 id="change">What would change this</h2>
          <ul>
            {claim.wouldChange?.map(what => (
              <li key={what}>{plain(what)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="reply">
        <h2 id="reply">The publisher’s reply</h2>
        {replies.length === 0 ? <p>None yet.</p> : null}
        {replies.map(({ says, date, outcome }) => (
          <p key={says}>
            <time dateTime={date}>{date}</time>, {outcome}: {plain(says)}
          </p>
        ))}
        <p>
          <a href={link(ADDRESSES.corrections)}>Reply, or ask for a correction</a>: name this page. Replies are shown
          here.
        </p>
      </section>
      <section aria-labelledby="confirmed">
        <h2 id="confirmed">Who has read it</h2>
        <p data-share="">
          {confirmed ? (
            <>
              Read by a person: {plain(confirmed.by)}, <time dateTime={confirmed.on}>{confirmed.on}</time>.
            </>
          ) : (
            <>
              No person yet. A program found it on <time dateTime={report.readAsOf}>{report.readAsOf}</time>: until
              somebody has read the sentence where it stands, it is what a program makes of it, and no picture is shown
              where this page is linked.
            </>
          )}
        </p>
        {confirmed === null && said ? (
          <Confirm report={report} address={receiptAddress(release, receipt.id)} said={said} />
        ) : null}
      </section>
    </article>
  )
}

/** How a person confirms that a sentence says so: here where a server answers, else on the command line. */
function Confirm({ report, address, said }: { report: Report; address: string; said: Citation }) {
  const { link, served } = useSetting()
  if (!('quote' in said) || said.cut)
    return <p class="small">To be confirmed the whole sentence would have to be cited.</p>
  if (!served)
    return (
      <p class="small">
        To confirm it: <code>unwash questions {plain(calledName(report))} --framework all --ask --by "Your Name"</code>
      </p>
    )
  return (
    <form method="post" action={link(address)}>
      <p>
        <label for="by">
          I have read the sentence where it stands, and it says this of the release, its weights or all of it. My name:
        </label>{' '}
        <input id="by" name="by" type="text" required maxLength={200} /> <button type="submit">Confirm</button>
      </p>
      <p class="small faint">The name is kept with the release, and shown.</p>
    </form>
  )
}
