// npm run conformance:frameworks -- <folder>: how the answers of each framework agree with what others published: the
// OSI's validation of the OSAID, the Model Openness Tool's forms, the European Open Source AI Index. The folder has
// `corpus` and `knowledge/peers`; SHOW=1 names the disagreements that may be named.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { judge } from '@unwash/core/judge'
import { loadKnown } from '@unwash/library/known'
import { open } from '@unwash/sources/index'
import { SHARED } from '../shared.mjs'
import { DIMENSIONS, isOf, levelOf, readTable, sayOf } from './osai.mjs'

const folder = resolve(process.argv[2] ?? SHARED)
const [corpus, peers] = [join(folder, 'corpus'), join(folder, 'knowledge/peers')]
if (!existsSync(corpus) || !existsSync(peers)) {
  console.log(`no corpus and peers at ${folder}: nothing to measure`)
  process.exit(0)
}
const known = await loadKnown()
const expanded = mkdtempSync(join(tmpdir(), 'unwash-frameworks-'))
process.on('exit', () => rmSync(expanded, { recursive: true, force: true }))
/** rows that nobody tunes to: their counts are shown, their names never */
const isKept = dir => /^[0-4]/.test(createHash('sha256').update(dir).digest('hex'))

const reports = new Map()
async function reportOn(dir) {
  if (!reports.has(dir)) {
    const target = join(expanded, dir)
    execFileSync(process.execPath, [join(corpus, 'expand.mjs'), join(corpus, 'releases', dir), target])
    reports.set(dir, judge(await open(target), known))
  }
  return reports.get(dir)
}

const table = []
const told = []
/** One answer held against what was published: right, wrong, or left to a person. */
function tell(what, stands, dir, says) {
  const row = table.find(one => one.what === what) ?? { what, right: 0, wrong: 0, left: 0 }
  if (!table.includes(row)) table.push(row)
  row[stands]++
  if (stands !== 'right' && process.env.SHOW)
    told.push(`${what} ${stands}: ${isKept(dir) ? 'a kept row' : `${dir}: ${says}`}`)
}

const rows = readTable(join(corpus, 'truth.tsv'))
const OSAID = 'OSAID 1.0: the OSI’s validation'
for (const { dir, osi_public_verdict: verdict } of rows.filter(row => row.osi_public_verdict)) {
  const osaid = (await reportOn(dir)).evaluations.find(one => one.framework === 'osaid-1.0')
  const passes = verdict === 'pass'
  const unmet =
    osaid?.requirements.filter(({ answer, level }) => answer === 'unmet' && !level).map(({ id }) => id) ?? []
  const stands =
    osaid?.conclusion === 'unmet'
      ? passes
        ? 'wrong'
        : 'right'
      : osaid?.conclusion === 'met'
        ? passes
          ? 'right'
          : 'wrong'
        : 'left'
  tell(OSAID, stands, dir, `OSI ${verdict}, ours ${osaid?.conclusion} ${unmet.join(' ')}`)
}

const MOT = 'MOF 1.0, the tool’s reading: class'
const SHARES = 'MOF 1.0, the tool’s reading: percentages'
const CLASSES = ['below', 'class-iii', 'class-ii', 'class-i']
for (const row of readTable(join(peers, 'mot_truth.tsv'))) {
  const path = join(peers, 'mot/models', row.file)
  if (!existsSync(path)) continue
  const report = await open(path)
    .then(release => judge(release, known))
    .catch(error => error)
  if (report instanceof Error) {
    tell(MOT, 'left', row.file, report.message)
    tell(SHARES, 'left', row.file, report.message)
    continue
  }
  const mot = report.evaluations.find(one => one.framework === 'mof-1.0' && one.reading === 'mot')
  const shares = [mot?.percentages?.III, mot?.percentages?.II, mot?.percentages?.I]
  const theirs = [row.p3, row.p2, row.p1].map(Number)
  const same = shares.every((share, at) => Math.abs((share ?? -1) - theirs[at]) < 0.06)
  const says = `tool ${row.class} ${theirs}, ours ${mot?.conclusion} ${shares}`
  const ofClass = ['0', '3', '2', '1'].indexOf(row.class)
  tell(MOT, mot?.conclusion === CLASSES[ofClass] ? 'right' : 'wrong', row.file, says)
  tell(SHARES, same ? 'right' : 'wrong', row.file, says)
}

const places = readTable(join(peers, 'osai_hf_map.tsv'))
const systems = new Map(readTable(join(peers, 'osai_truth.tsv')).map(row => [row.file, row]))
for (const row of rows.filter(one => one.g7_term !== 'no-model')) {
  const place = places.find(one => isOf(row.dir, one))
  const system = place && systems.get(place.file)
  if (!system) continue
  const report = await reportOn(row.dir)
  for (const dimension of DIMENSIONS) {
    if (!['open', 'partial', 'closed'].includes(system[dimension])) continue
    const level = levelOf(report, dimension)
    const stands = level === undefined ? 'left' : level === system[dimension] ? 'right' : 'wrong'
    tell(`OSAI Index: ${dimension}`, stands, row.dir, `index ${system[dimension]}, ours ${sayOf(report, dimension)}`)
  }
}

for (const line of told) console.log(line)
console.log('| framework | right | wrong | left to a person |\n|---|---|---|---|')
for (const { what, right, wrong, left } of table) console.log(`| ${what} | ${right} | ${wrong} | ${left} |`)
