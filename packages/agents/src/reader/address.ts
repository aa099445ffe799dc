import { invalid } from '@unwash/core/error'
import { isLoopback } from '@unwash/core/text/address'

/** A language model to ask, and where. */
export interface ReaderAddress {
  /** as it is named to a person: `openai`, `ollama`, or the host of an address */
  readonly provider: string
  readonly model: string
  /** of the OpenAI-compatible wire, without a slash at its end */
  readonly base: string
  /** sent there and to no other place */
  readonly key: string | null
  /** whether it is this machine */
  readonly local: boolean
  /** where it tells which weights a name is for now, for one that does */
  readonly tags?: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Where each provider listens unless told, and which key is for it. */
const PROVIDERS: Readonly<
  Record<string, (environment: Environment) => { base: string; key?: string | undefined; tags?: string }>
> = {
  openai: environment => ({
    base: given(environment.OPENAI_BASE_URL) ?? 'https://api.openai.com/v1',
    key: environment.OPENAI_API_KEY,
  }),
  ollama: environment => {
    const at = ollamaAt(given(environment.OLLAMA_HOST) ?? '')
    return { base: `${at}/v1`, tags: `${at}/api/tags` }
  },
  llamacpp: () => ({ base: 'http://127.0.0.1:8080/v1' }),
  vllm: () => ({ base: 'http://127.0.0.1:8000/v1' }),
}

const WANTED =
  `give one of ${Object.keys(PROVIDERS).join(', ')} and a model, as in ollama:NAME, ` +
  'or an address, as in https://host/v1#NAME'

/**
 * Reads `provider:model`, or an address with the model after `#`. A key is the provider's own, or that of
 * `UNWASH_READER_KEY`. Throws an UnwashError for what names no reader, or would send a key in the clear.
 */
export function readerAddress(words: string, environment: Environment): ReaderAddress {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(words) ?? []
  const named = PROVIDERS[scheme]?.(environment)
  const [at = '', fragment = ''] = named ? [named.base, rest] : words.split(/#(.*)/s)
  const model = fragment.trim()
  const url = /^https?:/i.test(at) && URL.canParse(at) ? new URL(at) : null
  if (url === null || !/^[\x21-\x7e]{1,200}$/.test(model) || url.username !== '' || url.search !== '')
    throw invalid('no model is named by', words, WANTED)
  const own = given(environment.UNWASH_READER_KEY) ?? given(named?.key)
  const local = isLoopback(url.hostname)
  if (own !== null && url.protocol === 'http:' && !local)
    throw invalid('a key would be sent in the clear to', url.origin, 'give an https address, or no key')
  return {
    provider: named ? scheme : url.host,
    model,
    base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    key: own,
    local,
    ...(named?.tags ? { tags: named.tags } : {}),
  }
}

const given = (value: string | undefined) => (value?.trim() ? value.trim() : null)

/** `OLLAMA_HOST` as Ollama reads it: scheme and port may be left out, and where it listens is not where it is. */
function ollamaAt(host: string): string {
  const whole = /^https?:\/\//i.test(host) ? host : `http://${/:\d{1,5}\/?$/.test(host) ? host : `${host}:11434`}`
  return whole.replace(/\/+$/, '').replace('//:', '//127.0.0.1:').replace('//0.0.0.0', '//127.0.0.1')
}
