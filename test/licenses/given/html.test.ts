import { describe, expect, test } from 'vitest'
import { loadKnown } from '../../../src/known.ts'
import { readLicenses } from '../../../src/license.ts'
import { plainPage } from '../../../src/licenses/given/html.ts'
import { prepare } from '../../../src/licenses/given/prepare.ts'
import { endsWithin } from '../../tiers.ts'

describe('the text of a web page', () => {
  test('has a line for every block, with the raw line of each', () => {
    const page = plainPage(
      '<html><body>\n<h2>Terms</h2>\n<p>You may\nuse it.</p><p>Not\n<b>here</b>.<br>Or there.</p>\n<ul><li>One</li>\n<li>Two<ul><li>Three</li></ul></li></ul></body></html>',
    )
    expect(page.lines.map((line, at) => `${page.raw[at]}: ${line}`).filter(line => !line.endsWith(': '))).toEqual([
      '2: ## Terms',
      '3: You may use it.',
      '4: Not here.',
      '5: Or there.',
      '6: - One',
      '7: - Two',
      '7:   - Three',
    ])
    expect(page.lines.filter((line, at) => line === '' && page.lines[at + 1] === '')).toEqual([])
  })

  test('keeps the lines of preformatted text', () => {
    const page = plainPage('<pre>\nOne\n  two\n\nthree</pre>')
    expect(page.lines.filter(line => line !== '')).toEqual(['One', 'two', 'three'])
    expect(page.raw[page.lines.indexOf('three')]).toBe(5)
  })

  test('leaves out what is not shown or not the text', () => {
    const page = plainPage(
      '<head><title>A &amp; B</title><style>p{}</style></head><nav>Buy</nav><p>Yes<script>no()</script></p><footer>No</footer>',
    )
    expect(page).toMatchObject({ lines: ['Yes', ''], title: 'A & B', login: false, cut: false })
  })

  test('has its parts at the lines of the page', async () => {
    const words = ['You may use, copy, modify and distribute the Model.', 'The blue ones go to the owl.']
    const content = `<html><body>\n\n<h1>Heron Model License</h1>\n\n\n<p>${words.join('</p>\n\n\n<p>')}</p></body></html>`
    const page = await prepare({ path: 'terms.html', content, as: 'legal' })
    const { licenses } = readLicenses({ asked: [page], beside: [], unread: [] }, await loadKnown())
    const unread = licenses.flatMap(({ parts = [] }) => parts.filter(({ is }) => is === 'unread'))
    expect(unread.map(({ quote, line }) => [quote, line])).toContainEqual([words[1], 9])
  })

  test('of one that asks for a password is told', () => {
    expect(plainPage('<input type="password">').login).toBe(true)
    expect(plainPage('<p>the password</p>').login).toBe(false)
  })
})

const MEGABYTE = 1_000_000
const many = (piece: string) => `<!doctype html>${piece.repeat(Math.ceil(MEGABYTE / piece.length))}`

test.each([
  ['paragraphs', '<p>you may not '],
  ['lists in lists', '<ul><li>a'],
  ['preformatted lines', '<pre>you may not\n'],
  ['entities', '&amp; '],
  ['open brackets', '<'],
  ['half a link', '<a href="'],
  ['breaks', 'a<br>\n'],
])('a megabyte of %s is read in bounded time', async (_, piece) => {
  const read = async () => {
    const { page } = await prepare({ path: 'page', content: many(piece), as: 'legal' })
    expect(page).toBeDefined()
  }
  // each takes a tenth of a second; what grows with the square of its length took minutes
  await endsWithin(5_000, read)
})

test('a page that nests without end is read up to a depth, and that is told', () => {
  const page = plainPage(`<p>first</p>${'<div>'.repeat(10_000)}last`)
  expect(page.cut).toBe(true)
  expect(page.lines).toContain('first')
})

describe('a text is prepared', () => {
  const prepared = async (content: string, path = 'LICENSE') => {
    const { page, front, data } = await prepare({ path, content, as: 'legal' })
    return { page: page !== undefined, front: front !== undefined, data: data?.form ?? null }
  }
  const nothing = { page: false, front: false, data: null }

  test.each([
    ['plain words', 'You may use it.\n', nothing],
    ['a page', '<!DOCTYPE html><p>You may use it.', { ...nothing, page: true }],
    ['a page after a declaration', '<?xml version="1.0"?>\n<html></html>', { ...nothing, page: true }],
    ['Markdown with a tag', '<b>You</b> may use it.', nothing],
    ['front matter', '---\nlicense: mit\n---\n# Harbor\n', { ...nothing, front: true }],
    ['a rule in Markdown', 'You may use it.\n\n---\n\nOr not.\n', nothing],
    ['YAML', 'name: harbor\nversion: 1\n', { ...nothing, data: 'YAML' }],
    ['JSON', '{"name": "harbor"}', { ...nothing, data: 'JSON' }],
    ['one key', 'License: you may use it for everything.\n', nothing],
    ['broken JSON', '{"name": ', nothing],
  ])('as %s', async (_, content, as) => expect(await prepared(content)).toEqual(as))

  test('as a page by its name', async () => {
    expect(await prepared('You may use it.', 'terms.html')).toEqual({ ...nothing, page: true })
  })
})
