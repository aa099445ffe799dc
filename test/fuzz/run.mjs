// npm run fuzz -- [reader …] [--for 60s] [--inputs N] [--seed N] [--from N] [--show]: damages seeds and reads them, until
// the time or the inputs are over. What is wrong is printed with what repeats it; the exit code is 1 if anything was.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { inputOf } from './mutate.mjs'

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url))
/** the heap of a child in megabytes: with what else a process holds, a gigabyte */
const HEAP = 700

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    for: { type: 'string' },
    inputs: { type: 'string' },
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
    readers: { type: 'string', default: fileURLToPath(new URL('readers.mjs', import.meta.url)) },
    // milliseconds of the processor after which an input is given up
    most: { type: 'string', default: '20000' },
    show: { type: 'boolean', default: false },
  },
})
const { readers } = await import(pathToFileURL(values.readers))
const unknown = positionals.filter(name => !readers.some(({ id }) => id === name))
const seconds = values.for === undefined ? null : /^(\d+)(s|m)$/.exec(values.for)
if (unknown.length > 0 || (values.for !== undefined && !seconds)) {
  console.error(unknown.length > 0 ? `no reader is called "${unknown[0]}"` : '--for takes a time such as 60s or 10m')
  console.error(`there are ${readers.map(({ id }) => id).join(', ')}`)
  process.exit(2)
}
const chosen = positionals.length > 0 ? readers.filter(({ id }) => positionals.includes(id)) : readers
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const from = Number(values.from)
const to = values.inputs === undefined ? Number.MAX_SAFE_INTEGER : from + Number(values.inputs)
if (values.show) {
  // a pipe takes it piece by piece
  await new Promise(done => process.stdout.write(inputOf(chosen[0], seed, from), done))
  process.exit(0)
}
const time = seconds ? Number(seconds[1]) * (seconds[2] === 'm' ? 60_000 : 1_000) : 60_000
const each = values.inputs && !seconds ? Number.MAX_SAFE_INTEGER : Math.round(time / chosen.length)
const read = new Map(chosen.map(({ id }) => [id, 0]))
let wrong = 0
console.log(`seed ${seed}`)
for (let left = chosen, next = from; left.length > 0; ) {
  const last = await child(left, next)
  // another goes on after the input that ended the one before
  const index = last ? left.findIndex(({ id }) => id === last.id) : -1
  left = last ? left.slice(index) : []
  next = last ? last.at + 1 : from
}
for (const [id, count] of read) console.log(`${id.padEnd(17)} ${String(count).padStart(7)} inputs`)
console.log(`${[...read.values()].reduce((sum, one) => sum + one, 0)} inputs, ${wrong} wrong`)
process.exitCode = wrong > 0 ? 1 : 0

/** Reads inputs until all readers are done (null), or until one input ends the process: that one. */
function child(left, first) {
  const ids = left.map(({ id }) => id).join(',')
  const args = [`--max-old-space-size=${HEAP}`, CHILD, values.readers, ids, seed, first, from, to, each, values.most]
  const running = spawn(process.execPath, args.map(String), { stdio: ['ignore', 'pipe', 'pipe'] })
  let last = { id: left[0].id, at: first - 1 }
  let done = false
  let told = false
  let started = false
  let complaint = ''
  running.stderr.on('data', data => {
    complaint = `${complaint}${data}`.slice(-4_000)
  })
  createInterface({ input: running.stdout }).on('line', line => {
    if (line === 'done') done = true
    else if (line.startsWith('{')) {
      const { what, says } = JSON.parse(line)
      told = what === 'memory' || what === 'hang'
      report(last, what, says)
    } else {
      const [id, at] = line.split(' ')
      last = { id, at: Number(at) }
      started = true
      read.set(id, read.get(id) + 1)
    }
  })
  return new Promise(resolve => {
    running.on('close', (code, signal) => {
      if (done) return resolve(null)
      const fatal = /(?:FATAL ERROR|Error): .*/.exec(complaint)?.[0] ?? complaint.trim().slice(-200)
      if (!told) report(last, 'died', `${signal ?? code} ${fatal}`)
      // it did not get as far as reading: another would not either
      if (!started) process.exit(1)
      resolve(last)
    })
  })
}

function report({ id, at }, what, says) {
  wrong++
  console.log(`${id} ${what}: ${says}\n  npm run fuzz -- ${id} --seed ${seed} --from ${at} --inputs 1`)
}
