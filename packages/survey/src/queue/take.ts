import type { ClientBase } from 'pg'
import type { PostgresStore } from '../store/postgres/index.ts'
import { type Job, QUEUE_SCHEMA, type QueueName } from './queues.ts'

/** A job in the hands of a worker. */
export interface Held {
  readonly name: QueueName
  readonly id: string
  readonly data: Job
  /** how often it was tried again, and how often that may be */
  readonly retryCount: number
  readonly retryLimit: number
}

/**
 * Takes jobs of a queue, those that are due longest first. It does what `fetch` of pg-boss does, to the same table, but
 * in the order of the table's index: `fetch` sorts by when they were made, and so reads every job that waits each time.
 */
export async function take(store: PostgresStore, name: QueueName, most: number): Promise<readonly Held[]> {
  const rows = await store.ask(
    `with next as (
      select id from ${QUEUE_SCHEMA}.job where name = $1 and state < 'active' and start_after <= now()
        order by start_after limit $2 for update skip locked
    )
    update ${QUEUE_SCHEMA}.job j set state = 'active', started_on = now(),
      retry_count = case when started_on is null then retry_count else retry_count + 1 end
    from next where j.name = $1 and j.id = next.id
    returning j.id, j.data, j.retry_count, j.retry_limit`,
    [name, most],
  )
  return rows.map(({ id, data, retry_count, retry_limit }) => ({
    name,
    id: String(id),
    data: data as Job,
    retryCount: Number(retry_count),
    retryLimit: Number(retry_limit),
  }))
}

/** Puts jobs back that were taken and not begun, as if they had never been taken. */
export const putBack = (store: PostgresStore, jobs: readonly Held[]): Promise<unknown> =>
  change(
    store.ask,
    jobs,
    `state = case when retry_count > 0 then 'retry' else 'created' end::${QUEUE_SCHEMA}.job_state,
      started_on = case when retry_count > 0 then started_on end, retry_count = greatest(retry_count - 1, 0)`,
  )

/** Says that jobs are in hand: they are as if they were taken just now. */
export const holdOn = (store: PostgresStore, jobs: readonly Held[]): Promise<unknown> =>
  change(store.ask, jobs, 'started_on = now()')

/** Ends jobs whose releases are kept, within a transaction that is open. */
export const complete = (client: ClientBase, jobs: readonly Held[]): Promise<unknown> =>
  change((sql, values) => client.query(sql, values), jobs, "state = 'completed', completed_on = now()")

/** Changes the rows of jobs that are in hand. */
async function change(
  ask: (sql: string, values: unknown[]) => Promise<unknown>,
  jobs: readonly Held[],
  how: string,
): Promise<unknown> {
  if (jobs.length === 0) return
  const names = [...new Set(jobs.map(({ name }) => name))]
  const ids = jobs.map(({ id }) => id)
  const which = "name = any($1) and id = any($2::uuid[]) and state = 'active'"
  return ask(`update ${QUEUE_SCHEMA}.job set ${how} where ${which}`, [names, ids])
}

/** Whether a queue has a job that may be taken now. */
export async function isDue(store: PostgresStore, name: QueueName): Promise<boolean> {
  const [row] = await store.ask(
    `select exists (
      select 1 from ${QUEUE_SCHEMA}.job where name = $1 and state < 'active' and start_after <= now()) as due`,
    [name],
  )
  return row?.due === true
}
