import { plain } from '../../reports/words/foreign.ts'
import { AskForm } from './home.tsx'
import type { WebPage } from './layout.tsx'
import { useSetting } from './setting.ts'

/** An audit that was asked for in a page. */
interface Waited {
  readonly id: string
  readonly target: string
  /** what was told of it until now, the last at the end */
  readonly steps: readonly string[]
  readonly failed: boolean
}

/** seconds after which the page looks again, by itself and without a script */
const AGAIN = 2

/** How far an audit is, step by step as the server tells it; without a script the page looks again until it is done. */
export function auditPage({ id, target, steps, failed }: Waited): WebPage {
  const address = `/audits/${id}`
  return {
    frame: {
      title: failed ? `Not read: ${plain(target)}` : `Reading ${plain(target)}`,
      description: `The audit of ${plain(target)}`,
      address,
      unlisted: true,
      ...(failed ? {} : { refresh: { seconds: AGAIN, address }, scripts: ['audit'] }),
    },
    content: failed ? (
      <>
        <h1>Not read</h1>
        <p class="lead">{plain(steps.at(-1) ?? '')}</p>
        <AskForm value={plain(target)} />
      </>
    ) : (
      <Steps target={target} steps={steps} address={address} />
    ),
  }
}

function Steps({ target, steps, address }: { target: string; steps: readonly string[]; address: string }) {
  const { link } = useSetting()
  return (
    <>
      <h1>Reading {plain(target)}</h1>
      <ol class="steps" aria-live="polite" data-mount="audit" data-events={link(`/api/v1${address}/events`)}>
        {steps.map((says, at) => (
          <li key={at} {...(at === steps.length - 1 ? { 'aria-current': 'step' } : {})}>
            {plain(says)}
          </li>
        ))}
      </ol>
      <noscript>
        <p class="faint">This page looks again every {AGAIN} seconds.</p>
      </noscript>
    </>
  )
}
