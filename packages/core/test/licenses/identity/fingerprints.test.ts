import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadKnown } from '@unwash/library/known'
import { describe, expect, it } from 'vitest'
import { sharedLicenses } from '../../../../../test/shared.mjs'
import { buildIndex, decodeFingerprints, fingerprint, identify } from '../../../src/licenses/identity/index.ts'
import { decodeIndex, encodeIndex, slotOf } from '../../../src/licenses/identity/texts/gram-index.ts'
import { readLicense } from '../../../src/licenses/read.ts'

const shipped = new URL('../../../../../knowledge/fingerprints.bin', import.meta.url)
const known = decodeFingerprints(readFileSync(shipped))
const spdx: Record<string, { licenseText: string }> = createRequire(import.meta.url)('spdx-license-list/full')
const index = buildIndex([
  ...Object.entries(spdx).map(([id, { licenseText }]) => fingerprint(id, licenseText)),
  ...known,
])

describe('knowledge/fingerprints.bin', () => {
  it('names each text once', () => {
    const names = known.flatMap(({ names }) => names)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(0)
  })
  it('counts words as this code does', () => {
    // texts that are also on the SPDX list are found by it, so both were made by the same rules
    const both = new Set(known.flatMap(({ names }) => names))
    const found = Object.values(spdx).filter(({ licenseText }) =>
      identify(licenseText, index, { context: 'license' })[0]?.names.some(name => both.has(name)),
    )
    expect(found.length).toBeGreaterThan(20)
  })
})

it('an index is read as it was written, and for other texts not at all', () => {
  const made = index.index()
  const read = decodeIndex(encodeIndex(made), index.known.length)
  if (read === null) throw new Error('it is taken for one of other texts')
  const { grams, numbers, ...rest } = made
  expect(read).toMatchObject(rest)
  const numberOf = (gram: number) => read.numbers[slotOf(read, gram)]
  expect([...grams.keys()].filter(slot => numbers[slot] !== 0 && numberOf(grams[slot] ?? 0) !== numbers[slot])).toEqual(
    [],
  )
  expect(decodeIndex(encodeIndex(made), 1)).toBeNull()
})

const texts = sharedLicenses()

describe.skipIf(texts.length === 0)('each fingerprint', () => {
  it('finds its own text, and no other with other words', () => {
    const wrong = texts.filter(([name, text]) => {
      const found = identify(text, index, { context: 'license' })
      return found.length !== 1 || found[0]?.kind !== 'exact' || !found[0].names.includes(name)
    })
    expect(wrong.map(([name]) => name)).toEqual([])
    expect(known.flatMap(({ names }) => names).sort()).toEqual(texts.map(([name]) => name).sort())
  })
  it('named together has the same words', () => {
    for (const [name, text] of texts) {
      const twins = identify(text, index, { context: 'license' })[0]!.names.filter(twin => twin in spdx)
      for (const twin of twins) {
        const alone = buildIndex([fingerprint(name, text)])
        expect(identify(spdx[twin]!.licenseText, alone, { context: 'license' })[0]?.kind, `${name} = ${twin}`).toBe(
          'exact',
        )
      }
    }
  })
  it('of a changed text, left out, never gives a plain one', async () => {
    const all = await loadKnown()
    const whole = (text: string) => {
      const lines = text.split('\n')
      return { path: 'LICENSE', lines, from: 1, to: lines.length, context: 'license' } as const
    }
    for (const [name, text] of texts.filter(([name]) => name.startsWith('nearmiss/'))) {
      const own = new Set(identify(text, index, { context: 'license' }).flatMap(({ names }) => names))
      const others = buildIndex(index.known.filter(({ names }) => !names.some(other => own.has(other))))
      const readings = readLicense(whole(text), { ...all, catalog: others })
      expect(
        readings.filter(({ license }) => license.match.kind === 'exact'),
        name,
      ).toEqual([])
    }
  })
})
