import type { PostgresStore } from '../store/postgres/index.ts'
import { QUEUE_SCHEMA, QUEUES } from './queues.ts'

/** How far a run is. */
interface RunStatus {
  readonly run: string
  readonly source: string
  readonly startedAt: string
  readonly kept: number
  /** dead letters: targets that failed, by why */
  readonly failed: Readonly<Record<string, number>>
  /** not begun, in the hands of a worker, to be tried again, and to be tried alone because a worker was lost */
  readonly waiting: number
  readonly inHand: number
  readonly again: number
  readonly alone: number
}

/** How far all runs are, the newest first, and what is scheduled. */
interface QueueStatus {
  readonly runs: readonly RunStatus[]
  readonly rescans: readonly { readonly run: string; readonly cron: string }[]
  /** hubs that want to be left alone, for so many seconds */
  readonly paused: readonly { readonly hub: string; readonly seconds: number }[]
}

/** runs that are told of */
const RUNS_SHOWN = 20

/** Reads how far everything is. */
export async function statusOf(store: PostgresStore): Promise<QueueStatus> {
  const runs = await store.ask(`select r.*, (select count(*) from releases where run = r.id) as kept
    from runs r order by started_at desc, id limit ${RUNS_SHOWN}`)
  const failed = await store.ask('select run, kind, count(*) as count from failures group by run, kind')
  const jobs = await store.ask(
    `select data->>'run' as run, name, state::text as state, count(*) as count from ${QUEUE_SCHEMA}.job
      where state < 'completed' and name = any($1) group by 1, 2, 3`,
    [Object.keys(QUEUES)],
  )
  const schedules = await store.ask(
    `select data->>'run' as run, cron from ${QUEUE_SCHEMA}.schedule where data ? 'run' order by 1`,
  )
  const hubs = await store
    .ask(
      `select hub, extract(epoch from paused_until - clock_timestamp()) as seconds from hubs
        where paused_until > clock_timestamp()`,
    )
    // no worker has made the table yet
    .catch(() => [])
  return {
    runs: runs.map(({ id, source, started_at, kept }) => {
      const mine = jobs.filter(({ run }) => run === id)
      const sum = (some: typeof jobs) => some.reduce((total, { count }) => total + Number(count), 0)
      const resting = mine.filter(({ state }) => state !== 'active')
      return {
        run: String(id),
        source: String(source),
        startedAt: String(started_at),
        kept: Number(kept),
        failed: Object.fromEntries(
          failed.filter(({ run }) => run === id).map(({ kind, count }) => [String(kind), Number(count)]),
        ),
        waiting: sum(resting.filter(({ name }) => name === 'releases')),
        inHand: sum(mine.filter(({ state }) => state === 'active')),
        again: sum(resting.filter(({ name }) => name === 'again')),
        alone: sum(resting.filter(({ name }) => name !== 'releases' && name !== 'again')),
      }
    }),
    rescans: schedules.map(({ run, cron }) => ({ run: String(run), cron: String(cron) })),
    paused: hubs.map(({ hub, seconds }) => ({ hub: String(hub), seconds: Math.ceil(Number(seconds)) })),
  }
}
