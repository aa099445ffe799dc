import { Marks } from '../marked/marks.tsx'
import { Changes } from './changes.tsx'
import type { LicenseView } from './view.ts'

const TONES: Readonly<Record<string, string>> = { met: 'good', unmet: 'bad' }

/** What follows from a license: what each framework makes of it, what must be done, and what is changed in it. */
export function License({ license }: { license: LicenseView }) {
  return (
    <>
      {license.frameworks.length > 0 && (
        <section>
          <h3>What the definitions make of it</h3>
          <dl class="frameworks">
            {license.frameworks.map(({ name, verdict, answer, says, because }) => (
              <div key={name}>
                <dt>
                  {name} <span class={TONES[verdict] ?? 'ask'}>{answer}</span>
                </dt>
                <dd>
                  {says}
                  {because.length > 0 && ': '}
                  {because.map((kind, index) => (
                    <span key={kind.name}>
                      {index > 0 && ', '}
                      {kind.name} <Marks numbers={kind.clauses} />
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {license.obligations.length > 0 && (
        <section>
          <h3>Obligations</h3>
          <ul class="duties">
            {license.obligations.map(duty => (
              <li key={duty.when + duty.do}>
                <span class="faint">When {duty.when}:</span> {duty.do} <Marks numbers={duty.clauses} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Changes license={license} />
      {license.flaws.length > 0 && (
        <section>
          <h3>Flaws</h3>
          <ul>
            {license.flaws.map(({ says, line }) => (
              <li key={says + line}>
                {says} {line !== null && <span class="faint">line {line}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
