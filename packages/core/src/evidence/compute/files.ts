import { once } from '../../once.ts'
import type { Release, Text, WeightsHeader } from '../../release/release.ts'
import type { Citation } from '../../report/report.ts'
import { isRecord, settingsIn } from '../metadata/settings.ts'
import { folder } from '../paths.ts'

/** Parameters counted in the weights files themselves. */
interface CountedSize {
  readonly value: number
  readonly cited: Citation
}

/** `model-00002-of-00004.safetensors`: one of several files of one model */
const SHARD = /-(\d{5})-of-(\d{5})\.(?:safetensors|gguf)$/i

/**
 * The parameters of the release's one model, summed over its shards' headers; null where shards are missing or several
 * models lie here.
 */
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

/** Parameters that a model's configuration comes to. */
export interface ConfiguredSize {
  readonly total: number
  /** those that work on each token; the same as `total` of a dense model */
  readonly active: number
  readonly cited: Citation
}

/** larger than any side of a real model (CWE-1284: a crafted configuration) */
const LARGEST_SIDE = 100_000_000

/**
 * Counts the weights of a decoder from its configuration: embeddings, attention and gated or plain feed-forward, dense
 * or with experts. Biases and norms are left out: they are less than a hundredth. Null where a side is missing or it is
 * another kind of network.
 */
export const configuredSize: (text: Text) => ConfiguredSize | null = once(sizeIn)

function sizeIn(text: Text): ConfiguredSize | null {
  const config = settingsIn(text)
  if (!config) return null
  const nested = config.text_config
  const inner = isRecord(nested) && typeof nested.hidden_size === 'number' ? nested : config
  const side = (...keys: readonly string[]) => sideOf(inner, keys)
  const hidden = side('hidden_size', 'n_embd', 'd_model')
  const layers = side('num_hidden_layers', 'n_layer', 'num_layers')
  const heads = side('num_attention_heads', 'n_head', 'num_heads')
  const words = side('vocab_size')
  if (!hidden || !layers || !heads || !words || isEncoder(inner)) return null
  const gated = /silu|swiglu|gelu_pytorch_tanh|geglu/i.test(String(inner.hidden_act ?? inner.hidden_activation ?? ''))
  const inside = side('intermediate_size', 'n_inner', 'ffn_hidden_size', 'd_ff') ?? (gated ? null : 4 * hidden)
  if (!inside) return null
  const head = side('head_dim') ?? hidden / heads
  const shared = side('num_key_value_heads') ?? heads
  const attention = 2 * hidden * heads * head + 2 * hidden * shared * head
  const matrices = gated ? 3 : 2
  const experts = side('num_local_experts', 'num_experts', 'n_routed_experts')
  const chosen = side('num_experts_per_tok', 'moe_topk', 'num_experts_per_token')
  // latent attention and layers of several kinds are not told apart here
  if (side('kv_lora_rank') || (experts && experts > 1 && !chosen)) return null
  const each = matrices * hidden * (experts && experts > 1 ? (side('moe_intermediate_size') ?? inside) : inside)
  const always = (side('n_shared_experts') ?? 0) * each
  const embeddings = words * hidden * (inner.tie_word_embeddings === true ? 1 : 2)
  const size = (working: number) => embeddings + layers * (attention + always + working * each)
  const mixture = (experts ?? 1) > 1
  const total = size(mixture ? (experts ?? 1) : 1)
  const active = size(mixture ? (chosen ?? 1) : 1)
  return Number.isSafeInteger(Math.round(total))
    ? { total, active, cited: { path: text.path, key: 'hidden_size', value: String(hidden), ...at(text) } }
    : null
}

/** Whether a configuration says that only some experts work on each token. */
export function isMixture(text: Text): boolean {
  const config = settingsIn(text)
  const experts = config ? sideOf(config, ['num_local_experts', 'num_experts', 'n_routed_experts']) : null
  return experts !== null && experts > 1
}

const isEncoder = (config: Readonly<Record<string, unknown>>) =>
  config.is_encoder_decoder === true || 'vision_config' in config || 'num_decoder_layers' in config

function sideOf(config: Readonly<Record<string, unknown>>, keys: readonly string[]): number | null {
  for (const key of keys) {
    const value = config[key]
    if (typeof value === 'number' && Number.isFinite(value) && value > 0 && value < LARGEST_SIDE) return value
  }
  return null
}

function at(text: Text): { line: number } | object {
  const line = text.content.split('\n').findIndex(line => /"(?:hidden_size|n_embd|d_model)"/.test(line)) + 1
  return line > 0 ? { line } : {}
}
