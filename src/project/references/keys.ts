import type { Loaders } from '../../knowledge/loaders.ts'
import { once } from '../../once.ts'

/** What a key of a setting or a name in code names: `base_model`, `MODEL_ID`, `defaultModelName`; null for other keys. */
export function keyOf(key: string, loaders: Loaders): 'model' | 'dataset' | null {
  const { model, dataset } = namesOf(loaders)
  const words = plainName(key)
  if (model.has(words)) return 'model'
  if (dataset.has(words)) return 'dataset'
  const last = words.replace(/\d{1,3}$/, '')
  // `WHISPER_MODEL_ID`, `summaryModelName`: the words at the end say what it is
  if (/(?:model|models|modelid|modelname|modelpath|repoid)$/.test(last)) return 'model'
  return /(?:dataset|datasetname|datasetid)$/.test(last) ? 'dataset' : null
}

/** A name without what writers differ in: `from_pretrained`, `FromPretrained`, `fromPretrained`. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

const namesOf = once(({ keys }: Loaders) => ({
  model: new Set(keys.model.map(plainName)),
  dataset: new Set(keys.dataset.map(plainName)),
}))
