import { plain } from '@unwash/core/text/foreign'
import { capital } from '@unwash/core/text/phrase'
import { ADDRESSES } from '../addresses.ts'
import { queryOf } from '../asked.ts'
import { AskForm } from './home.tsx'
import type { WebPage } from './layout.tsx'
import { useSetting } from './setting.ts'

/** A page with a place to put a text, which is read in the browser and never sent; `as` is what it is read as. */
const toolPage = (title: string, address: string, as: 'any' | 'claims', lead: string): WebPage => ({
  frame: { title, description: lead, address, scripts: ['reader'] },
  content: (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead} It is read in your browser; nothing is sent.</p>
      <div data-mount="reader" data-as={as}>
        <p>This page reads in the browser, with a script: allow those of this site, and load it again.</p>
        <Ways />
      </div>
    </>
  ),
})

/** The reader of whatever is given: a license, a card, an announcement, a release, what was saved of one. */
export const readPage = () =>
  toolPage(
    'Read a text',
    ADDRESSES.read,
    'any',
    'Paste a license, a model card or an announcement, or drop a release: what it allows, forbids and requires, ' +
      'what was not understood, and whether its claims hold.',
  )

/** The same for an announcement or a model card, checked against a release where one is chosen. */
export const checkPage = () =>
  toolPage(
    'Check claims',
    ADDRESSES.check,
    'claims',
    'Paste an announcement or a model card: which of its sentences claim openness, and whether they hold.',
  )

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

/** What went wrong, as one says it. */
const TITLES: Readonly<Record<number, string>> = {
  400: 'That cannot be asked',
  401: 'Not for everybody',
  403: 'Not for everybody',
  404: 'Nothing is here',
  422: 'Not read',
  429: 'Too much at once',
  503: 'Too much at once',
}

/** What went wrong, what one can try, and the ways back. */
export interface Trouble {
  readonly says: string
  /** of HTTP */
  readonly status: number
  /** a release that one may want to ask for */
  readonly ask?: string | null
  /** the release that it is of */
  readonly back?: string | null
  readonly address?: string
}

/** A page that is not there, or something that is not done. */
export function troublePage({ says, status, ask = null, back = null, address = '/trouble' }: Trouble): WebPage {
  const title = TITLES[status] ?? 'Not done'
  return {
    frame: {
      title: ask === null ? title : `${title}: ${plain(ask)}`,
      description: plain(says),
      address,
      unlisted: true,
    },
    content: (
      <>
        <h1>{title}</h1>
        <p class="lead">{capital(plain(says))}.</p>
        {ask === null ? null : <AskForm value={plain(ask)} />}
        <Tries status={status} ask={ask} back={back} />
        <Ways />
      </>
    ),
  }
}

function Tries({ status, ask, back }: { status: number; ask: string | null; back: string | null }) {
  const { link, served } = useSetting()
  if (status === 429 || status === 503) return <p>Load this page again in a minute.</p>
  if (back !== null)
    return (
      <p>
        <a href={link(back)}>Back to the release</a>
      </p>
    )
  const look = status === 404 && served
  return (
    <>
      {look ? (
        <p>
          <a href={link(`${ADDRESSES.explore}${queryOf({ name: ask?.replace(/^.*\//, '') })}`)}>
            Look for {ask === null ? 'it' : plain(ask)} among the releases that were read
          </a>
        </p>
      ) : null}
      {ask === null ? null : (
        <p>
          Have you a copy of it? <a href={link(ADDRESSES.read)}>Drop its folder or its license</a>: it is read in your
          browser, and nothing is sent.
        </p>
      )}
    </>
  )
}

function Ways() {
  const { link } = useSetting()
  return (
    <p>
      <a href={link(ADDRESSES.home)}>To the first page</a> · <a href={link(ADDRESSES.explore)}>All releases</a> ·{' '}
      <a href={link(ADDRESSES.knowledge)}>Knowledge</a>
    </p>
  )
}
