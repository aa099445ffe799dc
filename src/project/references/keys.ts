import type { Loaders } from '../../knowledge/loaders.ts'
import { once } from '../../once.ts'

/** What a key of a setting or a name in code names: `base_model`, `MODEL_ID`, `defaultModelName`; null for other keys. */
export function keyOf(key: string, loaders: Loaders): 'model' | 'dataset' | null {
  const { model, dataset } = namesOf(loaders)
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
export const plainName = remembered((name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))

/** Whether a key leads to what is said of a model, and to no model: `license_url`, `docsUrl`, `example`. */
export const tellsOnly = (key: string, loaders: Loaders): boolean =>
  wordsOfName(key).some(word => loaders.about.tells.includes(word)) && keyOf(key, loaders) === null

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
    if (name.length <= LONGEST) known.set(name, value)
    return value
  }
}
const MOST_KNOWN = 20_000
const LONGEST = 120

const namesOf = once(({ keys }: Loaders) => ({
  model: new Set(keys.model.map(plainName)),
  dataset: new Set(keys.dataset.map(plainName)),
}))
