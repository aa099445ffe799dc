import type { Citation, Claim, Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import type { Receipt } from '@unwash/reporters/receipt'
import { calledName } from '@unwash/reporters/words/counts'
import { ADDRESSES, receiptAddress } from '../../addresses.ts'
import { useSetting } from '../setting.ts'

/** A receipt, and who looks at it. */
export interface SharedReceipt {
  readonly report: Report
  readonly receipt: Receipt
  readonly release: string
  readonly may: boolean
}

/** What was replied, and how one replies. */
export function Reply({ report, claim: { replies = [] } }: { report: Report; claim: Claim }) {
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
export function Confirmed({ report, receipt: { id, claim, confirmed }, release, may }: SharedReceipt) {
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
