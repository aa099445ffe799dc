import { ADDRESSES } from '../addresses.ts'
import type { WebPage } from './layout.tsx'

/** A page with a place to put a text, which is read in the browser and never sent; `as` is what it is read as. */
const toolPage = (title: string, address: string, as: 'any' | 'claims', lead: string, command: string): WebPage => ({
  frame: { title, description: lead, address, scripts: ['reader'] },
  content: (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead} It is read in your browser; nothing is sent.</p>
      <div data-mount="reader" data-as={as}>
        <p>
          This page reads in the browser, with a script. Without one, <code>{command}</code> reads the same on the
          command line.
        </p>
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
    'unwash license LICENSE',
  )

/** The same for an announcement or a model card, checked against a release where one is chosen. */
export const checkPage = () =>
  toolPage(
    'Check claims',
    ADDRESSES.check,
    'claims',
    'Paste an announcement or a model card: which of its sentences claim openness, and whether they hold.',
    'unwash claims announcement.md',
  )
