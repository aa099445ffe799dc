import type { Loaders } from '../knowledge/loaders.ts'

/** What a key of a setting or a name in code names: `base_model`, `MODEL_ID`, `defaultModelName`; null for other keys. */
export function keyOf(key: string, loaders: Loaders): 'model' | 'dataset' | null {
  const { model, dataset } = namesOf(loaders)
  const words = plain(key)
  if (model.has(words)) return 'model'
  if (dataset.has(words)) return 'dataset'
  const last = words.replace(/\d{1,3}$/, '')
  // `WHISPER_MODEL_ID`, `summaryModelName`: the words at the end say what it is
  if (/(?:model|models|modelid|modelname|modelpath|repoid)$/.test(last)) return 'model'
  return /(?:dataset|datasetname|datasetid)$/.test(last) ? 'dataset' : null
}

const plain = (key: string) => key.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

const ready = new WeakMap<Loaders, Readonly<Record<'model' | 'dataset', ReadonlySet<string>>>>()

function namesOf(loaders: Loaders) {
  const known = ready.get(loaders)
  if (known) return known
  const made = { model: new Set(loaders.keys.model.map(plain)), dataset: new Set(loaders.keys.dataset.map(plain)) }
  ready.set(loaders, made)
  return made
}
