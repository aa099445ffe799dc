/**
 * Measures how the time of every reader grows with hostile texts: `npm run bench growth [reader …] [--all]`, of which
 * `--shape <name>` takes one. Each shape is read at 25, 50 and 100 KB, in processor time, the least of several; the
 * exponent is that of the growth from the first to the last. Pairs that take little at 100 KB are too short to measure and left
 * out. Prints for each shape the reader that grows worst, or all; exits with 1 where one grows faster than is allowed.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readers } from '../fuzz/readers.mjs'
import { shapes } from '../fuzz/shapes.mjs'

// garbage collected beside it would be counted as its own time
const ALONE = '--single-threaded-gc'
if (!process.execArgv.includes(ALONE)) {
  const args = [ALONE, fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1)
}

const SIZES = [25_000, 50_000, 100_000]
/** what seems to grow faster is looked at again at larger sizes, where little is noise */
const LARGER = [200_000, 400_000, 800_000]
/** growth with the length is 1, with its square 2 */
const ALLOWED = 1.3
/** milliseconds under which a time is noise */
const NOISE = 25
/** milliseconds after which larger sizes are not tried */
const ENOUGH = 15_000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, shape: { type: 'string' } },
})
const chosen = readers.filter(({ id, within }) => within && (positionals.length === 0 || positionals.includes(id)))
const rows = []
console.log(
  `${'shape'.padEnd(44)}${'reader'.padEnd(18)}${SIZES.map(size => `${size / 1_000} KB`.padStart(8)).join('')}  exponent`,
)
for (const [name, shape] of shapes) {
  if (values.shape !== undefined && values.shape !== name) continue
  const measured = []
  for (const reader of chosen) {
    const { times, exponent } = await growth(reader, shape, SIZES)
    const again = exponent !== null && exponent >= ALLOWED ? await growth(reader, shape, LARGER) : null
    measured.push({ name, reader: reader.id, times, exponent: again?.exponent ?? exponent, larger: again?.times })
  }
  const told = measured.filter(({ exponent }) => exponent !== null).sort((one, other) => other.exponent - one.exponent)
  rows.push(...told)
  for (const row of values.all ? told : told.slice(0, 1)) print(row)
}
const worse = rows.filter(({ exponent }) => exponent >= ALLOWED)
console.log(
  `${rows.length} pairs of ${shapes.size} shapes take ${NOISE} ms or more; ${worse.length} grow faster than ${ALLOWED}`,
)
if (!values.all) for (const row of worse) print(row)
process.exitCode = worse.length > 0 ? 1 : 0

function print({ name, reader, times, exponent, larger }) {
  const more = larger
    ? ` over ${larger.map(time => time.toFixed(0)).join(', ')} at ${LARGER[0] / 1_000} KB and more`
    : ''
  const shown = SIZES.map((_, at) => (times[at]?.toFixed(0) ?? '–').padStart(8)).join('')
  console.log(`${name.slice(0, 42).padEnd(44)}${reader.padEnd(18)}${shown}  ${exponent.toFixed(2)}${more}`)
}

async function growth(reader, shape, sizes) {
  const times = []
  for (const size of sizes) {
    const bytes = Buffer.from(reader.within(shape(size)))
    let least = Number.POSITIVE_INFINITY
    // what is slow is measured well enough the first time
    for (let round = 0; round < 5 && (round === 0 || least < 1_000); round++) {
      least = Math.min(least, await timeOf(() => reader.read(bytes)))
      if (size === SIZES[0] && round === 1 && least < NOISE / 20) break
    }
    times.push(least)
    if (least > ENOUGH) break
  }
  const last = times.at(-1) ?? 0
  if (last < NOISE) return { times, exponent: null }
  // of a time too short to be measured, as much as would not be noise
  const first = Math.max(times[0] ?? 0, NOISE / 10)
  return {
    times,
    exponent: times.length < 2 ? 9 : Math.log(last / first) / Math.log(sizes[times.length - 1] / sizes[0]),
  }
}

async function timeOf(work) {
  const before = process.cpuUsage()
  try {
    await work()
  } catch {
    // trouble that is told takes its time too
  }
  return process.cpuUsage(before).user / 1_000
}
