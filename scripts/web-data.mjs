// Makes what the reader in the browser knows: dist/assets/*.bin, fetched once when the reader is first used.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'

const root = new URL('../', import.meta.url)
const json = name => JSON.parse(readFileSync(new URL(name, root), 'utf8'))

const compiled = json('dist/data/knowledge.json')
const { version } = json('package.json')
const named = new Set(compiled.licenses.flatMap(license => license.spdx))
const texts = Object.entries(createRequire(import.meta.url)('spdx-license-list/full'))
  .filter(([id]) => named.has(id))
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([id, { name, licenseText }]) => ({ id, name, text: licenseText }))

const files = {
  knowledge: JSON.stringify({ version, knowledge: compiled, spdx: json('dist/data/spdx.json') }),
  texts: JSON.stringify(texts),
  patterns: readFileSync(new URL('dist/data/patterns.bin', root)),
  fingerprints: readFileSync(new URL('knowledge/fingerprints.bin', root)),
  spdx: readFileSync(new URL('dist/data/spdx.bin', root)),
  approved: readFileSync(new URL('dist/data/approved.bin', root)),
  'second-reader': readFileSync(new URL('dist/data/second-reader.bin', root)),
}
let bytes = 0
for (const [name, content] of Object.entries(files)) {
  const packed = gzipSync(content, { level: 9 })
  bytes += packed.length
  writeFileSync(new URL(`dist/assets/${name}.bin`, root), packed)
}
console.error(`reader: ${Math.round(bytes / 1024)} KB for the browser, ${texts.length} texts to pick`)
