// npm run bench -- all [--write]: one table of what is waited for, in processor time, each beside a yardstick of the same
// run, as other programs on the machine slow both. --write puts it into docs/performance.md with the day and the
// machine's kind. SECONDS is how long the server is asked (2 unless told), COUNT how many cards are surveyed (400).
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { claimsOf } from '@unwash/core/claims/index'
import { readDocument } from '@unwash/core/documents/index'
import { judge } from '@unwash/core/judge'
import { collectFindings } from '@unwash/core/verdict/index'
import { loadKnown } from '@unwash/library/known'
import { open } from '@unwash/sources/index'
import { serveWeb } from '@unwash/web/server/index'
import { memoryShelf } from '@unwash/web/server/shelf'
import MarkdownIt from 'markdown-it'

const SECONDS = Number(process.env.SECONDS ?? 2)
const COUNT = Number(process.env.COUNT ?? 400)
const ROUNDS = Number(process.env.ROUNDS ?? 5)
const place = mkdtempSync(join(tmpdir(), 'unwash-bench-'))
const rows = []
const put = (what, value, unit, yardstick, than) => {
  if (!(value > 0) || !(than > 0)) throw new Error(`${what}: nothing was measured`)
  const figure = value < 10 ? value.toFixed(2) : value.toFixed(0)
  rows.push([what, `${figure} ${unit}`, yardstick, `${(value / than).toFixed(1)}`])
}
const median = list => list.toSorted((one, other) => one - other)[list.length >> 1] ?? 0
const spent = since => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** a program says at its end what it took; its threads do too, and end before it */
const TELLS = `data:text/javascript,process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stderr.write('\\nTOOK '+(u+s)/1000+' '+m/1024)})`

const TOOK = /TOOK ([\d.]+) ([\d.]+)/g

/** Milliseconds of the processor and megabytes that Node takes with these arguments. */
function took(...args) {
  const each = Array.from({ length: ROUNDS }, () => {
    const { stderr, status } = spawnSync(process.execPath, ['--import', TELLS, ...args], { encoding: 'utf8' })
    const told = [...stderr.matchAll(TOOK)].at(-1) ?? null
    if (told === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
    return { ms: Number(told[1]), mb: Number(told[2]) }
  })
  return { ms: median(each.map(({ ms }) => ms)), mb: median(each.map(({ mb }) => mb)) }
}

const unwash = 'dist/bin/unwash.js'
const own = join(place, 'LICENSE')
writeFileSync(own, readFileSync('examples/lumen-7b/LICENSE'))
const node = took('-e', '0')
const NODE = 'Node alone'
const whole = took(unwash, 'examples/lumen-7b')
put('`unwash help`', took(unwash, 'help').ms, 'ms', NODE, node.ms)
put('`unwash license` of a known text', took(unwash, 'license', 'LICENSE').ms, 'ms', NODE, node.ms)
put('`unwash license` of an unknown text', took(unwash, 'license', own).ms, 'ms', NODE, node.ms)
put('`unwash examples/lumen-7b`, a whole audit', whole.ms, 'ms', NODE, node.ms)
put('its memory at most', whole.mb, 'MB', NODE, node.mb)

/** A card of some 4 KB in which no two sentences are alike. */
const card = i => {
  const sentence = k =>
    `Wren ${i} reads hedge ${k} of county ${(i * 7 + k) % 97} and names ${k + (i % 13)} birds in it.`
  const said = i % 5 === 0 ? 'Wren is a fully open source model.' : 'Wren is a language model.'
  const parts = Array.from(
    { length: 9 },
    (_, at) => `## Part ${at}\n\n${[0, 1, 2, 3, 4, 5].map(k => sentence(at * 10 + k)).join(' ')}`,
  )
  const license = ['apache-2.0', 'mit', 'cc-by-nc-4.0', 'llama3.1'][i % 4]
  return `---\nlicense: ${license}\n---\n\n# Wren ${i}\n\n${said}\n\n${parts.join('\n\n')}\n`
}
const known = await loadKnown()
const folders = Array.from({ length: COUNT }, (_, i) => {
  const folder = join(place, 'wrens', `hedgerow--wren-${i}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'README.md'), card(i))
  writeFileSync(join(folder, 'model.safetensors'), '')
  return folder
})
const parser = new MarkdownIt({ html: true })
/** milliseconds of the processor for each, the first quarter left out: it is compiled then */
async function each(work) {
  const skip = Math.ceil(COUNT / 4)
  for (let i = 0; i < skip; i++) await work(i)
  const since = process.cpuUsage()
  for (let i = skip; i < COUNT; i++) await work(i)
  return spent(since) / (COUNT - skip)
}
const PARSED = 'markdown-it on the same card'
const parse = await each(i => parser.parse(card(i), {}))
const audited = await each(async i => judge(await open(folders[i]), known))
put('audit of a release with a card of 4 KB, warm', audited, 'ms', PARSED, parse)
const facts = judge(await open(folders[0]), known)
const voice = { names: ['wren'], owners: ['hedgerow'] }
const claims = await each(i => {
  const document = readDocument({ path: 'README.md', content: card(i), encoding: 'utf-8', truncated: false })
  const findings = collectFindings()
  return claimsOf([document], { voice, facts: { ...facts, name: 'wren' }, findings }, known.knowledge)
})
put('claims of a card of 4 KB, read and checked', claims, 'ms', PARSED, parse)
const args = [
  'survey',
  join(place, 'wrens'),
  '--store',
  join(place, 'x.duckdb'),
  '--threads',
  '1',
  '--progress',
  'none',
]
const { ms, mb } = await survey()
put('survey, for each release, starting and storing included', ms / COUNT, 'ms', 'its audit', audited)
put('its memory at most', mb, 'MB', NODE, node.mb)

/** One that ends by itself: what it takes is that of its threads too. */
async function survey() {
  const child = spawn(process.execPath, ['--import', TELLS, unwash, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  for await (const part of child.stderr) said += part
  const told = [...said.matchAll(TOOK)].at(-1) ?? null
  if (told === null) throw new Error(`the survey told nothing: ${said}`)
  return { ms: Number(told[1]), mb: Number(told[2]) }
}

const shelf = memoryShelf()
const release = await open('examples/lumen-7b')
await shelf.put({ run: 'bench', target: 'lumen-7b', report: judge(release, known), evidence: null, facts: {} })
const server = await serveWeb({ host: '127.0.0.1', port: 0, threads: 1, shelf, rates: { audits: 1e6, texts: 1e6 } })
const page = Buffer.alloc(10_000, 'a')
const bare = createServer((_, response) => response.end(page))
await new Promise(done => bare.listen(0, '127.0.0.1', done))

/** Milliseconds of the processor for a request over 50 connections, the asker's own included; and requests a second. */
async function asked(port, path) {
  const once = () =>
    new Promise((done, fail) =>
      get({ host: '127.0.0.1', port, path, headers: { accept: 'text/html' } }, answer => {
        answer
          .resume()
          .on('end', () => (answer.statusCode === 200 ? done() : fail(new Error(`${path}: ${answer.statusCode}`))))
      }).on('error', fail),
    )
  for (let i = 0; i < 50; i++) await once()
  const since = process.cpuUsage()
  const until = performance.now() + SECONDS * 1000
  let count = 0
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      for (; performance.now() < until; count++) await once()
    }),
  )
  return spent(since) / count
}
const plain = await asked(bare.address().port, '/')
put(
  'stored page of a release, 50 connections',
  await asked(server.port, '/_/lumen-7b'),
  'ms',
  'a bare server, 10 KB',
  plain,
)
await server.close()
bare.close()
rmSync(place, { recursive: true, force: true })

const table = [['what', 'took', 'yardstick', 'ratio'], ['---', '---', '---', '---'], ...rows]
  .map(cells => `| ${cells.join(' | ')} |`)
  .join('\n')
const hours = (2.5e6 * (ms / COUNT)) / 3.6e6
const kind = `${cpus()[0]?.model.trim()}, ${availableParallelism()} processors, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
const told = [
  `${new Date().toISOString().slice(0, 10)}, ${kind}`,
  '',
  table,
  '',
  `2.5 million cards of that length: ${hours.toFixed(0)} hours of one processor, ${(hours / 4).toFixed(0)} of a laptop that gives four.`,
].join('\n')
console.log(told)
if (process.argv.includes('--write')) {
  const file = 'docs/performance.md'
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace(/(<!-- bench -->\n)[\s\S]*?(<!-- end -->)/, `$1${told}\n$2`))
}
process.exit(0)
