import type { Link } from '../../documents/index.ts'
import { addressAt, isHostOf } from '../../knowledge/addresses.ts'
import type { Hosts } from '../../knowledge/hosts.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { KnownDataset } from '../../knowledge/schemas/datasets.ts'
import { datasetById, datasetByLink } from '../../names/datasets.ts'
import { type Hear, hearing } from '../signs.ts'

/** files of data, by their endings */
const DATA_FILE = /\.(?:jsonl?|parquet|csv|tsv|zst|arrow)(?:\.\w{2,4})?(?:[?#]|$)/i
/** what else lies in such a place */
const NOT_DATA = /licen[cs]e/i

/**
 * Reads a link as a place of data by the words around it, in a sentence that tells of the training; null when they do
 * not say so.
 */
export function placeInWords(link: Link, sentence: string, start: number, hosts: Hosts, hear: Hear): DataPlace | null {
  if (link.image || link.url.startsWith('#') || NOT_DATA.test(link.url)) return null
  if (addressAt(hosts, 'paper', link.url) || addressAt(hosts, 'model', link.url)) return null
  const says = hear(sentence, link.start - start, link.end - start).says('data.place')
  return says ? { url: link.url, owner: null, hub: null, known: null } : null
}

/** words without marks in between */
const PLAIN = /^[^'’+.,:;()[\]/]*$/

/** At a hub of models a label says nothing: its own addresses say what is data. */
const isCalledData = (link: Link, hosts: Hosts, hear: Hear): boolean =>
  PLAIN.test(link.label) && hear(link.label).says('data.label') && !isHostOf(hosts, 'model', link.url)

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
  knowledge: Pick<Knowledge, 'datasets' | 'tuningSets' | 'hosts' | 'signs' | 'patterns'>,
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
    addressAt(knowledge.hosts, 'data', link.url) !== null ||
    DATA_FILE.test(link.url) ||
    isCalledData(link, knowledge.hosts, hearing(knowledge))
  return isPlace && !NOT_DATA.test(link.url) ? { url: link.url, owner: null, hub: null, known: null } : null
}
