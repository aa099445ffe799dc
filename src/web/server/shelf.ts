import { calledName } from '../../reports/words/counts.ts'
import { pack } from '../../store/pack.ts'
import { MOST_ROWS, type Query } from '../../store/query.ts'
import type { Kept, RowsOfRelease } from '../../store/rows.ts'
import { type FoundRow, type Store, type Tally, tallyRow } from '../../store/store.ts'
import { slugOf } from '../addresses.ts'
import { by, fits } from '../ordered.ts'

/** What the pages need of a store. */
export type Shelf = Pick<Store, 'find' | 'tally' | 'report' | 'put' | 'close'>

/** releases held in memory; the one kept longest ago makes room */
const MOST = 500
/** characters of evidence held in all, as JSON */
const MOST_EVIDENCE = 256 * 1024 * 1024

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
  const found = (query: Query): readonly RowsOfRelease[] => {
    const newest = new Map([...held.values()].map(one => [calledName(one.kept.report), one]))
    return [...newest.values()].filter(one => isAsked(one, query)).map(({ rows }) => rows)
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
      const rows = found(query).flatMap(foundRow)
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

/** A row as a store finds it. */
const foundRow = ({ releases, claims, terms }: RowsOfRelease): readonly FoundRow[] =>
  releases.map(row => ({
    ...row,
    said: [...new Set(claims.map(claim => `${claim.kind}:${standsOf(claim)}`))].join(','),
    model_names: terms.map(({ model }) => model).join(', '),
  }))

const standsOf = ({ checked, strength }: RowsOfRelease['claims'][number]) =>
  checked === 'contradicted' && strength === 'scope' ? 'goes too far' : checked

/** The same as a store counts. */
function talliedFrom(all: readonly RowsOfRelease[]): readonly Tally[] {
  const tallies = new Map<string, Tally>()
  for (const rows of all)
    for (const { term, license_class, data_ladder, created_on } of rows.releases) {
      const year = created_on?.slice(0, 4) ?? null
      const kind = { term, license_class, data_ladder, year, claims: worstOf(rows) }
      const key = JSON.stringify(kind)
      const releases = (tallies.get(key)?.releases ?? 0) + 1
      tallies.set(key, tallyRow({ ...kind, releases }))
    }
  return [...tallies.values()]
}

function worstOf({ claims }: RowsOfRelease): Tally['claims'] {
  if (claims.length === 0) return 'none'
  const stand = claims.map(standsOf)
  if (stand.includes('contradicted')) return 'contradicted'
  return stand.includes('goes too far') ? 'goes too far' : 'not contradicted'
}

function isAsked({ rows }: Held, query: Query): boolean {
  const { license, publisher, clause } = query
  const [row] = foundRow(rows)
  if (row === undefined || !fits(row, query)) return false
  return (
    (license === undefined || row.weights_license.split(' AND ').includes(license)) &&
    (publisher === undefined || row.publisher?.toLowerCase() === publisher.toLowerCase()) &&
    (clause === undefined || rows.clauses.some(({ kind, on_weights }) => on_weights && kind === clause))
  )
}
