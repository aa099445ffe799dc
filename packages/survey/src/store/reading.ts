import { groupsBy } from '@unwash/core/groups'
import { togetherOf } from '@unwash/reporters/words/checks'
import { unpacked, unpackedReport } from './pack.ts'
import { STANDS, sqlOf } from './query.ts'
import { type FoundRow, type Store, tallyRow, tallyTerms } from './store.ts'
import type { ReleaseRow } from './tables.ts'

type ReadRow = Readonly<Record<string, unknown>>

/** A license of the weights that is one, and not only words that were not understood. */
const LICENSED = "on_weights and class not in ('none', 'unknown')"

/** What is asked of a store alike in every database. `ask` gives the rows of a question in SQL. */
export function readingBy(
  ask: (sql: string, values: readonly (string | number)[]) => Promise<readonly ReadRow[]>,
): Pick<Store, 'settled' | 'find' | 'tally' | 'report'> {
  /** The rows of a page with what other tables say of them: all columns are looked up for these alone. */
  const rowsOf = async (ids: readonly string[]): Promise<readonly FoundRow[]> => {
    if (ids.length === 0) return []
    const these = `in (${ids.map((_, at) => `$${at + 1}`).join(', ')})`
    const rows = new Map((await ask(`select * from releases where id ${these}`, ids)).map(row => [String(row.id), row]))
    const among = `release ${these}`
    const said = await ask(
      `select distinct release, kind || ':' || ${STANDS} as word from claims c where ${among} order by word`,
      ids,
    )
    const models = await ask(`select release, model as word, term from terms where ${among} order by position`, ids)
    const licenses = await ask(
      `select release, coalesce(license, name) as word from licenses where ${among} and ${LICENSED} order by position`,
      ids,
    )
    const goingTooFar = await ask(
      `select release, count(*) as far from claims c where ${among} and ${STANDS} = 'goes too far' group by release`,
      ids,
    )
    const far = new Map(goingTooFar.map(({ release, far }) => [String(release), Number(far)]))
    const of = (rows: readonly ReadRow[]) => groupsBy(rows, ({ release }) => String(release))
    const [saidOf, modelsOf, licensesOf] = [of(said), of(models), of(licenses)]
    const words = (rows: readonly ReadRow[] = []) => rows.map(({ word }) => String(word))
    return ids.map(id => {
      const claims = words(saidOf.get(id))
      // as `tables.ts` declares it
      const row = rows.get(id) as unknown as ReleaseRow
      const goes_too_far = far.get(id) ?? 0
      return {
        ...row,
        contradicted: Number(row.contradicted) - goes_too_far,
        goes_too_far,
        said: claims.join(','),
        claims_stand: togetherOf(claims.map(one => one.replace(/^.*:/, ''))),
        named_license: [...new Set(words(licensesOf.get(id)))].join(' AND '),
        model_names: words(modelsOf.get(id)).join(', '),
        model_terms: tallyTerms((modelsOf.get(id) ?? []).map(({ term }) => ({ term: String(term) }))),
      }
    })
  }
  return {
    settled: async (run, which = 'done or failed') => {
      const failed = which === 'done' ? '' : 'union all select target from failures where run = $1'
      const rows = await ask(`select target from releases where run = $1 ${failed}`, [run])
      return new Set(rows.map(({ target }) => String(target)))
    },
    find: async query => {
      const { page, total, values } = sqlOf(query)
      const found = await ask(page, values)
      // after the last row nothing says how many there are
      const [count] = found.length > 0 || !query.offset ? found : await ask(total, values)
      return { rows: await rowsOf(found.map(({ id }) => String(id))), total: Number(count?.total ?? 0) }
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
