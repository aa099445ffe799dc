import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Known } from '../../licenses/known.ts'
import { count } from '../../reports/counts.ts'
import { UnwashError } from '../../sources/error.ts'
import { needsDuckdb } from '../../store/needs.ts'
import { LICENSE_CLASSES, type LicenseClass } from '../../vocabulary.ts'
import type { Census, OrganizationCount, OtherLicenses } from './census.ts'
import { type Dump, GATES, openDump, unreadable } from './dump.ts'
import { declaredLineage, organizationsOf } from './lineage.ts'
import { accountsOf, leftOut, readModels, readValues } from './models.ts'
import { ask, COUNTED, countOf, numberOf, type Row, SUMMED, wordOf } from './rows.ts'

export type { Census } from './census.ts'

/** How to take a census: `memory` as DuckDB says it, `threads` at most. */
export interface CensusOptions {
  readonly memory?: string | undefined
  readonly threads?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** enough for three million models, and leaves room within a gigabyte for the rest of the process */
export const CENSUS_MEMORY = '600MB'

/** a name that fewer accounts use may be a person's own, and is only counted */
const SHOWN_FROM = 5
/** rows of a table of a census */
const SHOWN = 40

/** Counts what the metadata of all models of a dump declare, in DuckDB. Throws an UnwashError where it cannot be read. */
export async function takeCensus(path: string, known: Known, options: CensusOptions = {}): Promise<Census> {
  const { memory = CENSUS_MEMORY, threads = Math.min(availableParallelism(), 8), signal } = options
  if (!/^\d{1,6}(?:MB|GB)$/i.test(memory)) {
    throw new UnwashError('--memory wants a size, not', memory, 'give it as 600MB or 2GB')
  }
  const { DuckDBInstance } = await needsDuckdb(() => import('@duckdb/node-api'))
  const spill = await mkdtemp(join(tmpdir(), 'unwash-census-'))
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    temp_directory: spill,
    threads: String(threads),
    preserve_insertion_order: 'false',
    // a dump is a file on this machine, and nothing else is read
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const stop = () => connection.interrupt()
  signal?.addEventListener('abort', stop)
  try {
    signal?.throwIfAborted()
    return await countAll(await openDump(path, connection), known, connection)
  } catch (cause) {
    signal?.throwIfAborted()
    throw cause instanceof UnwashError || !isOfDuckDb(cause) ? cause : unreadable(path, cause)
  } finally {
    signal?.removeEventListener('abort', stop)
    connection.closeSync()
    instance.closeSync()
    await rm(spill, { recursive: true, force: true })
  }
}

/** What DuckDB throws begins with the kind of its error. */
const isOfDuckDb = (error: unknown) =>
  error instanceof Error &&
  /^(?:Invalid(?: Input)?|IO|Out of Memory|Serialization|Conversion|TProtocolException)\b.*Error/i.test(error.message)

async function countAll(dump: Dump, { version, knowledge }: Known, connection: DuckDBConnection): Promise<Census> {
  const out = await leftOut(dump, connection)
  await readModels(dump, organizationsOf(knowledge), connection)
  const terms = await readValues(knowledge, connection)
  const cells = (columns: string, where = 'true') =>
    ask(
      connection,
      `select ${columns}, ${SUMMED} from cells join declared using (declared) where ${where} group by all order by all`,
    )
  const [all] = await ask(connection, `select ${SUMMED} from cells`)
  return {
    schemaVersion: 1,
    unwash: { version, knowledge: knowledge.version },
    dump: {
      file: dump.file,
      newest: typeof out.newest === 'string' ? out.newest : null,
      notes: [...dump.notes, ...notesOf(out)],
    },
    all: { ...countOf(all), accounts: await accountsOf(connection) },
    classes: byClass((await cells('class')).map(row => ({ class: classOf(row), ...countOf(row) }))),
    years: (await cells('year, class')).map(row => ({
      year: row.year === null ? null : numberOf(row.year),
      class: classOf(row),
      ...countOf(row),
    })),
    gates: (await cells('gate')).map(row => ({
      gate: GATES[numberOf(row.gate)] ?? 'none',
      ...countOf(row),
    })),
    licenses: (await cells('license, class', 'license is not null'))
      .toSorted(byModels)
      .slice(0, SHOWN)
      .map(row => ({
        license: String(row.license),
        class: classOf(row),
        ...countOf(row),
      })),
    unread: await unreadValues(connection),
    other: await otherLicenses(connection),
    lineage: await declaredLineage(dump.file, terms, knowledge, connection),
    organizations: await organizations(connection),
  }
}

const classOf = (row: Row): LicenseClass => wordOf(row.class, LICENSE_CLASSES, 'unknown')
const byModels = (one: Row, other: Row) => numberOf(other.models) - numberOf(one.models)
const byClass = <T extends { readonly class: LicenseClass }>(rows: readonly T[]) =>
  rows.toSorted((one, other) => LICENSE_CLASSES.indexOf(one.class) - LICENSE_CLASSES.indexOf(other.class))

function notesOf({ private: hidden, disabled }: Row): string[] {
  return [
    ...(numberOf(hidden) > 0 ? [`left out: ${count(numberOf(hidden), 'private model')}`] : []),
    ...(numberOf(disabled) > 0 ? [`left out: ${count(numberOf(disabled), 'model')} that the hub has disabled`] : []),
  ]
}

async function unreadValues(connection: DuckDBConnection): Promise<Census['unread']> {
  const rows = await ask(
    connection,
    `select lower(d.value) as value, ${COUNTED} from models join declared d using (declared) where d.kind = 'unread'
      group by 1 having count(distinct account) >= ${SHOWN_FROM} order by models desc, 1 limit ${SHOWN}`,
  )
  return rows.map(row => ({ value: String(row.value), ...countOf(row) }))
}

async function otherLicenses(connection: DuckDBConnection): Promise<OtherLicenses> {
  await connection.run(`create temp table others as
    select coalesce(lower(d.name), '') as name, min(license) as license, min(class) as class,
      count(distinct account) as accounts, ${COUNTED}
    from models join declared d using (declared) where d.kind = 'other' group by 1`)
  const [all, unnamed, rare] = await Promise.all([
    ask(connection, `select ${SUMMED} from others`),
    ask(connection, `select ${SUMMED} from others where name = ''`),
    ask(connection, `select count(*) as names, ${SUMMED} from others where name <> '' and not (${SHOWN_NAME})`),
  ])
  const named = await ask(
    connection,
    `select * from others where name <> '' and (${SHOWN_NAME}) order by models desc, name limit ${SHOWN}`,
  )
  return {
    ...countOf(all[0]),
    shownFrom: SHOWN_FROM,
    named: named.map(row => ({
      name: String(row.name),
      license: row.license === null ? null : String(row.license),
      class: classOf(row),
      accounts: numberOf(row.accounts),
      ...countOf(row),
    })),
    rare: { names: numberOf(rare[0]?.names), ...countOf(rare[0]) },
    unnamed: countOf(unnamed[0]),
  }
}

const SHOWN_NAME = `license is not null or accounts >= ${SHOWN_FROM}`

/** What known organizations declare, those of most downloads first. */
async function organizations(connection: DuckDBConnection): Promise<Census['organizations']> {
  const rows = await ask(
    connection,
    `select min(split_part(known, '/', 1)) as organization, class, ${COUNTED}
      from models join declared using (declared) where known is not null group by lower(split_part(known, '/', 1)), class order by all`,
  )
  const all = new Map<string, OrganizationCount>()
  for (const row of rows) {
    const organization = String(row.organization)
    const { models, downloads, downloadsAllTime } = countOf(row)
    const before = all.get(organization)
    all.set(organization, {
      organization,
      models: (before?.models ?? 0) + models,
      downloads: (before?.downloads ?? 0) + downloads,
      downloadsAllTime: (before?.downloadsAllTime ?? 0) + downloadsAllTime,
      classes: { ...before?.classes, [classOf(row)]: models },
    })
  }
  return [...all.values()].toSorted((one, other) => other.downloads - one.downloads).slice(0, SHOWN)
}
