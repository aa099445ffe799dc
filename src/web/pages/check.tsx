import { ADDRESSES } from '../addresses.ts'
import type { WebPage } from './document.tsx'

/** The claim checker: a place to put an announcement or a model card, which is read in the browser and never sent. */
export function checkPage(): WebPage {
  return {
    frame: {
      title: 'Check claims',
      description:
        'Paste an announcement or a model card: which of its sentences claim openness, and whether they hold.',
      address: ADDRESSES.check,
      scripts: ['checker'],
    },
    content: (
      <>
        <h1>Check claims</h1>
        <p class="lead">
          Paste an announcement or a model card, and see which sentences claim openness and whether they hold. It is
          read in your browser; nothing is sent.
        </p>
        <div data-mount="checker">
          <p>
            This page reads in the browser, with a script. Without one, <code>unwash claims announcement.md</code> reads
            the same on the command line.
          </p>
        </div>
      </>
    ),
  }
}
