// Makes dist/data/spdx.bin (fingerprints, no texts) and dist/data/spdx.json from the spdx-license-list package.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse as parseYaml } from 'yaml'

const { buildIndex, decodeFingerprints, encodeFingerprints, encodeIndex, fingerprint } = await import(
  '@unwash/core/licenses/identity/index'
)
const { encodeApproved } = await import('@unwash/core/licenses/account/approved')
const { normalize } = await import('@unwash/core/text/normalize')
const { findInPassages } = await import('@unwash/core/licenses/clauses/find')
const { memoryKey } = await import('@unwash/core/licenses/clauses/memory')
const { encodeFindings } = await import('@unwash/core/licenses/clauses/shipped')
const { passagesOf } = await import('@unwash/core/documents/legal/index')
const { digestOf } = await import('@unwash/knowledge/load')
const { assembleKnowledge } = await import('@unwash/core/knowledge/knowledge')
const { foundIn, wholeOf } = await import('@unwash/reporters/words/whole')
const compiled = JSON.parse(readFileSync(new URL('../dist/data/knowledge.json', import.meta.url), 'utf8'))
const licenses = Object.entries(createRequire(import.meta.url)('spdx-license-list/full'))
  .map(([id, license]) => ({ id, ...license }))
  .sort((a, b) => (a.id < b.id ? -1 : 1))

const bytes = encodeFingerprints(licenses.map(({ id, licenseText }) => fingerprint(id, licenseText)))

/** of a license whose clauses are known: where its text has them */
function textOf(id, text) {
  const known = compiled.licenses.filter(({ spdx }) => spdx.includes(id)).flatMap(({ clauses }) => clauses)
  const found = known.flatMap(({ phrase }) => {
    const place = foundIn(text, phrase)
    const whole = place && wholeOf(text, place)
    const words = whole && `${whole.lead} ${whole.before}${whole.words}${whole.after}`.trim()
    return words ? [[phrase, { line: place.line, words }]] : []
  })
  if (found.length === 0) return {}
  return { text: { address: `https://spdx.org/licenses/${id}.html`, clauses: Object.fromEntries(found) } }
}
const facts = licenses.map(({ id, name, osiApproved, url, licenseText }) => ({
  id,
  name,
  osiApproved,
  url,
  ...textOf(id, licenseText),
}))

const patterns = readFileSync(new URL('../dist/data/patterns.bin', import.meta.url))
const knowledge = assembleKnowledge(compiled, facts, () => patterns)

/** what the clause kinds find in the passages of these texts, so that these are not read anew; no words, only digests */
const found = new Map()
const record = {
  get: passage => found.get(digestOf(memoryKey(passage))),
  put: (passage, findings) => found.set(digestOf(memoryKey(passage)), findings),
}
for (const { licenseText } of licenses) {
  const text = normalize(licenseText)
  findInPassages(text, passagesOf(text), knowledge, record)
}
const findings = encodeFindings(found)

/** sentences of texts that the OSI approved, that the FSF counts as free, or that are on the conformant list: what they say has been weighed */
const conformant = new Set(
  parseYaml(readFileSync(new URL('../knowledge/conformant.yml', import.meta.url), 'utf8')).licenses.map(({ license }) =>
    license.toLowerCase(),
  ),
)
const free = new Set(parseYaml(readFileSync(new URL('../knowledge/fsf.yml', import.meta.url), 'utf8')).free)
const approved = encodeApproved(
  licenses
    .filter(({ id, osiApproved }) => osiApproved || free.has(id) || conformant.has(id.toLowerCase()))
    .flatMap(({ licenseText }) => {
      const text = normalize(licenseText)
      return [text, ...passagesOf(text).map(passage => passage.text)]
    }),
)

const data = new URL('../dist/data/', import.meta.url)
mkdirSync(data, { recursive: true })
writeFileSync(new URL('spdx.bin', data), bytes)
const own = readFileSync(new URL('../knowledge/fingerprints.bin', import.meta.url))
const { index } = buildIndex([own, bytes].flatMap(file => decodeFingerprints(file)))
writeFileSync(new URL('grams.bin', data), encodeIndex(index()))
writeFileSync(new URL('findings.bin', data), findings)
writeFileSync(new URL('approved.bin', data), approved)
writeFileSync(new URL('spdx.json', data), `${JSON.stringify(facts)}\n`)
console.error(
  `spdx: ${licenses.length} licenses, ${bytes.length} bytes of fingerprints, ${findings.length} of findings in ${found.size} passages`,
)
