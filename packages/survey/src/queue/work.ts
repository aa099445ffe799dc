import { setTimeout as sleep } from 'node:timers/promises'
import { limitTo } from '@unwash/core/at-once'
import { UnwashError } from '@unwash/core/error'
import { mayPass } from '@unwash/sources/http/trouble'
import { hub } from '@unwash/sources/hub/index'
import type PgBoss from 'pg-boss'
import type { Pool } from '../pool.ts'
import { type PostgresStore, writeFailure } from '../store/postgres/index.ts'
import type { Failure } from '../store/store.ts'
import { type Outcome, tookTooLong } from '../task.ts'
import { over } from './enqueue.ts'
import type { SharedPace } from './pace.ts'
import { type Job, QUEUE_SCHEMA, QUEUES } from './queues.ts'
import { rescans } from './rescan.ts'
import { type Ending, orders, type Settler, settlerOf, untilItIsBack } from './settle.ts'
import { stockOf } from './stock.ts'
import { type Held, holdOn, isDue, take } from './take.ts'

/** How a worker works. */
interface WorkOptions {
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

/** jobs at hand for each thread that are not begun: some are there while the next are fetched */
const STOCK = 32
/** releases read at the same time from a hub: reading is waiting, and all workers together ask at one pace */
const READ_AT_ONCE = 6
/** milliseconds between two looks into queues that are mostly empty, and into one that was */
const SELDOM = 1_000
const POLL = 200

/** Takes releases from the queues and audits them, until it is told to drain. */
export async function work(options: WorkOptions): Promise<Settler['counts']> {
  const { store, boss, pool, pace, drain, untilDone, tell } = options
  const settler = settlerOf(store, boss, tell)
  const stock = stockOf(store, pool.threads * STOCK, tell)
  const reading = limitTo(READ_AT_ONCE)
  // enough that a thread has its next release when it ends one
  const room = limitTo(pool.threads * 2 + READ_AT_ONCE)
  const hands = new Map<Held, Promise<void>>()
  let looking: Promise<void> | null = null
  let looked = Number.NEGATIVE_INFINITY
  let pausedUntil = 0
  let lostWait = false
  let trouble: { readonly error: unknown } | null = null
  const toldLater = (error: unknown) => {
    trouble ??= { error }
  }

  /** Audits a release, and resolves when that is done; it is in hand until it is written. */
  const begin = async (held: Held) => {
    if (drain.aborted) return stock.giveBack(held)
    const ending = endingOf(held, options, work => reading.through(work))
    const written = ending
      .then(settler.settle)
      .then(() => options.told?.(settler.counts))
      .catch(toldLater)
      .finally(() => hands.delete(held))
    hands.set(held, written)
    await ending
  }
  /** All that was begun is written. */
  const allSettled = async () => {
    await room.empty()
    settler.hurry()
    await Promise.all(hands.values())
  }
  const look = async () => {
    await untilItIsBack(() => moveLost(store, boss), tell)
    await untilItIsBack(() => rescans(store, boss), tell)
    pausedUntil = performance.now() + (await untilItIsBack(() => pace.left(), tell))
    lostWait = await untilItIsBack(() => isDue(store, 'alone'), tell)
    await stock.fill('again')
  }

  // whoever stops saying so has lost what it had in hand
  const saying = setInterval(() => {
    holdOn(store, [...stock.held(), ...hands.keys()]).catch(() => {})
  }, SELDOM)
  try {
    while (!drain.aborted) {
      if (trouble !== null) throw (trouble as { readonly error: unknown }).error
      if (performance.now() - looked > SELDOM) {
        looked = performance.now()
        looking ??= look()
          .catch(toldLater)
          .finally(() => {
            looking = null
          })
        // the first look tells whether there is a pause
        if (pausedUntil === 0) await looking
      }
      if (pausedUntil > performance.now()) await sleep(POLL)
      else if (lostWait) {
        // what may end this process has no company; all that was done before is written
        await stock.putBack()
        await allSettled()
        for (const one of await untilItIsBack(() => take(store, 'alone', 1), tell)) await begin(one)
        await allSettled()
        lostWait = await untilItIsBack(() => isDue(store, 'alone'), tell)
      } else {
        const next = await stock.next()
        if (next !== null) await room.enter(() => begin(next))
        else if (hands.size > 0) {
          settler.hurry()
          await Promise.race([...hands.values(), sleep(POLL)])
        } else if (untilDone && (await untilItIsBack(() => isDone(store), tell))) break
        // the question whether all is done goes through every job
        else await sleep(untilDone ? SELDOM : POLL, undefined, { signal: drain }).catch(() => {})
      }
    }
    await looking
    await stock.putBack()
    await allSettled()
    if (trouble !== null) throw (trouble as { readonly error: unknown }).error
    return settler.counts
  } finally {
    clearInterval(saying)
  }
}

/** Audits a release, and says what becomes of its job. */
async function endingOf(
  held: Held,
  { pool, pace, tell }: WorkOptions,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<Ending> {
  const { run, target, facts, limit } = held.data
  const failed = (failure: Failure): Ending => ({ is: 'failed', held, failure })
  // draining ends nothing that has begun
  const never = new AbortController().signal
  let outcome: Outcome
  if (await hub.accepts(target)) {
    let late: AbortSignal | undefined
    try {
      const release = await inTurn(() => {
        late = AbortSignal.timeout(limit)
        return hub.open(target, { signal: late, tell, pace })
      })
      outcome = await pool.audit({ run, target, facts, release, limit }, never)
    } catch (error) {
      if (late?.aborted) return { is: 'later', held, failure: tookTooLong(limit) }
      if (!(error instanceof UnwashError)) throw error
      const failure: Failure = { kind: 'unreadable', message: error.message }
      return mayPass(error) ? { is: 'later', held, failure } : failed(failure)
    }
  } else outcome = await pool.audit({ run, target, facts, release: null, limit }, never)
  if (outcome.is === 'kept') return { is: 'kept', held, ready: outcome.ready }
  return { is: outcome.passing ? 'later' : 'failed', held, failure: outcome.failure }
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
      const alone = `the last ${tries} of them with nothing else in hand`
      const message = `every worker that read it ended without a word, ${alone}`
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
