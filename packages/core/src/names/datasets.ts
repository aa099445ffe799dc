import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownDataset, TuningSet } from '../knowledge/schemas/datasets.ts'
import { once } from '../once.ts'

type Datasets = Pick<Knowledge, 'datasets' | 'tuningSets'>

interface Index {
  readonly ids: ReadonlyMap<string, KnownDataset>
  /** ids with a star */
  readonly patterns: readonly { readonly id: RegExp; readonly dataset: KnownDataset }[]
  readonly links: readonly { readonly address: string; readonly dataset: KnownDataset }[]
  readonly tuning: ReadonlyMap<string, TuningSet>
}

/** longer than any real name or address of a set; both are foreign input */
const LONGEST_NAME = 300

/** The well-known set of an id on a hub (`allenai/dolma`, `wikipedia`); null when it is none of them. */
export function datasetById(knowledge: Datasets, id: string): KnownDataset | null {
  const { ids, patterns } = datasetIndex(knowledge)
  const plain = id.slice(0, LONGEST_NAME).toLowerCase()
  return ids.get(plain) ?? patterns.find(pattern => pattern.id.test(plain))?.dataset ?? null
}

/** Well-known sets by the ids of their files. */
export function datasetsOf(knowledge: Datasets, ids: readonly string[]): readonly KnownDataset[] {
  return knowledge.datasets.filter(({ id }) => ids.includes(id))
}

/** The well-known set that an address leads to; null when it leads elsewhere. */
export function datasetByLink(knowledge: Datasets, url: string): KnownDataset | null {
  const plain = url
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replace(/^(?:https?:)?\/\/(?:www\.)?/, '')
  return datasetIndex(knowledge).links.find(({ address }) => plain.startsWith(address))?.dataset ?? null
}

/** What a person found of a set for fine-tuning, by its id on the hub; null when nobody looked. */
export function tuningSetById(knowledge: Datasets, id: string): TuningSet | null {
  return datasetIndex(knowledge).tuning.get(id.slice(0, LONGEST_NAME).toLowerCase()) ?? null
}

const datasetIndex = once(({ datasets, tuningSets }: Datasets): Index => {
  const ids = datasets.flatMap(dataset => dataset.ids.map(id => [id, dataset] as const))
  return {
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
})
