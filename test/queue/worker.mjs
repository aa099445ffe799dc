// A worker as `unwash worker` is, whose threads can be poisoned, and which looks every second for what was lost.
import { endpointOf } from '../../dist/sources/hub/endpoint.js'
import { openPostgres } from '../../dist/store/postgres/index.js'
import { poolOf } from '../../dist/survey/pool.js'
import { paceOf } from '../../dist/survey/queue/pace.js'
import { openQueues } from '../../dist/survey/queue/queues.js'
import { work } from '../../dist/survey/queue/work.js'

const [address, ...flags] = process.argv.slice(2)
const tell = says => console.error(`worker ${process.pid}: ${says}`)
const store = await openPostgres(address, { unwash: '0.1.0' })
const boss = await openQueues(address, { works: true, looks: 1, tell })
const pool = poolOf({ worker: new URL('./poison.mjs', import.meta.url), threads: 1 })
const pace = await paceOf(store, endpointOf(process.env).host, 200)
const drain = new AbortController()
process.once('SIGTERM', () => drain.abort())
const counts = await work({
  store,
  boss,
  pool,
  pace,
  drain: drain.signal,
  untilDone: flags.includes('until-done'),
  tell,
})
console.log(JSON.stringify(counts))
await pool.close()
await boss.stop({ graceful: false, wait: true })
await store.close()
