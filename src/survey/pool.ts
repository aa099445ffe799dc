import { availableParallelism } from 'node:os'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { messageOf } from '../error.ts'
import { isOutOfMemory } from '../library/thread.ts'
import { roomFor } from '../room.ts'
import type { Failure } from '../store/store.ts'
import { type Outcome, type Task, TIME_LIMIT, tookTooLong } from './task.ts'

/** What a thread is given to do, but for what the pool adds; the limit is the pool's own unless told. */
type Given = Omit<Task, 'limit' | 'started'> & { readonly limit?: number | undefined }

/** Threads that audit releases. */
export interface Pool {
  readonly threads: number
  /**
   * Audits a release; one that takes too long or too much memory is ended, and that is what became of it. Throws the
   * signal's reason where that is given before a thread has begun; what has begun is ended as it would be without.
   */
  audit(task: Given, signal: AbortSignal): Promise<Outcome>
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
  const pool = new Piscina<Task, Outcome>({
    filename: worker.href,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.MAX_SAFE_INTEGER,
    // a thread that waits for reading lets others read
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    execArgv: threadFlags(),
  })
  // a release begins at once when it is given to the threads: the time it waited for one is not its own
  const room = roomFor(threads)
  return {
    threads,
    audit: (task, stop) => room.through(() => audited(task, stop)),
    close: () => pool.destroy(),
  }

  async function audited({ limit: most = limit, ...given }: Given, stop: AbortSignal): Promise<Outcome> {
    stop.throwIfAborted()
    const { port1, port2 } = new MessageChannel()
    const late = new AbortController()
    let timer = setTimeout(() => late.abort(), LOADING)
    port1.once('message', () => {
      clearTimeout(timer)
      timer = setTimeout(() => late.abort(), most + GRACE)
    })
    try {
      const task: Task = { ...given, limit: most, started: port2 }
      // one that is still running when it is late is ended with its thread
      return await pool.run(task, { signal: late.signal, transferList: [port2] })
    } catch (error) {
      return { is: 'failed', failure: late.signal.aborted ? tookTooLong(most) : whyOf(error) }
    } finally {
      clearTimeout(timer)
      port1.close()
    }
  }
}

function whyOf(error: unknown): Failure {
  return isOutOfMemory(error)
    ? { kind: 'memory', message: `it took more than ${MEMORY} MB of memory, and was ended` }
    : { kind: 'bug', message: `a bug in unwash: ${messageOf(error).slice(0, 300)}` }
}

/** by which Node.js takes modules through `require`, from 20.19 on */
const FLAG = '--experimental-require-module'

/**
 * The flags that a thread starts with. One that is ended while `require` puts a module's parts together takes the whole
 * process with it ("IsGraphAsync must be used on an instantiated module"); one that imports them ends quietly. The
 * pool's threads try `require` first, unless it takes no modules.
 */
export const threadFlags = (): string[] => [
  ...process.execArgv,
  ...(process.allowedNodeEnvironmentFlags.has(FLAG) ? [FLAG.replace('--', '--no-')] : []),
]
