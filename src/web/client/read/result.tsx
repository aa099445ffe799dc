import type { RefObject } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { type Look, MarkedText } from '../marked/text.tsx'
import { ClauseList } from './clause-list.tsx'
import { Identity } from './identity.tsx'
import { Legend } from './legend.tsx'
import { License } from './sidebar.tsx'
import { type LicensesView, LOOKS } from './view.ts'

/** A text that was read: its identity, the text with its clauses, and beside it what follows from them. */
export function Result({ view, title }: { view: LicensesView; title: RefObject<HTMLHeadingElement | null> }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const looks = useMemo(
    () =>
      new Map(
        view.clauses.map(({ number, look, says, name }): [number, Look] => [
          number,
          { look, label: `${says}, ${name}` },
        ]),
      ),
    [view],
  )
  return (
    <>
      {view.licenses.map((license, index) => (
        <Identity key={license.title} license={license} title={index === 0 ? title : null} />
      ))}
      {view.findings.length > 0 && (
        <ul class="findings">
          {view.findings.map(({ says, wouldChange }) => (
            <li key={says}>
              {says} <span class="faint">What would change it: {wouldChange}</span>
            </li>
          ))}
        </ul>
      )}
      {view.clauses.length > 0 && <Legend clauses={view.clauses} hidden={hidden} onHide={setHidden} />}
      <div class={`split ${[...hidden].map(mode => `hide-${mode}`).join(' ')}`}>
        <div>
          {view.texts.map(({ path, lines }) => (
            <MarkedText key={path} path={path} lines={lines} looks={looks} order={LOOKS} />
          ))}
        </div>
        <aside class="notes" aria-label="What the text says">
          {view.licenses.map(license => (
            <License key={license.title} license={license} />
          ))}
          <ClauseList clauses={view.clauses} />
        </aside>
      </div>
    </>
  )
}
