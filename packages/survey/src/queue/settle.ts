import { messageOf } from '@unwash/core/error'
import type { PoolClient } from 'pg'
import type PgBoss from 'pg-boss'
import type { Ready } from '../store/pack.ts'
import { type PostgresStore, writeFailure, writeReleases } from '../store/postgres/index.ts'
import type { Failure } from '../store/store.ts'
import { jobKey, over } from './enqueue.ts'
import { type Job, QUEUES } from './queues.ts'
import { complete, type Held } from './take.ts'

/** What becomes of a job. */
export type Ending =
  | { readonly is: 'kept'; readonly held: Held; readonly ready: Ready }
  | { readonly is: 'failed'; readonly held: Held; readonly failure: Failure }
  /** its trouble may pass: it is tried again, until it was tried often enough */
  | { readonly is: 'later'; readonly held: Held; readonly failure: Failure }

/** Writes what becomes of jobs, many at once. */
export interface Settler {
  /** Resolves when it is written. */
  settle(ending: Ending): Promise<void>
  /** Writes what waits for company now. */
  hurry(): void
  readonly counts: { readonly kept: number; readonly failed: number; readonly later: number }
}

/** what is written together at most */
const BATCH = 100

/** milliseconds that an ending waits for others: a transaction costs the database as much as ten releases in it */
const COMPANY = 500

/**
 * Writes results and the ends of their jobs in one transaction: whatever ends a worker, both are there or neither, and
 * the job is done again. Where the database is away, it is tried until it is back.
 */
export function settlerOf(store: PostgresStore, boss: PgBoss, tell?: (says: string) => void): Settler {
  const counts = { kept: 0, failed: 0, later: 0 }
  const waiting: { readonly ending: Ending; readonly done: () => void; readonly fail: (error: unknown) => void }[] = []
  let writing = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    if (writing) return
    writing = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH)
      try {
        await write(batch.map(({ ending }) => ending))
        for (const { done } of batch) done()
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    writing = false
  }

  const write = async (endings: readonly Ending[]): Promise<void> => {
    try {
      const done = await untilItIsBack(() => store.together(client => writeAll(client, boss, endings)), tell)
      for (const what of done) counts[what] += 1
    } catch (error) {
      const [only, ...more] = endings
      if (only === undefined) return
      // one release that cannot be written does not keep the others from it
      if (more.length > 0) for (const ending of endings) await write([ending])
      else if (only.is === 'kept') await write([{ is: 'failed', held: only.held, failure: bug(error) }])
      else throw error
    }
  }

  return {
    counts,
    settle: ending =>
      new Promise((done, fail) => {
        waiting.push({ ending, done, fail })
        if (waiting.length >= BATCH) void flush()
        else timer ??= setTimeout(flush, COMPANY)
      }),
    hurry: () => void flush(),
  }
}

const bug = (error: unknown): Failure => ({
  kind: 'bug',
  message: `a bug in unwash: it could not be kept: ${messageOf(error).slice(0, 200)}`,
})

async function writeAll(client: PoolClient, boss: PgBoss, endings: readonly Ending[]): Promise<Ending['is'][]> {
  const kept = endings.filter(one => one.is === 'kept')
  const [ready, held] = [kept.map(one => one.ready), kept.map(one => one.held)]
  await writeReleases(client, ready)
  await complete(client, held)
  for (const ending of endings) if (ending.is !== 'kept') await writeTrouble(client, boss, ending)
  return endings.map(ending =>
    ending.is === 'later' && !isLast(ending.held) ? 'later' : ending.is === 'kept' ? 'kept' : 'failed',
  )
}

/** Whether a job was tried again as often as it may be. */
const isLast = ({ name, retryCount, retryLimit }: Held): boolean => name === 'again' && retryCount >= retryLimit

async function writeTrouble(client: PoolClient, boss: PgBoss, { is, held, failure }: Exclude<Ending, { is: 'kept' }>) {
  const through = over(client)
  if (is === 'later' && !isLast(held)) {
    if (held.name === 'again') await boss.fail(held.name, held.id, failure, through)
    else if (await isStillHeld(boss, held, { later: failure.message }, through)) {
      await boss.send('again', held.data, { ...orders(held.data), startAfter: QUEUES.again.retryDelay, ...through })
    }
    return
  }
  // one that was given up as lost and came back too late: whoever has it now says what became of it
  if (!(await isStillHeld(boss, held, failure, through))) return
  const tried = is === 'later' ? `; it was tried ${held.retryCount + 2} times` : ''
  await writeFailure(client, held.data.run, held.data.target, { ...failure, message: `${failure.message}${tried}` })
}

/** Ends a job, and says whether it was still in these hands. */
async function isStillHeld(boss: PgBoss, { name, id }: Held, output: object, through: PgBoss.ConnectionOptions) {
  const ended: unknown = await boss.complete(name, id, output, through)
  return typeof ended === 'object' && ended !== null && 'affected' in ended && ended.affected === 1
}

/** How a job is held where it goes next. */
export const orders = (job: Job) => ({ singletonKey: jobKey(job), expireInSeconds: job.lease })

/** milliseconds between two tries to reach a database that is away */
const PAUSE = 500

/** Does something with the database; while that is away, again and again. */
export async function untilItIsBack<T>(work: () => Promise<T>, tell?: (says: string) => void): Promise<T> {
  for (let told = false; ; ) {
    try {
      return await work()
    } catch (error) {
      if (!isAway(error)) throw error
      if (!told) tell?.('the database is away; waiting for it')
      told = true
      await new Promise(done => setTimeout(done, PAUSE))
    }
  }
}

/** connections that are refused, cut or not made; and a server that starts, stops, or was told to end what it did */
const AWAY = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[123]|08\w{3}|40001|40P01|53300)$/
const AWAY_IN_WORDS =
  /terminated|timeout exceeded when trying to connect|not queryable|Connection ended|connection error/i

/** Whether a database did not answer, or ended what was asked, and may be back. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return AWAY.test(code) || (code === '' && AWAY_IN_WORDS.test(error.message))
}
