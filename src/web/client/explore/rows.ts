import {
  columnFilteringFeature,
  constructTable,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/table-core'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import { DATA_LADDER, LICENSE_CLASSES, TERMS } from '../../../vocabulary.ts'
import type { SortedRow } from '../../pages/explore/row.ts'

/** What is asked of the table: what must be there, by column, and the order. */
export interface AskedRows {
  readonly filters: ReadonlyMap<string, string>
  readonly sort: string
  readonly descending: boolean
}

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  rowSortingFeature,
  columnFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
})
const { accessor, columns } = createColumnHelper<typeof features, SortedRow>()

/** A column: what it is sorted by, and whether a row is one that is asked for. */
interface Column {
  readonly key: (row: SortedRow) => string | number
  readonly fits: (row: SortedRow, asked: string) => boolean
}

const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0)
const orderIn = (words: readonly string[], word: string) => (words.includes(word) ? words.indexOf(word) : words.length)
const has = (words: string, asked: string) => words.toLowerCase().includes(asked.toLowerCase())

const FIELDS: Readonly<Record<string, Column>> = {
  name: { key: row => row.name.toLowerCase(), fits: (row, asked) => has(row.name, asked) },
  publisher: { key: row => row.publisher.toLowerCase(), fits: (row, asked) => has(row.publisher, asked) },
  term: { key: row => orderIn(TERMS, row.term), fits: (row, asked) => row.term === asked },
  class: { key: row => orderIn(LICENSE_CLASSES, row.class), fits: (row, asked) => row.class === asked },
  ladder: { key: row => orderIn(DATA_LADDER, row.ladder), fits: (row, asked) => row.ladder === asked },
  year: { key: row => row.year, fits: (row, asked) => row.year === asked },
  kept: { key: row => row.kept, fits: (row, asked) => row.kept.startsWith(asked) },
  claim: { key: row => row.contradicted, fits: (row, asked) => asked !== 'contradicted' || row.contradicted > 0 },
}
const COLUMNS = columns(
  Object.entries(FIELDS).map(([id, { key, fits }]) =>
    accessor(key, {
      id,
      sortFn: (one, other) => compare(key(one.original), key(other.original)),
      filterFn: (row, _, asked) => typeof asked !== 'string' || fits(row.original, asked),
    }),
  ),
)
const SORTED = new Set(COLUMNS.map(({ id }) => id))

/** A table of rows that can be asked; it answers with the places of those that fit, in their order. */
export function tableOf(data: readonly SortedRow[]): (asked: AskedRows) => readonly number[] {
  const table = constructTable({ features, columns: COLUMNS, data: [...data] })
  return ({ filters, sort, descending }) => {
    table.setColumnFilters([...filters].filter(([id]) => SORTED.has(id)).map(([id, value]) => ({ id, value })))
    table.setSorting(SORTED.has(sort) ? [{ id: sort, desc: descending }] : [])
    return table.getRowModel().rows.map(({ index }) => index)
  }
}
