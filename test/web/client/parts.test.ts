import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { loadKnown } from '../../../src/known.ts'
import { readLicenses } from '../../../src/license.ts'
import { wordsIn } from '../../../src/licenses/account/words.ts'
import { readTexts } from '../../../src/web/client/read/licenses.ts'
import { placeParts } from '../../../src/web/client/read/parts.ts'

const known = await loadKnown()
const texts = createRequire(import.meta.url)('spdx-license-list/full') as Readonly<
  Record<string, { readonly licenseText: string }>
>
const mit = texts.MIT?.licenseText ?? ''

const OWL = 'The blue ones go to the owl.'
const STEWARD = 'You must hand every copy back as soon as the steward asks for it.'
const MIXED = `SPDX-License-Identifier: MIT

${mit}

We thank all contributors for their help.
You must not sell the Software. ${OWL}
${STEWARD}
`

const read = (content: string) =>
  readLicenses({ asked: [{ path: 'LICENSE', content, as: 'legal' }], beside: [], unread: [] }, known).licenses
const view = async (content: string, path = 'LICENSE') =>
  (await readTexts([{ path, content }], { ...known, texts: new Map() })).view

function placed(content: string) {
  const parts = read(content).flatMap(license => license.parts ?? [])
  return placeParts(content, parts).map(({ part, from, to }) => ({ part, words: content.slice(from, to) }))
}

describe('the parts of a text', () => {
  test('are found where they stand, to the word', () => {
    const found = placed(MIXED).map(({ part: { is }, words }) => `${is}: ${words.replace(/\s+/g, ' ').slice(0, 80)}`)
    expect(found).toEqual([
      'tag: SPDX-License-Identifier: MIT',
      'known: MIT License',
      'holder: Copyright (c) <year> <copyright holders>',
      expect.stringMatching(/^known: Permission is hereby granted/),
      'harmless: We thank all contributors for their help.',
      'clause: You must not sell the Software.',
      `unread: ${OWL}`,
      `possible: ${STEWARD}`,
    ])
  })

  test('are found among comment marks, tags and entities', () => {
    const commented = MIXED.replace(OWL, '<b>The</b> blue&nbsp;ones <i>go to</i> the owl.')
      .split('\n')
      .map(line => ` * ${line}`)
      .join('\n')
    const owl = placed(`/*\n${commented}\n */`).filter(({ words }) => words.includes('blue'))
    expect(owl.map(({ part: { is }, words }) => `${is}: ${words}`)).toEqual([
      expect.stringMatching(/^unread: (?:<b>)?The<\/b> blue&nbsp;ones <i>go to<\/i> the owl\.$/),
    ])
  })

  test('are all words of a text, each once', () => {
    for (const { licenseText } of Object.values(texts).slice(0, 60)) {
      const all = placed(licenseText)
      for (const { part, words } of all) expect(wordsIn(words), words).toHaveLength(part.words)
      expect(all.flatMap(({ words }) => wordsIn(words))).toEqual(wordsIn(licenseText))
    }
  })
})

describe('what the page shows of the parts', () => {
  test('numbers what was not understood after the clauses, and marks its words', async () => {
    const {
      clauses,
      licenses,
      texts: [text],
    } = await view(MIXED)
    const unread = licenses.flatMap(license => license.unread)
    expect(unread.map(({ number }) => number)).toEqual([clauses.length + 1, clauses.length + 2])
    expect(unread.map(({ look, says, quote }) => [look, says, quote])).toEqual([
      ['unread', null, OWL],
      ['possible', expect.stringMatching(/^may be: \S/), STEWARD],
    ])
    for (const { number, quote } of unread) {
      const marked = text?.lines.flatMap(line => line.filter(({ marks }) => marks.includes(number)))
      expect(marked?.map(piece => piece.text).join('')).toBe(quote)
    }
  })

  test('tells what decides: an open text is not called open until the words are read', async () => {
    const [license] = (await view(`${mit}\n${OWL}\n`)).licenses
    expect(license).toMatchObject({ open: false, limits: [], unreadDecides: true })
    expect(license?.unreadMeans).toContain('not called open')
    const [restricted] = (await view(MIXED)).licenses
    expect(restricted?.unreadDecides).toBe(false)
    expect(restricted?.limits.map(({ name }) => name)).toContain('Non-commercial only')
  })

  test('counts the words of each look', async () => {
    const { words } = await view(MIXED)
    expect(Object.values(words).reduce((sum, one) => sum + one, 0)).toBe(wordsIn(MIXED).length)
    expect(words).toMatchObject({ clause: 6, open: wordsIn(OWL + STEWARD).length, harmless: 7 })
  })

  test('of a web page marks what was not understood, and has no band', async () => {
    const page =
      '<html><body>\n<h1>Heron Model License</h1>\n<p>You may use, copy, modify and distribute the ' +
      `Model.</p>\n\n<p>${OWL}</p></body></html>`
    const {
      licenses,
      texts: [text],
    } = await view(page, 'terms.html')
    expect(text?.bands).toBeNull()
    const owl = licenses.flatMap(({ unread }) => unread).find(({ quote }) => quote === OWL)
    const marked = text?.lines.flatMap(line => line.filter(({ marks }) => marks.includes(owl?.number ?? 0)))
    expect(marked?.map(piece => piece.text)).toEqual([OWL])
  })
})
