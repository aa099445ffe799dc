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
const column = (
  id: string,
  key: (row: SortedRow) => string | number,
  fits: (row: SortedRow, asked: string) => boolean,
) =>
  accessor(key, {
    id,
    sortFn: (one, other) => compare(key(one.original), key(other.original)),
    filterFn: (row, _, asked) => typeof asked !== 'string' || fits(row.original, asked),
  })

const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0)
const orderIn = (words: readonly string[], word: string) => (words.includes(word) ? words.indexOf(word) : words.length)
const has = (words: string, asked: string) => words.toLowerCase().includes(asked.toLowerCase())

const COLUMNS = columns([
  column(
    'name',
    row => row.name.toLowerCase(),
    (row, asked) => has(row.name, asked),
  ),
  column(
    'publisher',
    row => row.publisher.toLowerCase(),
    (row, asked) => has(row.publisher, asked),
  ),
  column(
    'term',
    row => orderIn(TERMS, row.term),
    (row, asked) => row.term === asked,
  ),
  column(
    'class',
    row => orderIn(LICENSE_CLASSES, row.class),
    (row, asked) => row.class === asked,
  ),
  column(
    'ladder',
    row => orderIn(DATA_LADDER, row.ladder),
    (row, asked) => row.ladder === asked,
  ),
  column(
    'year',
    row => row.year,
    (row, asked) => row.year === asked,
  ),
  column(
    'kept',
    row => row.kept,
    (row, asked) => row.kept.startsWith(asked),
  ),
  column(
    'claim',
    row => row.contradicted,
    (row, asked) => asked !== 'contradicted' || row.contradicted > 0,
  ),
])
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
