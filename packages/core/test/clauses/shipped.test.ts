import { createRequire } from 'node:module'
import { digestOf, readFindings } from '@unwash/knowledge/load'
import { describe, expect, test } from 'vitest'
import { passagesOf } from '../../src/documents/legal/index.ts'
import { findInPassages } from '../../src/licenses/clauses/find.ts'
import { memoryKey, type RememberedFinding } from '../../src/licenses/clauses/memory.ts'
import { decodeFindings, encodeFindings, rememberShipped } from '../../src/licenses/clauses/shipped.ts'
import { normalize } from '../../src/text/normalize.ts'
import { knowledge } from './known.ts'

const spdx: Record<string, { licenseText: string }> = createRequire(import.meta.url)('spdx-license-list/full')
/** of the texts, one in so many is read anew */
const ONE_IN = 12
const texts = Object.values(spdx).map(({ licenseText }) => normalize(licenseText))

describe('what the build found in known texts', () => {
  test('is what is found when they are read anew', () => {
    const memory = rememberShipped(readFindings(), digestOf)
    for (const text of texts.filter((_, at) => at % ONE_IN === 0)) {
      const passages = passagesOf(text)
      expect(JSON.stringify(findInPassages(text, passages, knowledge, memory))).toBe(
        JSON.stringify(findInPassages(text, passages, knowledge, null)),
      )
    }
  })

  test('spares reading them', () => {
    const bytes = readFindings()
    const shipped = bytes && decodeFindings(bytes, digestOf)
    const apache = passagesOf(normalize(spdx['Apache-2.0']?.licenseText ?? ''))
    expect(apache.length).toBeGreaterThan(30)
    for (const passage of apache) expect(shipped?.get(passage)).toBeDefined()
  })

  test('is nothing for words that differ, or that stand under others', () => {
    const bytes = readFindings()
    const shipped = bytes && decodeFindings(bytes, digestOf)
    for (const passage of passagesOf(normalize(spdx.MIT?.licenseText ?? ''))) {
      expect(shipped?.get({ ...passage, text: `${passage.text}.`, lower: `${passage.lower}.` })).toBeUndefined()
      expect(shipped?.get({ ...passage, heading: 'prohibited uses' })).toBeUndefined()
      expect(shipped?.get({ ...passage, lead: 'you must not:' })).toBeUndefined()
    }
  })

  test('is not taken where the bytes are broken', () => {
    const [passage] = passagesOf('You may not use the Model for any commercial purpose.')
    if (passage === undefined) throw new Error('no passage')
    const found: RememberedFinding[] = [['purpose.noncommercial', { mode: 'ban', at: 4 }]]
    const bytes = encodeFindings(new Map([[digestOf(memoryKey(passage)), found]]))
    expect(decodeFindings(bytes, digestOf)?.get(passage)).toEqual(found)
    expect(decodeFindings(bytes.slice(0, 20), digestOf)).toBeNull()
    expect(decodeFindings(new Uint8Array(), digestOf)).toBeNull()
  })
})
