// npm run bench -- census [dump.parquet]: a census of 2.5 million models with the join of bases, by default of an
// invented dump, each run in a process of its own. Target: under 3 s on two cores and under 1 GB.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROWS = 2_500_000
const RUNS = 3
const [given, run] = process.argv.slice(2)

if (run === 'once') {
  const { loadKnown } = await import('../../dist/known.js')
  const { takeCensus } = await import('../../dist/survey/census/index.js')
  const known = await loadKnown()
  const before = process.cpuUsage()
  const started = performance.now()
  const census = await takeCensus(given, known, { threads: 2 })
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(before)
  const { models } = census.all
  const derivatives = census.lineage.derivatives.models
  const cpu = (user + system) / 1e6
  console.log(JSON.stringify({ models, derivatives, seconds, cpu, peak: process.resourceUsage().maxRSS * 1024 }))
} else {
  const dump = given ?? join(tmpdir(), `unwash-bench-${ROWS}.parquet`)
  if (!given && !existsSync(dump)) {
    const script = fileURLToPath(new URL('../../scripts/synthetic-dump.mjs', import.meta.url))
    execFileSync(process.execPath, [script, '--rows', String(ROWS), '--out', dump], { stdio: 'inherit' })
  }
  for (let i = 0; i < RUNS; i++) {
    const [load] = loadavg()
    const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), dump, 'once'], { encoding: 'utf8' })
    const { models, derivatives, seconds, cpu, peak } = JSON.parse(out)
    console.log(
      `${models} models, ${derivatives} derivatives: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of processor time, ` +
        `peak ${Math.round(peak / 1e6)} MB, with a load of ${load.toFixed(1)} on the machine`,
    )
  }
}
