import { stat } from 'node:fs/promises'
import { basename, isAbsolute } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UnwashError } from '@unwash/core/error'
import { isLoopback } from '@unwash/core/text/address'
import { loadKnown } from '@unwash/library/known'
import { knownNames } from '@unwash/reporters/names'
import { memoryOf } from './answers.ts'
import { appOf } from './app.ts'
import { jobsOf } from './jobs.ts'
import { keep, saidPlaces } from './keep.ts'
import { type Listening, listen, type Patience, SERVER_LIMITS } from './listen.ts'
import type { Rates, Writers } from './serving.ts'
import { memoryShelf, type Shelf } from './shelf.ts'
import { told } from './target.ts'
import { type PoolSettings, workPoolOf } from './work/pool.ts'

export { memoryShelf } from './shelf.ts'

/** How to serve. */
export interface ServeOptions extends PoolSettings {
  readonly host: string
  readonly port: number
  /** where releases are kept; in memory when not given */
  readonly shelf?: Shelf
  /** releases to read once it listens, each as for `unwash` itself */
  readonly begin?: readonly string[]
  /** told of each of them: what went wrong, or null where it is there */
  readonly begun?: (target: string, trouble: string | null) => void
  /** a folder below which paths may be read, as `path:…`; none when not given */
  readonly root?: string | null
  /** who may have a release audited; on this machine anybody, else who has the token, else nobody */
  readonly token?: string | null
  readonly rates?: Partial<Rates>
  /** the origin under which the world reaches it */
  readonly origin?: string | null
  readonly patience?: Partial<Patience>
}

/** A server, and what it reads with. */
export interface Served extends Listening {
  /** Answers what was asked before and ends the audits that have begun, within a time; then everything is closed. */
  close(): Promise<void>
  readonly shelf: Shelf
}

/** Serves pages and API until it is closed. Throws an UnwashError where it cannot listen. */
export async function serveWeb(options: ServeOptions): Promise<Served> {
  const { host, port, shelf = memoryShelf(), root = null, token = null, origin = null } = options
  if (root !== null && !(await stat(root).catch(() => null))?.isDirectory())
    throw new UnwashError('no folder is at', root, 'give one below which paths may be read', 'not-found')
  const known = await loadKnown()
  const pool = workPoolOf(options)
  const local = isLoopback(host)
  const writers: Writers = token !== null ? { by: 'token', token } : { by: local ? 'anybody' : 'nobody' }
  const memory = memoryOf()
  const { begin = [], begun = () => {} } = options
  const filling = {
    total: begin.length,
    done: 0,
    now: new Set<string>(),
    failed: [] as { target: string; says: string }[],
  }
  const jobs = jobsOf(pool, shelf, root, memory.forget)
  const app = appOf({
    known,
    names: knownNames(known.knowledge),
    shelf,
    pool,
    jobs,
    filling,
    memory,
    writers,
    rates: { audits: 60, texts: 600, ...options.rates },
    origin,
    hosts: local ? new Set(['localhost', '127.0.0.1', '[::1]', host, ...hostIn(origin)]) : null,
  })
  const listening = await listen(app, host, port, options.patience).catch(async (error: unknown) => {
    await pool.close()
    throw error
  })
  const ended = new AbortController()
  const left = begin.values()
  const places = saidPlaces(begin)
  /** One after the other; one that cannot be read is no end to the others. */
  const fill = async () => {
    for (const target of left) {
      // where the files of this machine are is nobody else's to know
      const shown = isAbsolute(target) ? basename(target) : target
      filling.now.add(shown)
      const trouble = await keep(target, shelf, ended.signal, places, pool.judge).then(
        () => null,
        error => (error instanceof Error ? error : new Error(String(error))),
      )
      if (ended.signal.aborted) return
      filling.now.delete(shown)
      filling.done += 1
      if (trouble !== null) filling.failed.push({ target: shown, says: told(trouble) })
      begun(target, trouble?.message ?? null)
      memory.forget()
    }
  }
  const filled = Promise.all([fill(), fill()])
  return {
    ...listening,
    shelf,
    close: async () => {
      ended.abort()
      const answered = listening.close()
      const late = sleep(options.patience?.ending ?? SERVER_LIMITS.ending, undefined, { ref: false })
      await Promise.race([Promise.all([answered, jobs.drain()]), late])
      await pool.close()
      await Promise.all([answered, filled])
      await shelf.close()
    },
  }
}

const hostIn = (origin: string | null) => (origin !== null && URL.canParse(origin) ? [new URL(origin).hostname] : [])
