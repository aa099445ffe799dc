// node test/bench/identity.bench.mjs: how well and how fast license texts are named. Needs `npm run build`.

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sharedLicenses } from '../shared.mjs'
import { cpu } from './cpu.mjs'
import { pasted, replaced, rewrapped, seeded } from './damage.mjs'

const root = new URL('../../', import.meta.url)
const shipped = ['knowledge/fingerprints.bin', 'dist/data/spdx.bin'].map(path => new URL(path, root)).filter(existsSync)
if (shipped.length < 2) {
  console.log('identity: skipped, no fingerprints; run `npm run build` first')
  process.exit(0)
}
const { buildIndex, decodeFingerprints, identify } = await import('@unwash/core/licenses/identity/index')

const [ours, theirs] = shipped.map(path => readFileSync(path))
const memory = process.memoryUsage().rss
let index
const load = cpu(() => {
  index = buildIndex([ours, theirs].flatMap(file => decodeFingerprints(file)))
  index.index()
})
console.log(
  `load: ${load.toFixed(1)} ms of the processor, ${index.known.length} texts, ${ours.length + theirs.length} bytes of fingerprints`,
)

// FEW=10 takes as many texts of each kind
const few = Number(process.env.FEW ?? 1e6)
const spdx = Object.entries(createRequire(import.meta.url)('spdx-license-list/full'))
  .slice(0, few)
  .map(([id, license]) => [id, license.licenseText])
const others = sharedLicenses(few)

const pass = () => {
  const time = cpu(() => {
    for (const [, text] of spdx) identify(text, index, { context: 'license' })
  })
  return Math.round((spdx.length / time) * 1000)
}
console.log(`speed, SPDX texts as they are: ${pass()} texts/s cold, ${Math.max(pass(), pass(), pass())} texts/s warm`)
console.log(`memory: ${Math.round((process.memoryUsage().rss - memory) / 1e6)} MB more than before loading`)

const DAMAGES = [
  ['clean', text => text, 'license'],
  ['P1 wrapped, filled in, quotes, CRLF', rewrapped, 'license'],
  ['P3 one word in a hundred', replaced, 'license'],
  ['P4 pasted in a model card', pasted, 'prose'],
]
for (const [set, list] of [
  ['SPDX', spdx],
  ['other', others],
]) {
  for (const [label, damage, context] of list.length > 0 ? DAMAGES : []) {
    const random = seeded(1)
    const damaged = list.map(([name, text]) => [name, damage(text, random)])
    let found = []
    const time = cpu(() => {
      found = damaged.map(([, text]) => identify(text, index, { context })[0])
    })
    const speed = Math.round((list.length / time) * 1000)
    const missed = damaged.filter(([name], i) => !found[i]?.names.includes(name)).map(([name]) => name)
    const right = ((100 * (list.length - missed.length)) / list.length).toFixed(2)
    const exact = found.filter(one => one?.kind === 'exact').length
    console.log(
      `${set}, ${label}: ${right} % named first, ${exact} of ${list.length} exact, ${speed} texts/s${missed.length > 0 ? `; not: ${missed.slice(0, 6).join(', ')}` : ''}`,
    )
  }
}
