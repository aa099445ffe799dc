import { loadKnown } from '@unwash/library/known'
import { describe, expect, test } from 'vitest'
import { endsWithin } from '../../../../../test/tiers.ts'
import { readLicenses } from '../../../src/license.ts'
import { plainPage } from '../../../src/licenses/given/page.ts'
import { prepare } from '../../../src/licenses/given/prepare.ts'

const known = await loadKnown()
const read = async (content: string, path = 'terms.html') => {
  const page = await prepare({ path, content, as: 'legal' })
  return readLicenses({ asked: [page], beside: [], unread: [] }, known)
}

describe('a web page', () => {
  test('has its blocks as lines, marked as in Markdown, with the raw line of each', () => {
    const { lines, raw } = plainPage(
      'page',
      '<html><body>\n<h2>Terms</h2>\n<p>You may\nuse it.</p><p>Not\n<b>here</b>.</p>\n<ul><li>One</li>\n' +
        '<li>Two<ul><li>Three</li></ul></li></ul><pre>\na\n\nb</pre></body></html>',
    )
    expect(lines.flatMap((line, at) => (line === '' ? [] : [`${raw[at]}: ${line}`]))).toEqual([
      '2: ## Terms',
      '3: You may',
      '4: use it.',
      '4: Not',
      '5: here.',
      '6: - One',
      '7: - Two',
      '7:   - Three',
      '8: a',
      '10: b',
    ])
  })

  test('has its parts at its own lines', async () => {
    const words = ['You may use, copy, modify and distribute the Model.', 'The blue ones go to the owl.']
    const content = `<html><body>\n\n<h1>Heron Model License</h1>\n\n\n<p>${words.join('</p>\n\n\n<p>')}</p></body></html>`
    const { licenses } = await read(content)
    const unread = licenses.flatMap(({ parts = [] }) => parts.filter(({ is }) => is === 'unread'))
    expect(unread.map(({ quote, line }) => [quote, line])).toContainEqual([words[1], 9])
  })

  test('is told by its title, and that it asks for a password', async () => {
    const says = async (body: string) =>
      (await read(`<title>A &amp; B</title>${body}`)).findings.map(({ says }) => says)
    expect(await says('<p>The password.</p>')).toEqual([expect.stringMatching(/titled “A & B”, not a license/)])
    expect(await says('<input name="x" type="password">')).toEqual([
      expect.stringMatching(/titled “A & B” that asks for a password, not a license/),
    ])
  })

  test('is one by its name or by how it begins', async () => {
    const kinds = async (...given: Parameters<typeof read>) => (await read(...given)).findings.map(({ kind }) => kind)
    expect(await kinds('A heron.', 'terms.html')).toEqual(['not-a-license'])
    expect(await kinds('<?xml version="1.0"?>\n<html>A heron.</html>', 'LICENSE')).toEqual(['not-a-license'])
    expect(await kinds('<b>A</b> heron.', 'LICENSE')).toEqual([])
  })
})

const MEGABYTE = 1_000_000
const many = (piece: string) => `<!doctype html>${piece.repeat(Math.ceil(MEGABYTE / piece.length))}`

test.each([
  ['paragraphs', '<p>you may not '],
  ['lists in lists', '<ul><li>a'],
  ['elements in elements', '<div>'],
  ['preformatted lines', '<pre>you may not\n'],
  ['entities', '&amp; '],
  ['open brackets', '<'],
  ['half a link', '<a href="'],
  ['inputs', '<input '],
  ['titles', '<title '],
  ['breaks', 'a<br>\n'],
])('a megabyte of %s is read in bounded time', async (_, piece) => {
  // each takes a tenth of a second; what grows with the square of its length took minutes
  await endsWithin(5_000, async () => {
    const { page } = await prepare({ path: 'page', content: many(piece), as: 'legal' })
    expect(page).toBeDefined()
  })
})

describe('a text is prepared', () => {
  const prepared = async (content: string) => {
    const { page, card, data } = await prepare({ path: 'LICENSE', content, as: 'legal' })
    return { page: page !== undefined, card: card !== undefined, data: data?.form ?? null }
  }
  const nothing = { page: false, card: false, data: null }

  test.each([
    ['plain words', 'You may use it.\n', nothing],
    ['a page', '<!DOCTYPE html><p>You may use it.', { ...nothing, page: true }],
    ['front matter', '---\nlicense: mit\n---\n# Harbor\n', { ...nothing, card: true }],
    ['a rule in Markdown', 'You may use it.\n\n---\n\nOr not.\n', nothing],
    ['YAML', 'name: harbor\nversion: 1\n', { ...nothing, data: 'YAML' }],
    ['JSON', '{"name": "harbor"}', { ...nothing, data: 'JSON' }],
    ['one key', 'License: you may use it for everything.\n', nothing],
    ['broken JSON', '{"name": ', nothing],
  ])('as %s', async (_, content, as) => expect(await prepared(content)).toEqual(as))
})
