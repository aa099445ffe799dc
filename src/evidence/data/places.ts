import type { Link } from '../../documents/index.ts'
import { datasetById, datasetByLink } from '../../knowledge/datasets.ts'
import { addressAt } from '../../knowledge/hosts.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { KnownDataset } from '../../knowledge/known-datasets.ts'

/** files of data, by their endings */
const DATA_FILE = /\.(?:jsonl?|parquet|csv|tsv|zst|arrow)(?:\.\w{2,4})?(?:[?#]|$)/i
/** a link that says that it leads to data */
const DATA_LABEL =
  /^(?:[\w-]{1,30} ){0,3}(?:data ?sets?|corpus|corpora|data ?cards?|data|数据集?|データセット|데이터셋?)$/i
/** what else lies in such a place */
const NOT_DATA = /licen[cs]e/i

/** Where a link says that data can be had. */
export interface DataPlace {
  readonly url: string
  /** owner on a hub; null elsewhere and for sets without one */
  readonly owner: string | null
  /** id on a hub */
  readonly hub: string | null
  readonly known: KnownDataset | null
}

/** Reads a link as a place of data; null when nothing says that it is one. */
export function dataPlace(
  link: Link,
  knowledge: Pick<Knowledge, 'datasets' | 'tuningSets' | 'hosts'>,
): DataPlace | null {
  if (link.image || link.url.startsWith('#')) return null
  const { owner = null, name = null } = addressAt(knowledge.hosts, 'data', link.url) ?? {}
  if (owner) {
    if (NOT_DATA.test(link.url)) return null
    const hub = name ? `${owner}/${name}` : owner
    return { url: link.url, owner: name ? owner : null, hub, known: datasetById(knowledge, hub) }
  }
  const known = datasetByLink(knowledge, link.url)
  if (known) return { url: link.url, owner: null, hub: null, known }
  const isPlace =
    addressAt(knowledge.hosts, 'data', link.url) !== null || DATA_FILE.test(link.url) || DATA_LABEL.test(link.label)
  return isPlace && !NOT_DATA.test(link.url) ? { url: link.url, owner: null, hub: null, known: null } : null
}
