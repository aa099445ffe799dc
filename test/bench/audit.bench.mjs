// npm run bench -- audit [folder of releases …]: how many releases a second of one core are audited, and on which stage
// the time goes. In processor time, beside a yardstick in the same run: the same texts read from disk, and those in
// Markdown parsed by markdown-it as it comes. The first round is what a program meets that audits once; the rounds
// after it open every release anew. Without folders: those of the tests and examples.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { releaseClaims, wordingOf } from '@unwash/core/claims/index'
import { gather } from '@unwash/core/evidence/index'
import { evaluate } from '@unwash/core/frameworks/index'
import { judge } from '@unwash/core/judge'
import { findBases } from '@unwash/core/lineage/bases'
import { concludeLicensing } from '@unwash/core/terms/index'
import { collectFindings } from '@unwash/core/verdict/index'
import { loadKnown } from '@unwash/library/known'
import { open } from '@unwash/sources/index'
import MarkdownIt from 'markdown-it'

const root = fileURLToPath(new URL('../../', import.meta.url))
const given = process.argv.slice(2).map(folder => resolve(folder))
const folders = (given.length > 0 ? given : [join(root, 'examples'), join(root, 'test/releases')])
  .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
  .filter(path => statSync(path).isDirectory())
if (folders.length === 0) {
  console.error('no folder of a release in what was given')
  process.exit(2)
}
const ROUNDS = 4
const known = await loadKnown()

const spent = since => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Reads the texts of a release again, and parses those that are Markdown. */
function yardstick(release) {
  const parser = new MarkdownIt({ html: true })
  for (const path of release.texts.keys()) {
    const text = readFileSync(join(release.place, path), 'utf8')
    if (/\.(?:md|markdown)$/i.test(path)) parser.parse(text, {})
  }
}

/**
 * One round over all releases: milliseconds of each stage, and of each release the whole. What is remembered from one
 * release to the next is met in the first round, in which only the whole of judging is timed.
 */
async function round(inStages) {
  const times = { yardstick: 0, open: 0, judge: 0 }
  const stages = { gather: 0, licensing: 0, frameworks: 0, claims: 0, rest: 0 }
  const each = []
  const timed = (list, stage, work) => {
    const since = process.cpuUsage()
    const result = work()
    list[stage] += spent(since)
    return result
  }
  for (const folder of folders) {
    const opening = process.cpuUsage()
    const release = await open(folder)
    const opened = spent(opening)
    times.open += opened
    timed(times, 'yardstick', () => yardstick(release))
    const before = times.judge
    const report = timed(times, 'judge', () => judge(release, known))
    const judged = times.judge - before
    each.push({ folder, time: opened + judged })
    if (!inStages) continue
    // texts of their own, so that nothing is remembered of those that were judged
    const other = { ...release, texts: new Map([...release.texts].map(([path, text]) => [path, { ...text }])) }
    const evidence = timed(stages, 'gather', () => gather(other, known.knowledge))
    const { judged: rights } = timed(stages, 'licensing', () =>
      concludeLicensing(evidence, findBases(evidence, known.knowledge), known),
    )
    timed(stages, 'frameworks', () => {
      // as judging does: the honest terms of every model, and all frameworks of the one that is shown
      for (const model of rights.models) evaluate(rights, model, 'g7-2026')
      const shown = rights.models[0]
      if (shown) evaluate(rights, shown)
    })
    const facts = { ...report, name: release.name }
    timed(stages, 'claims', () => {
      releaseClaims(evidence, facts, collectFindings(), known.knowledge)
      wordingOf(evidence.documents, facts, rights.lineage, known.knowledge)
    })
  }
  const { gather: a, licensing: b, frameworks: c, claims: d } = stages
  stages.rest = times.judge - a - b - c - d
  return { times: inStages ? { ...times, ...stages } : times, whole: times.open + times.judge, each }
}

const rounds = []
for (let i = 0; i < ROUNDS; i++) rounds.push(await round(i > 0))
const middle = list => [...list].sort((one, other) => one - other)[list.length >> 1]

const show = (title, some) => {
  const stages = Object.keys(some[0].times)
  // as many times as the yardstick, of each round: what disturbs one disturbs the other
  const total = middle(some.map(({ whole }) => whole))
  const times = middle(some.map(one => one.whole / one.times.yardstick))
  const medianTime = middle(some.map(({ each }) => middle(each.map(({ time }) => time))))
  console.log(
    `\n${title}: ${((folders.length * 1000) / total).toFixed(1)} releases a second of one core, ${(total / folders.length).toFixed(2)} ms each, half of them within ${medianTime.toFixed(2)} ms; ${times.toFixed(1)} times the yardstick`,
  )
  for (const stage of stages) {
    const ms = middle(some.map(one => one.times[stage])) / folders.length
    const ratio = middle(some.map(one => one.times[stage] / one.times.yardstick))
    console.log(
      `  ${stage.padEnd(12)} ${ms.toFixed(2).padStart(7)} ms a release  ${ratio.toFixed(2).padStart(6)} times the yardstick`,
    )
  }
}

console.log(`audit: ${folders.length} releases, processor time`)
show('first round', rounds.slice(0, 1))
show(`rounds 2 to ${ROUNDS}`, rounds.slice(1))
console.log('\nthose that take longest')
const last = rounds.at(-1)?.each ?? []
for (const { folder, time } of last.toSorted((one, other) => other.time - one.time).slice(0, 5))
  console.log(`  ${time.toFixed(1).padStart(7)} ms ${folder}`)
