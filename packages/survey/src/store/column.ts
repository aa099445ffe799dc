/** What a column holds, in words that every database of ours has a type for. */
interface Kinds {
  text: string
  /** a whole number below 2^31 */
  integer: number
  /** a whole number below 2^53 */
  count: number
  boolean: boolean
  /** an ISO day */
  day: string
  /** an ISO moment in UTC, to the millisecond */
  moment: string
  texts: readonly string[]
  json: Readonly<Record<string, unknown>>
  bytes: Uint8Array
}
/** One of these words. */
export type Kind = keyof Kinds

/** A column: what it holds, whether it may be empty, and what it says in one sentence. */
export interface Column<K extends Kind = Kind, Empty extends boolean = boolean> {
  readonly kind: K
  readonly empty: Empty
  readonly says: string
}

/** A column that always has a value. */
export const column = <K extends Kind>(kind: K, says: string): Column<K, false> => ({ kind, empty: false, says })

/** A column that is empty where nothing is known. */
export const maybe = <K extends Kind>(kind: K, says: string): Column<K, true> => ({ kind, empty: true, says })

/** A table: what one row is, its columns in order, and the columns that tell rows apart. */
export interface Table {
  readonly says: string
  readonly key: readonly string[]
  readonly columns: Readonly<Record<string, Column>>
}

/** A row of a table. */
export type RowOf<T extends Table> = {
  readonly [Name in keyof T['columns']]: T['columns'][Name] extends Column<infer K, infer Empty>
    ? Kinds[K] | (Empty extends true ? null : never)
    : never
}

/** What may stand in a row. */
export type Value = Kinds[Kind] | null
