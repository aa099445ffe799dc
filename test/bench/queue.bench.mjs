// npm run bench -- queue [releases]: how many releases a second one worker and two audit from one PostgreSQL, with the
// work of putting them in the queue told apart, at the server that DATABASE_URL names, else at one from npm packages.
// Where the server is on this machine, also the processor time of each part for a release: with other programs on the
// same processors only that tells what two workers bring where there are processors for both. A worker has helpers of
// its own (it compiles, it tidies memory, it writes), which take a second processor where one is free: with taskset
// each worker is also held to one processor, as a machine of its own would hold it.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import pg from 'pg'

const COUNT = Number(process.argv[2] ?? 1_000)
const root = fileURLToPath(new URL('../..', import.meta.url))
const outfile = join(root, 'node_modules', '.cache', 'unwash-postgres.mjs')
await build({
  entryPoints: [join(root, 'packages/survey/test/queue/postgres.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
})
const { startPostgres } = await import(outfile)
const server = await startPostgres()
const command = new URL('../../dist/bin/unwash.js', import.meta.url).pathname
const place = mkdtempSync(join(tmpdir(), 'unwash-bench-'))
const releases = join(place, 'releases')
for (let i = 0; i < COUNT; i++) {
  const folder = join(releases, `hedgerow--wren-${i}`)
  mkdirSync(folder, { recursive: true })
  const license = ['apache-2.0', 'mit', 'cc-by-nc-4.0', 'llama3.1'][i % 4]
  const prose = `# Wren ${i}\n\nWren ${i} is a fully open source model. It was trained on ${i} billion words of field notes.`
  writeFileSync(join(folder, 'README.md'), `---\nlicense: ${license}\n---\n\n${prose}\n`)
  writeFileSync(join(folder, 'model.safetensors'), '')
}

const seconds = async work => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}
/** Runs unwash; where a processor is named, on that one alone. */
const run = (args, processor = null) =>
  new Promise((done, fail) => {
    const node = [process.execPath, command, ...args]
    const [program, ...rest] = processor === null ? node : ['taskset', '-c', String(processor), ...node]
    const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', data => {
      said += data
    })
    child.on('exit', code => (code === 0 ? done() : fail(new Error(said))))
  })

/** Processor time of a process and of the children it waited for, in milliseconds; of Linux. */
function timesOf(pid) {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const fields = rest.split(' ').map(Number)
    return { parent: fields[1], own: (fields[11] + fields[12]) * 10, ended: (fields[13] + fields[14]) * 10 }
  } catch {
    return null
  }
}

/** What a server and all of its processes took. */
function serverTime(root) {
  const { own = 0, ended = 0 } = timesOf(root) ?? {}
  const others = readdirSync('/proc').map(name => (/^\d+$/.test(name) ? timesOf(name) : null))
  return own + ended + others.reduce((sum, one) => sum + (one?.parent === root ? one.own : 0), 0)
}

/** Seconds from the first release that is kept to the last: starting a process is no part of it. */
async function timed(workers, held) {
  const address = await server.database()
  const enqueued = await seconds(() => run(['survey', 'start', releases, '--database', address]))
  const args = ['worker', '--database', address, '--threads', '1', '--until-done']
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  const { rows: backend } = await client.query('select pg_backend_pid() as pid')
  const root = process.env.DATABASE_URL ? null : (timesOf(backend[0].pid)?.parent ?? null)
  const before = [root === null ? 0 : serverTime(root), timesOf(process.pid)?.ended ?? 0]
  await Promise.all(Array.from({ length: workers }, (_, at) => run(args, held ? at : null)))
  const after = [root === null ? 0 : serverTime(root), timesOf(process.pid)?.ended ?? 0]
  const { rows } = await client.query(
    `select count(*)::int as count, extract(epoch from max(kept_on) - min(kept_on))::float as seconds,
      pg_database_size(current_database())::float as bytes from unwash.releases`,
  )
  await client.end()
  const [serving, working] = after.map((time, i) => (time - before[i]) / rows[0].count)
  return {
    enqueued,
    serving,
    working,
    kept: rows[0].count,
    rate: rows[0].count / rows[0].seconds,
    bytes: rows[0].bytes,
  }
}
/** bytes of a database with nothing in it */
const EMPTY = 7.6e6
/** One worker, and two: what each comes to, and how many times one two are. */
async function compared(held) {
  const rates = []
  for (const workers of [1, 2]) {
    const [load] = loadavg()
    const { enqueued, kept, rate, bytes, serving, working } = await timed(workers, held)
    rates.push(rate)
    console.log(
      `${workers} ${workers === 1 ? 'worker' : 'workers'} of one thread${held ? ', each on one processor' : ''}: ${kept} releases at ${rate.toFixed(1)} a second ` +
        `(${enqueued.toFixed(1)} s to put them in the queue; ${Math.round((bytes - EMPTY) / kept / 1000)} KB each in the database); processor time of a release ${working.toFixed(1)} ms in the workers, starting included, and ${serving.toFixed(1)} ms in the server; a load of ${load.toFixed(1)} on ${availableParallelism()} processors`,
    )
  }
  console.log(`two are ${(rates[1] / rates[0]).toFixed(2)} times one`)
}
await compared(false)
const holds = spawnSync('taskset', ['-c', '0,1', process.execPath, '--version']).status === 0
if (holds) await compared(true)
else console.log('workers held to one processor each are not measured: that takes taskset, and two processors')
await server.close()
rmSync(place, { recursive: true, force: true })
