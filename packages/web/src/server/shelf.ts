import { STAND_TOGETHER, standsOf, togetherOf } from '@unwash/reporters/words/checks'
import { calledName } from '@unwash/reporters/words/counts'
import { pack } from '@unwash/survey/store/pack'
import { MOST_ROWS, type Query } from '@unwash/survey/store/query'
import type { KeptRelease, RowsOfRelease } from '@unwash/survey/store/rows'
import { type FoundRow, type Store, type Tally, tallyRow, tallyTerms } from '@unwash/survey/store/store'
import { slugOf } from '../addresses.ts'
import { by, fits } from '../ordered.ts'

/** What the pages need of a store. */
export type Shelf = Pick<Store, 'find' | 'tally' | 'report' | 'put' | 'close'>

/** releases held in memory; the one kept longest ago makes room */
const MOST_RELEASES = 500
/** characters of evidence held in all, as JSON */
const MOST_EVIDENCE = 256 * 1024 * 1024

interface Held {
  readonly kept: KeptRelease
  readonly keptOn: string
  readonly rows: RowsOfRelease
  readonly size: number
}

/** A shelf in memory, bounded: for a server without a store. It is empty again when the server ends. */
export function memoryShelf(): Shelf {
  const held = new Map<string, Held>()
  let size = 0
  const forget = (key: string) => {
    size -= held.get(key)?.size ?? 0
    held.delete(key)
  }
  const found = (query: Query): readonly FoundRow[] => {
    const newest = new Map([...held.values()].map(one => [calledName(one.kept.report), one]))
    return [...newest.values()].flatMap(one => foundRow(one).filter(row => isAsked(row, one, query)))
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
        if ((held.size <= MOST_RELEASES && size <= MOST_EVIDENCE) || oldest === key) break
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

const isNamed = (one: Held['rows']['licenses'][number]) =>
  one.on_weights && one.class !== 'none' && one.class !== 'unknown'

/** A row as a store finds it. */
function foundRow({ kept: { report }, rows: { releases, terms, licenses } }: Held): readonly FoundRow[] {
  const claims = report.claims.map(claim => ({ kind: claim.kind, stands: standsOf(claim) }))
  const number = (stands: string) => claims.filter(one => one.stands === stands).length
  return releases.map(row => ({
    ...row,
    contradicted: number('contradicted'),
    goes_too_far: number('goes too far'),
    said: [...new Set(claims.map(({ kind, stands }) => `${kind}:${stands}`))].join(','),
    claims_stand: togetherOf(claims.map(({ stands }) => stands)),
    named_license: [...new Set(licenses.flatMap(one => (isNamed(one) ? [one.license ?? one.name] : [])))].join(' AND '),
    model_names: terms.map(({ model }) => model).join(', '),
    model_terms: tallyTerms(terms),
  }))
}

/** The same as a store counts. */
function talliedFrom(rows: readonly FoundRow[]): readonly Tally[] {
  const tallies = new Map<string, Tally>()
  for (const { term, license_class, data_ladder, created_on, claims_stand } of rows) {
    const year = created_on?.slice(0, 4) ?? null
    const kind = { term, license_class, data_ladder, year, claims: STAND_TOGETHER.indexOf(claims_stand) }
    const key = JSON.stringify(kind)
    tallies.set(key, tallyRow({ ...kind, releases: (tallies.get(key)?.releases ?? 0) + 1 }))
  }
  return [...tallies.values()]
}

function isAsked(row: FoundRow, { rows }: Held, query: Query): boolean {
  const { license, publisher, clause } = query
  return (
    fits(row, query) &&
    (license === undefined || row.weights_license.split(' AND ').includes(license)) &&
    (publisher === undefined || row.publisher?.toLowerCase() === publisher.toLowerCase()) &&
    (clause === undefined || rows.clauses.some(({ kind, on_weights }) => on_weights && kind === clause))
  )
}
