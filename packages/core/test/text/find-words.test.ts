import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWords } from '../../src/text/find-words.ts'

const found = (raw: string, words: string) => {
  const place = findWords(raw, words)
  return place && raw.slice(place.from, place.to)
}

describe('words in the raw text they were taken from', () => {
  test.each([
    ['A story. You may **not** sell it. The end.', 'You may not sell it.', 'You may **not** sell it.'],
    ['A story. **You** may not\nsell it. The end.', 'You may not sell it.', '**You** may not\nsell it.'],
    [
      'See [the license](https://heron.example/the/license) of it. The end.',
      'See the license of it.',
      'See [the license](https://heron.example/the/license) of it.',
    ],
    [
      'It is under the [Reed License](https://x.example/a), so',
      'the Reed License',
      'the [Reed License](https://x.example/a),',
    ],
    ['<p>You may <b>not</b> sell&nbsp;it.</p>', 'You may not sell it.', 'You may <b>not</b> sell&nbsp;it.'],
    ['<li>not for <b>military</b> use</b>;</li><li>a', 'not for military use;', 'not for <b>military</b> use</b>;'],
    [
      'herons are\n\n00:01.000 --> 00:02.000\nfree. And',
      'herons are free.',
      'herons are\n\n00:01.000 --> 00:02.000\nfree.',
    ],
    ['苍鹭。不得**出售**本模型。芦苇。', '不得出售本模型。', '不得**出售**本模型。'],
    ['读《芦苇许可》。Heron模型可用', '读《芦苇许可》。', '读《芦苇许可》。'],
    ['He said “you may not”, and', 'He said "you may not",', 'He said “you may not”,'],
    ['weights_only of it', 'weights', 'weights'],
    [
      'the distri-\nbution of herons ends here, and',
      'the distribution of herons ends here',
      'the distri-\nbution of herons ends here,',
    ],
  ])('%s', (raw, words, expected) => expect(found(raw, words)).toBe(expected))

  test('are told by what follows where they begin alike', () => {
    const raw = 'You may not sell it. You may not lend it. You may not eat it.'
    expect(found(raw, 'You may not lend it.')).toBe('You may not lend it.')
  })

  test('are not found where they are not', () => expect(findWords('a heron', 'reeds stand')).toBeNull())

  test('lead from each of their offsets to its raw place', () => {
    const raw = 'It is **free**. The [weights](https://heron.example/weights) are not for sale.'
    const words = 'The weights are not for sale.'
    const place = findWords(raw, words)
    expect(place?.rawOf(words.indexOf('sale'))).toBe(raw.indexOf('sale'))
    expect(place?.rawOf(words.indexOf('weights'))).toBe(raw.indexOf('weights'))
  })

  test('of any sentence among others are found, whatever marks stand among them', () => {
    let count = 0
    const sentence = fc.array(fc.constantFrom('', '**', '_', '`'), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.nat(), (all, number) => {
        const sentences = all.map(marks => marks.map(mark => ({ mark, word: `w${++count}w` })))
        const raw = sentences.map(words => words.map(({ mark, word }) => mark + word + mark).join(' ')).join('. ')
        const own = sentences[number % sentences.length] ?? []
        const place = found(raw, own.map(({ word }) => word).join(' '))
        expect(place?.match(/w\d+w/g)).toEqual(own.map(({ word }) => word))
      }),
    )
  })

  test.each([
    ['a line of a million letters', 'a'.repeat(1_000_000), 'a b c'],
    ['a line of the same words', 'you may not '.repeat(50_000), 'you may not '.repeat(500)],
    ['a line of brackets', '](('.repeat(100_000), 'you may not sell the heron'],
  ])('of %s take under two seconds', (_, raw, words) => {
    const started = process.cpuUsage()
    findWords(raw, words)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2_000)
  })
})
