// Reads damaged inputs in a process that may end: node child.mjs <module> <readers> <seed> <first> <from> <to> <milliseconds each>
// <milliseconds of the processor that end it>. Says on stdout which reader and input come next, and as JSON what was wrong with the one before.
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { inputOf } from './mutate.mjs'

/** the most an input may take: milliseconds of the processor, and bytes of the process */
const MILLISECONDS = 2_000
const BYTES = 1024 ** 3

const [place, ids, seed, first, from, to, each, most] = process.argv.slice(2)
const { isTold, readers } = await import(pathToFileURL(place))
const peak = () => process.resourceUsage().maxRSS * 1024
/** Writes a line whole: a pipe that nobody empties takes a part of it, or nothing for now. */
const tell = line => {
  const bytes = Buffer.from(`${line}\n`)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at)
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error
      Atomics.wait(pausing, 0, 0, 5)
    }
  }
}
const pausing = new Int32Array(new SharedArrayBuffer(4))

/** the processor time at which the input at hand began */
const begun = new Float64Array(new SharedArrayBuffer(8))
begun[0] = Number.POSITIVE_INFINITY
// what does not come back is ended from beside it: by its own time, since on a machine with much to do the clock tells nothing
const watch = `const { workerData: { begun, most } } = require('node:worker_threads')
setInterval(() => {
  if (process.cpuUsage().user / 1_000 - begun[0] < most) return
  require('node:fs').writeSync(1, JSON.stringify({ what: 'hang', says: 'no end after ' + most + ' ms of processor time' }) + '\\n')
  process.kill(process.pid, 'SIGKILL')
}, 250)`
new Worker(watch, { eval: true, workerData: { begun, most: Number(most) } }).unref()

for (const [index, id] of ids.split(',').entries()) {
  const reader = readers.find(one => one.id === id)
  const until = Date.now() + Number(each)
  // what is loaded and compiled at the first reading is not the input's
  for (const bytes of reader.seeds) await reader.read(bytes)
  // a run that goes on after an input does so in its first reader
  for (let at = Number(index === 0 ? first : from); at < Number(to) && Date.now() < until; at++) await tried(reader, at)
}
tell('done')

async function tried(reader, at) {
  const bytes = inputOf(reader, Number(seed), at)
  tell(`${reader.id} ${at}`)
  const before = process.cpuUsage()
  begun[0] = before.user / 1_000
  try {
    await reader.read(bytes)
  } catch (error) {
    if (!isTold(error)) {
      const stack = String(error?.stack ?? error)
        .split('\n')
        .slice(0, 4)
      tell(JSON.stringify({ what: 'uncaught', says: stack.map(line => line.trim().slice(0, 200)).join(' ') }))
    }
  }
  const time = process.cpuUsage(before).user / 1000
  if (time > MILLISECONDS) tell(JSON.stringify({ what: 'slow', says: `${Math.round(time)} ms of processor time` }))
  if (peak() < BYTES) return
  tell(JSON.stringify({ what: 'memory', says: `${Math.round(peak() / 1024 ** 2)} MB` }))
  process.exit(1)
}
