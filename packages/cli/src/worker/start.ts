import { setTimeout as sleep } from 'node:timers/promises'
import { invalid, UnwashError } from '@unwash/core/error'
import { VERSION } from '@unwash/knowledge/load'
import { loadKnown } from '@unwash/library/known'
import { enqueue, requeue } from '@unwash/survey/queue/enqueue'
import { openQueues } from '@unwash/survey/queue/queues'
import { scheduleRescan } from '@unwash/survey/queue/rescan'
import { isAway } from '@unwash/survey/queue/settle'
import { statusOf } from '@unwash/survey/queue/status'
import { openPostgres, type PostgresStore } from '@unwash/survey/store/postgres/index'
import { runOf } from '@unwash/survey/survey'
import { targetsOf } from '@unwash/survey/targets/index'
import { printed, tell } from '../exit.ts'

/** How a survey is put in a queue. */
interface StartOptions {
  readonly database?: string | undefined
  readonly limit?: number | undefined
  readonly again?: true | undefined
  readonly every?: string | undefined
}

/** In which database, and what of it is put in the queue again. */
interface RequeueOptions {
  readonly database?: string | undefined
  readonly run?: string | undefined
  readonly kind?: string | undefined
}

/** Puts a survey in the queue of a database; the same command again puts there only what is missing. */
export async function started(words: readonly string[], options: StartOptions, signal: AbortSignal): Promise<number> {
  const targets = await targetsOf(words, { signal, tell })
  for (const note of targets.notes) tell(note)
  const run = runOf(targets.source, await loadKnown())
  const limit = options.limit === undefined ? undefined : options.limit * 1000
  return withDatabase(options.database, { works: false, tell }, async ({ store, boss }) => {
    const { queued, settled } = await enqueue(run, targets.each(), { store, boss, limit, signal })
    const again = options.again ? await requeue({ store, boss }, { run: run.id }) : { requeued: 0 }
    const { every } = options
    if (every !== undefined) await scheduleRescan(boss, run.id, every === 'never' ? null : every, limit)
    return printed(
      `run ${run.id}: ${queued + again.requeued} releases in the queue, ${settled - again.requeued} done before\n` +
        'Next: unwash worker --database …, on any machines; unwash survey status tells how far it is\n',
    )
  })
}

/** Puts failed targets in the queue again. */
export async function requeued({ database, ...which }: RequeueOptions): Promise<number> {
  return withDatabase(database, { works: false }, async open => {
    const { requeued } = await requeue(open, which)
    return printed(`${requeued} releases in the queue again\n`)
  })
}

/** Prints how far the surveys in a database are. */
export async function told({
  database,
  format,
}: Pick<RequeueOptions, 'database'> & { readonly format: string }): Promise<number> {
  return withDatabase(database, { works: false }, async ({ store }) => {
    const status = await statusOf(store)
    if (format === 'json') return printed(`${JSON.stringify({ schemaVersion: 1, ...status }, null, 2)}\n`)
    const lines = [
      ...status.runs.flatMap(({ run, source, startedAt, kept, failed, waiting, inHand, again, alone }) => {
        const why = Object.entries(failed)
        const all = why.reduce((sum, [, count]) => sum + count, 0)
        return [
          `${run}  ${source}, started ${startedAt.slice(0, 16).replace('T', ' ')} UTC`,
          `  ${kept} kept, ${all} failed` +
            `${all > 0 ? ` (${why.map(([kind, count]) => `${count} ${kind}`).join(', ')})` : ''}, ` +
            `${inHand} in hand, ${waiting} waiting, ${again} to be tried again, ${alone} to be tried alone`,
        ]
      }),
      ...status.paused.map(({ hub, seconds }) => `${hub} wants to be left alone for ${seconds} more seconds`),
      ...status.rescans.map(({ run, cron }) => `${run} is surveyed again at "${cron}" (UTC)`),
    ]
    return printed(lines.length > 0 ? `${lines.join('\n')}\n` : 'no survey was started in this database\n')
  })
}

/** How the database is opened: by one who works in it, or asks and goes; the signal ends waiting for it. */
interface Opening {
  readonly works: boolean
  readonly connections?: number
  readonly tell?: (says: string) => void
  readonly signal?: AbortSignal
}

/** tries to reach a database that does not answer, and milliseconds between the first two and at most: two minutes */
const TRIES = 18
const PAUSE = 250
const LONGEST_PAUSE = 10_000

/** Opens the store; who works waits for a database that only starts. Throws an UnwashError where it cannot. */
async function openStarted(address: string, { works, connections, tell, signal }: Opening): Promise<PostgresStore> {
  for (let tries = 1; ; tries++) {
    try {
      return await openPostgres(address, { unwash: VERSION, connections })
    } catch (error) {
      if (!works || tries === TRIES || !(error instanceof UnwashError) || !isAway(error.cause)) throw error
      if (tries === 1) tell?.('the database does not answer yet; waiting for it')
      await sleep(Math.min(PAUSE * 2 ** (tries - 1), LONGEST_PAUSE), undefined, { signal }).catch(() => {
        throw error
      })
    }
  }
}

/** Opens the store and the queue of a database, does something with them, and closes both. */
export async function withDatabase<T>(
  address: string | undefined,
  how: Opening,
  work: (open: { store: PostgresStore; boss: Awaited<ReturnType<typeof openQueues>> }) => Promise<T>,
): Promise<T> {
  if (!address) {
    throw invalid('no database is given with', '--database', 'give one as postgres://user@host:5432/name')
  }
  const store = await openStarted(address, how)
  try {
    const boss = await openQueues(address, how)
    try {
      return await work({ store, boss })
    } finally {
      await boss.stop({ graceful: false, wait: true }).catch(() => {})
    }
  } finally {
    await store.close()
  }
}
