import { useState } from 'preact/hooks'
import { ask } from '../ask.ts'
import type { Ask, Asks, SentText } from '../messages.ts'
import { withoutPdf } from '../pdf/text.ts'

/** Where the reading of a text stands. */
export type Stage<View> =
  | { readonly is: 'empty' }
  | { readonly is: 'reading' }
  | { readonly is: 'read'; readonly view: View; readonly milliseconds: number; readonly texts: readonly SentText[] }
  | { readonly is: 'failed'; readonly why: string }

/** What the worker can be asked to read. */
export type Reads = { readonly [A in Ask]: Asks[A]['asked'] extends readonly SentText[] ? A : never }[Ask]

/** Reads texts in the worker; what was given last is what is shown. */
export function useReading<A extends Reads>(question: A) {
  const [stage, setStage] = useState<Stage<Asks[A]['answered']>>({ is: 'empty' })
  const read = async (texts: readonly SentText[]) => {
    setStage({ is: 'reading' })
    try {
      const opened = await Promise.all(texts.map(withoutPdf))
      const { answered, milliseconds } = await ask(question, opened)
      setStage({ is: 'read', view: answered, milliseconds, texts })
    } catch (error) {
      setStage({ is: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
  }
  return { stage, read, clear: () => setStage({ is: 'empty' }) }
}
