import type { DuckDBConnection } from '@duckdb/node-api'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { RELATIONS } from '../../vocabulary.ts'
import { type Declared, readValue } from './declared.ts'
import type { Dump } from './dump.ts'
import { ask, numberOf, type Row } from './rows.ts'

/**
 * Reads a dump once into the table `models`. Ids and accounts are kept as 64-bit hashes: of three million ids, two
 * share one with a chance of one in four million. Of models of known organizations the id is kept.
 */
export async function readModels(
  { from, read }: Dump,
  organizations: string,
  connection: DuckDBConnection,
): Promise<void> {
  const relations = RELATIONS.map(one => `'${one}'`).join(', ')
  await connection.run(`create temp table models as
    select hash(id) as key, hash(account) as account, case when account in (${organizations}) then id end as known,
      declared[1] as value, declared[2] as name, hash(declared[1], declared[2]) as declared,
      year(created)::smallint as year, downloads, ever, gate::tinyint as gate,
      list_position([${relations}], relation)::tinyint as relation, case when len(bases) > 0 then bases end as bases
    from (select ${read.id} as id, ${read.account} as account, ${read.declared} as declared, ${read.created} as created,
      ${read.downloads} as downloads, ${read.downloadsAllTime} as ever, ${read.gate} as gate, ${read.bases} as bases,
      ${read.relation} as relation from ${from} where not ${read.private} and not ${read.disabled})`)
}

/** What is left out of the count, and the newest day. */
export async function leftOut({ from, read }: Dump, connection: DuckDBConnection): Promise<Row> {
  const [row] = await ask(
    connection,
    `select count(*) filter (${read.private}) as private, count(*) filter (${read.disabled} and not ${read.private}) as disabled,
      strftime(max(${read.created}), '%Y-%m-%d') as newest from ${from}`,
  )
  return row ?? {}
}

/**
 * Reads every value that is declared, once each, into the table `declared`: what it is, its class, and a number for
 * the terms it stands for, which are given back.
 */
export async function readValues(knowledge: Knowledge, connection: DuckDBConnection): Promise<readonly Declared[]> {
  await connection.run(`create temp table cells as
    select declared, min(value) as value, min(name) as name, year, gate, count(*) as models,
      sum(downloads)::bigint as downloads, sum(ever)::bigint as ever
    from models group by declared, year, gate`)
  const values = await ask(
    connection,
    'select declared, min(value) as value, min(name) as name from cells group by 1 order by 1',
  )
  const terms = new Map<string, { readonly at: number; readonly declared: Declared }>()
  await connection.run(
    'create temp table declared (declared ubigint, value varchar, name varchar, kind varchar, license varchar, class varchar, terms smallint)',
  )
  const appender = await connection.createAppender('declared')
  for (const { declared: key, value, name } of values) {
    const one = readValue(textOf(value), textOf(name), knowledge)
    const stands = one.is === 'none' ? '' : (one.license ?? '?')
    const at = terms.get(stands)?.at ?? terms.size
    if (at === terms.size) terms.set(stands, { at, declared: one })
    appender.appendUBigInt(BigInt(String(key)))
    for (const text of [one.value, one.name, one.is, one.license, one.class]) {
      if (text === null) appender.appendNull()
      else appender.appendVarchar(text)
    }
    appender.appendSmallInt(at)
    appender.endRow()
  }
  appender.closeSync()
  // all that is asked of these from here on is in `cells` and `declared`
  await connection.run('alter table models drop column value')
  await connection.run('alter table models drop column name')
  return [...terms.values()].map(({ declared }) => declared)
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/** How many accounts there are. */
export async function accountsOf(connection: DuckDBConnection): Promise<number> {
  const [row] = await ask(connection, 'select count(distinct account) as accounts from models')
  return numberOf(row?.accounts)
}
