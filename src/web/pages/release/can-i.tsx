import type { Report } from '../../../report.ts'
import { plain } from '../../../reports/foreign.ts'
import { ANSWERED } from '../../../reports/tones.ts'
import { Places } from '../citation.tsx'
import { Named } from '../names.tsx'

/** What everybody asks first: a row each, with the answer, what it depends on, and the line that decides. */
export function CanI({ report: { uses = [] } }: { report: Report }) {
  if (uses.length === 0) return null
  return (
    <section aria-labelledby="can-i">
      <h2 id="can-i">Can I …</h2>
      <ul class="can-i">
        {uses.map(({ use, ask, answer, says, clause, cited }) => {
          const { sign, look } = ANSWERED[answer]
          return (
            <li key={use} id={`can-i-${use}`}>
              <span class={`sign ${look}`} aria-hidden="true">
                {sign}
              </span>
              <span class="asked">{ask}?</span>
              <span class="answer">
                <strong class={look}>{answer}</strong>
                {says === '' ? '' : ' – '}
                {clause === null ? plain(says) : <Named topic={['clause', clause]} text={plain(says)} />}{' '}
                <Places cited={cited} most={1} />
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
