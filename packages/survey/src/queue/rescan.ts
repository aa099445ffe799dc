import { invalid, notFound } from '@unwash/core/error'
import { sha256 } from '@unwash/sources/hash'
import type PgBoss from 'pg-boss'
import type { PostgresStore } from '../store/postgres/index.ts'
import type { Run } from '../store/store.ts'
import type { Target } from '../targets/index.ts'
import { enqueue } from './enqueue.ts'

/** A survey that is to be made again: the targets of a run, whoever holds their list. */
interface Rescan {
  readonly run: string
  readonly limit?: number | undefined
}

const PREFIX = 'rescan-'

/**
 * Has a run's targets surveyed again at the times of a cron line, in UTC; null ends that. Throws an UnwashError for a
 * line that is none.
 */
export async function scheduleRescan(boss: PgBoss, run: string, cron: string | null, limit?: number): Promise<void> {
  const name = `${PREFIX}${run}`
  if (cron === null) return boss.unschedule(name)
  // a time that was missed is made up for once, and two do not pile up
  const trying = { retryLimit: 3, retryDelay: 30, retryBackoff: true, expireInSeconds: 3600 }
  await boss.createQueue(name, { name, policy: 'short', ...trying })
  const data: Rescan = { run, limit }
  await boss.schedule(name, cron, data, { tz: 'UTC' }).catch((cause: unknown) => {
    const what = '--every wants the five fields of a cron line, not'
    throw invalid(what, cron, 'give it as "0 3 * * 1"', cause)
  })
}

/** Puts the targets of every re-scan that is due in the queue, as a run of its own. */
export async function rescans(store: PostgresStore, boss: PgBoss): Promise<void> {
  for (const { name } of await boss.getSchedules()) {
    if (!name.startsWith(PREFIX)) continue
    for (const job of await boss.fetch<Rescan>(name)) {
      const { run, limit } = job.data
      await enqueue(await againAs(run, job.id, store), targetsOf(run, store), { store, boss, limit })
      await boss.complete(name, job.id)
    }
  }
}

/** The run of a re-scan: done twice, it is the same. */
async function againAs(of: string, job: string, store: PostgresStore): Promise<Run> {
  const [run] = await store.ask('select source, unwash, knowledge from runs where id = $1', [of])
  if (run === undefined) throw notFound('no run is called', of, 'see unwash survey status')
  const id = sha256(`${of}\0${job}`).slice(0, 12)
  const startedAt = new Date().toISOString()
  return { id, startedAt, unwash: String(run.unwash), knowledge: String(run.knowledge), source: `${run.source}, again` }
}

/** targets read from the database at once */
const PAGE = 2_000

/** The targets of a run, and what its list said of them. */
async function* targetsOf(run: string, store: PostgresStore): AsyncIterable<Target> {
  for (let after = ''; ; ) {
    const rows = await store.ask(
      `select target, max(downloads) as downloads, max(likes) as likes, max(created_on) as created from (
        select target, downloads, likes, created_on from releases where run = $1
        union all select target, null, null, null from failures where run = $1
      ) t where target > $2 group by target order by target limit ${PAGE}`,
      [run, after],
    )
    for (const { target, downloads, likes, created } of rows) {
      const facts = {
        downloads: downloads === null ? null : Number(downloads),
        likes: likes === null ? null : Number(likes),
        createdAt: created === null ? null : String(created),
      }
      yield { target: String(target), facts }
    }
    if (rows.length < PAGE) return
    after = String(rows.at(-1)?.target)
  }
}
