import { keptAs } from '@unwash/sources/http/json'
import * as z from 'zod'

/** What came of asking once. */
export type Heard =
  | {
      readonly is: 'answer'
      readonly text: string
      /** as the server calls the model that answered, and its build */
      readonly version: readonly string[]
      /** as the server counts them, where it does */
      readonly tokens: { readonly in: number; readonly out: number } | null
    }
  | {
      readonly is: 'trouble'
      /** continues "the reader …" */
      readonly says: string
      readonly status: number | null
      /** what it said of itself, at most so much as tells what it refuses */
      readonly detail: string
      /** it may go better another time */
      readonly passing: boolean
      /** nothing else is answered there either */
      readonly final: boolean
      /** milliseconds the server asks to wait */
      readonly wait: number | null
    }

/** Trouble, which continues "the reader …". */
export const trouble = (says: string, about: Partial<Extract<Heard, { is: 'trouble' }>> = {}): Heard => ({
  is: 'trouble',
  says,
  status: null,
  detail: '',
  passing: false,
  final: false,
  wait: null,
  ...about,
})

const said = z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish()
const count = z.number().int().nonnegative()

/** An answer, or a piece of one that comes as a stream. */
const Completion = z.object({
  model: z.string().max(200).optional().catch(undefined),
  system_fingerprint: z.string().max(100).nullish().catch(null),
  choices: z
    .array(z.object({ message: said, delta: said, finish_reason: z.string().nullish() }))
    .max(1_000)
    .optional(),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
  error: z.unknown().optional(),
})

/** longer is no answer to a closed question, thoughts and all */
const TEXT = 256 * 1024

/** Reads what a server answered: an object, or a stream of events with a piece of it in each. */
export function completionOf(body: string, type: string): Heard {
  // some send events without saying so
  const streamed = /^\s{0,9}text\/event-stream\b/i.test(type) || body.startsWith('data:')
  const pieces: z.infer<typeof Completion>[] = []
  let over = !streamed
  for (const words of streamed ? eventsIn(body) : [body]) {
    if (streamed && words === '[DONE]') {
      over = true
      break
    }
    const piece = keptAs(Completion, words)
    if (piece === null) return trouble('answers with something else than a completion')
    if (piece.error) return trouble('ends its answer with an error', { passing: true })
    pieces.push(piece)
  }
  const choices = pieces.flatMap(piece => piece.choices?.slice(0, 1) ?? [])
  const ended = choices.findLast(choice => choice.finish_reason)?.finish_reason
  if (!over && !ended) return trouble('breaks off its answer', { passing: true })
  if (ended === 'length') return trouble('does not come to an end with its answer')
  const parts = choices.flatMap(({ message, delta }) => [message, delta])
  const text = parts.map(part => part?.content ?? '').join('')
  if (ended === 'content_filter' || (text === '' && parts.some(part => part?.refusal)))
    return trouble('does not want to answer')
  if (text.length > TEXT) return trouble('answers at greater length than any answer has')
  const first = pieces.find(piece => piece.model)
  const usage = pieces.findLast(piece => piece.usage)?.usage
  return {
    is: 'answer',
    text,
    version: [first?.model ?? '', first?.system_fingerprint ?? ''].filter(one => one !== ''),
    tokens: usage ? { in: usage.prompt_tokens, out: usage.completion_tokens } : null,
  }
}

/** The data of server-sent events, one or more lines each. */
function eventsIn(body: string): readonly string[] {
  return body.split(/\r?\n\r?\n/).flatMap(event => {
    const lines = event.split(/\r?\n/).flatMap(line => (line.startsWith('data:') ? [line.slice(5).trimStart()] : []))
    return lines.length > 0 ? [lines.join('\n').trimEnd()] : []
  })
}
