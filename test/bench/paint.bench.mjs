// npm run bench -- paint [--against <another checkout, built>] [folder of a release …]: when the largest content of a
// page is painted in Chromium, its requests and its bytes, for a phone and a desk; and of the table of 5,000 invented
// releases (COUNT), served and of a static site, when it is first painted, when it is filtered, and its memory. The checkouts
// take turns, ROUNDS times; medians are shown, and beside them the ratio to the other: what slows one slows both.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { values, positionals } = parseArgs({ allowPositionals: true, options: { against: { type: 'string' } } })
const ROUNDS = Number(process.env.ROUNDS ?? 9)
const COUNT = Number(process.env.COUNT ?? 5_000)
/** a part of the names of a few */
const SOUGHT = `model-${Math.min(49, COUNT - 1)}`
const checkouts = [root, ...(values.against ? [resolve(values.against)] : [])]
const releases = (positionals.length > 0 ? positionals : ['lumen-7b', 'plover-3b', 'teal-1b'].map(inExamples)).map(
  folder => resolve(folder),
)
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } }
const place = mkdtempSync(join(tmpdir(), 'unwash-paint-'))

function inExamples(name) {
  return join(root, 'examples', name)
}

/** Serves what was read, and a table of many made of it; writes that table as a file too. */
const SERVE = `
  const [releases, count, out] = JSON.parse(process.argv[1])
  const { serveWeb, memoryShelf } = await import(process.cwd() + '/packages/web/dist/server/index.js')
  const { writeSite } = await import(process.cwd() + '/packages/web/dist/server/site.js')
  const { audit } = await import(process.cwd() + '/packages/library/dist/audit.js')
  const { loadKnown } = await import(process.cwd() + '/packages/library/dist/known.js')
  const few = memoryShelf()
  const many = memoryShelf(count)
  const reports = []
  for (const target of releases) reports.push(await audit(target))
  for (const [at, report] of reports.entries())
    await few.put({ run: 'bench', target: releases[at], report, evidence: null, facts: {} })
  for (let at = 0; at < count; at++) {
    const report = reports[at % reports.length]
    const publisher = 'org-' + (at % 400)
    const name = publisher + '/model-' + at
    const facts = { createdAt: (2020 + (at % 6)) + '-01-02' }
    const release = { ...report.release, name, publisher }
    await many.put({ run: 'bench', target: name, report: { ...report, release }, evidence: null, facts })
  }
  const served = { host: '127.0.0.1', port: 0, threads: 1 }
  const ports = []
  for (const shelf of [few, many]) ports.push((await serveWeb({ ...served, shelf })).port)
  const held = process.memoryUsage().rss / 1e6
  // the table alone: no release of it has a page
  const table = {
    ...many,
    report: async () => null,
    find: async asked =>
      asked.name || asked.term || asked.license || asked.clause ? { rows: [], total: 0 } : many.find(asked),
  }
  await writeSite(out, { known: await loadKnown(), shelf: table, origin: null })
  const { createServer } = await import('node:http')
  const { createReadStream } = await import('node:fs')
  const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' }
  const files = createServer(({ url }, answer) => {
    const path = new URL(url, 'http://files').pathname.replace(/[/]$/, '/index.html')
    answer.setHeader('content-type', types[path.split('.').pop()] ?? 'application/octet-stream')
    createReadStream(out + path).on('error', () => answer.writeHead(404).end()).pipe(answer)
  })
  await new Promise(done => files.listen(0, '127.0.0.1', done))
  ports.push(files.address().port)
  const called = await few.find({})
  process.send({ ports, held, names: called.rows.map(row => row.name) })
`

async function serve(checkout, at) {
  const out = join(place, String(at))
  const child = spawn(process.execPath, ['--input-type=module', '-e', SERVE, JSON.stringify([releases, COUNT, out])], {
    cwd: checkout,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const told = await new Promise((done, fail) => {
    child.once('message', done)
    child.once('exit', code => fail(new Error(`the server of ${checkout} ended with ${code}`)))
  })
  child.removeAllListeners('exit')
  return { ...told, child }
}

const median = numbers => numbers.toSorted((one, other) => one - other)[numbers.length >> 1]

/** What is in the page once it is there, seen from before its first byte. */
const WATCH = () => {
  window.largest = 0
  new PerformanceObserver(list => {
    for (const { startTime } of list.getEntries()) window.largest = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
}

/** Opens a page that nobody has seen yet: its paints, requests, bytes, and what `then` finds. */
async function visit(browser, address, viewport, then = async () => ({})) {
  const context = await browser.newContext({ viewport })
  try {
    const page = await context.newPage()
    await page.addInitScript(WATCH)
    const client = await context.newCDPSession(page)
    await client.send('Network.enable')
    await client.send('Performance.enable', { timeDomain: 'threadTicks' })
    const bytes = []
    client.on('Network.loadingFinished', one => bytes.push(one.encodedDataLength))
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForFunction(() => window.largest > 0)
    // what comes late may be larger
    await page.waitForTimeout(300)
    const paints = await page.evaluate(() => ({
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      largest: window.largest,
    }))
    const loaded = { requests: bytes.length, kilobytes: bytes.reduce((sum, one) => sum + one, 0) / 1000 }
    // of the processor: it does not count what other programs do
    const busy = (await metric(client, 'TaskDuration')) * 1000
    return { ...paints, busy, ...loaded, ...(await then(page, client)) }
  } finally {
    await context.close()
  }
}

async function metric(client, wanted) {
  const { metrics } = await client.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
}

/** Filters the table by a part of a name; what is asked of a server is sent and waited for. */
async function filtered(page, client) {
  await client.send('HeapProfiler.collectGarbage')
  const heap = (await metric(client, 'JSHeapUsedSize')) / 1e6
  const nodes = await metric(client, 'Nodes')
  const field = page.locator('search input[type=search]')
  const rows = page.locator('table tbody tr:visible', { hasText: 'model-' })
  const before = await rows.count()
  const from = performance.now()
  await field.fill(SOUGHT)
  await field.press('Enter')
  await page.waitForFunction(
    sought =>
      [...document.querySelectorAll('table tbody tr')]
        .filter(row => row.textContent.includes('model-') && row.getClientRects().length > 0)
        .every(row => row.textContent.includes(sought)),
    SOUGHT,
    { polling: 'raf' },
  )
  const filter = performance.now() - from
  if ((await rows.count()) === 0) throw new Error('nothing is left of the table')
  return { heap, nodes, before, filter }
}

const shown = {
  first: 'ms to first paint',
  largest: 'ms to largest paint',
  busy: 'ms of the processor',
  requests: 'requests',
  kilobytes: 'KB',
  filter: 'ms to filter',
  before: 'rows',
  nodes: 'nodes',
  heap: 'MB of the page',
}

const { module } = await runnerImport(join(root, 'packages/web/test/browser/chromium.ts'))
const { path, env } = await module.findChromium()
const browser = await chromium.launch({
  executablePath: path,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  env: { ...process.env, ...env },
})
const sides = []
try {
  for (const [at, checkout] of checkouts.entries()) sides.push(await serve(checkout, at))
  const compared = sides[0].names
    .slice(0, 3)
    .map(name => `release=${encodeURIComponent(name)}`)
    .join('&')
  const few = ({ ports }) => `http://127.0.0.1:${ports[0]}`
  const places = [
    ['home', side => `${few(side)}/`],
    ['release', side => `${few(side)}/${side.names[0].includes('/') ? side.names[0] : `_/${side.names[0]}`}`],
    ['explore', side => `${few(side)}/explore`],
    ['compare', side => `${few(side)}/compare?${compared}`],
    [`explore, ${COUNT}`, ({ ports }) => `http://127.0.0.1:${ports[1]}/explore`, filtered],
    [`explore of a static site, ${COUNT}`, ({ ports }) => `http://127.0.0.1:${ports[2]}/explore/`, filtered],
  ]
  for (const [name, address, then] of places)
    for (const [size, viewport] of Object.entries(SIZES)) {
      const seen = sides.map(() => [])
      // the first visit makes pages and compiles: it is not counted
      for (let round = -1; round < ROUNDS; round++)
        for (const at of round % 2 === 0 ? sides.keys() : [...sides.keys()].reverse()) {
          const one = await visit(browser, address(sides[at]), viewport, then)
          if (round >= 0) seen[at].push(one)
        }
      const told = Object.entries(shown).flatMap(([key, words]) => {
        const figures = seen.map(visits => median(visits.map(visit => visit[key])))
        if (figures.some(figure => figure === undefined)) return []
        const [now, other] = figures
        const ratio = other ? ` (${(now / other).toFixed(2)} of ${other.toFixed(1)})` : ''
        return [`${now.toFixed(1)} ${words}${ratio}`]
      })
      console.log(`${name}, ${size}: ${told.join(', ')}`)
    }
  for (const [at, { held }] of sides.entries())
    console.log(`server of ${checkouts[at]}: ${held.toFixed(0)} MB with ${COUNT} releases`)
  console.log(`load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors; ${ROUNDS} visits each`)
} finally {
  for (const { child } of sides) child.kill()
  await browser.close()
  rmSync(place, { recursive: true, force: true })
}
