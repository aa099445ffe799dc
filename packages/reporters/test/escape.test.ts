import { plain } from '@unwash/core/text/foreign'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { coded, escaped } from '../src/markdown/index.ts'

const markdown = new MarkdownIt({ html: true, linkify: true })
// what a forge does not link, it need not be kept from
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })

/** words made of what Markdown, HTML and a forge read as their own */
const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'\\`*_{}[]<>()#+-.!|~&;:/@"\'=^$ \n\t1a'),
    fc.constantFrom(
      'https://a.example',
      'www.a.example',
      '](x)',
      '&lt;',
      '&#64;',
      '<b>',
      '<!--',
      '@octo',
      '1. ',
      '```',
      '$x$',
    ),
  ),
  maxLength: 40,
})

const textOf = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

test('foreign words as Markdown show as they are, without markup', () => {
  fc.assert(
    fc.property(words, text => {
      const html = markdown.render(`before ${escaped(text)} after`)
      expect(html).toMatch(/^<p>[^<]*<\/p>\n$/)
      const shown = textOf(html.slice(3, -5)).replaceAll('\u200b', '')
      expect(shown.replace(/\s+/g, ' ')).toBe(`before ${plain(text)} after`.replace(/\s+/g, ' '))
      expect(html).not.toMatch(/@\w/)
    }),
    { numRuns: 2_000 },
  )
})

test('foreign words at the beginning of a line make no block', () => {
  fc.assert(
    fc.property(words, text => {
      const html = markdown.render(`${escaped(text).trim()} after`)
      expect(html).toMatch(/^<p>[^<]*<\/p>\n$/)
    }),
    { numRuns: 2_000 },
  )
})

test('foreign words as code are code, in text and in a table', () => {
  fc.assert(
    fc.property(words, text => {
      fc.pre(plain(text).trim() !== '')
      expect(markdown.render(`before ${coded(text, false)} after`)).toMatch(
        /^<p>before <code>[^<]*<\/code> after<\/p>\n$/,
      )
      const cells = markdown.render(`| a | b |\n| --- | --- |\n| ${coded(text, true)} | end |`).match(/<td>/g)
      expect(cells).toHaveLength(2)
    }),
    { numRuns: 2_000 },
  )
})
