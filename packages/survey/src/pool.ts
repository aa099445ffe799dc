import { availableParallelism } from 'node:os'
import { limitTo } from '@unwash/core/at-once'
import { messageOf } from '@unwash/core/error'
import { isOutOfMemory } from '@unwash/library/threads/limits'
import { threadsFor } from '@unwash/library/threads/pool'
import type { Failure } from './store/store.ts'
import { type Outcome, type Task, TIME_LIMIT, tookTooLong } from './task.ts'

/** What a thread is given to do, but for what the pool adds; the limit is the pool's own unless told. */
type GivenTask = Omit<Task, 'limit'> & { readonly limit?: number | undefined }

/** Threads that audit releases. */
export interface Pool {
  readonly threads: number
  /**
   * Audits a release; one that takes too long or too much memory is ended, and that is what became of it. Throws the
   * signal's reason where that is given before a thread has begun; what has begun is ended as it would be without.
   */
  audit(task: GivenTask, signal: AbortSignal): Promise<Outcome>
  close(): Promise<void>
}

interface PoolOptions {
  /** the built file that a thread begins with */
  readonly worker: URL
  /** one for each processor unless told */
  readonly threads?: number | undefined
  /** milliseconds that one release may take */
  readonly limit?: number | undefined
}

/** milliseconds until a thread has read what is known; a minute on the slowest machine */
const LOADING = 300_000

/** what a release that reads has to end itself, before its thread is ended */
const GRACE = 1_000

/** megabytes of one thread: what is known takes 150, the largest evidence there may be several times its size */
const MEMORY = 900

/** Starts threads, each with its own copy of what is known. */
export function poolOf({ worker, threads = availableParallelism(), limit = TIME_LIMIT }: PoolOptions): Pool {
  const pool = threadsFor<Task, Outcome, null>({ work: worker, most: threads, memory: MEMORY })
  // a release begins at once when it is given to the threads: the time it waited for one is not its own
  const room = limitTo(threads)
  return {
    threads,
    audit: (task, stop) => room.through(() => audited(task, stop)),
    close: () => pool.close(),
  }

  async function audited({ limit: most = limit, ...given }: GivenTask, stop: AbortSignal): Promise<Outcome> {
    stop.throwIfAborted()
    const late = new AbortController()
    let timer = setTimeout(() => late.abort(), LOADING)
    const begun = () => {
      clearTimeout(timer)
      timer = setTimeout(() => late.abort(), most + GRACE)
    }
    try {
      // one that is still running when it is late is ended with its thread
      return await pool.run({ ...given, limit: most }, { signal: late.signal, told: begun })
    } catch (error) {
      return { is: 'failed', failure: late.signal.aborted ? tookTooLong(most) : whyOf(error) }
    } finally {
      clearTimeout(timer)
    }
  }
}

function whyOf(error: unknown): Failure {
  return isOutOfMemory(error)
    ? { kind: 'memory', message: `it took more than ${MEMORY} MB of memory, and was ended` }
    : { kind: 'bug', message: `a bug in unwash: ${messageOf(error).slice(0, 300)}` }
}
