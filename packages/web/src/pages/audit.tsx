import { plain } from '@unwash/core/text/foreign'
import type { WebPage } from './layout.tsx'
import { useSetting } from './setting.ts'

/** An audit that was asked for in a page. */
interface Waited {
  readonly target: string
  /** what was told of it until now, the last at the end */
  readonly steps: readonly string[]
  readonly address: string
}

/** seconds after which the page looks again, by itself and without a script */
const AGAIN = 2

/** How far an audit is, step by step as the server tells it; without a script the page looks again until it is done. */
export const auditPage = (waited: Waited): WebPage => ({
  frame: {
    title: `Reading ${plain(waited.target)}`,
    description: `The audit of ${plain(waited.target)}`,
    address: waited.address,
    unlisted: true,
    refresh: { seconds: AGAIN, address: waited.address },
    scripts: ['audit'],
  },
  content: <Steps {...waited} />,
})

function Steps({ target, steps, address }: Waited) {
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
