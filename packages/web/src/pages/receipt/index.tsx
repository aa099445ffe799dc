import type { Citation, Claim, Finding, Report } from '@unwash/core/report/report'
import { langOf, plain } from '@unwash/core/text/foreign'
import { capital } from '@unwash/core/text/phrase'
import type { Names } from '@unwash/reporters/names'
import { lines } from '@unwash/reporters/page'
import { originalsOf } from '@unwash/reporters/pages'
import type { Receipt } from '@unwash/reporters/receipt'
import { modelsLine, verdictOf } from '@unwash/reporters/sections/verdict'
import { STANDS_LOOK, standing, standsOf } from '@unwash/reporters/words/checks'
import { calledName, count } from '@unwash/reporters/words/counts'
import { placeInWords } from '@unwash/reporters/words/places'
import { linesOf } from '@unwash/reporters/words/signers'
import { ADDRESSES, PICTURE, receiptAddress, releaseAddress } from '../../addresses.ts'
import type { WebPage } from '../layout.tsx'
import { Quoted } from '../quoted.tsx'
import { Highlighted } from '../release/claims.tsx'
import { type Shown, Sources, useSetting } from '../setting.ts'
import { Blocks, Places } from '../spans.tsx'

/** A receipt, and who looks at it. */
interface SharedReceipt {
  readonly report: Report
  readonly receipt: Receipt
  readonly release: string
  readonly may: boolean
}

/** What was replied, and how one replies. */
function Reply({ report, claim: { replies = [] } }: { report: Report; claim: Claim }) {
  const { link } = useSetting()
  return (
    <section aria-labelledby="reply">
      <h2 id="reply">The publisher’s reply</h2>
      {replies.length === 0 ? <p>None yet.</p> : null}
      {replies.map(({ says, date, outcome }) => (
        <p key={says}>
          <time dateTime={date}>{date}</time>, {outcome}: {plain(says)}
        </p>
      ))}
      <p>
        To reply, open an issue in the repository of unwash titled <code>Correction: {plain(calledName(report))}</code>,
        with the address of this page and up to 400 characters. They are shown here as they are written, with their
        date. <a href={link(ADDRESSES.corrections)}>What a correction needs</a>
      </p>
    </section>
  )
}

/** Who has read it where it stands, and how one does. */
function Confirmed({ report, receipt: { id, claim, confirmed }, release, may }: SharedReceipt) {
  const [said] = claim.cited
  return (
    <section aria-labelledby="confirmed">
      <h2 id="confirmed">Who has read it</h2>
      {confirmed ? (
        <p>
          Read by a person: {plain(confirmed.by)}, <time dateTime={confirmed.on}>{confirmed.on}</time>.
        </p>
      ) : (
        <>
          <p>
            No person yet. A program found it on <time dateTime={report.readAsOf}>{report.readAsOf}</time>: until
            somebody has read the sentence where it stands, it is what a program makes of it, and no picture is shown
            where this page is linked.
          </p>
          {said ? <Confirm report={report} address={receiptAddress(release, id)} said={said} may={may} /> : null}
        </>
      )}
    </section>
  )
}

/** How a person confirms that a sentence says so: here where whoever reads may, else on the command line. */
function Confirm(props: { report: Report; address: string; said: Citation; may: boolean }) {
  const { report, address, said, may } = props
  const { link } = useSetting()
  if (!('quote' in said) || said.cut)
    return <p class="small">To be confirmed the whole sentence would have to be cited.</p>
  if (!may)
    return (
      <p class="small">
        To confirm it, open the place above, read the sentence and what stands around it, and answer:{' '}
        <code data-copy="command">
          unwash questions {plain(calledName(report))} --framework all --ask --by "Your Name"
        </code>
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

/**
 * The page of one claim that does not hold as it stands: the publisher's sentence beside what it meets.
 * @param picture whether there is one to show where it is linked: only of what a person confirmed
 * @param may whether whoever reads it here may confirm it
 */
export function receiptPage(
  { report, pinned, has, text }: Shown,
  receipt: Receipt,
  names: Names,
  { picture, may }: { readonly picture: boolean; readonly may: boolean },
): WebPage {
  const { name, revision } = report.release
  const release = releaseAddress(calledName(report), pinned ? revision : null)
  const address = receiptAddress(release, receipt.id)
  const verdict = plain(verdictOf(report, names))
  return {
    frame: {
      title: `${plain(name)} says “${plain(receipt.claim.says)}”: ${standing(receipt.claim)} (${verdict})`,
      description: plain(receipt.against[0]?.says ?? verdict),
      address,
      scripts: ['release'],
      ...(picture ? { picture: `${address}/${PICTURE}` } : {}),
    },
    content: (
      <Sources value={{ release, has, text }}>
        <Body report={report} receipt={receipt} release={release} may={may} />
      </Sources>
    ),
  }
}

function Body({ report, receipt, release, may }: SharedReceipt) {
  const { link, names } = useSetting()
  const { claim, against } = receipt
  const { name, publisher } = report.release
  return (
    <article class="receipt">
      <p class="over">
        <a href={link(release)}>{plain(name)}</a>: {plain(verdictOf(report, names))}
      </p>
      <h1>
        <span class={`check ${STANDS_LOOK[standsOf(claim)]}`}>{capital(standing(claim))}</span>: “
        <span lang={claim.language}>{plain(claim.says)}</span>”
      </h1>
      <div class="sides">
        <section aria-labelledby="said">
          <h2 id="said">{publisher === null ? 'They say' : `${plain(publisher)} says`}</h2>
          <blockquote class="said" lang={claim.language}>
            <Highlighted claim={claim} />
          </blockquote>
          <Where report={report} cited={claim.cited} />
        </section>
        <section aria-labelledby="found">
          <h2 id="found">We read</h2>
          {against.slice(0, 1).map(one => (
            <Met key={one.id} report={report} finding={one} />
          ))}
          {against.length > 1 ? (
            <details>
              <summary>{count(against.length - 1, 'more reason')}</summary>
              {against.slice(1).map(one => (
                <Met key={one.id} report={report} finding={one} />
              ))}
            </details>
          ) : null}
        </section>
      </div>
      {claim.holds ? (
        <p>
          <strong>What holds:</strong> {plain(claim.holds)}
        </p>
      ) : null}
      <Each report={report} />
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
      <Reply report={report} claim={claim} />
      <Confirmed report={report} receipt={receipt} release={release} may={may} />
      <Cite report={report} receipt={receipt} />
    </article>
  )
}

/** What a claim meets: what it says, its words, and where they stand. */
function Met({ report, finding: { says, cited } }: { report: Report; finding: Finding }) {
  // of what is missing it is told where we looked
  const [met] = (cited.some(one => 'looked' in one) ? [] : cited).filter(
    one => 'quote' in one || ('fact' in one && one.text),
  )
  const language = met && 'quote' in met ? langOf(met.quote) : undefined
  return (
    <div>
      <p>
        <strong>{plain(says)}</strong>
      </p>
      {met ? <Quoted cited={met} /> : null}
      {language ? <p class="small">In {LANGUAGES.of(language)}: no English of this clause was found.</p> : null}
      {cited.some(one => 'looked' in one) ? <p class="small">No clause says this: it is what is missing.</p> : null}
      <Where report={report} cited={cited} />
    </div>
  )
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' })

/** Where words stand: the places here, the revision, and the first of them where its publisher has it. */
function Where({ report, cited }: { report: Report; cited: readonly Citation[] }) {
  const { names } = useSetting()
  const { revision } = report.release
  const original = originalIn(report, cited, names)
  return (
    <p class="small">
      <Places cited={cited} most={3} />
      {revision === null || !cited.some(linesOf) ? '' : ` at ${revision.slice(0, 12)}`}
      {original ? (
        <>
          {' · '}
          <a href={original}>where it is published</a>
        </>
      ) : null}
    </p>
  )
}

const originalIn = (report: Report, cited: readonly Citation[], names: Names) =>
  cited.flatMap(one => ('fact' in one ? [] : (originalsOf(report, names)(one) ?? [])))[0]

/** Of several models, how many are under which term: what holds of one need not hold of another. */
function Each({ report }: { report: Report }) {
  const { names } = useSetting()
  const told = modelsLine(report, names)
  return told ? <Blocks blocks={[lines(['Model by model: ', ...told])]} /> : null
}

/** What to write where it is spoken of: the words, their place and revision, how they stand, and this page. */
function Cite({ report, receipt: { id, claim, against } }: Pick<SharedReceipt, 'report' | 'receipt'>) {
  const { names, origin } = useSetting()
  const { name, revision } = report.release
  const address = receiptAddress(releaseAddress(calledName(report), revision), id)
  const at = (cited: readonly Citation[]) => {
    const places = cited.slice(0, 1).map(placeInWords)
    return [...places, ...(revision ? [`at ${revision}`] : []), originalIn(report, cited.slice(0, 1), names) ?? []]
      .flat()
      .join(', ')
  }
  const found = against[0]?.says ?? ''
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite this</h2>
      <div data-share="">
        <blockquote class="small" data-copy="citation">
          {plain(`${name} says “${claim.says}” (${at(claim.cited)}): ${standing(claim)}. ${found}.`)}
          {` Read by unwash ${report.unwash.version}`} on {report.readAsOf} ({`${origin ?? ''}${address}`})
        </blockquote>
      </div>
    </section>
  )
}
