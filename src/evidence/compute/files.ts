import type { Citation } from '../../report.ts'
import type { Release, WeightsHeader } from '../../sources/release.ts'
import { folder } from '../paths.ts'

/** Parameters counted in the weights files themselves. */
export interface CountedSize {
  readonly value: number
  readonly cited: Citation
}

/** `model-00002-of-00004.safetensors`: one of several files of one model */
const SHARD = /-(\d{5})-of-(\d{5})\.(?:safetensors|gguf)$/i

/** The parameters of the release's one model, summed over its shards' headers; null where shards are missing or several models lie here. */
export function countedSize(release: Release): CountedSize | null {
  const whole = release.headers.filter(header => header.parameters !== null && !isPart(header.path))
  const folders = new Set(whole.map(header => folder(header.path)))
  const [first] = whole
  if (!first || folders.size !== 1) return fromIndex(release)
  const shards = whole.filter(header => SHARD.test(header.path))
  if (shards.length > 0) {
    const expected = Number(SHARD.exec(shards[0]?.path ?? '')?.[2])
    if (shards.length !== expected || shards.length !== whole.length) return fromIndex(release)
    return counted(shards, sum(shards))
  }
  // files beside each other are other models, or the same one in other precisions
  const sizes = whole.map(header => header.parameters ?? 0)
  const most = Math.max(...sizes)
  return Math.min(...sizes) >= 0.95 * most ? counted(whole.slice(0, 1), most) : fromIndex(release)
}

/** adapters and parts of a pipeline are not the model */
const isPart = (path: string) => /adapter|lora|vae|encoder|tokenizer|mmproj/i.test(path)

const sum = (headers: readonly WeightsHeader[]) => headers.reduce((all, header) => all + (header.parameters ?? 0), 0)

const counted = (headers: readonly WeightsHeader[], value: number): CountedSize | null => {
  const [first] = headers
  return first && value > 0 ? { value, cited: { path: first.path, key: 'parameters', value: String(value) } } : null
}

const TOTAL = /"total_parameters"\s{0,4}:\s{0,4}(\d{3,16})/

/** What the list of shards says of the whole. */
function fromIndex(release: Release): CountedSize | null {
  const found = [...release.texts.values()]
    .filter(text => /\.index\.json$/i.test(text.path) && !isPart(text.path))
    .flatMap(text => {
      const value = TOTAL.exec(text.content.slice(0, 20_000))?.[1]
      return value ? [{ value: Number(value), cited: { path: text.path, key: 'total_parameters', value } }] : []
    })
  const [first] = found
  return first && found.every(other => other.value === first.value) ? first : null
}
