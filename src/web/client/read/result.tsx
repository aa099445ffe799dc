import type { RefObject } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { type Look, MarkedText } from '../marked/text.tsx'
import { ClauseList } from './clause-list.tsx'
import { Identity } from './identity.tsx'
import { Legend } from './legend.tsx'
import { License } from './sidebar.tsx'
import { UnreadList } from './unread-list.tsx'
import { type LicensesView, LOOKS, UNREAD_LOOKS } from './view.ts'

/** what clauses say of words comes first: that they were not understood in full shows beside it */
const ORDER = [...LOOKS, ...UNREAD_LOOKS]

/** A text that was read: its identity, the text with its clauses, and beside it what follows from them. */
export function Result({ view, title }: { view: LicensesView; title: RefObject<HTMLHeadingElement | null> }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const unread = useMemo(() => view.licenses.flatMap(license => license.unread), [view])
  const looks = useMemo(
    () =>
      new Map([
        ...view.clauses.map(({ number, look, says, name }): [number, Look] => [
          number,
          { look, label: `${says}, ${name}` },
        ]),
        ...unread.map(({ number, look, says }): [number, Look] => [
          number,
          { look, over: `is-${look}`, label: ['not understood', ...(says === null ? [] : [says])].join(', ') },
        ]),
      ]),
    [view, unread],
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
      <Legend
        looks={[...view.clauses, ...unread].map(({ look }) => look)}
        words={view.texts.some(({ bands }) => bands !== null) ? view.words : null}
        hidden={hidden}
        onHide={setHidden}
      />
      <div class={`split ${[...hidden].map(mode => `hide-${mode}`).join(' ')}`}>
        <div>
          {view.texts.map(({ path, lines, bands }) => (
            <MarkedText key={path} path={path} lines={lines} bands={bands} looks={looks} order={ORDER} />
          ))}
        </div>
        <aside class="notes" aria-label="What the text says">
          {view.licenses.map(license => (
            <License key={license.title} license={license} />
          ))}
          <ClauseList clauses={view.clauses} />
          <UnreadList licenses={view.licenses} />
        </aside>
      </div>
    </>
  )
}
