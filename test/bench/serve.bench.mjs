// npm run bench -- serve: requests a second and the 99th percentile, over 50 connections to a server in a process of its
// own: the stored page of a release, the same with a use (made anew each time), and the license API with a text of its
// own in each request.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

const CONNECTIONS = 50
const SECONDS = Number(process.env.SECONDS ?? 10)
const RATE = 1_000_000

const started = spawn(
  process.execPath,
  [
    '--input-type=module',
    '-e',
    `import { serveWeb, memoryShelf } from './dist/web/server/index.js'
     import { keep } from './dist/cli/web/serve.js'
     const shelf = memoryShelf()
     await keep('examples/lumen-7b', shelf, new AbortController().signal)
     const server = await serveWeb({ host: '127.0.0.1', port: 0, shelf, rates: { audits: ${RATE}, texts: ${RATE} } })
     console.log(server.port)`,
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
const port = await new Promise((done, fail) => {
  started.stdout.once('data', data => done(Number(String(data).trim())))
  started.once('exit', code => fail(new Error(`the server ended with ${code}`)))
})
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

function ask(path, body) {
  return new Promise((done, fail) => {
    const headers = { 'accept-encoding': 'gzip', ...(body ? { 'content-type': 'application/json' } : {}) }
    const asking = request({ host: '127.0.0.1', port, path, method: body ? 'POST' : 'GET', agent, headers }, answer => {
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

async function measure(name, next) {
  await next(-1)
  const times = []
  const wrong = []
  let bytes = 0
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
  times.sort((one, other) => one - other)
  const percentile = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1)
  console.log(
    `${name}: ${(times.length / took).toFixed(0)} requests/s, median ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms (n=${times.length}, ${CONNECTIONS} connections, ${bytes} bytes each${wrong.length ? `, ${wrong.length} not 200` : ''})`,
  )
}

try {
  const license = readFileSync('examples/lumen-7b/LICENSE', 'utf8')
  await measure('stored release page', () => ask('/_/lumen-7b'))
  await measure('release page for a use', at => ask(`/_/lumen-7b?do=commercial&users=${1_000_000 + at}`))
  await measure('license API', at =>
    ask('/api/v1/license', JSON.stringify({ texts: [{ path: 'LICENSE', content: `${license}\nCopy ${at}.\n` }] })),
  )
} finally {
  started.removeAllListeners('exit')
  started.kill()
  agent.destroy()
}
