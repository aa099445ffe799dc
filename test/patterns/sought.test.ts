import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksOf, sought } from '../../src/patterns/index.ts'
import { needOf } from '../../src/patterns/needs.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && ending.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))

/** A literal that stands where it is made one that is sought. */
const LITERAL = /sought\(\s*\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\n\\[])+)\/([a-z]*),?\s*\)/g
const patterns = filesIn('src', /\.ts$/).flatMap(path =>
  [...readFileSync(path, 'utf8').matchAll(LITERAL)].map(
    ([, source = '', flags = '']) => new RegExp(source, flags.replace('g', '')),
  ),
)

const agrees = (pattern: RegExp, text: string) => {
  const found = sought(pattern)
  const match = pattern.exec(text)
  return found.test(text) === (match !== null) && found.exec(text)?.index === match?.index
}

describe('a pattern that is sought', () => {
  test.each<[RegExp, string, boolean]>([
    [/\bopen\b/i, 'It is OPEN.', true],
    [/\bopen\b/i, 'It is opened.', false],
    [/\bopen\b/i, 'open', true],
    [/open[- ]?source(?:d)?/i, 'an Open-Sourced model', true],
    [/(?:train|tun)(?:ed|ing)? on/i, 'tuned on letters', true],
    [/(?:data){2}/i, 'DATADATA', true],
    [/\d{2,4} tokens/, '1024 tokens', true],
    [/\bv\d/i, 'as of V2', true],
    [/权重|模型/, '开放的模型', true],
    [/权重|模型/, '开放的数据', false],
    [/caf[ée]s?/i, 'the cafÉ', true],
    [/[\s.-]end$/, 'the end', true],
    [/a\/b/i, 'A/B', true],
    [/(?<!not )open/i, 'not open, but open', true],
    [/model(?! card)/i, 'the model', true],
    [/^$/, '', true],
    [/\bto\b/i, 'TO', true],
    [/(\w)\1/, 'oo', true],
    [/x\cJy/, 'x\ny', true],
    [/k/i, '\u212a', false],
    [/\u2019s\b/, 'it\u2019s', true],
    [/🦉 owl/, 'an 🦉 owl', true],
  ])('%s in %j: %s', (pattern, text, is) => {
    expect(pattern.test(text)).toBe(is)
    expect(sought(pattern).test(text)).toBe(is)
    expect(sought(pattern).test(text, marksOf(text))).toBe(is)
  })

  test('finds every match, and replaces every one', () => {
    const words = sought(/\bgulls?\b/gi)
    expect([...words.all('Gulls and a gull')].map(match => match[0])).toEqual(['Gulls', 'gull'])
    expect(words.replace('Gulls and a gull', 'tern')).toBe('tern and a tern')
    expect([...words.all('seagull')]).toEqual([])
  })

  test('nearly all patterns of the program need something', () => {
    expect(patterns.length).toBeGreaterThan(150)
    expect(patterns.filter(pattern => needOf(pattern) === null).length).toBeLessThan(patterns.length / 10)
  })

  test('each pattern of the program finds what it finds by itself in the texts of this repository', () => {
    const lines = [...filesIn('docs', /\.md$/), ...filesIn('examples', /\.md$/), ...filesIn('test/releases', /\.md$/)]
      .flatMap(path => readFileSync(path, 'utf8').split('\n'))
      .filter((line, index) => line.length > 20 && index % 7 === 0)
    expect(lines.length).toBeGreaterThan(50)
    for (const pattern of patterns) {
      const found = sought(pattern)
      for (const line of lines) if (found.test(line) !== pattern.test(line)) expect(line).toBe(pattern.source)
    }
  })

  test('and in words put together of its own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns),
        fc.infiniteStream(fc.nat(1_000)),
        fc.boolean(),
        (pattern, numbers, up) => {
          const pieces = pattern.source.split(/[^\p{L}\p{N}]+/u).filter(piece => piece !== '')
          const [...chosen] = numbers.take(8)
          const joints = [' ', '-', '', ', ', '. ', '/', ' of the ']
          const text = chosen.map(n => `${pieces[n % pieces.length] ?? ''}${joints[n % joints.length]}`).join('')
          return agrees(pattern, up ? text.toUpperCase() : text)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
