import type { Evidence } from '../evidence/evidence.ts'
import { RELATIONS, type Relation } from '../vocabulary.ts'

/** what a tag or the name of a library says of how a model was made from another */
const TAGGED: readonly (readonly [Relation, RegExp])[] = [
  ['adapter', /^(?:peft|q?lora|dora|adapters?|ia3|prefix-tuning|textual_inversion)$/],
  ['merge', /^(?:merges?|merged|mergekit|slerp|ties|dare|lazymergekit|frankenmerge)$/],
  [
    'quantized',
    /^(?:quantized|quantization|gguf|ggml|gptq|awq|exl[23]|imatrix|bitsandbytes|(?:int|fp|nvfp|mxfp)[248]|[248]-bit)$/,
  ],
  ['distillation', /^(?:distillation|distilled|distill)$/],
]

/** "base_model:adapter:org/name", as a hub writes it */
const HUB_TAG = /^base_model:(\w{3,20}):/

const NAMED: readonly (readonly [Relation, RegExp])[] = [
  [
    'quantized',
    /gguf|ggml|gptq|awq|[-_.]((int|fp)[248]|w[248](?:a\d{1,2})?|[248]-?bits?)([-_.]|$)|quantized|exl[23]|mlx|bnb|nvfp4|mxfp4|fp8/,
  ],
  ['adapter', /[-_.](?:q?lora|adapter)s?(?:[-_.]|$)/],
  ['merge', /merge|slerp|[-_.](?:ties|dare)(?:[-_.]|$)/],
  ['distillation', /distill/],
]

/**
 * How this release was made from its bases: what its metadata states, else what its files are, what its tags and its
 * library say, and last what it is called. Without any of these a derivative is a fine-tune.
 */
export function relationOf({ metadata, weights, release }: Evidence): Relation {
  const stated = RELATIONS.find(relation => relation === metadata.relation)
  if (stated) return stated
  if (weights.part === 'adapter') return 'adapter'
  const tags = [...metadata.tags, ...(metadata.library ? [metadata.library.value] : [])].map(tag => tag.toLowerCase())
  const byHub = tags.flatMap(tag => HUB_TAG.exec(tag)?.[1] ?? [])
  const tagged =
    RELATIONS.find(relation => byHub.includes(relation)) ??
    TAGGED.find(([, words]) => tags.some(tag => words.test(tag)))?.[0]
  if (tagged) return tagged
  if (release.texts.has('mergekit_config.yml') || release.texts.has('mergekit_config.yaml')) return 'merge'
  const name = release.name.toLowerCase()
  const named = NAMED.find(([, words]) => words.test(name))?.[0]
  if (named) return named
  return metadata.bases.length > 1 ? 'merge' : 'finetune'
}

/** the same, said in a cell of a table: "Merge DARE", "Further pre-trained" */
const SAID: readonly (readonly [Relation, RegExp])[] = [
  ['merge', /\bmerged?\b/i],
  ['adapter', /\b(?:q?lora|adapter)s?\b/i],
  ['continued-pretraining', /\b(?:further|continued|continual(?:ly)?) pre-?train/i],
  ['distillation', /\bdistill/i],
  ['pruning', /\bprun(?:ed|ing)\b/i],
  ['quantized', /\b(?:quanti[sz]ed|gguf|gptq|awq)\b/i],
]

/** What the cells of a row say of how its model was made; null where they do not. */
export const relationSaid = (cells: readonly string[]): Relation | null =>
  SAID.find(([, words]) => cells.some(cell => cell.length < 60 && words.test(cell)))?.[0] ?? null
