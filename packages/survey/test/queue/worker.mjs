// A worker as `unwash worker` is, whose threads can be poisoned, and which looks every second for what was lost.
import { endpointOf } from '@unwash/sources/hub/endpoint'
import { poolOf } from '@unwash/survey/pool'
import { paceOf } from '@unwash/survey/queue/pace'
import { openQueues } from '@unwash/survey/queue/queues'
import { work } from '@unwash/survey/queue/work'
import { openPostgres } from '@unwash/survey/store/postgres/index'

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
