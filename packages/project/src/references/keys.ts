import type { Loaders } from '@unwash/core/knowledge/loaders'
import { once } from '@unwash/core/once'
import { latinOf } from '@unwash/core/text/letters'
import type { Reference } from './reference.ts'

/** What a key of a setting or a name in code names: `base_model`, `MODEL_ID`, `defaultModelName`; null for others. */
export function whatKeyNames(key: string, loaders: Loaders): 'model' | 'dataset' | null {
  const { model, dataset } = keyNames(loaders)
  const words = plainName(key)
  if (isOther(key, loaders)) return null
  if (model.has(words)) return 'model'
  if (dataset.has(words)) return 'dataset'
  const last = words.replace(/\d{1,3}$/, '')
  // `WHISPER_MODEL_ID`, `summaryModelName`: the words at the end say what it is
  if (/(?:model|models|llm|modelid|modelname|modelpath|repoid)$/.test(last)) return 'model'
  return /(?:dataset|datasetname|datasetid)$/.test(last) ? 'dataset' : null
}

/** Whether a key speaks of the model of a thing, of a model that is made, or of how models are called. */
export function isOther(key: string, { about }: Loaders): boolean {
  const words = wordsOfName(key)
  const at = words.findIndex(word => /^(?:model|models)$/.test(word))
  return (
    about.things.includes(words[at - 1] ?? '') ||
    isMade(key, about) ||
    /^(?:prefix|prefixes|suffix|suffixes|type|types|family)$/.test(words.at(-1) ?? '')
  )
}

/** Whether a name says that something is written, and not loaded: `push_to_hub`, `output_model`. */
export const isMade = (name: string, { makes }: Loaders['about']): boolean =>
  makes.includes(plainName(name)) || wordsOfName(name).some(word => makes.includes(word))

/** A name without what writers differ in: `from_pretrained`, `FromPretrained`, `fromPretrained`. */
export const plainName = remembered(latinOf)

/** Whether a key leads to what is said of a model, and to no model: `license_url`, `docsUrl`, `example`. */
export const tellsOnly = (key: string, loaders: Loaders): boolean =>
  wordsOfName(key).some(word => loaders.about.tells.includes(word)) && whatKeyNames(key, loaders) === null

/** A name as words: `DEFAULT_ALIGN_MODELS_HF`, `modelName`, `load_model`. */
export const wordsOfName = remembered((name: string): readonly string[] =>
  name
    .slice(0, 120)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== ''),
)

/** The same for a name that was asked for before: code has few names, and each of them often. */
function remembered<Value>(read: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>()
  return name => {
    const ready = known.get(name)
    if (ready !== undefined) return ready
    const value = read(name)
    if (known.size > MOST_KNOWN) known.clear()
    if (name.length <= LONGEST_KEY) known.set(name, value)
    return value
  }
}
const MOST_KNOWN = 20_000
const LONGEST_KEY = 120

const keyNames = once(({ keys }: Loaders) => ({
  model: new Set(keys.model.map(plainName)),
  dataset: new Set(keys.dataset.map(plainName)),
}))

/** what a line begins with */
export const FIRST = /^\s{0,60}(?:- )?["']?([\w.-]{1,60})["']?\s{0,8}[:=]/
const TITLES = /^(?:name|id|alias|title|model[_-]?name|model[_-]?id)$/i

/** Whether what a key of titles is given only stands for a model that the same map names: `model_name: gpt-4`. */
export function isAlias(one: Reference, all: readonly Reference[], lines: readonly string[]): boolean {
  if (one.id === null || (one.host === 'hub' && one.id.includes('/')) || !TITLES.test(one.via)) return false
  const line = lineOf(one)
  if (FIRST.exec(lines[line - 1] ?? '')?.[1] !== one.via) return false
  const columnOf = (row: number) => /[^\s-]/.exec(lines[row - 1] ?? '')?.index ?? 0
  const column = columnOf(line)
  return all.some(other => {
    const row = lineOf(other)
    const isName = /model/i.test(one.via) && columnOf(row) === column ? SOURCES : MEANT
    if (row === line || Math.abs(row - line) > FURTHEST || columnOf(row) < column || !isName.test(other.via))
      return false
    return lines
      .slice(Math.min(row, line - 1), Math.max(row, line))
      .every((between, at) => (row > line && at === 0) || (/\S/.exec(between)?.index ?? column) >= column)
  })
}
/** keys that name a model beside its title, and those that do so beside a name of it */
const MEANT = /^(?:model|model_?(?:id|source|ur[li]|path)|address|repo\w{0,10}|ur[li]|id)$/i
const SOURCES = /^(?:model_?(?:source|ur[li]|path)|address|ur[li])$/i
const FURTHEST = 40

/** The line that names a reference; 0 where only its file is known. */
export const lineOf = ({ cited: [first] }: Reference) => ('line' in first ? (first.line ?? 0) : 0)
