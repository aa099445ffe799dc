// npm run bench -- serve: requests a second and the 99th percentile, over 50 connections to a server in a process of its
// own: the stored page of a release, the same with a use (made anew each time), and the license API with a text of its
// own in each request. Beside the clock stand the processor time of the server for each request, which other programs
// on the machine change far less, and how many times as long as that of a bare server that gives 10 KB it is.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

const CONNECTIONS = 50
const SECONDS = Number(process.env.SECONDS ?? 10)
const RATE = 1_000_000

const started = spawn(
  process.execPath,
  [
    '-e',
    // threads would not begin where the whole process was told what its input is
    `const serving = async () => {
       const { createServer } = await import('node:http')
       const { serveWeb, memoryShelf } = await import('./packages/web/dist/server/index.js')
       const { keep } = await import('./packages/web/dist/server/keep.js')
       const shelf = memoryShelf()
       await keep('examples/lumen-7b', shelf, new AbortController().signal, new Map())
       const rates = { audits: ${RATE}, texts: ${RATE} }
       const server = await serveWeb({ host: '127.0.0.1', port: 0, shelf, warm: true, rates })
       const body = Buffer.alloc(10_000, 'a')
       const bare = createServer((_, response) => response.end(body)).listen(0, '127.0.0.1', () =>
         process.send({ port: server.port, bare: bare.address().port }))
       process.on('message', () => process.send(process.cpuUsage()))
     }
     serving()`,
  ],
  { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
)
const told = () => new Promise(done => started.once('message', done))
const { port, bare } = await Promise.race([
  told(),
  new Promise((_, fail) => started.once('exit', code => fail(new Error(`the server ended with ${code}`)))),
])
/** Milliseconds of the processor that the server has used until now. */
async function processor() {
  const answer = told()
  started.send('processor')
  const { user, system } = await answer
  return (user + system) / 1000
}
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

function ask(path, body, at = port) {
  return new Promise((done, fail) => {
    const headers = { 'accept-encoding': 'gzip', ...(body ? { 'content-type': 'application/json' } : {}) }
    const how = { host: '127.0.0.1', port: at, path, method: body ? 'POST' : 'GET', agent, headers }
    const asking = request(how, answer => {
      let bytes = 0
      answer.on('data', data => {
        bytes += data.length
      })
      answer.on('end', () => done({ status: answer.statusCode, bytes }))
    })
    asking.on('error', fail)
    asking.end(body)
  })
}

let yardstick = null
async function measure(name, next) {
  await next(-1)
  const times = []
  const wrong = []
  let bytes = 0
  const used = await processor()
  const from = performance.now()
  const until = from + SECONDS * 1000
  let at = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) {
        const before = performance.now()
        const answer = await next(at++)
        times.push(performance.now() - before)
        bytes = answer.bytes
        if (answer.status !== 200) wrong.push(answer.status)
      }
    }),
  )
  const took = (performance.now() - from) / 1000
  const each = ((await processor()) - used) / times.length
  yardstick ??= each
  times.sort((one, other) => one - other)
  const percentile = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1)
  console.log(
    `${name}: ${(times.length / took).toFixed(0)} requests/s, median ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms; ${each.toFixed(2)} ms of the processor each, ${(each / yardstick).toFixed(1)} times the bare server (n=${times.length}, ${CONNECTIONS} connections, ${bytes} bytes each${wrong.length ? `, ${wrong.length} not 200` : ''})`,
  )
}

try {
  const license = readFileSync('examples/lumen-7b/LICENSE', 'utf8')
  const reads = at =>
    ask('/api/v1/license', JSON.stringify({ texts: [{ path: 'LICENSE', content: `${license}\nCopy ${at}.\n` }] }))
  // the threads make themselves fast when the server starts, and pages are answered meanwhile
  const before = performance.now()
  await reads('at the start')
  console.log(`the first text, right after the start: ${(performance.now() - before).toFixed(0)} ms`)
  for (let last = -100, now = 0; now - last > 20; last = now, now = await processor())
    await new Promise(later => setTimeout(later, 500))
  await measure('a bare server', () => ask('/', undefined, bare))
  await measure('stored release page', () => ask('/_/lumen-7b'))
  await measure('release page for a use', at => ask(`/_/lumen-7b?do=commercial&users=${1_000_000 + at}`))
  await measure('license API', reads)
} finally {
  started.removeAllListeners('exit')
  started.kill()
  agent.destroy()
}
