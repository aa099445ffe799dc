import type { DuckDBConnection } from '@duckdb/node-api'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { RELATIONS } from '../../vocabulary.ts'
import type { DeclaredLineage, DeclaredStanding } from './census.ts'
import { type Declared, standings } from './declared.ts'
import { ask, COUNTED, countOf, numberOf, SUMMED } from './rows.ts'

/** From the standing that must be told to the one that need not: of several bases the first counts. */
const ORDER = [
  'wider',
  'missing',
  'unknown',
  'base-not-found',
  'narrower',
  'both-open',
  'same',
  'own',
] as const satisfies readonly DeclaredStanding[]
const rankOf = (standing: (typeof ORDER)[number]) => ORDER.indexOf(standing)

/** rows of a table of a census */
const SHOWN = 30

/** Joins derivatives with their bases and compares what both declare. */
export async function declaredLineage(
  file: string,
  terms: readonly Declared[],
  knowledge: Knowledge,
  connection: DuckDBConnection,
): Promise<DeclaredLineage> {
  await joinBases(file, terms, knowledge, connection)
  const by = (columns: string, from = 'derivatives') =>
    ask(connection, `select ${columns}, ${COUNTED} from ${from} group by all order by all`)
  const standingOf = (rank: unknown): DeclaredStanding => ORDER[numberOf(rank)] ?? 'unknown'
  const [all] = await ask(connection, `select ${COUNTED} from derivatives`)
  const nameOf = (at: unknown) => terms[numberOf(at)]?.license ?? 'NOASSERTION'
  return {
    derivatives: countOf(all),
    standings: (await by('rank')).map(row => ({ standing: standingOf(row.rank), ...countOf(row) })),
    relations: (await by('relation, rank')).map(row => ({
      relation: row.relation === null ? 'unknown' : (RELATIONS[numberOf(row.relation) - 1] ?? 'unknown'),
      standing: standingOf(row.rank),
      ...countOf(row),
    })),
    years: (await by('year, rank')).map(row => ({
      year: row.year === null ? null : numberOf(row.year),
      standing: standingOf(row.rank),
      ...countOf(row),
    })),
    wider: (
      await ask(
        connection,
        `select base_terms, terms, ${COUNTED} from (select distinct derivative, base_terms, terms, downloads, ever from wider)
          group by all order by models desc, 1, 2 limit ${SHOWN}`,
      )
    ).map(row => ({ base: nameOf(row.base_terms), own: nameOf(row.terms), ...countOf(row) })),
    ...(await widerBases(nameOf, connection)),
  }
}

/** Makes `derivatives`, a row for each with its worst standing, and `wider`, a row for each base it is wider than. */
async function joinBases(
  file: string,
  terms: readonly Declared[],
  knowledge: Knowledge,
  connection: DuckDBConnection,
): Promise<void> {
  const run = (sql: string) => connection.run(sql)
  await run(`create temp table found as
    select m.key, min(d.terms) as terms, min(m.account) as account, min(m.known) as known
    from models m semi join (select unnest(bases) as base from models) e on m.key = e.base
      join declared d using (declared) group by m.key`)
  // joined once: a base stands for many derivatives, and to each it stands by their terms alone
  await run(`create temp table steps as
    select e.* exclude (account), f.terms as base_terms, f.known, f.key is null as gone, f.account = e.account as own
    from (
      select m.key as derivative, m.account, d.terms, m.relation, m.year, m.downloads, m.ever,
        len(m.bases) > 1 as several, unnest(m.bases) as base
      from models m join declared d using (declared) where m.bases is not null
    ) e left join found f on e.base = f.key where e.base <> e.derivative`)
  const pairs = await ask(connection, 'select distinct terms as own, base_terms as base from steps where not gone')
  const stand = standings(knowledge, file)
  await run('create temp table pairs (own smallint, base smallint, rank tinyint)')
  const appender = await connection.createAppender('pairs')
  for (const { own, base } of pairs) {
    const [over, under] = [terms[numberOf(own)], terms[numberOf(base)]]
    const standing = over && under ? stand(over, under) : 'unknown'
    appender.appendSmallInt(numberOf(own))
    appender.appendSmallInt(numberOf(base))
    appender.appendTinyInt(rankOf(standing === 'incompatible' ? 'unknown' : standing))
    appender.endRow()
  }
  appender.closeSync()
  const rank = `case when gone then ${rankOf('base-not-found')} when s.own then ${rankOf('own')} else p.rank end`
  const ranked = 'steps s left join pairs p on p.own = s.terms and p.base = s.base_terms'
  await run(`create temp table derivatives as
    select ${rank} as rank, relation, year, downloads, ever from ${ranked} where not several
    union all
    select min(${rank}), min(relation), min(year), min(downloads), min(ever)
    from ${ranked} where several group by derivative`)
  await run(`create temp table wider as
    select derivative, s.base, terms, base_terms, known, downloads, ever
    from ${ranked} where ${rank} = ${rankOf('wider')}`)
}

/** The models that wider derivatives start from: named where they are of a known organization, else counted. */
async function widerBases(
  nameOf: (at: unknown) => string,
  connection: DuckDBConnection,
): Promise<Pick<DeclaredLineage, 'bases' | 'otherBases'>> {
  await connection.run(`create temp table starts as
    select base, min(base_terms) as terms, min(known) as known, ${COUNTED}
    from (select distinct derivative, base, base_terms, known, downloads, ever from wider) group by base`)
  const bases = await ask(
    connection,
    `select * from starts where known is not null order by models desc, known limit ${SHOWN}`,
  )
  const [others] = await ask(connection, `select count(*) as bases, ${SUMMED} from starts where known is null`)
  return {
    bases: bases.map(row => ({ model: String(row.known), license: nameOf(row.terms), ...countOf(row) })),
    otherBases: { bases: numberOf(others?.bases), ...countOf(others) },
  }
}

/** The accounts of known organizations, as SQL values: every other account may be a person's. */
export function organizationsOf(knowledge: Knowledge): string {
  const all = [...new Set(knowledge.models.flatMap(family => family.organizations))]
  return all.length === 0 ? 'null' : all.map(name => `'${name.replaceAll("'", "''")}'`).join(', ')
}
