import { sha256 } from '@unwash/sources/hash'
import type { ClientBase } from 'pg'
import type PgBoss from 'pg-boss'
import type { PostgresStore } from '../store/postgres/index.ts'
import type { Run } from '../store/store.ts'
import type { Target } from '../targets/index.ts'
import { TIME_LIMIT } from '../task.ts'
import { type Job, LEASE, QUEUE_SCHEMA } from './queues.ts'

/** jobs that are put in the queue together */
const BATCH = 500

/**
 * Puts every target of a run that is not settled in the queue. One that is there, or was, is not put there again: who
 * is ended in the middle starts again. Answers how many are in the queue, and how many were settled before.
 */
export async function enqueue(
  run: Run,
  targets: AsyncIterable<Target>,
  {
    store,
    boss,
    limit = TIME_LIMIT,
    lease = LEASE,
    signal,
    told,
  }: {
    readonly store: PostgresStore
    readonly boss: PgBoss
    readonly limit?: number | undefined
    /** seconds until a job of a worker that is gone is lost */
    readonly lease?: number | undefined
    readonly signal?: AbortSignal | undefined
    readonly told?: ((queued: number) => void) | undefined
  },
): Promise<{ readonly queued: number; readonly settled: number }> {
  await store.begin(run)
  const settled = await store.settled(run.id)
  let batch: PgBoss.JobInsert[] = []
  let queued = 0
  let before = 0
  const flush = async () => {
    if (batch.length > 0) await boss.insert(batch)
    batch = []
    told?.(queued)
  }
  for await (const { target, facts } of targets) {
    signal?.throwIfAborted()
    if (settled.has(target)) {
      before += 1
      continue
    }
    queued += 1
    batch.push({ id: idOf(run.id, target), ...jobOf({ run: run.id, target, facts, limit, lease }) })
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  return { queued, settled: before }
}

/** A job as it is first put in the queue. */
const jobOf = (data: Job): PgBoss.JobInsert & { readonly name: 'releases' } => ({
  name: 'releases',
  data,
  singletonKey: jobKey(data),
  expireInSeconds: data.lease,
})

/** What tells a target of a run from others. */
export const jobKey = ({ run, target }: Pick<Job, 'run' | 'target'>): string => sha256(`${run}\0${target}`).slice(0, 32)

/** The same target of the same run always has the same id. */
const idOf = (run: string, target: string): string =>
  jobKey({ run, target }).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** What pg-boss does with this goes over a connection of ours, within its transaction. */
export const over = (client: ClientBase): { readonly db: PgBoss.Db } => ({
  db: { executeSql: (text, values) => client.query(text, values) },
})

/** Puts failed targets in the queue again, with what their list said of them, and forgets that they failed. */
export async function requeue(
  { store, boss }: { readonly store: PostgresStore; readonly boss: PgBoss },
  which: { readonly run?: string | undefined; readonly kind?: string | undefined },
): Promise<{ readonly requeued: number }> {
  return store.together(async client => {
    const failed = await client.query<{ run: string; target: string }>(
      `delete from failures where ($1::text is null or run = $1) and ($2::text is null or kind = $2)
        returning run, target`,
      [which.run ?? null, which.kind ?? null],
    )
    const jobs = []
    for (const { run, target } of failed.rows) {
      const before = await client.query<{ data: Job }>(
        `select data from ${QUEUE_SCHEMA}.job where id = $1
          union all select data from ${QUEUE_SCHEMA}.archive where id = $1 limit 1`,
        [idOf(run, target)],
      )
      const { facts = {}, limit = TIME_LIMIT, lease = LEASE } = before.rows[0]?.data ?? {}
      jobs.push(jobOf({ run, target, facts, limit, lease }))
    }
    for (let at = 0; at < jobs.length; at += BATCH) await boss.insert(jobs.slice(at, at + BATCH), over(client))
    return { requeued: jobs.length }
  })
}
