import { plain } from '../../reports/foreign.ts'
import type { WebPage } from './document.tsx'
import { AskForm } from './home.tsx'

/** An audit that was asked for in a page. */
export interface Asked {
  readonly id: string
  readonly target: string
  readonly says: string
  readonly failed: boolean
}

/** seconds after which the page looks again, by itself and without a script */
const AGAIN = 2

/** How far an audit is; the page looks again until it is done. */
export function auditPage({ id, target, says, failed }: Asked): WebPage {
  const address = `/audits/${id}`
  return {
    frame: {
      title: failed ? `Not read: ${plain(target)}` : `Reading ${plain(target)}`,
      description: `The audit of ${plain(target)}`,
      address,
      unlisted: true,
      ...(failed ? {} : { refresh: { seconds: AGAIN, address } }),
    },
    content: failed ? (
      <>
        <h1>Not read</h1>
        <p class="lead">{plain(says)}</p>
        <AskForm value={plain(target)} />
      </>
    ) : (
      <>
        <h1>Reading {plain(target)}</h1>
        <p class="lead" role="status">
          {plain(says)}
        </p>
        <p class="faint">This page looks again every {AGAIN} seconds.</p>
      </>
    ),
  }
}
