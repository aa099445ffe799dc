import { groupsBy } from '../groups.ts'
import { unpacked, unpackedReport } from './pack.ts'
import { STANDS, sqlOf } from './query.ts'
import { type FoundRow, type Store, tallyRow } from './store.ts'
import type { ReleaseRow } from './tables.ts'

type Row = Readonly<Record<string, unknown>>

/** What is asked of a store alike in every database. `ask` gives the rows of a question in SQL. */
export function readingBy(
  ask: (sql: string, values: readonly (string | number)[]) => Promise<readonly Row[]>,
): Pick<Store, 'settled' | 'find' | 'tally' | 'report'> {
  /** The rows of a page with what other tables say of them: looked up for these alone. */
  const withOthers = async (found: readonly Row[]): Promise<readonly FoundRow[]> => {
    if (found.length === 0) return []
    const ids = found.map(({ id }) => String(id))
    const among = `release in (${ids.map((_, at) => `$${at + 1}`).join(', ')})`
    const said = await ask(
      `select distinct release, kind || ':' || ${STANDS} as word from claims c where ${among} order by word`,
      ids,
    )
    const models = await ask(`select release, model as word from terms where ${among} order by position`, ids)
    const of = (rows: readonly Row[]) => groupsBy(rows, ({ release }) => String(release))
    const [saidOf, modelsOf] = [of(said), of(models)]
    const words = (rows: readonly Row[] = [], between: string) => rows.map(({ word }) => String(word)).join(between)
    return found.map(row => ({
      ...releaseRow(row),
      said: words(saidOf.get(String(row.id)), ','),
      model_names: words(modelsOf.get(String(row.id)), ', '),
    }))
  }
  return {
    settled: async (run, which = 'done or failed') => {
      const failed = which === 'done' ? '' : 'union all select target from failures where run = $1'
      const rows = await ask(`select target from releases where run = $1 ${failed}`, [run])
      return new Set(rows.map(({ target }) => String(target)))
    },
    find: async query => {
      const { rows, total, values } = sqlOf(query)
      const [found, [count]] = await Promise.all([ask(rows, values), ask(total, values)])
      return { rows: await withOthers(found), total: Number(count?.total ?? 0) }
    },
    tally: async query => {
      const { tally, values } = sqlOf(query)
      return (await ask(tally, values)).map(tallyRow)
    },
    report: async (name, revision) => {
      const at = revision === undefined ? '' : 'and revision = $2'
      const [row] = await ask(
        `select kept_on, unwash, report, evidence from reports join releases on id = release
          where release = (
            select id from releases where (name = $1 or target = $1) ${at}
              order by name = $1 desc, kept_on desc, id limit 1)`,
        revision === undefined ? [name] : [name, revision],
      )
      if (row === undefined || !(row.report instanceof Uint8Array)) return null
      const evidence = row.evidence instanceof Uint8Array ? unpacked(row.evidence) : null
      return { report: unpackedReport(row.report, name, String(row.unwash)), evidence, keptOn: String(row.kept_on) }
    },
  }
}

/** A row of the explore table, as `tables.ts` declares it. */
const releaseRow = ({ newest: _, ...row }: Row): ReleaseRow => row as unknown as ReleaseRow
