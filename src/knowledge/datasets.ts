import type { Knowledge } from './knowledge.ts'
import type { KnownDataset, TuningSet } from './schemas/datasets.ts'
import { wordsOf } from './words.ts'

/** A well-known set that a text names, and where it stands there. */
export interface NamedDataset {
  readonly dataset: KnownDataset
  readonly start: number
  readonly end: number
}

type Datasets = Pick<Knowledge, 'datasets' | 'tuningSets'>

interface Name {
  readonly words: readonly string[]
  /** which of its words begin with a capital */
  readonly capitals: readonly boolean[]
  readonly dataset: KnownDataset
}

interface Index {
  readonly names: ReadonlyMap<string, readonly Name[]>
  readonly ids: ReadonlyMap<string, KnownDataset>
  /** ids with a star: what comes before the first one, and the whole as a pattern */
  readonly patterns: readonly { readonly id: RegExp; readonly dataset: KnownDataset }[]
  readonly links: readonly { readonly address: string; readonly dataset: KnownDataset }[]
  readonly tuning: ReadonlyMap<string, TuningSet>
}

const indexes = new WeakMap<readonly KnownDataset[], Index>()

/** longer than any real name or address of a set; both are foreign input */
const LONGEST = 300

/** The well-known set of an id on a hub (`allenai/dolma`, `wikipedia`); null when it is none of them. */
export function datasetById(knowledge: Datasets, id: string): KnownDataset | null {
  const { ids, patterns } = indexOf(knowledge)
  const plain = id.slice(0, LONGEST).toLowerCase()
  return ids.get(plain) ?? patterns.find(pattern => pattern.id.test(plain))?.dataset ?? null
}

/** Well-known sets by the ids of their files. */
export function datasetsOf(knowledge: Datasets, ids: readonly string[]): readonly KnownDataset[] {
  return knowledge.datasets.filter(({ id }) => ids.includes(id))
}

/** The well-known set that an address leads to; null when it leads elsewhere. */
export function datasetByLink(knowledge: Datasets, url: string): KnownDataset | null {
  const plain = url
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/^(?:https?:)?\/\/(?:www\.)?/, '')
  return indexOf(knowledge).links.find(({ address }) => plain.startsWith(address))?.dataset ?? null
}

/** What a person found of a set for fine-tuning, by its id on the hub; null when nobody looked. */
export function tuningSetById(knowledge: Datasets, id: string): TuningSet | null {
  return indexOf(knowledge).tuning.get(id.slice(0, LONGEST).toLowerCase()) ?? null
}

/**
 * The well-known sets that a text names, in order; of names that begin at the same word the longest. A capital in a
 * name is one in the text.
 */
export function datasetsNamed(knowledge: Datasets, text: string): NamedDataset[] {
  const { names } = indexOf(knowledge)
  const words = wordsOf(text)
  const found: NamedDataset[] = []
  for (let at = 0; at < words.length; at++) {
    let best: Name | null = null
    for (const name of names.get(words[at]?.text ?? '') ?? []) {
      if (name.words.length <= (best?.words.length ?? 0)) continue
      const stands = name.words.every((word, offset) => {
        const there = words[at + offset]
        if (there?.text !== word) return false
        return !name.capitals[offset] || isCapital(text, there.start)
      })
      if (stands) best = name
    }
    const first = words[at]
    const last = words[at + (best?.words.length ?? 1) - 1]
    if (!best || !first || !last) continue
    found.push({ dataset: best.dataset, start: first.start, end: last.end })
    at += best.words.length - 1
  }
  return found
}

const isCapital = (text: string, at: number) => /\p{Lu}/u.test(text[at] ?? '')

function indexOf({ datasets, tuningSets }: Datasets): Index {
  const ready = indexes.get(datasets)
  if (ready) return ready
  const names = new Map<string, Name[]>()
  for (const dataset of datasets)
    for (const name of dataset.names) {
      const words = wordsOf(name)
      const first = words[0]?.text
      if (first === undefined) continue
      const entry: Name = {
        words: words.map(word => word.text),
        capitals: words.map(word => isCapital(name, word.start)),
        dataset,
      }
      names.set(first, [...(names.get(first) ?? []), entry])
    }
  const ids = datasets.flatMap(dataset => dataset.ids.map(id => [id, dataset] as const))
  const index: Index = {
    names,
    ids: new Map(ids.filter(([id]) => !id.includes('*'))),
    patterns: ids
      .filter(([id]) => id.includes('*'))
      .map(([id, dataset]) => ({
        id: new RegExp(`^${id.replace(/[.+]/g, '\\$&').replaceAll('*', '[a-z0-9._/-]{0,120}')}$`),
        dataset,
      })),
    links: datasets.flatMap(dataset => dataset.links.map(address => ({ address, dataset }))),
    tuning: new Map(tuningSets.sets.map(set => [set.id.toLowerCase(), set])),
  }
  indexes.set(datasets, index)
  return index
}
