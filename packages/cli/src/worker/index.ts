import { endpointOf } from '@unwash/sources/hub/endpoint'
import { poolOf } from '@unwash/survey/pool'
import { paceOf } from '@unwash/survey/queue/pace'
import { work } from '@unwash/survey/queue/work'
import { EXIT, tell } from '../exit.ts'
import { withDatabase } from './start.ts'

/** How a worker works. */
interface WorkerOptions {
  readonly database?: string | undefined
  readonly threads?: number | undefined
  readonly rate?: number | undefined
  readonly untilDone?: true | undefined
}

/** requests a second: within what a hub grants to one who gives no token, for reading files */
const RATE = 5

/** milliseconds between two lines that tell how far it is */
const TOLD = 10_000

/** Audits what is in the queue of a database, until SIGTERM or Ctrl-C: then what is in hand is ended and written. */
export async function worked(options: WorkerOptions, signal: AbortSignal): Promise<number> {
  const drains = () => tell('draining: what is in hand is ended, nothing more is taken')
  signal.addEventListener('abort', drains, { once: true })
  const how = { works: true, connections: 6, tell, signal }
  return withDatabase(options.database, how, async ({ store, boss }) => {
    const worker = new URL('./survey-worker.js', import.meta.url)
    // what a job may take is told with each job
    const pool = poolOf({ worker, threads: options.threads })
    const pace = await paceOf(store, endpointOf(process.env).host, options.rate ?? RATE)
    tell(`working with ${pool.threads} threads on ${store.shown}`)
    let last = performance.now()
    const inWords = ({ kept, failed, later }: { kept: number; failed: number; later: number }) =>
      `${kept} kept, ${failed} failed, ${later} to be tried again`
    try {
      const counts = await work({
        store,
        boss,
        pool,
        pace,
        drain: signal,
        untilDone: options.untilDone,
        tell,
        told: counts => {
          if (performance.now() - last < TOLD) return
          last = performance.now()
          tell(inWords(counts))
        },
      })
      tell(`done: ${inWords(counts)}`)
      process.exitCode = EXIT.holds
      return EXIT.holds
    } finally {
      await pool.close()
    }
  })
}
