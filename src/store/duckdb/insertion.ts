import type { Column, Table } from '../column.ts'
import { typeOf } from '../ddl.ts'
import { ITEM, NOTHING, RECORD, UNIT } from '../lines/duckdb.ts'

/**
 * The statement that takes rows in as one text, and splits it in threads of the database: given value by value, they
 * would take the main thread longer than the database takes for all of it.
 */
export function insertion(name: string, { columns }: Table): string {
  const each = Object.values(columns).map(
    (column, at) => `nullif(r[${at + 1}], ${character(NOTHING)})${asTyped(column)}`,
  )
  const rows = `select string_split(unnest(string_split($1, ${character(RECORD)})), ${character(UNIT)}) as r`
  return `insert into ${name} select ${each.join(', ')} from (${rows})`
}

const character = (one: string): string => `chr(${one.charCodeAt(0)})`

function asTyped(column: Column): string {
  const type = typeOf(column, 'duckdb')
  // what stands before the first item is no item
  if (column.kind === 'texts') return `.string_split(${character(ITEM)})[2:]`
  return type === 'varchar' ? '' : `::${type}`
}
