import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Loaders } from '@unwash/core/knowledge/loaders'
import { findModel } from '@unwash/core/names/models'
import { plainName } from './keys.ts'

/** A name that a program gives a model or a data set, and where it is looked up. */
export interface NamedInCode {
  readonly id: string
  readonly host: string
  readonly revision: string | null
}

/** What a name alone tells: where it is looked up, at whatever revision. */
export const namedAt = (host: string, id: string): NamedInCode => ({ id, host, revision: null })

const LONGEST_NAME = 200

const STEP = '[A-Za-z0-9][\\w.-]{0,95}'
const ID = new RegExp(`^${STEP}/${STEP}$`)
const BARE = new RegExp(`^${STEP}$`)
const TAGGED = /^[A-Za-z0-9][\w.-]{0,95}(?:\/[A-Za-z0-9][\w.-]{0,95}){0,3}:[\w.-]{1,60}$/

/** What a value given to a loader names. Null for what can be no name. */
export function readName(value: string, host: string | undefined, loaders: Loaders): NamedInCode | null {
  const text = value.trim()
  if (text === '' || text.length > LONGEST_NAME || /\s/.test(text) || NO_NAME.test(text)) return null
  const address = modelAtAddress(text, loaders) ?? registryName(text, loaders) ?? servedAt(text, loaders)
  if (address) return address
  if (isMadeUp(text, loaders)) return null
  const own = localName(text, loaders)
  if (own) return own
  const service = hostedName(text, loaders)
  if (service) return namedAt('hosted', service)
  // `hedgerow/wren/pytorch/1b` is of `hedgerow/wren`
  const [publisher = '', model = '', ...deeper] = text.split('/')
  if (host === KAGGLE && deeper.length > 0) return { id: `${publisher}/${model}`, host, revision: null }
  // `org/name:file.gguf` is of `org/name`
  const [base = text] = text.split(':', 1)
  if (isPath(ID.test(base) ? base : text, loaders))
    return /[$*{}[\]()|]/.test(text) || NO_WEIGHTS.test(text) ? null : namedAt('path', text)
  const given = host === undefined || host === 'hosted' ? withoutProvider(text, loaders) : text
  if (host !== undefined && host !== 'hosted') {
    const named = BARE.test(given) || ID.test(given) || TAGGED.test(given)
    return named ? namedAt(host, given) : null
  }
  // `org/name:Q4_K_M` and `org/name@revision` are of `org/name`
  const [bare = given, mark] = given.split(/[:@]/, 2)
  const owner = loaders.owners[bare.split('/', 1)[0] ?? '']
  if (ID.test(bare))
    return { id: owner ? given : bare, host: owner ?? 'hub', revision: given.includes('@') ? (mark ?? null) : null }
  if (!BARE.test(given)) return null
  return namedAt(host ?? 'hub', given)
}

const KAGGLE = 'kaggle'
const NO_NAME = /^(?:[./]+|true|false|null|none|nil|yes|no|undefined|auto|default|\?+)$/i
/** files and programs that hold no weights: `wren.yaml` says how a model is built */
export const NO_WEIGHTS = /\.(?:ya?ml|json|toml|txt|md|py|sh|csv|js|cfg|ini|xml|html)$|^\/(?:usr\/)?bin\//i
/** `ollama/wren:7b`, `groq:wren`: the name of a service or a program before that of a model */
const PREFIXED = /^([a-z][a-z_-]{1,30})[/:](.{2,})$/i

/** What stands behind the name of a program that runs models on one's own machine, or of a service and a colon. */
export function localName(text: string, { providers, services }: Loaders): NamedInCode | null {
  const [, provider = '', id = ''] = PREFIXED.exec(text) ?? []
  if (!providers.includes(provider) || id.startsWith(provider)) return null
  const plain = plainName(provider)
  // a service's own ids have slashes in them; what stands behind a colon is none
  const service = services.find(
    one => (one.host !== 'hosted' || text[provider.length] === ':') && one.words.some(word => plain.startsWith(word)),
  )
  const named = BARE.test(id) || ID.test(id) || TAGGED.test(id)
  return service && named ? namedAt(service.host, id) : null
}

/** Whether a value has the shape of a hub's id and can be nothing else that a setting holds. */
export function isPlainId(value: string, loaders: Loaders): boolean {
  const [whole = ''] = value.trim().split(/[:@]/, 1)
  const bare = withoutProvider(whole, loaders)
  return ID.test(bare) && !isPath(whole, loaders) && !isPath(bare, loaders) && !NO_ID.test(bare)
}

/** numbers, a letter, and what an address without its beginning looks like: `example.org/wren` */
const NO_ID = /^[\d.]+\/[\d.]+$|\/.$|^[\w.-]+\.(?:com|org|net|io|dev|sh|co|ai|cloud|app|k8s|local|environ)\//

/** A model's name at a service, without what libraries put before it; null where it begins as none of a service. */
export function hostedName(text: string, loaders: Loaders): string | null {
  if (SERVED.test(text)) return text
  const [, provider = ''] = PREFIXED.exec(text) ?? []
  const value = loaders.providers.includes(provider) ? text.replace(/[/:]/, '/') : text
  const steps = value.split('/')
  const bare = steps.pop() ?? ''
  if (!/^[a-z][\w.:@-]{0,79}[a-z0-9]$/i.test(bare) || /^[A-Z]/.test(bare) || isFile(value, loaders)) return null
  if (!steps.every(step => loaders.providers.includes(step.toLowerCase()))) return null
  if (loaders.hosted.includes(bare)) return bare
  // `gemini-1.5` is a family of them
  const isFamily = loaders.families.some(one => bare.startsWith(`${one}-`) && !/[a-z]/.test(bare.slice(one.length)))
  return !isFamily && loaders.hosted.some(beginning => startsWithWord(bare, beginning)) ? bare : null
}

/** how services write the place of a model: `accounts/hedgerow/models/wren`, `@cf/hedgerow/wren` */
const SERVED =
  /^(?:accounts\/[\w-]{1,60}\/models\/|publishers\/[\w-]{1,60}\/models\/|@(?:cf|hf)\/[\w-]{1,60}\/)[\w.:-]{1,90}$/

/** A hosted name that can be nothing else wherever it stands: it has a version, is the latest, or is listed whole. */
export function sureHostedName(value: string, loaders: Loaders): string | null {
  const name = hostedName(value, loaders)
  return name && /[-/]/.test(name) && (/\d|-latest$/.test(name) || loaders.hosted.includes(name)) ? name : null
}

/** `gpt-4` begins `gpt-4o` and `gpt-4-turbo`; `sonar` begins no `sonarqube` */
function startsWithWord(text: string, beginning: string): boolean {
  if (!text.startsWith(beginning)) return false
  const next = text.slice(beginning.length)
  return next === '' || /[-.]$/.test(beginning) || !/^[a-z]{2}/.test(next)
}

function withoutProvider(text: string, loaders: Loaders): string {
  const [, provider = '', rest = text] = /^([^/]+)\/([^/]+\/[^/].*)$/s.exec(text) ?? []
  return loaders.providers.includes(provider.toLowerCase()) ? rest : text
}

function isPath(text: string, loaders: Loaders): boolean {
  if (/^(?:\.{1,2}(?:[/\\]|$)|[/~\\$]|[A-Za-z]:[/\\])/.test(text) || /[\\*<>{}[\]()|,;"'=]/.test(text)) return true
  const steps = text.split('/')
  if (steps.length > 1 && loaders.folders.includes(steps[0]?.toLowerCase() ?? '')) return true
  // "wren/tokenizer-config": a part of a model
  if (steps.length === 2 && steps[1]?.split(/[-_]/).every(word => loaders.parts.includes(word.toLowerCase())))
    return true
  if (steps.length > 2 && !loaders.providers.includes(steps[0]?.toLowerCase() ?? '') && !text.includes(':')) return true
  return isFile(text, loaders)
}

/** Whether a text ends as a file does. */
export function isFile(text: string, loaders: Loaders): boolean {
  const ending = /\.([A-Za-z0-9_]{1,16})$/.exec(text)?.[1]?.toLowerCase()
  return ending !== undefined && loaders.endings.includes(ending)
}

/** Whether a text is the path of a file of weights with a name of its own: `models/wren_2.onnx`, no `model.onnx`. */
export function isWeightsFile(text: string, { weights, parts, nameless, placeholders }: Loaders): boolean {
  const [, stem = '', ending = ''] = /([A-Za-z0-9][\w.-]{1,90})\.([A-Za-z0-9]{2,12})$/.exec(text) ?? []
  if (!weights.includes(ending.toLowerCase())) return false
  const words = stem.toLowerCase().split(/[-_.]/)
  return (
    !/vocab/.test(stem) &&
    words.some(word => !QUANT.test(word) && !parts.includes(word) && !nameless.includes(word)) &&
    !placeholders.includes(words[0] ?? '')
  )
}

const QUANT = /^(?:\d*|[a-z]|i?q\d\w*|b?f\d+|mxfp\d|x{1,3}[sl])$/

/** Whether a name only stands for that of a model: `fake-model`, `my-wren`, `your_org/model`. */
export const isMadeUp = (text: string, { placeholders }: Loaders): boolean =>
  placeholders.includes(text.toLowerCase().split(/[-_./:]/, 1)[0] ?? '') || /^<|\bmodel[-_ ]?name\b/i.test(text)

/** What an address leads to that is no hub's: a file of weights, or a model at a service's `/models/`. */
export function servedAt(text: string, loaders: Loaders): NamedInCode | null {
  if (!/^https?:\/\//i.test(text)) return null
  const [bare = ''] = text.split(/[?#]/, 1)
  const service = /\/(?:models|deployments|engines)\/([a-z0-9][\w.-]{1,80})(?:[:/]|$)/.exec(bare)?.[1]
  const hosted = service ? sureHostedName(service, loaders) : null
  if (hosted) return namedAt('hosted', hosted)
  const file = bare.slice(bare.lastIndexOf('/') + 1)
  const ending = /^[A-Za-z][\w.-]{2,90}\.([a-z0-9_]{2,12})$/i.exec(file)?.[1]?.toLowerCase() ?? ''
  const sure = loaders.weights.includes(ending) || (ending === 'bin' && /ggml|model/i.test(file))
  return sure ? namedAt('url', file) : null
}

/** How an address begins that names a model by itself: `hf://`, `ollama://`. */
export const schemeOf = (text: string, { schemes }: Loaders) =>
  schemes.find(({ begins }) => text.slice(0, begins.length).toLowerCase() === begins)

const TAGGED_OR_PLAIN = /^[A-Za-z0-9][\w.-]{0,95}(?:\/[A-Za-z0-9][\w.-]{0,95}){0,4}(?:[:@][\w.:-]{1,90})?$/

const VERB = /^(?:resolve|blob|tree|raw)$/

/** What a hub's address leads to: `https://<hub>/org/name/resolve/main/x`, `hf://org/name`. Null for other pages. */
export function modelAtAddress(given: string, loaders: Loaders): (NamedInCode & { readonly of?: 'dataset' }) | null {
  const text = given.replace(/^git@([\w.-]{1,60}):/, '$1/')
  const own = schemeOf(text, loaders)
  const scheme = own?.begins ?? /^(?:https?:\/\/(?:www\.)?|djl:\/\/)?/i.exec(text)?.[0] ?? ''
  const rest = text.slice(scheme.length)
  if (own?.host !== undefined) return TAGGED_OR_PLAIN.test(rest) ? namedAt(own.host, rest) : null
  const host = loaders.addresses.find(one => rest.toLowerCase().startsWith(`${one.host}/`))
  if (!host && !own) return null
  const [page = ''] = (host ? rest.slice(host.host.length + 1) : rest).split(/[?#]/, 1)
  const steps = page.split('/').filter(step => step !== '')
  const ofData = steps[0] === 'datasets'
  // `<hub>/wren/resolve/main/x`: the oldest models stand under no publisher
  const alone = steps.length > 2 && VERB.test(steps[1] ?? '') && BARE.test(steps[0] ?? '')
  if (alone && !loaders.reserved.includes(steps[0]?.toLowerCase() ?? '')) {
    const [id = '', , at = 'main'] = steps
    return { id, host: 'hub', revision: at === 'main' ? null : at }
  }
  if (host && host.kind !== 'hub' && !ID.test(steps.slice(0, 2).join('/'))) return null
  if (host?.kind === 'tfhub') return namedAt('tfhub', steps.join('/'))
  const [org, tagged, verb, revision] = ofData ? steps.slice(1) : steps
  const name = tagged?.split(':', 1)[0]
  if (!org || !name || loaders.reserved.includes(org.toLowerCase()) || !ID.test(`${org}/${name}`)) return null
  const at = verb && VERB.test(verb) ? (revision ?? null) : null
  return {
    id: `${org}/${name}`,
    host: host?.kind ?? 'hub',
    revision: at === 'main' ? null : at,
    ...(ofData ? { of: 'dataset' as const } : {}),
  }
}

/** An id of a publisher that is known, with a name of its own models. */
export function ownName(text: string, knowledge: Knowledge): string | null {
  if (!isPlainId(text, knowledge.loaders)) return null
  return findModel(knowledge, text)?.own ? (text.split(/[:@]/, 1)[0] ?? null) : null
}

/** A name without a publisher that speaks of a model that is known or hosted: `gemma2:9b`, `gpt-4o`. */
export function bareName(text: string, knowledge: Knowledge): NamedInCode | null {
  const { loaders } = knowledge
  const service = hostedName(text, loaders)
  if (service) return namedAt('hosted', service)
  const local = localName(text, loaders)
  if (local) return local
  const name = text.split(':', 1)[0]?.toLowerCase() ?? ''
  // `phi4-mini` is one of `phi`
  const known = loaders.bare.includes(name) || loaders.bare.includes(name.replace(/[-.]?\d.*$/, ''))
  if (!/^[A-Za-z][\w.-]{2,80}(?::[\w.-]{1,60})?$/.test(text) || !(known || /[\d:]/.test(text))) return null
  if (isFile(text, loaders) || isMadeUp(text, loaders)) return null
  const read = readName(text, 'name', loaders)
  return read && read.host !== 'path' && (known || findModel(knowledge, text))
    ? { ...read, host: text.includes(':') ? 'ollama' : 'name' }
    : null
}

/** Whether a data set's name is that of a loader of local files. */
export const isBuilder = (id: string, loaders: Loaders) => loaders.builders.includes(id)

/** What a text names by its shape alone, in the list of some library: `yolov8n.pt`, `ggml-base.bin`. */
export function registryName(text: string, { registries }: Loaders): NamedInCode | null {
  const [bare = text] = text.split('?', 1)
  // a file is known by its name, wherever it lies
  const slash = bare.lastIndexOf('/')
  return nameIn(bare, registries) ?? (slash > 0 ? nameIn(bare.slice(slash + 1), registries) : null)
}

function nameIn(text: string, registries: Loaders['registries']): NamedInCode | null {
  for (const { host, begins, ends = [], names } of registries) {
    if (!begins.some(begin => text.startsWith(begin))) continue
    const end = ends.find(one => text.endsWith(one))
    const name = end === undefined ? text : text.slice(0, -end.length)
    if (end === undefined && ends.length > 0) continue
    if (!names || names.includes(name.replace(/-q\d\w*$/, ''))) return namedAt(host, name)
  }
  return null
}
