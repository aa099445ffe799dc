import { useEffect, useMemo, useRef } from 'preact/hooks'
import { ask } from '../ask.ts'
import { Given } from '../given/given.tsx'
import { useReading } from '../given/reading.ts'
import { lightCurrent } from '../marked/current.ts'
import { type Look, MarkedText } from '../marked/text.tsx'
import { Claims } from './claims.tsx'
import type { ClaimsView } from './view.ts'

/** the heaviest first */
const CHECKS = ['contradicted', 'undetermined', 'supported']

/** The claim checker: an announcement goes in, and its claims light up. Nothing of it leaves the page. */
export function Checker() {
  const { stage, read, clear } = useReading('claims')
  const root = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const asked = useRef(false)
  const use = () => {
    if (asked.current) return
    asked.current = true
    ask('picks', null).catch(() => {
      asked.current = false
    })
  }
  const again = () => {
    clear()
    // the button that had the focus is gone
    requestAnimationFrame(() => root.current?.querySelector('textarea')?.focus())
  }
  useEffect(() => {
    if (stage.is !== 'read' || !root.current) return
    title.current?.focus({ preventScroll: true })
    return lightCurrent(root.current)
  }, [stage])
  const says =
    stage.is === 'read'
      ? `${stage.view.title}. Read here in ${Math.max(1, Math.round(stage.milliseconds))} ms; nothing was sent.`
      : stage.is === 'failed'
        ? stage.why
        : stage.is === 'reading'
          ? 'Reading …'
          : ''
  return (
    <div ref={root} class="reader">
      <p role="status" class={stage.is === 'read' ? 'status read' : 'status'}>
        {says}
      </p>
      {stage.is === 'read' ? (
        <>
          <p>
            <button type="button" onClick={again}>
              Check another text
            </button>
          </p>
          <Checked view={stage.view} title={title} />
        </>
      ) : (
        <Given
          label="An announcement, a model card or a README"
          hint="Paste it, or drop a file here. It is read in this page and goes nowhere."
          path="pasted text"
          text=""
          onUse={use}
          onTexts={read}
        />
      )}
    </div>
  )
}

function Checked({ view, title }: { view: ClaimsView; title: { current: HTMLHeadingElement | null } }) {
  const looks = useMemo(
    () =>
      new Map(
        view.claims.map(({ number, check, says }): [number, Look] => [
          number,
          { look: check, label: `${check}, “${says}”` },
        ]),
      ),
    [view],
  )
  return (
    <>
      <header class="identity">
        <h2 ref={title} tabIndex={-1}>
          {view.title}
        </h2>
        {view.releases.map(({ name, term, atMost }) => (
          <p key={name}>
            Speaks of <strong>{name}</strong>: {term}
            {atMost !== null && `, at most ${atMost}`}
            <span class="faint">, from dated facts; not audited</span>
          </p>
        ))}
        {view.claims.length > 0 && view.releases.length === 0 && (
          <p>No release that is known here is named, so what it gives is not known: audit the release itself.</p>
        )}
        {view.findings.map(({ says, wouldChange }) => (
          <p key={says}>
            {says} <span class="faint">What would change it: {wouldChange}</span>
          </p>
        ))}
      </header>
      <div class="split">
        <div>
          {view.texts.map(({ path, lines }) => (
            <MarkedText key={path} path={path} lines={lines} looks={looks} order={CHECKS} />
          ))}
        </div>
        <aside class="notes" aria-label="The claims">
          <Claims claims={view.claims} />
        </aside>
      </div>
    </>
  )
}
