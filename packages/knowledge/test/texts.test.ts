import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { decodeFingerprints } from '@unwash/core/licenses/identity/index'
import { describe, expect, it } from 'vitest'
import { shared } from '../../../test/shared.mjs'
import { knowledge } from './knowledge.ts'

/** one JSON file with the text of each SPDX license */
const spdxTexts = createRequire(import.meta.url)('spdx-license-list/full')
const licenses = [...knowledge.licenses.values()]
const texts = shared('licenses', 'phrases of other license texts')

/** Lower case, one space between words, plain quotes, no markup: a phrase may cross a line. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[*_`#>]|<[^>\n]{0,40}>/g, '')
    .replace(/\s+/g, ' ')
}

describe('what license files say of texts', () => {
  it('uses only kinds of clauses that are described', () => {
    const kinds = new Set(
      readdirSync(new URL('../../../knowledge/clauses/', import.meta.url)).map(name => name.replace('.yml', '')),
    )
    for (const license of licenses) {
      for (const { kind } of license.clauses) expect.soft(kinds.has(kind), `${license.id}: ${kind}`).toBe(true)
    }
  })

  it('names fingerprints that exist', () => {
    const file = new URL('../../../knowledge/fingerprints.bin', import.meta.url)
    const names = new Set(decodeFingerprints(readFileSync(file)).flatMap(print => print.names))
    for (const license of licenses) {
      for (const name of license.fingerprints) expect.soft(names.has(name), `${license.id}: ${name}`).toBe(true)
    }
  })

  it('quotes phrases that stand in the text', () => {
    let compared = 0
    for (const license of licenses) {
      const files = [...license.fingerprints, ...license.policies]
        .map(name => `${texts}/${name}.txt`)
        .filter(existsSync)
      const known = [
        ...files.map(file => readFileSync(file, 'utf8')),
        ...license.spdx.map(id => String(spdxTexts[id]?.licenseText ?? '')),
      ].map(plain)
      // a publisher's text that is in no list can only be compared where the texts are
      if (known.every(text => text === '')) continue
      for (const { kind, phrase } of license.clauses) {
        compared++
        expect
          .soft(
            known.some(text => text.includes(plain(phrase))),
            `${license.id}, ${kind}: ${phrase}`,
          )
          .toBe(true)
      }
    }
    expect(compared).toBeGreaterThan(texts ? 300 : 50)
  })
})
