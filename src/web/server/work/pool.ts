import { fileURLToPath } from 'node:url'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { ClaimsReport } from '../../../claims/report.ts'
import { ROOT } from '../../../knowledge/load.ts'
import type { LicensesReport, Report } from '../../../report.ts'
import type { Target } from '../target.ts'
import type { Done, GivenWords, Work } from './work.ts'

/** How much is done at once. */
export interface PoolSettings {
  /** threads that read releases; each holds the knowledge, some 200 MB */
  readonly threads?: number
  /** releases that may wait for a thread; more are turned away */
  readonly waiting?: number
  /** seconds that reading one release may take */
  readonly seconds?: number
}

/** texts that may wait; each takes a fraction of a second */
const TEXTS_WAITING = 200
/** more than the largest release has needed; a thread that wants more is ended, not the server */
const MEMORY = { maxOldGenerationSizeMb: 2048 }
/** an unused thread gives its memory back, in milliseconds */
const IDLE = 10 * 60_000

/** Trouble that a caller can mend. */
export class WorkTrouble extends Error {}
/** All threads are busy, and enough wait already. */
export class Busy extends Error {}

/** The threads that read what is submitted. */
export interface Pool {
  /** whether one more release may wait */
  hasRoom(): boolean
  audit(
    target: Target,
    submitted: string,
    on: string | undefined,
    tell: (says: string) => void,
  ): Promise<{ readonly report: Report; readonly evidence: object }>
  license(texts: readonly GivenWords[]): Promise<LicensesReport>
  claims(texts: readonly GivenWords[], of: Report | null): Promise<ClaimsReport>
  close(): Promise<void>
}

/** Starts the threads when they are first needed: some for releases, one for texts, so that neither waits for the other. */
export function poolOf({ threads = 2, waiting = 50, seconds = 300 }: PoolSettings = {}): Pool {
  // what the build made of worker.ts: a thread of its own needs a file of its own
  const filename = fileURLToPath(new URL('dist/web/server/work/worker.js', ROOT))
  const common = { filename, minThreads: 0, idleTimeout: IDLE, concurrentTasksPerWorker: 1, resourceLimits: MEMORY }
  const releases = new Piscina({ ...common, maxThreads: threads, maxQueue: waiting })
  const texts = new Piscina({ ...common, maxThreads: 1, maxQueue: TEXTS_WAITING })

  let underWay = 0
  return {
    hasRoom: () => underWay < threads + waiting,
    async audit(target, submitted, on, tell) {
      const { port1, port2 } = new MessageChannel()
      underWay += 1
      port1.on('message', says => tell(String(says)))
      try {
        const work: Work = { kind: 'audit', target, submitted, on, seconds, port: port2 }
        return await run<'audit'>(releases, work, [port2])
      } finally {
        underWay -= 1
        port1.close()
      }
    },
    license: given => run<'license'>(texts, { kind: 'license', texts: given }),
    claims: (given, of) => run<'claims'>(texts, { kind: 'claims', texts: given, of }),
    close: async () => {
      await Promise.all([releases.destroy(), texts.destroy()])
    },
  }
}

async function run<K extends Work['kind']>(
  pool: Piscina,
  work: Work,
  transferList: MessagePort[] = [],
): Promise<Extract<Done<K>, { ok: true }>['result']> {
  const done: Done<K> = await pool.run(work, { transferList }).catch((error: unknown) => {
    if (error instanceof Error && /queue/i.test(error.message))
      throw new Busy('enough is being read already', { cause: error })
    throw error
  })
  if (!done.ok) throw new WorkTrouble(done.says)
  return done.result
}
