import { describe, expect, test } from 'vitest'
import { nightly, processorTime } from '../../../../test/tiers.ts'
import { type Pattern, parsePattern } from '../../src/wordings/pattern.ts'
import type { MatchedPlace, Sentence } from '../../src/wordings/search.ts'
import { tokensOf } from '../../src/wordings/tokens.ts'
import { searchesFor, searchFor } from './searches.ts'

const sentence = (text: string, turn = 'but'): Sentence => {
  const words = tokensOf(text).map(({ word }) => word)
  return { words, free: Uint8Array.from(words, word => (word === turn ? 0 : 1)) }
}

/** Where a pattern that begins at a word ends, told part by part. */
function ends(pattern: Pattern, { words, free }: Sentence, at: number): readonly number[] {
  const from = (part: Pattern, starts: readonly number[]) => [
    ...new Set(starts.flatMap(start => ends(part, { words, free }, start))),
  ]
  const again = (part: Pattern, starts: readonly number[]): readonly number[] => {
    const all = new Set(starts)
    for (const end of all) for (const next of ends(part, { words, free }, end)) all.add(next)
    return [...all]
  }
  const word = words[at]
  switch (pattern.is) {
    case 'word': {
      const fits = {
        whole: word === pattern.word,
        start: word?.startsWith(pattern.word),
        end: word?.endsWith(pattern.word),
      }
      return fits[pattern.match] ? [at + 1] : []
    }
    case 'free':
      return free[at] === 1 ? [at + 1] : []
    case 'hole':
      return []
    case 'row':
      return pattern.parts.reduce<readonly number[]>((starts, part) => from(part, starts), [at])
    case 'one-of':
      return pattern.parts.flatMap(part => from(part, [at]))
    case 'perhaps':
      return [at, ...from(pattern.part, [at])]
    case 'any':
      return again(pattern.part, [at])
    case 'some':
      return again(pattern.part, from(pattern.part, [at]))
    case 'none-here':
      return from(pattern.part, [at]).length > 0 ? [] : [at]
    case 'none-before':
      return Array.from({ length: at + 1 }, (_, start) => start).some(start => from(pattern.part, [start]).includes(at))
        ? []
        : [at]
  }
}

/** The same, slowly: of each end the earliest beginning. */
function slowly(pattern: string, read: Sentence): readonly MatchedPlace[] {
  const parsed = parsePattern(pattern)
  const first = new Map<number, number>()
  for (const from of read.words.keys())
    for (const end of ends(parsed, read, from)) if (end > from && !first.has(end)) first.set(end, from)
  return [...first].map(([end, from]) => ({ from, to: end - 1 })).sort((one, other) => one.to - other.to)
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
  'a !(b c) .. d',
  '(a|b)* !<(b a) (c|d e)',
  'a(a)? .. !<(x|y (a|b)) !(e|c a) b',
  '(x|y)?(e)? (a|b) .. ((c)?(d)?|x) b',
]

describe('a search', () => {
  test.each(PATTERNS)('of %s finds what is found part by part, the longest of each end', pattern => {
    const next = random(pattern.length)
    const search = searchFor(pattern)
    for (let round = 0; round < 60; round++) {
      const length = round % 3 === 0 ? 70 : 1 + next(12)
      const text = Array.from({ length }, () => ['a', 'b', 'c', 'd', 'e', 'x', 'y', 'z', 'aa', 'but'][next(10)]).join(
        ' ',
      )
      const read = sentence(text)
      const places = slowly(pattern, read)
      expect(search.places(read), text).toEqual(places)
      expect(search.isIn(read)).toBe(places.length > 0)
      const whole = ends(parsePattern(pattern), read, 0).includes(read.words.length)
      expect(search.isWhole(read), text).toBe(whole)
      expect(search.first(read, 3)).toEqual(places.find(({ to }) => to >= 3) ?? null)
      if (places.length > 0) expect(search.mayBeIn(read)).toBe(true)
    }
  })

  test('lets a gap go over no more words than a sentence allows', () => {
    const search = searchFor('a … b (c … d)?')
    const read = { ...sentence('a x a x x b c x x d'), most: 2 }
    expect(search.places(read)).toEqual([
      { from: 2, to: 5 },
      { from: 2, to: 9 },
    ])
    expect(search.places({ ...read, most: 1 })).toEqual([])
  })

  test('of a frame is that of the words put into it', () => {
    const frame = '(you may not .. {}|{} is (not allowed|prohibited))'
    const [sell, rent] = searchesFor(['sell (it|them)', 'rent'], frame)
    expect(sell?.isIn(sentence('you may not ever sell it'))).toBe(true)
    expect(rent?.isIn(sentence('you may not ever sell it'))).toBe(false)
    expect(rent?.places(sentence('to rent is prohibited'))).toEqual([{ from: 1, to: 3 }])
  })

  nightly('reads many repeated groups in the time of the sentence', async () => {
    const search = searchFor('(a|a a|(a|b)* a)+ (b|a b)* … (a|b)+ c')
    const time = (words: number) => processorTime(() => search.isIn(sentence('a b '.repeat(words))))
    await time(100)
    expect(await time(2_000)).toBeLessThan(Math.max(400, 40 * (await time(200))))
  })
})
