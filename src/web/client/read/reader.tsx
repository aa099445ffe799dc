import { useEffect, useRef, useState } from 'preact/hooks'
import { ask } from '../ask.ts'
import { Given } from '../given/given.tsx'
import { useReading } from '../given/reading.ts'
import { lightCurrent } from '../marked/current.ts'
import type { Pick } from '../messages.ts'
import { Result } from './result.tsx'
import { summaryOf } from './summary.ts'

/** The license reader: a text goes in, and stands there marked. Nothing of it leaves the page. */
export function Reader() {
  const [picks, setPicks] = useState<readonly Pick[] | null>(null)
  const { stage, read, clear } = useReading('licenses')
  const root = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const asked = useRef(false)
  const use = () => {
    if (asked.current) return
    asked.current = true
    ask('picks', null).then(
      ({ answered }) => setPicks(answered),
      () => {
        asked.current = false
      },
    )
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
  const says = stage.is === 'read' ? summaryOf(stage.view, stage.milliseconds) : STAGES[stage.is]
  return (
    <div ref={root} class="reader">
      <p role="status" class={stage.is === 'read' ? 'status read' : 'status'}>
        {stage.is === 'failed' ? stage.why : says}
      </p>
      {stage.is === 'read' ? (
        <>
          <p>
            <button type="button" onClick={again}>
              Read another text
            </button>
          </p>
          <Result view={stage.view} title={title} />
        </>
      ) : (
        <Given
          label="The text of a license"
          hint="Paste it, or drop a file here. It is read in this page and goes nowhere."
          path="pasted text"
          text=""
          onUse={use}
          onTexts={read}
        >
          <label class="pick">
            or one that is known
            <select
              onFocus={use}
              onChange={event => {
                const { value } = event.currentTarget
                if (value !== '') void ask('text', value).then(({ answered }) => read([answered]))
              }}
            >
              <option value="">{picks === null ? 'choose …' : `${picks.length} licenses`}</option>
              {picks?.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id}: {name}
                </option>
              ))}
            </select>
          </label>
        </Given>
      )}
    </div>
  )
}

const STAGES = { empty: '', reading: 'Reading …', failed: '' } as const
