import { count } from '../../../reports/words/counts.ts'
import { Marks } from '../marked/marks.tsx'
import type { LicenseView } from './view.ts'

/** The words of the known text that are missing nearest to a line. */
function missingAt(difference: LicenseView['difference'], side: string, line: number): string {
  if (side !== 'missing' || difference === null) return ''
  const taken = difference.hunks.filter(({ removed }) => removed !== '')
  const [near] = taken.toSorted((one, other) => Math.abs(one.line - line) - Math.abs(other.line - line))
  return near && Math.abs(near.line - line) <= NEAR ? near.removed : ''
}

/** lines by which two ways to count where something is missing may differ */
const NEAR = 2

const Missing = ({ words }: { words: string }) => (words === '' ? null : <del>{words}</del>)

/** Every passage in which the text differs from the known one and how it reads, and the words themselves. */
function Changes({ license: { changes, difference, nearest, title } }: { license: LicenseView }) {
  if (changes.length === 0 && difference === null) return null
  return (
    <section>
      <h3>What differs from {difference?.from ?? nearest ?? title}</h3>
      <ul class="changes">
        {changes.map(({ side, words, reads, as, line, quote }) => (
          <li key={`${side}${line}${words}`}>
            <span class={reads === 'condition' ? 'bad' : 'ask'}>
              {side} {count(words, 'word')}
            </span>
            , read as {as} <a href={`#line-${line}`}>line {line}</a>
            {quote && <ins>{quote}</ins>}
            {!quote && <Missing words={missingAt(difference, side, line)} />}
          </li>
        ))}
      </ul>
      {difference && difference.hunks.length > 0 && (
        <details open={changes.length > 0}>
          <summary>Word for word: {count(difference.hunks.length + difference.more, 'difference')}</summary>
          <ol class="hunks">
            {difference.hunks.map(({ line, before, removed, added, after }, index) => (
              <li key={index}>
                <a href={`#line-${line}`}>line {line}</a> … {before}{' '}
                {removed && (
                  <del>
                    <span class="unseen">taken out: </span>
                    {removed}
                  </del>
                )}{' '}
                {added && (
                  <ins>
                    <span class="unseen">added: </span>
                    {added}
                  </ins>
                )}{' '}
                {after} …
              </li>
            ))}
          </ol>
          {difference.more > 0 && <p class="faint">and {difference.more} more</p>}
        </details>
      )}
    </section>
  )
}

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
