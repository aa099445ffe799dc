import { describe, expect, test } from 'vitest'
import { machineOf } from '../../src/wordings/machine.ts'
import { parsePattern } from '../../src/wordings/pattern.ts'
import { type Place, type Sentence, searches } from '../../src/wordings/search.ts'
import { tokensOf } from '../../src/wordings/tokens.ts'
import { processorTime } from '../processor.ts'

const sentence = (text: string, turn = 'but'): Sentence => {
  const words = tokensOf(text).map(({ word }) => word)
  return { words, free: Uint8Array.from(words, word => (word === turn ? 0 : 1)) }
}

/** The same by the machine that reads whole sentences: every stretch of words is one. */
function slowly(pattern: string, { words, free }: Sentence): readonly Place[] {
  const machine = machineOf([parsePattern(pattern)])
  const tokens = words.map(word => ({ word, capital: false, start: 0, end: 0 }))
  return words.flatMap((_, to) => {
    const from = words.findIndex(
      (_, from) => from <= to && machine.whole(tokens.slice(from, to + 1), at => free[from + at] === 1).length > 0,
    )
    return from < 0 ? [] : [{ from, to }]
  })
}

/** the same numbers on every run */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
}

const PATTERNS = [
  'a b',
  '(a|b c) … d',
  'a .. b',
  '(a b)+ c',
  'a (b|c d)* d',
  'a~ (x|y z)? .. (c|d)',
  '(a|b|c|d e|e d|x y)+ (a b|b a|c c|d d)',
  '~a … (b .. c)+ d?',
  '_ a _+ b',
]

describe('a search', () => {
  test.each(PATTERNS)('of %s finds what the machine finds, the longest of each end', pattern => {
    const next = random(pattern.length)
    const { searchOf } = searches()
    const search = searchOf(parsePattern(pattern))
    for (let round = 0; round < 60; round++) {
      const length = round % 3 === 0 ? 70 : 1 + next(12)
      const text = Array.from({ length }, () => ['a', 'b', 'c', 'd', 'e', 'x', 'y', 'z', 'aa', 'but'][next(10)]).join(
        ' ',
      )
      const read = sentence(text)
      const places = slowly(pattern, read)
      expect(search.places(read), text).toEqual(places)
      expect(search.isIn(read)).toBe(places.length > 0)
      expect(search.first(read, 3)).toEqual(places.find(({ to }) => to >= 3) ?? null)
      if (places.length > 0) expect(search.mayBeIn(read)).toBe(true)
    }
  })

  test('of a frame is that of the words put into it', () => {
    const { framed } = searches()
    const frame = parsePattern('(you may not .. {}|{} is (not allowed|prohibited))')
    const [sell, rent] = ['sell (it|them)', 'rent'].map(words => framed(frame, parsePattern(words)))
    expect(sell?.isIn(sentence('you may not ever sell it'))).toBe(true)
    expect(rent?.isIn(sentence('you may not ever sell it'))).toBe(false)
    expect(rent?.places(sentence('to rent is prohibited'))).toEqual([{ from: 1, to: 3 }])
  })

  test('reads many repeated groups in the time of the sentence', async () => {
    const search = searches().searchOf(parsePattern('(a|a a|(a|b)* a)+ (b|a b)* … (a|b)+ c'))
    const time = (words: number) => processorTime(() => search.isIn(sentence('a b '.repeat(words))))
    await time(100)
    expect(await time(2_000)).toBeLessThan(Math.max(400, 40 * (await time(200))))
  })
})
