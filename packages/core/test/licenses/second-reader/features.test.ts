import { describe, expect, test } from 'vitest'
import { type Features, featuresOf, roomFor } from '../../../src/licenses/second-reader/features.ts'
import { numberIndex } from '../../../src/licenses/second-reader/index.ts'
import { MARKS, marksOf, modalityOf } from '../../../src/licenses/second-reader/modality.ts'
import { tokensOf } from '../../../src/licenses/second-reader/tokens.ts'

const all = (text: string) => tokensOf(text, 0, text.length)
const words = (text: string) => {
  const { count, from, to } = all(text)
  return Array.from({ length: count }, (_, at) => text.slice(from[at], to[at]))
}
const none = Object.fromEntries(MARKS.map(mark => [mark, []])) as unknown as Record<(typeof MARKS)[number], string[]>
const modality = modalityOf({ ...none, denied: ['not'], forbidden: ['may not', '不得'], waived: ['need not'] }, all)

const idsOf = (text: string, lead = '', heading = ''): Set<number> => {
  const features: Features = roomFor(2_000)
  featuresOf({ text, lead, heading }, 0, text.length, modality, features)
  return new Set(features.ids.subarray(0, features.count))
}

describe('the words of a passage', () => {
  test('are words of letters, numbers, signs of money, and single characters of Chinese, Japanese and Korean', () => {
    expect(words('you don’t pay $1,000.50 für 模型とкод (v2)')).toEqual([
      'you',
      'don’t',
      'pay',
      '$',
      '1,000.50',
      'für',
      '模',
      '型',
      'と',
      'код',
      'v',
      '2',
    ])
  })

  test('are alike whatever the apostrophe, and numbers of one length are alike', () => {
    expect(all("don't").hashes[0]).toBe(all('don’t').hashes[0])
    expect(all('700').hashes[0]).toBe(all('999').hashes[0])
    expect(all('7').hashes[0]).not.toBe(all('700').hashes[0])
  })
})

describe('marks of modality', () => {
  const marked = (text: string) => [...marksOf(all(text), modality).subarray(0, all(text).count)]

  test('are found as words and as phrases, of which the longest counts', () => {
    expect(marked('you may not sell')).toEqual([0, 2, 2, 0])
    expect(marked('you need not pay')).toEqual([0, 16, 16, 0])
    expect(marked('it is not may')).toEqual([0, 0, 1, 0])
    expect(marked('不得用')).toEqual([2, 2, 0])
  })

  test('must be phrases of some words', () => {
    expect(() => modalityOf({ ...none, only: ['a b c d e f g h i'] }, all)).toThrow('shorten it')
  })
})

describe('the features of a passage', () => {
  test('are the same each time, and others where a word is denied', () => {
    expect(idsOf('commercial use is permitted')).toEqual(idsOf('commercial use is permitted'))
    const denied = idsOf('commercial use is not permitted')
    expect([...idsOf('commercial use is permitted')].filter(id => !denied.has(id)).length).toBeGreaterThan(0)
  })

  test('tell an item from the same words elsewhere, by its lead and its heading', () => {
    const bare = idsOf('military use')
    expect(idsOf('military use', 'you may not use it for:').size).toBeGreaterThan(bare.size + 5)
    expect(idsOf('military use', '', 'prohibited uses').size).toBeGreaterThan(bare.size)
  })

  test('of a long word are shared by its forms', () => {
    const one = idsOf('forschungszwecke')
    expect([...idsOf('forschungszwecken')].filter(id => one.has(id)).length).toBeGreaterThan(8)
  })

  test('fit the room for as many marks as there are words', () => {
    const text = '不得'.repeat(700)
    const features = roomFor(text.length)
    featuresOf({ text, heading: '', lead: '不得'.repeat(5_000) }, 0, text.length, modality, features)
    expect(features.count).toBeLessThan(features.ids.length)
  })
})

test('a number is found at its place, and no other is', () => {
  const numbers = Uint32Array.from({ length: 5_000 }, (_, at) => (at * 2_654_435_761) >>> 8).sort()
  const place = numberIndex(numbers)
  numbers.forEach((number, at) => {
    expect(place(number)).toBe(at)
  })
  expect([1, 2, 3, 4].map(place)).toEqual([-1, -1, -1, -1])
  expect(numberIndex(new Uint32Array(0))(7)).toBe(-1)
})
