import type { Evidence } from '../evidence/evidence.ts'
import type { FoundModel } from '../names/models.ts'
import type { HubBase } from '../release/release.ts'
import type { Cited } from '../report/report.ts'
import { RELATIONS, type Relation } from '../report/vocabulary.ts'

/** A model whose parameters this release, or one of its models, starts from. */
export interface Base {
  /** as it was named */
  readonly model: string
  readonly relation: Relation
  /** null where no known base is spoken of */
  readonly known: FoundModel | null
  /** what a hub says of it, looked up with the release; null where it was not */
  readonly atHub: HubBase | null
  /** models of the release it was said of; empty where it was said of all */
  readonly of: readonly string[]
  readonly via: 'metadata' | 'prose' | 'table' | 'name'
  /** it is the same publisher's */
  readonly own?: boolean
  readonly cited: Cited
}

/** What a tag, the name of a library or of a model, or a cell of a table says of how a model was made from another. */
const SAID: readonly (readonly [Relation, RegExp])[] = (
  [
    [
      'quantized',
      'gguf|ggml|gptq|awq|exl[23]|imatrix|mlx|bnb|bitsandbytes|quanti[sz](?:ed|ation)|(?:int|fp|nvfp|mxfp)[248]|' +
        'w[248](?:a\\d{1,2})?|[248]-?bits?',
    ],
    ['adapter', 'peft|q?loras?|dora|adapters?|ia3|prefix-tuning|textual_inversion'],
    ['merge', '(?:lazy|franken)?merge[ds]?|mergekit|slerp|ties|dare'],
    ['continued-pretraining', '(?:further|continu(?:ed|al|ally)) pre-?train(?:ed|ing)?'],
    ['pruning', 'prun(?:ed|ing)'],
    ['distillation', 'distill(?:ed|ation)?'],
  ] as const
).map(([relation, words]) => [relation, new RegExp(`(?<![a-z\\d])(?:${words})(?![a-z\\d])`, 'i')])

/** "base_model:adapter:org/name", as a hub writes it */
const HUB_TAG = /^base_model:(\w{3,20}):/

/** What the first of these words that say so tell of how a model was made; null where none does. */
export const relationSaid = (all: readonly string[]): Relation | null =>
  SAID.find(([, words]) => all.some(one => one.length < LONGEST_WORD && words.test(one)))?.[0] ?? null
/** longer words are sentences */
const LONGEST_WORD = 60

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
  return (
    RELATIONS.find(relation => byHub.includes(relation)) ??
    relationSaid(tags.filter(tag => !/[:/]/.test(tag))) ??
    (release.texts.has('mergekit_config.yml') || release.texts.has('mergekit_config.yaml') ? 'merge' : null) ??
    relationSaid([release.name]) ??
    (metadata.bases.length > 1 ? 'merge' : 'finetune')
  )
}
