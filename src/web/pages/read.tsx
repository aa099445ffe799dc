import { ADDRESSES } from '../addresses.ts'
import type { WebPage } from './document.tsx'

/** The license reader: a place to put a text, which is read in the browser and never sent. */
export function readPage(): WebPage {
  return {
    frame: {
      title: 'Read a license',
      description: 'Paste a license: its clauses by kind, what each definition makes of it, and what it asks of you.',
      address: ADDRESSES.read,
      scripts: ['reader'],
    },
    content: (
      <>
        <h1>Read a license</h1>
        <p class="lead">
          Paste a text, and see what each part of it is: what it forbids, requires, grants and asks for, what takes
          nothing, and what was not understood. It is read in your browser; nothing is sent.
        </p>
        <div data-mount="reader">
          <p>
            This page reads in the browser, with a script. Without one, <code>unwash license LICENSE</code> reads the
            same on the command line.
          </p>
        </div>
      </>
    ),
  }
}
