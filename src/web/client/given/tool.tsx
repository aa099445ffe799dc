import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ask } from '../ask.ts'
import { lightCurrent } from '../marked/current.ts'
import type { Ask, Asks, Pick, SentText } from '../messages.ts'
import { withoutPdf } from '../pdf/text.ts'
import { Given, PASTED } from './given.tsx'
import { takeText } from './handed.ts'

/** Where the reading of a text stands. */
type Stage<View> =
  | { readonly is: 'empty' }
  | { readonly is: 'reading' }
  | { readonly is: 'read'; readonly view: View; readonly milliseconds: number }
  | { readonly is: 'failed'; readonly why: string }

/** What the worker can be asked to read. */
type Reads = { readonly [A in Ask]: Asks[A]['asked'] extends readonly SentText[] ? A : never }[Ask]

/** Reads texts in the worker; what was given last is what is shown. */
function useReading<A extends Reads>(question: A) {
  const [stage, setStage] = useState<Stage<Asks[A]['answered']>>({ is: 'empty' })
  const read = async (texts: readonly SentText[]) => {
    setStage({ is: 'reading' })
    try {
      const opened = await Promise.all(texts.map(withoutPdf))
      const { answered, milliseconds } = await ask(question, opened)
      setStage({ is: 'read', view: answered, milliseconds })
    } catch (error) {
      setStage({ is: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
  }
  return { stage, read, clear: () => setStage({ is: 'empty' }) }
}

/** A tool of a page: a text goes in, and stands there marked. */
interface ToolProps<A extends Reads> {
  /** what is asked of the worker */
  readonly question: A
  readonly label: string
  /** words of the button that makes room for another text */
  readonly again: string
  /** what was read, in a sentence for those who listen */
  readonly summary: (view: Asks[A]['answered']) => string
  readonly result: (view: Asks[A]['answered'], title: RefObject<HTMLHeadingElement | null>) => ComponentChildren
  /** more ways to give a text than to paste, drop or open it */
  readonly more?: (picks: readonly Pick[] | null, read: (texts: readonly SentText[]) => void) => ComponentChildren
}

/** Takes a text and shows what was read. Nothing of it leaves the page. */
export function Tool<A extends Reads>({ question, label, again, summary, result, more }: ToolProps<A>) {
  const [picks, setPicks] = useState<readonly Pick[] | null>(null)
  const { stage, read, clear } = useReading(question)
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
  useEffect(() => {
    const given = takeText()
    if (given !== null) {
      use()
      void read([{ path: PASTED, content: given }])
    }
    return whenIdle(use)
  }, [])
  const clearAll = () => {
    clear()
    // the button that had the focus is gone
    requestAnimationFrame(() => root.current?.querySelector('textarea')?.focus())
  }
  useEffect(() => {
    if (stage.is !== 'read' || !root.current) return
    title.current?.focus({ preventScroll: true })
    return lightCurrent(root.current)
  }, [stage])
  const says = () => {
    if (stage.is === 'failed') return stage.why
    if (stage.is !== 'read') return stage.is === 'reading' ? 'Reading …' : ''
    return `${summary(stage.view)} Read here in ${Math.max(1, Math.round(stage.milliseconds))} ms; nothing was sent.`
  }
  return (
    <div ref={root} class="reader">
      <p role="status" class={stage.is === 'read' ? 'status read' : 'status'}>
        {says()}
      </p>
      {stage.is === 'read' ? (
        <>
          <p>
            <button type="button" onClick={clearAll}>
              {again}
            </button>
          </p>
          {result(stage.view, title)}
        </>
      ) : (
        <Given label={label} onUse={use} onTexts={read}>
          {more?.(picks, read)}
        </Given>
      )}
    </div>
  )
}

/**
 * Does it when the page has nothing else to do: whoever opens a tool is about to use it. Where data is to be saved,
 * with the first use.
 */
function whenIdle(work: () => void): () => void {
  if ((navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData) return () => {}
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, 200)
    return () => clearTimeout(timer)
  }
  const idle = requestIdleCallback(work)
  return () => cancelIdleCallback(idle)
}
