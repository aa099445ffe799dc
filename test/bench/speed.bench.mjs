// node test/bench/speed.bench.mjs: how fast license texts are named and read, beside a yardstick and other tools in the
// same run. Needs `npm run build`. Times are of the processor, on one core; texts are counted by 12 KB.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sharedLicenses } from '../shared.mjs'
import { medians } from './cpu.mjs'

const root = new URL('../../', import.meta.url)
const prints = ['knowledge/fingerprints.bin', 'dist/data/spdx.bin'].map(path => new URL(path, root))
if (!prints.every(existsSync)) {
  console.log('speed: skipped, no fingerprints; run `npm run build` first')
  process.exit(0)
}
const { buildIndex, decodeFingerprints, identify } = await import('@unwash/core/licenses/identity/index')
const { findClauses, findInPassages } = await import('@unwash/core/licenses/clauses/find')
const { loadKnowledge } = await import('@unwash/knowledge/load')
const { passagesOf } = await import('@unwash/core/documents/legal/index')
const { languageOf } = await import('@unwash/core/text/language')
const knowledge = await loadKnowledge()
const index = buildIndex(prints.flatMap(path => decodeFingerprints(readFileSync(path))))

// FEW=10 takes as many texts of each kind
const few = Number(process.env.FEW ?? 1e6)
const spdx = Object.values(createRequire(import.meta.url)('spdx-license-list/full'))
  .slice(0, few)
  .map(one => one.licenseText)
const others = sharedLicenses(few).map(([, text]) => text)

const SIZE = 12_000
const filled = text =>
  text.length >= SIZE ? text.slice(0, SIZE) : text.repeat(Math.ceil(SIZE / text.length)).slice(0, SIZE)

const each = (texts, read) => () => {
  for (const text of texts) read(text)
}
const words = text => text.toLowerCase().match(/[a-z0-9]+/g)?.length ?? 0
const name = text => identify(text, index, { context: 'license' })
const ANEW = 'identity and clauses, all read anew'
const readAnew = text => {
  name(text)
  const passages = passagesOf(text)
  if (languageOf(text).read !== 'other') findInPassages(text, passages, knowledge, null)
}
/** one line of each set, said at the end */
const summary = []

for (const [set, texts] of [
  ['SPDX texts as they are', spdx],
  ['other license texts as they are', others],
  ['other license texts cut or filled to 12 KB', others.map(filled)],
]) {
  if (texts.length === 0) continue
  const bytes = texts.reduce((sum, text) => sum + text.length, 0)
  const works = [
    ['yardstick: lower case, split into words', words],
    ['passages', passagesOf],
    ['identity', name],
    ['clauses, every sentence read anew', text => findInPassages(text, passagesOf(text), knowledge, null)],
    ['clauses, sentences of the set met before', text => findClauses(text, knowledge)],
    [
      'identity and clauses, sentences met before',
      text => {
        name(text)
        findClauses(text, knowledge)
      },
    ],
    [ANEW, readAnew],
  ]
  const times = medians(works.map(([, read]) => each(texts, read)))
  const anew = times[works.findIndex(([label]) => label === ANEW)]
  summary.push(
    `${((bytes / SIZE / anew) * 1000).toFixed(0)} texts of 12 KB per second (${(anew / times[0]).toFixed(1)} times the yardstick) of ${set}`,
  )
  console.log(`\nspeed, ${set}: ${texts.length} texts, ${(bytes / 1e6).toFixed(1)} MB`)
  for (const [i, [label]] of works.entries()) {
    const mb = bytes / times[i] / 1000
    console.log(
      `  ${label.padEnd(42)} ${mb.toFixed(1).padStart(6)} MB/s ${((mb * 1e6) / SIZE).toFixed(0).padStart(6)} texts of 12 KB/s  ${(times[i] / times[0]).toFixed(1).padStart(5)} times the yardstick`,
    )
  }
}

const sample = spdx.filter((_, i) => i % 8 === 0)

/** the whole command, and other tools, over the same files */
const files = mkdtempSync(join(tmpdir(), 'licenses-'))
for (const [i, text] of sample.entries()) writeFileSync(join(files, `${i}.txt`), text)
const one = join(files, '0.txt')
const seconds = (command, args, runs = 5) => {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    spawnSync(command, args, { stdio: 'ignore' })
    return performance.now() - start
  })
  return Math.min(...times) / 1000
}
const installed = command => {
  try {
    execFileSync('which', [command], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const unwash = fileURLToPath(new URL('dist/bin/unwash.js', root))
const node = seconds(process.execPath, ['-e', '0'])
console.log(
  `\`unwash license\` on one file: ${seconds(process.execPath, [unwash, 'license', one]).toFixed(3)} s whole, fastest of five; node alone ${node.toFixed(3)} s`,
)
const own = seconds(process.execPath, [unwash, 'license', files], 2)
console.log(`the same on ${sample.length} files: ${own.toFixed(2)} s`)
for (const [tool, args] of [
  ['licensecheck', ['--recursive', files]],
  ['license-detector', [files]],
]) {
  if (!installed(tool)) {
    console.log(`${tool}: not installed`)
    continue
  }
  const time = seconds(tool, args, 2)
  console.log(
    `${tool} on the same ${sample.length} files: ${time.toFixed(2)} s, ${(time / own).toFixed(1)} times unwash's`,
  )
}
rmSync(files, { recursive: true })
console.log(`identity and all clauses, every sentence read anew, on one core: ${summary.join('; ')}`)
