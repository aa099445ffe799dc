// node test/bench/survey.bench.mjs [folder of releases …]: how many releases a second a survey audits and keeps, and how
// much memory it takes at most; and where the processor time of a release goes. Needs `npm run build`. First the
// folders that are given, then invented releases of the size of a README, 1,000, 5,000 and 20,000 of them, none more
// than SURVEY_MOST. The load of the machine is told beside each figure: another program on the same processors halves it.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'unwash-bench-'))

/** Runs a survey and gives what it came to, with the most memory and the processor time that its process took. */
async function survey(folder, store) {
  const command = [join(root, 'dist/bin/unwash.js'), 'survey', folder, '--store', store, '--format', 'json']
  const child = spawn(process.execPath, [...command, '--progress', 'none'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const peak = { mb: 0, cpu: 0 }
  // of Linux: other systems tell no peak of a child
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak.mb = Math.max(peak.mb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
      const times = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      peak.cpu = (Number(times[11]) + Number(times[12])) / 100
    } catch {}
  }, 100)
  let out = ''
  for await (const part of child.stdout) out += part
  clearInterval(watch)
  return { ...JSON.parse(out), peak }
}

function show(name, { releases, failed, seconds, peak }) {
  const rate = releases / seconds
  const perCpu = releases / peak.cpu
  console.log(
    `${name.padEnd(44)} ${String(releases).padStart(6)} kept ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(8)} s ${rate.toFixed(1).padStart(6)} a second; ${perCpu.toFixed(1).padStart(6)} a second of processor time; peak ${peak.mb.toFixed(0).padStart(5)} MB; load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`,
  )
}

const LICENSES = ['apache-2.0', 'mit', 'cc-by-nc-4.0', 'llama3.1', 'openrail', 'gemma', 'other', null]
const CLAIMS = ['It is an open source model.', 'The weights are open.', '', 'Wren is fully open source.', '']
const WORDS =
  'the model reads hedges and names birds in field notes of three counties it was tuned on dialogues about paths gates and weather with a context of four thousand tokens'.split(
    ' ',
  )

/** A card of some 4 KB in which no two sentences are alike. */
function card(i) {
  const license = LICENSES[i % LICENSES.length]
  const sentence = k => {
    const words = Array.from({ length: 14 }, (_, w) => WORDS[(i * 7 + k * 5 + w * (1 + (i % 3))) % WORDS.length])
    return `${words.join(' ')} ${i + k}.`
  }
  const section = k =>
    `## Part ${k}\n\n${[0, 1, 2, 3, 4].map(at => sentence(k * 10 + at)).join(' ')}\n\n- hidden size ${1024 + k}\n- layers ${k + 12}`
  return [
    ...(license ? ['---', `license: ${license}`, 'library_name: transformers', '---', ''] : []),
    `# Wren ${i}`,
    '',
    `Wren ${i} is a language model for hedges. ${CLAIMS[i % CLAIMS.length]}`,
    '',
    ...[1, 2, 3, 4, 5].map(section),
    '',
    `It was trained on ${(i % 90) + 3} billion words of public field notes.`,
    '',
  ].join('\n')
}

function invent(count) {
  const folder = join(place, `wrens-${count}`)
  for (let i = 0; i < count; i++) {
    const path = join(folder, `hedgerow--wren-${i}`)
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'README.md'), card(i))
    writeFileSync(join(path, 'config.json'), `{"model_type": "llama", "hidden_size": ${64 + (i % 9)}}\n`)
    writeFileSync(join(path, 'model.safetensors'), '')
  }
  return folder
}

/** Where the processor time of one release goes, in one thread: reading and judging, making it ready, writing it. */
async function parts(folder, warm) {
  const [{ loadKnown }, { judge, today }, { open }, { evidenceOf }, { pack, readyOf }, { openDuckdb }] =
    await Promise.all(
      [
        'library/known',
        'core/judge',
        'sources/index',
        'sources/saved/save',
        'survey/store/pack',
        'survey/store/duckdb/index',
      ].map(door => import(`@unwash/${door}`)),
    )
  const known = await loadKnown()
  const store = await openDuckdb(join(place, 'parts.duckdb'), { unwash: '0', memory: 128, threads: 1 })
  const saving = { version: known.version, knowledge: known.knowledge.version, readOn: today() }
  const times = { read: 0, judge: 0, ready: 0, copy: 0, write: 0 }
  let last
  const lap = name => {
    const { user, system } = process.cpuUsage()
    const now = (user + system) / 1000
    if (name) times[name] += now - last
    last = now
  }
  let batch = []
  let counted = 0
  for (const [i, name] of readdirSync(folder).entries()) {
    // the first ones are slower until they are compiled
    if (i === warm) for (const part of Object.keys(times)) times[part] = 0
    if (i >= warm) counted += 1
    const target = join(folder, name)
    lap()
    const release = await open(target, {})
    lap('read')
    const report = judge(release, known)
    lap('judge')
    const kept = { run: 'bench', target, report, evidence: evidenceOf(release, saving), facts: {} }
    const ready = readyOf(pack(kept))
    lap('ready')
    batch.push(structuredClone(ready))
    lap('copy')
    if (batch.length < 100) continue
    await store.putAll(batch)
    batch = []
    lap('write')
  }
  await store.close()
  const all = Object.values(times).reduce((sum, time) => sum + time, 0)
  const each = Object.entries(times).map(
    ([name, time]) => `${name} ${(time / counted).toFixed(2)} ms (${((time / all) * 100).toFixed(0)} %)`,
  )
  console.log(
    `of a release, in one thread, processor time of ${counted}: ${each.join(', ')}; load ${loadavg()[0].toFixed(1)}`,
  )
}
/** releases before the processor time counts */
const WARM = 200

try {
  const given = process.argv.slice(2)
  if (given.length === 0) console.log('survey: no folder of releases was given, so only invented ones are surveyed')
  for (const [i, folder] of given.entries()) {
    const releases = readdirSync(folder).length
    show(`${resolve(folder).split('/').at(-1)} (${releases} folders)`, await survey(folder, join(place, `${i}.duckdb`)))
  }
  const most = Number(process.env.SURVEY_MOST ?? 20_000)
  const first = Math.min(1_000, most)
  for (const count of new Set([1_000, 5_000, 20_000].map(count => Math.min(count, most)))) {
    const store = join(place, `wrens-${count}.duckdb`)
    const folder = invent(count)
    show(`${count.toLocaleString('en')} invented releases with a card of 4 KB`, await survey(folder, store))
    if (count === first) await parts(folder, Math.min(WARM, first / 2))
  }
} finally {
  rmSync(place, { recursive: true, force: true })
}
