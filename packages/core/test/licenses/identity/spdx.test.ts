import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { pasted, replaced, rewrapped, seeded } from '../../../../../test/bench/damage.mjs'
import { buildIndex, fingerprint, identify } from '../../../src/licenses/identity/index.ts'

/** The texts of the SPDX license list come from a development dependency; none is kept here. */
const list: Record<string, { licenseText: string }> = createRequire(import.meta.url)('spdx-license-list/full')
const texts = Object.entries(list).map(([id, { licenseText }]) => [id, licenseText] as const)
const index = buildIndex(texts.map(([id, text]) => fingerprint(id, text)))
const text = (id: string) => list[id]!.licenseText
const read = (text: string) => identify(text, index, { context: 'license' })
const summary = (text: string) => read(text).map(({ kind, names }) => `${kind} ${names[0]}`)

describe('every SPDX text', () => {
  it('is itself, exactly', () => {
    const wrong = texts.filter(([id, text]) => {
      const found = read(text)
      return found.length !== 1 || found[0]?.kind !== 'exact' || !found[0].names.includes(id)
    })
    expect(wrong.map(([id]) => id)).toEqual([])
  })
  it.each([
    ['wrapped anew and filled in', rewrapped, 'license'],
    ['with one word in a hundred replaced', replaced, 'license'],
    ['pasted in a model card', pasted, 'prose'],
  ] as const)('%s is named first, 99 times in a hundred', (_, damage, context) => {
    const random = seeded(3)
    const wrong = texts.filter(
      ([id, text]) => !identify(damage(text, random), index, { context })[0]?.names.includes(id),
    )
    expect(wrong.length).toBeLessThanOrEqual(texts.length / 100)
  })
})

describe('a permissive text with more', () => {
  it('is not that text: a word in its grant', () => {
    const [found] = read(text('MIT').replace('free of charge,', 'free of charge for study,'))
    expect(found).toMatchObject({ kind: 'residue', names: ['MIT'], missing: [] })
  })
  it('is not that text: a right left out', () => {
    const [found] = read(
      text('MIT').replace('publish, distribute, sublicense, and/or sell', 'publish and/or distribute'),
    )
    expect(found?.kind).toBe('residue')
    expect(found?.missing).toContainEqual(expect.objectContaining({ reads: 'condition' }))
  })
  it('is not that text: a limit where a party is named', () => {
    const limit = text('BSD-3-Clause').replace(
      'name of the copyright holder nor',
      'name of the copyright holder, for research only, nor',
    )
    const [found] = read(limit)
    expect(found?.kind).toBe('residue')
  })
})

describe('a text as real files have it', () => {
  it.each([
    ['without its appendix', 'Apache-2.0', text('Apache-2.0').split('APPENDIX')[0]!],
    ['without "end of terms"', 'Apache-2.0', text('Apache-2.0').split('END OF TERMS')[0]!],
    [
      'with a filled-in appendix',
      'Apache-2.0',
      text('Apache-2.0').replace('[yyyy] [name of copyright owner]', '2031 Copper Kettle Works'),
    ],
    [
      'with a holder named in the text',
      'BSD-3-Clause',
      text('BSD-3-Clause').replaceAll('the copyright holder', 'Copper Kettle Works'),
    ],
    [
      'with a company as the liable party',
      'MIT',
      text('MIT').replace('THE AUTHORS OR COPYRIGHT HOLDERS', 'COPPER KETTLE WORKS'),
    ],
    [
      'with more holders',
      'MIT',
      text('MIT').replace(/Copyright.*\n/, 'Copyright (c) 2030 Works\nCopyright (c) 2031 The Tundra Institute\n'),
    ],
    ['under another title', 'MIT', text('MIT').replace('MIT License', 'The MIT License (MIT)\n=====================')],
    ['without a title', 'MIT', text('MIT').replace('MIT License', '')],
    ['without the part on how to use it', 'GPL-3.0', text('GPL-3.0-only').split('How to Apply')[0]!],
  ])('%s is exact', (_, id, text) => {
    const found = read(text)
    expect(found.flatMap(({ missing }) => missing)).toEqual([])
    expect(found).toMatchObject([{ kind: 'exact', names: expect.arrayContaining([id]) }])
  })

  it('two of them in one file are both exact', () => {
    expect(summary(`${text('Apache-2.0')}\n\n------\n\n${text('MIT')}`)).toEqual(['exact Apache-2.0', 'exact MIT'])
  })
  it('texts with the same words are named together', () => {
    expect(read(text('GPL-3.0-only'))[0]?.names).toEqual(expect.arrayContaining(['GPL-3.0-only', 'GPL-3.0-or-later']))
  })
})
