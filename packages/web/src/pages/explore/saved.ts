import { receiptId } from '@unwash/reporters/receipt'
import { standsOf } from '@unwash/reporters/words/checks'
import { MOST_ROWS } from '@unwash/survey/store/query'
import type { FoundRow, Store } from '@unwash/survey/store/store'
import { receiptAddress, releaseAddress } from '../../addresses.ts'
import type { TableQuery } from '../../asked.ts'
import { quoteOf } from '../quoted.tsx'

/** A row of a table that is saved: its cells, by the names of their columns. */
type Saved = Readonly<Record<string, unknown>>

/** All that is asked for, whatever the page of the table. */
export async function allRows(shelf: Pick<Store, 'find'>, asked: TableQuery): Promise<readonly FoundRow[]> {
  const rows: FoundRow[] = []
  for (;;) {
    const found = await shelf.find({ ...asked, offset: rows.length, limit: MOST_ROWS })
    rows.push(...found.rows)
    if (found.rows.length === 0 || rows.length >= found.total) return rows
  }
}

/** columns of a store that say nothing to who computes with a table */
const LEFT_OUT = new Set(['id', 'run', 'target'])

/** Rows of the table to be computed with, each with the address of its page. */
export const savedRows = (rows: readonly FoundRow[]): readonly Saved[] =>
  rows.map(row => ({
    ...Object.fromEntries(Object.entries(row).filter(([name]) => !LEFT_OUT.has(name))),
    page: releaseAddress(row.name),
  }))

/** of so many releases claims are given at once: each report is opened for them */
export const CLAIMED = 500

/** What the releases that are asked for claim, of the kind and as it stands where that is asked for, with its place. */
export async function savedClaims(shelf: Pick<Store, 'find' | 'report'>, asked: TableQuery): Promise<readonly Saved[]> {
  const all: Saved[] = []
  for (const row of (await allRows(shelf, asked)).slice(0, CLAIMED)) {
    const found = row.claims === 0 ? null : await shelf.report(row.name, row.revision ?? undefined)
    const wanted = (found?.report.claims ?? []).filter(
      claim => (asked.kind ?? claim.kind) === claim.kind && (asked.claim ?? standsOf(claim)) === standsOf(claim),
    )
    for (const claim of wanted) {
      const [cited] = claim.cited
      const page = releaseAddress(row.name)
      all.push({
        release: row.name,
        revision: row.revision,
        term: row.term,
        kind: claim.kind,
        stands: standsOf(claim),
        words: claim.says,
        sentence: cited ? quoteOf(cited) : null,
        file: cited && 'path' in cited ? cited.path : null,
        line: cited && 'line' in cited ? cited.line : null,
        language: claim.language,
        what_holds: claim.holds ?? null,
        would_hold: claim.suggestion,
        page: claim.check === 'contradicted' ? receiptAddress(page, receiptId(claim)) : page,
      })
    }
  }
  return all
}

/** how a cell begins that table programs take for a formula (CWE-1236), in both widths */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/

/** Rows as CSV (RFC 4180), the names of the columns first; no cell of it is computed. */
export function csvOf(rows: readonly Saved[]): string {
  const head = Object.keys(rows[0] ?? {})
  return [head.join(','), ...rows.map(row => head.map(name => cell(row[name])).join(',')), ''].join('\r\n')
}

function cell(value: unknown): string {
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '')
  const safe = typeof value !== 'number' && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
