import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { readDocument } from '../../src/documents/index.ts'

const plain = new MarkdownIt({ html: true })
const linkIn = (url: string) =>
  readDocument({ path: 'README.md', content: `[x](<${url}>)`, encoding: 'utf-8', truncated: false }).blocks[0]?.links[0]
    ?.url

test.each([
  ['https://hf.co/hedgerow/wren-7b', 'https://hf.co/hedgerow/wren-7b'],
  ['https://hf.co/hedgerow/wren 7b', 'https://hf.co/hedgerow/wren%207b'],
  ['https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
  ['docs/größe.md#größe', 'docs/gr%C3%B6%C3%9Fe.md#gr%C3%B6%C3%9Fe'],
  ['./docs/TERMS.md', './docs/TERMS.md'],
  ['#use', '#use'],
])('the address %s of a link is %s', (url, normal) => expect(linkIn(url)).toBe(normal))

test('the address of a link is what markdown-it makes of it', () => {
  const part = fc.string({ unit: fc.constantFrom(..."abzAZ09-._~+=&,;:!$*'()/?#@%é"), maxLength: 12 })
  const start = fc.constantFrom(
    'http://',
    'https://',
    'HTTP://a.b',
    'https://hf.co/',
    'x',
    './',
    '../',
    '/',
    '#',
    'a.b',
  )
  fc.assert(
    fc.property(start, part, (start, rest) => {
      const url = `${start}${rest}`
      const [token] = plain.parseInline(`[x](<${url}>)`, {})
      const made = token?.children?.find(({ type }) => type === 'link_open')?.attrGet('href')
      expect(linkIn(url)).toBe(made === undefined || made === null ? undefined : String(made))
    }),
    { numRuns: 2_000 },
  )
})
