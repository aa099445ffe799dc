import { ADDRESSES } from '../addresses.ts'
import type { WebPage } from './layout.tsx'

/** How to ask for a correction, and what happens then. */
export function correctionsPage(): WebPage {
  return {
    frame: {
      title: 'Ask for a correction',
      description:
        'Where a report is wrong, or leaves something out, anybody can ask for a correction or send a reply.',
      address: ADDRESSES.corrections,
    },
    content: (
      <>
        <h1>Ask for a correction</h1>
        <p class="lead">
          A report says what was seen, with its place, and what evidence would change it. Where it is wrong, or where it
          leaves out something that should be said beside it, the publisher of a release, or anybody else, can ask for a
          correction.
        </p>
        <p>
          Open an issue in the repository of unwash, titled <code>Correction: publisher/name</code>, that answers:
        </p>
        <ol>
          <li>Which release, at which revision? The address of its page here, with the revision, names both.</li>
          <li>What does the report say? The address of the finding (it ends in # and its id), requirement or claim.</li>
          <li>What is the case? With file and line at that revision, or an address that can be opened.</li>
          <li>
            Is it a correction or a reply? A reply is shown as it is written, in at most 400 characters, and decides
            nothing.
          </li>
          <li>Do you speak for the publisher? If so, how can that be seen?</li>
        </ol>
        <h2>What happens then</h2>
        <ul>
          <li>Where a rule or a fact was wrong, it is mended, with a test, and the next report says something else.</li>
          <li>Where the release has changed, a new report of the new revision says so by itself.</li>
          <li>
            What was said, the date and the outcome (upheld, declined with the reason, open, or reply) are shown in
            every report of the release. A report is never edited silently.
          </li>
        </ul>
      </>
    ),
  }
}
