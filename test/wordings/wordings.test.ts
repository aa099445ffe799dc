import { describe, expect, test } from 'vitest'
import { machineOf } from '../../src/wordings/machine.ts'
import { parsePattern } from '../../src/wordings/pattern.ts'
import { tokensOf } from '../../src/wordings/tokens.ts'
import { processorTime } from '../processor.ts'

const fits = (pattern: string, sentence: string): boolean =>
  machineOf([parsePattern(pattern)]).whole(tokensOf(sentence), () => true).length > 0

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
    const tokens = tokensOf('thanks to students only')
    const machine = machineOf([parsePattern('thanks to …')])
    expect(machine.whole(tokens, at => tokens[at]?.word !== 'only')).toEqual([])
  })

  test('many repeated groups are read in the time of the sentence', async () => {
    const machine = machineOf([parsePattern('(a|a a|(a|b)* a)+ (b|a b)* … (a|b)+ c')])
    const time = (words: number) => processorTime(() => machine.whole(tokensOf('a b '.repeat(words)), () => true))
    await time(100)
    expect(await time(2_000)).toBeLessThan(Math.max(400, 40 * (await time(200))))
  })
})
