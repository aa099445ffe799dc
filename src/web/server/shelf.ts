import { calledName } from '../../reports/words/called.ts'
import { pack } from '../../store/pack.ts'
import type { Query, SortKey } from '../../store/query.ts'
import type { RowsOfRelease } from '../../store/rows.ts'
import { type Kept, type Store, type Tally, tallyRow } from '../../store/store.ts'
import type { ReleaseRow } from '../../store/tables.ts'
import { DATA_LADDER, LICENSE_CLASSES, TERMS } from '../../vocabulary.ts'
import { slugOf } from '../addresses.ts'

/** What the pages need of a store. */
export type Shelf = Pick<Store, 'find' | 'tally' | 'report' | 'put' | 'close'>

/** releases held in memory; the one kept longest ago makes room */
const MOST = 500
/** characters of evidence held in all, as JSON */
const MOST_EVIDENCE = 256 * 1024 * 1024
/** largest page of the table */
const MOST_ROWS = 1000

interface Held {
  readonly kept: Kept
  readonly keptOn: string
  readonly rows: RowsOfRelease
  readonly size: number
}

/** A shelf in memory, bounded: for a server without a store. It is empty again when the server ends. */
export function memoryShelf(most = MOST): Shelf {
  const held = new Map<string, Held>()
  let size = 0
  const forget = (key: string) => {
    size -= held.get(key)?.size ?? 0
    held.delete(key)
  }
  const found = (query: Query): readonly ReleaseRow[] => {
    const newest = new Map([...held.values()].map(one => [calledName(one.kept.report), one]))
    return [...newest.values()].filter(one => fits(one, query)).flatMap(({ rows }) => rows.releases)
  }
  return {
    async put(kept) {
      const { revision } = kept.report.release
      const key = JSON.stringify([calledName(kept.report), revision])
      const packed = pack(kept)
      forget(key)
      const one = {
        kept,
        keptOn: packed.rows.releases[0]?.kept_on ?? new Date().toISOString(),
        rows: packed.rows,
        size: kept.evidence === null ? 0 : JSON.stringify(kept.evidence).length,
      }
      held.set(key, one)
      size += one.size
      for (const oldest of held.keys()) {
        if ((held.size <= most && size <= MOST_EVIDENCE) || oldest === key) break
        forget(oldest)
      }
    },
    async report(name, revision) {
      const all = [...held.values()].filter(
        one => revision === undefined || one.kept.report.release.revision === revision,
      )
      // what is called so goes before what is only written so
      const found =
        all.findLast(({ kept }) => calledName(kept.report) === name) ??
        all.findLast(({ kept }) => kept.target === name) ??
        all.findLast(({ kept: { report } }) => slugOf(calledName(report)) === slugOf(name)) ??
        all.findLast(({ kept: { report } }) => report.release.name === name)
      return found ? { report: found.kept.report, evidence: found.kept.evidence, keptOn: found.keptOn } : null
    },
    async tally(query) {
      return talliedFrom(found(query))
    },
    async find(query) {
      const rows = found(query)
      const sorted = rows.toSorted(by(query.sort ?? 'name', query.descending ?? false))
      const from = Math.max(0, Math.trunc(query.offset ?? 0))
      const limit = Math.min(Math.max(0, Math.trunc(query.limit ?? 50)), MOST_ROWS)
      return { rows: sorted.slice(from, from + limit), total: rows.length }
    },
    close: async () => {
      held.clear()
      size = 0
    },
  }
}

/** The same as a store counts. */
function talliedFrom(rows: readonly ReleaseRow[]): readonly Tally[] {
  const tallies = new Map<string, Tally>()
  for (const { term, license_class, data_ladder, created_on, claims, contradicted } of rows) {
    const says = claims === 0 ? 'none' : contradicted > 0 ? 'contradicted' : 'not contradicted'
    const kind = { term, license_class, data_ladder, year: created_on?.slice(0, 4) ?? null, claims: says }
    const key = JSON.stringify(kind)
    const releases = (tallies.get(key)?.releases ?? 0) + 1
    tallies.set(key, tallyRow({ ...kind, releases }))
  }
  return [...tallies.values()]
}

function fits({ rows }: Held, query: Query): boolean {
  const [row] = rows.releases
  if (row === undefined) return false
  const is = (value: string | number | null, asked: string | number | undefined) =>
    asked === undefined || value === asked
  return (
    is(row.term, query.term) &&
    is(row.license_class, query.class) &&
    is(row.data_ladder, query.ladder) &&
    (query.license === undefined || row.weights_license.split(' AND ').includes(query.license)) &&
    is(row.publisher?.toLowerCase() ?? null, query.publisher?.toLowerCase()) &&
    (query.year === undefined || row.created_on?.startsWith(`${query.year}-`) === true) &&
    (query.name === undefined || row.name.toLowerCase().includes(query.name.toLowerCase())) &&
    (query.clause === undefined || rows.clauses.some(({ kind, on_weights }) => on_weights && kind === query.clause)) &&
    (query.claim === undefined || rows.claims.some(({ checked }) => checked === query.claim))
  )
}

const inOrder = (words: readonly string[], word: string) => {
  const at = words.indexOf(word)
  return at < 0 ? words.length : at
}

const KEYS: Readonly<Record<SortKey, (row: ReleaseRow) => string | number | null>> = {
  name: row => row.name.toLowerCase(),
  publisher: row => row.publisher?.toLowerCase() ?? null,
  term: row => inOrder(TERMS, row.term),
  class: row => inOrder(LICENSE_CLASSES, row.license_class),
  ladder: row => inOrder(DATA_LADDER, row.data_ladder),
  downloads: row => row.downloads,
  likes: row => row.likes,
  created: row => row.created_on,
  kept: row => row.kept_on,
}

/** What is not known comes last, whichever way it is sorted; equals by name. */
function by(sort: SortKey, descending: boolean) {
  const key = KEYS[sort]
  return (one: ReleaseRow, other: ReleaseRow): number => {
    const [a, b] = [key(one), key(other)]
    if (a === b) return one.name < other.name ? -1 : 1
    if (a === null) return 1
    if (b === null) return -1
    return (a < b ? -1 : 1) * (descending ? -1 : 1)
  }
}
