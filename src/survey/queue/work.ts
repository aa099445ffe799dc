import { setTimeout as sleep } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import { UnwashError } from '../../sources/error.ts'
import { hub } from '../../sources/hub/index.ts'
import { mayPass } from '../../sources/hub/trouble.ts'
import { type PostgresStore, writeFailure } from '../../store/postgres/index.ts'
import type { Failure } from '../../store/store.ts'
import type { Pool } from '../pool.ts'
import { type Outcome, tookTooLong } from '../task.ts'
import { over } from './enqueue.ts'
import type { SharedPace } from './pace.ts'
import { type Job, QUEUE_SCHEMA, QUEUES } from './queues.ts'
import { rescans } from './rescan.ts'
import { type Ending, type Held, orders, type Settler, settlerOf, untilItIsBack } from './settle.ts'

/** How a worker works. */
export interface WorkOptions {
  readonly store: PostgresStore
  readonly boss: PgBoss
  readonly pool: Pool
  readonly pace: SharedPace
  /** given, it takes nothing more, ends what it has in hand, and returns */
  readonly drain: AbortSignal
  /** returns when nothing waits and nobody has anything in hand */
  readonly untilDone?: boolean | undefined
  readonly tell?: ((says: string) => void) | undefined
  /** told after each job */
  readonly told?: ((counts: Settler['counts']) => void) | undefined
}

/** jobs in hand for each thread: the next ones are there while others are written */
const IN_HAND = 4
/** milliseconds between two looks into queues that are mostly empty, and into one that was */
const SELDOM = 1_000
const POLL = 200

/** Takes releases from the queues and audits them, until it is told to drain. */
export async function work(options: WorkOptions): Promise<Settler['counts']> {
  const { store, boss, pool, pace, drain, untilDone, tell } = options
  const settler = settlerOf(store, boss, tell)
  const hands = new Map<string, Promise<void>>()
  let looked = Number.NEGATIVE_INFINITY
  let pausedUntil = 0
  let trouble: { readonly error: unknown } | null = null

  const take = (held: Held) => {
    const one = endingOf(held, options)
      .then(ending => settler.settle(ending))
      .then(() => options.told?.(settler.counts))
      .catch(error => {
        trouble ??= { error }
      })
      .finally(() => hands.delete(held.id))
    hands.set(held.id, one)
  }
  const fetch = async (name: Held['name'], batchSize: number): Promise<Held[]> =>
    (await boss.fetch<Job>(name, { batchSize, includeMetadata: true })).map(job => ({ ...job, name }))

  // whoever stops saying so has lost what it had in hand
  const saying = setInterval(() => {
    if (hands.size > 0) stillHeld(store, [...hands.keys()]).catch(() => {})
  }, SELDOM)
  try {
    while (!drain.aborted) {
      if (trouble !== null) throw (trouble as { readonly error: unknown }).error
      if (performance.now() - looked > SELDOM) {
        looked = performance.now()
        await untilItIsBack(() => moveLost(store, boss), tell)
        await untilItIsBack(() => rescans(store, boss), tell)
        pausedUntil = performance.now() + (await untilItIsBack(() => pace.left(), tell))
        // what may end this process has no company; all that was done before is written
        if ((await boss.getQueueSize('alone').catch(() => 0)) > 0 && pausedUntil <= performance.now()) {
          await Promise.all(hands.values())
          const [one] = await fetch('alone', 1)
          if (one !== undefined) {
            take(one)
            await Promise.all(hands.values())
            looked = Number.NEGATIVE_INFINITY
            continue
          }
        }
      }
      if (pausedUntil > performance.now()) {
        await sleep(POLL)
        continue
      }
      const free = pool.threads * IN_HAND - hands.size
      if (free <= 0) {
        await Promise.race(hands.values())
        continue
      }
      const again = await fetch('again', free)
      const jobs = [...again, ...(again.length < free ? await fetch('releases', free - again.length) : [])]
      for (const job of jobs) take(job)
      if (jobs.length > 0) continue
      if (hands.size > 0) await Promise.race([...hands.values(), sleep(POLL)])
      else if (untilDone && (await untilItIsBack(() => isDone(store), tell))) break
      // the question whether all is done goes through every job
      else await sleep(untilDone ? SELDOM : POLL, undefined, { signal: drain }).catch(() => {})
    }
    await Promise.all(hands.values())
    if (trouble !== null) throw (trouble as { readonly error: unknown }).error
    return settler.counts
  } finally {
    clearInterval(saying)
  }
}

/** Says that jobs are in hand: they are as if they were taken just now. */
async function stillHeld(store: PostgresStore, ids: readonly string[]): Promise<void> {
  await store.ask(
    `update ${QUEUE_SCHEMA}.job set started_on = now() where name = any($1) and id = any($2::uuid[]) and state = 'active'`,
    [Object.keys(QUEUES), ids],
  )
}

/** Audits a release, and says what becomes of its job. */
async function endingOf(held: Held, { store: { dialect }, pool, pace, tell }: WorkOptions): Promise<Ending> {
  const { run, target, facts, limit } = held.data
  const failed = (failure: Failure): Ending => ({ is: 'failed', held, failure })
  // draining ends nothing that has begun
  const never = new AbortController().signal
  let outcome: Outcome
  if (await hub.accepts(target)) {
    const late = AbortSignal.timeout(limit)
    try {
      const release = await hub.open(target, { signal: late, tell, pace })
      outcome = await pool.audit({ run, target, facts, dialect, release, limit }, never)
    } catch (error) {
      if (late.aborted) return { is: 'later', held, failure: tookTooLong(limit) }
      if (!(error instanceof UnwashError)) throw error
      const failure: Failure = { kind: 'unreadable', message: error.message }
      return mayPass(error) ? { is: 'later', held, failure } : failed(failure)
    }
  } else outcome = await pool.audit({ run, target, facts, dialect, release: null, limit }, never)
  return outcome.is === 'kept' ? { is: 'kept', held, ready: outcome.ready } : failed(outcome.failure)
}

/** jobs that are moved at once */
const MOVED = 200

/** What was lost goes on where it is tried alone; what ended worker after worker is told of. */
async function moveLost(store: PostgresStore, boss: PgBoss): Promise<void> {
  await store.together(async client => {
    const through = over(client)
    const lost = await boss.fetch<Job>('releases-lost', { batchSize: MOVED, ...through })
    for (const { id, data } of lost) {
      await boss.send('alone', data, { ...orders(data), ...through })
      await boss.complete('releases-lost', id, {}, through)
    }
    const dead = await boss.fetch<Job>('dead', { batchSize: MOVED, ...through })
    for (const { id, data } of dead) {
      const tries = QUEUES.alone.retryLimit + 1
      const message = `every worker that read it ended without a word, the last ${tries} of them with nothing else in hand`
      await writeFailure(client, data.run, data.target, { kind: 'lost', message })
      await boss.complete('dead', id, {}, through)
    }
  })
}

/** Whether nothing waits and nobody has anything in hand. */
async function isDone(store: PostgresStore): Promise<boolean> {
  const [row] = await store.ask(
    `select exists (select 1 from ${QUEUE_SCHEMA}.job where state < 'completed' and name = any($1)) as going`,
    [Object.keys(QUEUES)],
  )
  return row?.going === false
}
