import type { Patience } from '@unwash/sources/http/limits'
import { pauseAfter, rest } from '@unwash/sources/http/time'
import type { ReaderAddress } from './address.ts'
import type { Heard } from './completion.ts'
import { post } from './post.ts'

/** One thing to ask a model: what is said to it, and the shape its answer has to have. */
export interface Chat {
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[]
  /** JSON Schema */
  readonly schema: object
  /** tokens of an answer at most */
  readonly most: number
}

/** The OpenAI-compatible wire to one model. */
interface Wire {
  /** The body of a request; what is sent is its JSON. */
  bodyOf(chat: Chat): object
  /** Asks, and asks again where the trouble may pass. Throws the signal's reason alone. */
  ask(chat: Chat): Promise<Heard>
}

/** How long a model is waited for, and who is told. */
export interface WireOptions {
  readonly patience?: Patience | undefined
  readonly signal?: AbortSignal | undefined
  /** told of a wait long enough for a person to notice */
  readonly tell?: ((says: string) => void) | undefined
}

/** How long a model is waited for; one on a laptop reads the question for a minute before it begins. */
const MODEL_PATIENCE: Patience = { silence: 120_000, answer: 600_000, tries: 4, pause: 1_000, waiting: 600_000 }

/** shorter waits are not worth telling */
const TOLD = 3_000

/** what not every server takes: it is left out from then on where one refuses it by name */
const OPTIONAL = ['stream_options', 'temperature', 'seed', 'response_format', 'max_tokens', 'stream'] as const

/** the same for everybody, so that who asks again is answered alike as far as the server can */
const SEED = 7

/** Opens the wire; nothing is sent before something is asked. */
export function wireTo(address: ReaderAddress, { patience = MODEL_PATIENCE, signal, tell }: WireOptions = {}): Wire {
  const without = new Set<string>()
  let tokens = 'max_tokens'
  let waited = 0

  const bodyOf = ({ messages, schema, most }: Chat) => {
    const body = {
      model: address.model,
      messages,
      temperature: 0,
      seed: SEED,
      [tokens]: most,
      response_format: { type: 'json_schema', json_schema: { name: 'answers', strict: true, schema } },
      stream: true,
      stream_options: { include_usage: true },
    }
    return Object.fromEntries(Object.entries(body).filter(([name]) => !without.has(name)))
  }

  /** Whether the request was refused for a part that it can do without; that part is left out from now on. */
  const leavesOut = ({ status, detail }: Extract<Heard, { is: 'trouble' }>): boolean => {
    if (status !== 400 && status !== 422) return false
    if (tokens === 'max_tokens' && /\bmax_completion_tokens\b/.test(detail)) {
      tokens = 'max_completion_tokens'
      return true
    }
    const named = OPTIONAL.find(name => !without.has(name) && new RegExp(`\\b${name}\\b`).test(detail))
    if (named === undefined) return false
    without.add(named)
    // goes with it
    if (named === 'stream') without.add('stream_options')
    if (named === 'max_tokens') without.add(tokens)
    return true
  }

  const ask = async (chat: Chat): Promise<Heard> => {
    for (let tried = 1; ; ) {
      signal?.throwIfAborted()
      const heard = await post(address, JSON.stringify(bodyOf(chat)), patience, signal)
      if (heard.is === 'answer') return heard
      if (leavesOut(heard)) continue
      if (!heard.passing || tried >= patience.tries) return heard
      const time = heard.wait ?? pauseAfter(tried, patience)
      waited += heard.wait ?? 0
      if (waited > patience.waiting) return { ...heard, says: `${heard.says}, and asks to wait for too long` }
      if (time >= TOLD) tell?.(`${address.provider} asks to wait ${Math.ceil(time / 1000)} seconds`)
      await rest(time, signal)
      tried += 1
    }
  }
  return { bodyOf, ask }
}
