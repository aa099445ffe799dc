import { describe, expect, test } from 'vitest'
import { nightly, processorTime } from '../../../../test/tiers.ts'
import { parsePattern } from '../../src/wordings/pattern.ts'
import type { Sentence } from '../../src/wordings/search.ts'
import { tokensOf } from '../../src/wordings/tokens.ts'
import { searchFor } from './searches.ts'

/** A sentence in which no word of these is free. */
function sentence(text: string, ...bound: readonly string[]): Sentence {
  const words = tokensOf(text).map(({ word }) => word)
  const free = Uint8Array.from(words, word => (bound.includes(word) ? 0 : 1))
  return { words, free, others: { who: free, name: free } }
}

const fits = (pattern: string, text: string): boolean => searchFor(pattern).isWhole(sentence(text))

describe('a wording', () => {
  test.each([
    ['(weights|checkpoints) are (all|now)? public', 'The weights are public', false],
    ['the? (weights|checkpoints) are (all|now)? public', 'The weights are now public!', true],
    ['thanks to …', 'Thanks to Ada and Grace.', true],
    ['thanks to …', 'Thanks to', true],
    ['licen~', 'Licensing', true],
    ['~licence', 'sublicence', true],
    ['use (it|this)+ (at|for|work)*', 'Use this, this: it, for work', true],
    ['see ..', 'See one two three four', true],
    ['see ..', 'See one two three four five', false],
    ['see ({address}|{file})', 'See https://lumen.example/terms?x=1', true],
    ['see ({address}|{file})', 'See docs/LICENSE-MODEL.md', true],
    ['write to {mail}', 'Write to ada@lumen.example.', true],
    ['updated {date}', 'Updated 3 March 2025', true],
    ['更新于 {date}', '更新于2025年3月1日。', true],
    ['(感谢|谢谢) …', '谢谢大家', true],
    ['non-commercial use', 'Non commercial, use', true],
    ['licen(c|s)e(s|d)?', 'licences', true],
    ['licen(c|s)e(s|d)?', 'licen', false],
    ['(autoris|permis)(e|es)?', 'permises', true],
    ['(autoris|permis)(e|es)?', 'permission', false],
    ['(surpass|dépass)~', 'dépasse', true],
    ['~modell(e|en)?', 'Sprachmodelle', true],
    ['~modell(e|en)?', 'Modellierung', false],
    ['is open( source| to all)?', 'is open to all', true],
    ['公開(し|いたし)(ます)?', '公開いたします', true],
    ['the !(open|free) _ model', 'the new model', true],
    ['the !(open|free) _ model', 'the free model', false],
    ['… !<(not yet) open', 'it is now open', true],
    ['… !<(not yet) open', 'it is not yet open', false],
  ])('%s ~ %s: %s', (pattern, sentence, answer) => {
    expect(fits(pattern, sentence)).toBe(answer)
  })

  test('whose brackets do not close is refused with its words', () => {
    expect(() => parsePattern('(a|b')).toThrow('(a|b')
    expect(() => parsePattern('a)')).toThrow('do not match')
  })

  test('a mark that answers no is a word, and a wording without it does not fit', () => {
    expect(fits('commercial use', 'Commercial use: ❌')).toBe(false)
  })

  test('free words are those that the reader of them allows', () => {
    expect(searchFor('thanks to …').isWhole(sentence('thanks to students only', 'only'))).toBe(false)
  })

  test('of each kind its own words are free', () => {
    const { words, free } = sentence('thanks to the students')
    const who = Uint8Array.from(words, word => (word === 'students' ? 1 : 0))
    const isWhole = (pattern: string) =>
      searchFor(pattern).isWhole({ words, free, others: { who, name: new Uint8Array(4) } })
    expect(['thanks to the {who}', 'thanks to {who}', 'thanks to the {name}', 'thanks … '].map(isWhole)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  nightly('many repeated groups are read in the time of the sentence', async () => {
    const slow = searchFor('(a|a a|(a|b)* a)+ (b|a b)* … (a|b)+ c')
    const time = (words: number) => processorTime(() => slow.isWhole(sentence('a b '.repeat(words))))
    await time(100)
    expect(await time(2_000)).toBeLessThan(Math.max(400, 40 * (await time(200))))
  })
})
