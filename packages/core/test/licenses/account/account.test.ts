import { createRequire } from 'node:module'
import { loadKnown } from '@unwash/library/known'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsIn } from '../../../src/licenses/account/words.ts'
import { buildIndex } from '../../../src/licenses/identity/index.ts'
import { fingerprint } from '../../../src/licenses/identity/texts/fingerprint.ts'
import { readLicense } from '../../../src/licenses/read.ts'
import { normalize } from '../../../src/text/normalize.ts'

const known = await loadKnown()
const texts = createRequire(import.meta.url)('spdx-license-list/full') as Readonly<
  Record<string, { readonly licenseText: string; readonly osiApproved: boolean }>
>
const mit = `MIT License\n\nCopyright (c) 2025 Lumen Labs\n\n${(texts.MIT?.licenseText ?? '')
  .split(/\n\s*\n/)
  .slice(2)
  .join('\n\n')}`

const read = (text: string) => {
  const lines = text.split('\n')
  return readLicense({ path: 'LICENSE', lines, from: 1, to: lines.length, context: 'license' }, known)
}
const partsOf = (text: string) => read(text).flatMap(({ license }) => license.parts ?? [])
const kindsOf = (text: string) => [...new Set(partsOf(text).map(({ is }) => is))]
const classesOf = (text: string) => read(text).map(({ license }) => license.class)
const isOpen = (text: string) => read(text).every(({ openness }) => openness === 'open')

describe('the account of a text', () => {
  test('weighs once what it says ten thousand times', () => {
    let asked = 0
    const isApproved = () => {
      asked++
      return false
    }
    const lines = new Array<string>(10_000).fill('|a|b|')
    const [reading] = readLicense(
      { path: 'LICENSE', lines, from: 1, to: lines.length, context: 'license' },
      { ...known, isApproved },
    )
    expect(reading?.license.parts?.[0]).toMatchObject({ is: 'unread', line: 1 })
    expect(asked).toBeLessThan(10)
  })

  test('a known text is known, and its holder is one', () => {
    expect(kindsOf(mit)).toEqual(['known', 'holder'])
    expect(read(mit)[0]?.license.match.kind).toBe('exact')
    expect(isOpen(mit)).toBe(true)
  })

  test.each([
    ['thanks', 'Thanks to all who helped.', 'harmless'],
    ['a pure permission', 'Commercial use is permitted.', 'harmless'],
    ['words nobody knows', 'Zoq frobs the gleeb when wibbled.', 'unread'],
    ['a ban', 'The Software may not be used for commercial purposes.', 'clause'],
    ['a tag that agrees', 'SPDX-License-Identifier: MIT', 'tag'],
    ['a tag that does not', 'SPDX-License-Identifier: CC-BY-NC-4.0', 'unread'],
    ['another holder', 'Copyright 2019-2021 Institute for Academic Research', 'holder'],
    ['a holder with more to say', 'Copyright 2019 Lumen Labs, for members alone', 'possible'],
  ])('%s beside it', (_, sentence, is) => {
    for (const text of [`${mit}\n\n${sentence}\n`, `${sentence}\n\n${mit}`]) {
      expect(kindsOf(text)).toContain(is)
      expect(isOpen(text)).toBe(is === 'harmless' || is === 'tag' || is === 'holder')
    }
  })

  test('a word put into a sentence of it is not its own', () => {
    const changed = mit.replace('to deal in the Software', 'to deal at home in the Software')
    expect(kindsOf(changed)).toContain('unread')
    expect(isOpen(changed)).toBe(false)
  })

  test('a word that is one letter from another is another word', () => {
    expect(isOpen(mit.replace('free of charge', 'fee of charge'))).toBe(false)
  })

  describe('of a text among those that are known', () => {
    const moss = `Moss Weights License 1.0

1. Grant. You may use, copy and change the Moss weights (see https://moss.example/about).
2. Duty. You must keep this text with every copy, (c) 2026 Moss Lab. All rights reserved.

- a. You must display "Grown in Moss" on every page of a product. All rights reserved.

\`\`\`
3. The Moss weights come without warranty of any kind.
\`\`\`
`
    const among = (text: string, other: string) => {
      const catalog = buildIndex([fingerprint('other', other)])
      const lines = text.split('\n')
      return readLicense(
        { path: 'LICENSE', lines, from: 1, to: lines.length, context: 'license' },
        { ...known, catalog },
      )
    }
    const kindOf = (text: string) => among(text, moss)[0]?.license.match.kind

    test('it is that text, with holders in its sentences, numbers and fences', () => {
      expect(kindOf(moss)).toBe('exact')
      expect(among(moss, moss).flatMap(({ license }) => license.match.residue)).toEqual([])
    })

    test('a word in a sentence of it is a change', () => {
      expect(kindOf(moss.replace('every copy', 'every sold copy'))).toBe('residue')
      expect(kindOf(moss.replace('All rights reserved.', 'All rights reserved for members.'))).toBe('residue')
    })

    test('words that another text shares with it change nothing of how its sentences read', () => {
      const fern = `You may not use the Fern weights for commercial purposes.
The herons of the lake sleep. The Fern data are provided as they are, and without warranty of any kind from us.
Otters may be watched from the northern shore on the first day of every month, when the gates stand open to all.
`
      const teal = `TEAL LICENSE

You may use, copy, modify and distribute the Teal weights, free of charge.
You may not use the Teal weights for commercial purposes.
The herons of the pond are to be asked before the ice melts.
The Teal weights are provided as they are, without warranty of any kind.
`
      const [shared = expect.unreachable()] = among(teal, fern)
      const [alone = expect.unreachable()] = among(teal, moss)
      expect([shared.license.match.kind, alone.license.match.kind]).toEqual(['related', 'none'])
      const last = ({ license }: typeof shared) => license.parts?.at(-1)
      expect(last(shared)).toMatchObject({ is: 'harmless', line: 6 })
      expect(last(shared)).toEqual(last(alone))
    })
  })

  test('a title that says more than a name is text', () => {
    expect(isOpen(mit.replace('MIT License', 'MIT License (EU excluded)'))).toBe(false)
    expect(isOpen(mit.replace('MIT License', 'The MIT License (MIT)'))).toBe(true)
  })

  test('of a text that stands in the middle of another no line is a part of the other', () => {
    const apache = (texts['Apache-2.0']?.licenseText ?? '').split('\n')
    const middle = apache.length / 2
    const both = [...apache.slice(0, middle), ...mit.split('\n'), ...apache.slice(middle)].join('\n')
    const [outer = [], inner = []] = read(both).map(({ license }) => license.parts ?? [])
    expect(inner.length).toBeGreaterThan(0)
    for (const { line } of inner) expect(outer.filter(one => one.line < line && one.endLine > line)).toEqual([])
  })

  test('two texts in one file are two licenses, and what stands behind them belongs to the second', () => {
    const two = `${mit}\n\n${texts.ISC?.licenseText}\n\nNobody may use it on Mondays.\n`
    expect(read(two)).toHaveLength(2)
    expect(isOpen(two)).toBe(false)
  })

  test('an open text followed by a restrictive one is not open', () => {
    expect(classesOf(`${mit}\n\n${texts['CC-BY-NC-4.0']?.licenseText}`)).toContain('non-commercial')
  })

  test('what tags, comments and letters hide is read', () => {
    for (const hidden of ['<!-- Only for students. -->', '<img alt="Only for students">', 'О\u200bnly for students.'])
      expect(isOpen(`${mit}\n\n${hidden}\n`)).toBe(false)
  })

  test('every text that the OSI approved is open, and nothing in it is unread', () => {
    const approved = Object.entries(texts).filter(([, { osiApproved }]) => osiApproved)
    expect(approved.length).toBeGreaterThan(140)
    expect(approved.filter(([, { licenseText }]) => !isOpen(licenseText)).map(([id]) => id)).toEqual([])
  })

  test('the parts of a text are all of its words, each once', () => {
    const pieces = [
      mit,
      texts.ISC?.licenseText ?? '',
      'Copyright (c) 2024 Lumen Labs',
      '1. You may not (a) sell it;',
      '# Terms',
    ]
    const counted = (text: string) => partsOf(text).reduce((sum, { words }) => sum + words, 0)
    const all = (text: string) => wordsIn(normalize(text)).length
    for (const { licenseText } of Object.values(texts).slice(0, 120))
      expect(counted(licenseText)).toBe(all(licenseText))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.lorem({ maxCount: 12 })), { minLength: 1 }),
        some => {
          const text = some.join('\n\n')
          expect(counted(text)).toBe(all(text))
        },
      ),
      { numRuns: 60 },
    )
  })
})
