// npm run bench -- hostile: ten thousand hostile questions to a server in a process of its own, then an honest one.
// COUNT=… asks so many; YAML=no leaves out the front matter that is made for parsers of YAML.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ask, hangUp, hostile, isAnswer } from './hostile.mjs'

const COUNT = Number(process.env.COUNT ?? 10_000)
const yaml = process.env.YAML !== 'no'
/** asked at the same time */
const AT_ONCE = 20
/** milliseconds in which an honest question is answered */
const HONEST = Number(process.env.HONEST ?? 100)

const server = spawn(
  process.execPath,
  [
    '-e',
    // threads would not begin where the whole process was told what its input is
    `import('./packages/web/dist/server/index.js')
       .then(({ serveWeb }) =>
         serveWeb({ host: '127.0.0.1', port: 0, warm: true, rates: { audits: 1e9, texts: 1e9 } }))
       .then(server => {
         process.send(server.port)
         process.on('message', () => process.send(process.memoryUsage().rss))
       })`,
  ],
  // no hub is asked
  { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, HF_ENDPOINT: 'http://127.0.0.1:9' } },
)
let ended = null
const gone = new Promise(done =>
  server.once('exit', (code, signal) => {
    ended = `the server ended with ${signal ?? code}`
    done(null)
  }),
)
const told = () => Promise.race([new Promise(done => server.once('message', done)), gone])
const port = await told()

const license = readFileSync('examples/lumen-7b/LICENSE', 'utf8')
const honest = { path: '/api/v1/license', headers: { 'content-type': 'application/json' } }
const readHonestly = async name => {
  const before = performance.now()
  const status = await ask(port, {
    ...honest,
    body: JSON.stringify({ texts: [{ path: 'LICENSE', content: license }] }),
  })
  const took = performance.now() - before
  console.log(`${name}: ${status} in ${took.toFixed(0)} ms`)
  return status === 200 ? took : Number.POSITIVE_INFINITY
}
await readHonestly('the first honest question')

const from = performance.now()
const kinds = new Map()
const wrong = []
const questions = hostile(COUNT, { yaml })
const one = async () => {
  for (const asked of questions) {
    const before = performance.now()
    const status = ended === null ? await ask(port, asked) : 'no server'
    const kind = kinds.get(asked.kind) ?? { count: 0, slowest: 0, statuses: new Set() }
    kinds.set(asked.kind, kind)
    kind.count += 1
    kind.slowest = Math.max(kind.slowest, performance.now() - before)
    kind.statuses.add(status)
    if (ended !== null || !isAnswer(status)) wrong.push(`${asked.kind}: ${status}`)
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, one))
const seconds = (performance.now() - from) / 1000
for (const [kind, { count, slowest, statuses }] of kinds)
  console.log(
    `  ${kind.padEnd(32)} ${String(count).padStart(5)}  ${[...statuses].join(' ')}  slowest ${slowest.toFixed(0)} ms`,
  )
console.log(`${COUNT} hostile questions in ${seconds.toFixed(0)} s, ${wrong.length} without a right answer`)
const took = ended === null ? await readHonestly('an honest one right after them') : Number.POSITIVE_INFINITY
if (ended === null) {
  const memory = told()
  server.send('memory')
  console.log(`memory of the server: ${((await memory) / 1024 / 1024).toFixed(0)} MB`)
}
if (ended !== null) console.log(ended)
server.kill()
hangUp()
if (wrong.length > 0 || took > HONEST) process.exitCode = 1
