import type { ComponentChildren } from 'preact'
import { ADDRESSES } from '../addresses.ts'
import type { WebPage } from './layout.tsx'

/** A page with a place to put a text, which is read in the browser and never sent. */
const toolPage = (
  title: string,
  address: string,
  script: string,
  description: string,
  lead: string,
  without: ComponentChildren,
): WebPage => ({
  frame: { title, description, address, scripts: [script] },
  content: (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead} It is read in your browser; nothing is sent.</p>
      <div data-mount={script}>
        <p>This page reads in the browser, with a script. Without one, {without}.</p>
      </div>
    </>
  ),
})

/** The license reader. */
export const readPage = () =>
  toolPage(
    'Read a license',
    ADDRESSES.read,
    'reader',
    'Paste a license: its clauses by kind, what each definition makes of it, and what it asks of you.',
    'Paste a text, and see what each part of it is: what it forbids, requires, grants and asks for, what takes ' +
      'nothing, and what was not understood.',
    <>
      <code>unwash license LICENSE</code> reads the same on the command line
    </>,
  )

/** The claim checker, for an announcement or a model card. */
export const checkPage = () =>
  toolPage(
    'Check claims',
    ADDRESSES.check,
    'checker',
    'Paste an announcement or a model card: which of its sentences claim openness, and whether they hold.',
    'Paste an announcement or a model card, and see which sentences claim openness and whether they hold.',
    <>
      <code>unwash claims announcement.md</code> reads the same on the command line
    </>,
  )
