import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalize } from '../../src/text/normalize.ts'

describe('a text made plain', () => {
  test.each([
    ['letters that take no room', 'non\u200bcom\u00admercial', 'noncommercial'],
    ['wide letters', '\uff4e\uff4f use', 'no use'],
    ['bold letters of mathematics', '\u{1d427}\u{1d428} \u{1d42e}\u{1d42c}\u{1d41e}', 'no use'],
    ['letters that only look Latin', 'n\u043en-c\u043emmercial use only', 'non-commercial use only'],
    ['entities', '&#110;on-commercial &quot;use&quot;', 'non-commercial "use"'],
    ['what a picture says', '![Non-commercial use only](x.png)', 'Non-commercial use only '],
    ['what an attribute says', '<img src="x.png" alt="Non-commercial only">', ' Non-commercial only '],
    ['what a comment says', '<!-- Not for sale -->', '\f Not for sale \f'],
    ['a Russian word keeps its letters', 'Слово среди слов', 'Слово среди слов'],
    ['joined letters', 'o\ufb00ered', 'offered'],
  ])('%s', (_, raw, plain) => {
    expect(normalize(raw)).toBe(plain)
  })

  test('the marks of a comment go, whatever they are', () => {
    const lines = ['Permission is granted', 'to use it', '', 'and to copy it']
    for (const [open, mark, close] of [
      ['', '// ', ''],
      ['', '# ', ''],
      ['/*', ' * ', ' */'],
      ['', '> ', ''],
      ['', '-- ', ''],
    ])
      expect(
        normalize([open, ...lines.map(line => `${mark}${line}`), close].join('\n'))
          .split('\n')
          .map(line => line.trim())
          .filter(line => line !== ''),
      ).toEqual(lines.filter(line => line !== ''))
  })

  test('every line keeps its place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.array(fc.constantFrom('\n', '<b>', '&amp;', '# ', '<!--', '-->', 'x')),
        (text, more) => {
          const raw = text.replace(/[\v\f]/g, ' ') + more.join('')
          expect(normalize(raw).split('\n')).toHaveLength(raw.split('\n').length)
        },
      ),
      { numRuns: 300 },
    )
  })
})
