import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { UnwashError } from '../../sources/error.ts'

/** A Parquet dump of a hub's models, and how to read each value out of it whatever type its column has. */
export interface Dump {
  readonly file: string
  /** `read_parquet('…')` */
  readonly from: string
  /** SQL that gives one value of a model; a gate is its place in `GATES` */
  readonly read: Readonly<Record<Value, string>>
  readonly notes: readonly string[]
}

/** How access to files is given. */
export const GATES = ['none', 'auto', 'manual'] as const

type Value =
  | 'id'
  | 'account'
  | 'declared'
  | 'created'
  | 'downloads'
  | 'downloadsAllTime'
  | 'gate'
  | 'private'
  | 'disabled'
  | 'bases'
  | 'relation'

/** without these there is no census */
const NEEDED = ['id', 'createdAt', 'downloads'] as const

/** Looks at the columns of a dump. Throws an UnwashError where the file is no Parquet, is cut off, or has other columns. */
export async function openDump(path: string, connection: DuckDBConnection): Promise<Dump> {
  await checkFile(path)
  const from = `read_parquet(${quoted(path)})`
  const described = await connection.runAndReadAll(`describe select * from ${from}`).catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
  const types = new Map(described.getRows().map(([name, type]) => [String(name), String(type).toUpperCase()] as const))
  const missing = [
    ...NEEDED.filter(name => !types.has(name)),
    ...(types.has('cardData') || types.has('tags') ? [] : ['cardData or tags']),
  ]
  if (missing.length > 0) {
    const there = [...types.keys()].slice(0, SHOWN).join(', ') + (types.size > SHOWN ? ', …' : '')
    throw new UnwashError(
      `the dump has no column ${missing.join(', ')}`,
      path,
      `give the table of models of a hub-stats dump; the columns here are ${there}`,
    )
  }
  return { file: basename(path), from, read: valuesOf(types), notes: notesOf(types) }
}

/** columns named in an error */
const SHOWN = 12

/** A Parquet file begins and ends with the same four letters; one that was cut off has lost its end. */
async function checkFile(path: string): Promise<void> {
  const handle = await open(path).catch((cause: unknown) => {
    throw new UnwashError('cannot read the dump', path, 'give a Parquet file that is there', { cause })
  })
  try {
    const { size } = await handle.stat()
    const at = async (position: number) =>
      (await handle.read(Buffer.alloc(4), 0, 4, Math.max(0, position))).buffer.toString('latin1')
    if (size < 12 || (await at(0)) !== 'PAR1') {
      throw new UnwashError('no Parquet file', path, 'give a dump of a hub in the Parquet format')
    }
    if ((await at(size - 4)) !== 'PAR1') throw new UnwashError('the Parquet file is cut off', path, 'get it again')
  } catch (cause) {
    if (cause instanceof UnwashError) throw cause
    throw new UnwashError('cannot read the dump', path, 'give a Parquet file', { cause })
  } finally {
    await handle.close()
  }
}

/** What DuckDB says of a file it cannot read, in one sentence. */
export function unreadable(path: string, cause: unknown): UnwashError {
  const says = cause instanceof Error ? (cause.message.split('\n')[0] ?? '').slice(0, 200) : String(cause)
  return /out of memory/i.test(says)
    ? new UnwashError('there was not enough memory for the dump', path, 'give more with --memory', { cause })
    : new UnwashError('the Parquet file is damaged', path, `get it again (${says})`, { cause })
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** How each value is read: dumps differ in whether they keep JSON as text or as a structure. */
function valuesOf(types: ReadonlyMap<string, string>): Dump['read'] {
  const of = (name: string) => types.get(name) ?? ''
  const either = (name: string, other: string) => (types.has(name) ? name : other)
  return {
    id: 'id',
    account: `lower(${either('author', "case when contains(id, '/') then split_part(id, '/', 1) end")})`,
    declared: declaredOf(types),
    created: of('createdAt').startsWith('TIMESTAMP') ? 'createdAt::timestamp' : 'try_cast(createdAt as timestamp)',
    downloads: 'coalesce(try_cast(downloads as bigint), 0)',
    downloadsAllTime: types.has('downloadsAllTime') ? 'coalesce(try_cast(downloadsAllTime as bigint), 0)' : '0::bigint',
    // false, or how access is given; a column of mixed types has it as text
    gate: types.has('gated')
      ? `case lower(gated::varchar) when 'auto' then 1 when 'manual' then 2 when 'true' then 2 else 0 end`
      : '0',
    private: types.has('private') ? 'coalesce(private::boolean, false)' : 'false',
    disabled: types.has('disabled') ? 'coalesce(disabled::boolean, false)' : 'false',
    ...basesOf(types),
  }
}

/** `[license, license_name]`; a list of licenses is JSON. */
function declaredOf(types: ReadonlyMap<string, string>): string {
  const card = types.get('cardData')
  if (card === undefined) {
    return `[list_filter(tags, lambda t: starts_with(t, 'license:'))[1][9:], null]`
  }
  const json = card === 'VARCHAR' || card === 'JSON' ? 'cardData' : 'to_json(cardData)'
  return `try(json_extract_string(${json}, ['$.license', '$.license_name']))`
}

/** Hashes of the ids of the models it starts from, and how. */
function basesOf(types: ReadonlyMap<string, string>): Pick<Dump['read'], 'bases' | 'relation'> {
  const type = types.get('baseModels')
  if (type?.startsWith('STRUCT') && /\bMODELS\b/.test(type)) {
    return { bases: 'list_transform(baseModels.models, lambda m: hash(m.id))', relation: 'baseModels.relation' }
  }
  if (type === 'VARCHAR' || type === 'JSON') {
    return {
      bases: `list_transform(try(json_extract_string(baseModels, '$.models[*].id')), lambda b: hash(b))`,
      relation: `try(json_extract_string(baseModels, '$.relation'))`,
    }
  }
  if (types.has('tags')) {
    // "base_model:org/name", and again as "base_model:adapter:org/name"
    const told = `list_filter(tags, lambda t: starts_with(t, 'base_model:'))`
    return {
      bases: `list_transform(list_filter(${told}, lambda t: not contains(t[12:], ':')), lambda t: hash(t[12:]))`,
      relation: `split_part(list_filter(${told}, lambda t: contains(t[12:], ':'))[1], ':', 2)`,
    }
  }
  return { bases: '[]::ubigint[]', relation: 'null' }
}

function notesOf(types: ReadonlyMap<string, string>): string[] {
  return [
    ...(types.has('cardData') ? [] : ['the dump has no card data: names of other licenses are not known']),
    ...(types.has('baseModels') || types.has('tags') ? [] : ['the dump tells of no base models']),
    ...(types.has('downloadsAllTime') ? [] : ['the dump has no downloads of all time']),
  ]
}
