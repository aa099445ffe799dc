import { describe, expect, test } from 'vitest'
import { known, TODAY, WEIGHTS } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { judge } from '../../src/judge.ts'
import { clausesIn } from './known.ts'

const withinOf = (text: string, kind: string) =>
  clausesIn(text)
    .filter(clause => clause.kind === kind)
    .map(({ parameters }) => parameters.within ?? null)

describe('a ban is of some alone, and says of whom', () => {
  const bans: readonly (readonly [string, string, string | null])[] = [
    [
      'You may not modify or run the Model within the European Union.',
      'share.modification_ban',
      'within the European Union',
    ],
    ['Within Norway, you may not distribute the Model.', 'share.redistribution_ban', 'Within Norway'],
    ['You may not distribute the Model to minors.', 'share.redistribution_ban', 'to minors'],
    ['You may not modify the Model before 1 January 2031.', 'share.modification_ban', 'before 1 January 2031'],
    ['You may not modify the Model for military purposes.', 'share.modification_ban', 'for military purposes'],
    ['Government agencies may not modify the Model.', 'share.modification_ban', 'Government agencies'],
    ['You may not offer the Model as a service to competitors.', 'purpose.no_hosting', 'to competitors'],
    [
      'You may not use the Model commercially in the field of medicine.',
      'purpose.noncommercial',
      'in the field of medicine',
    ],
    ['Redistribution in Japan is prohibited.', 'share.redistribution_ban', 'in Japan'],
    ['Redistribution or commercial use in Japan is prohibited.', 'share.redistribution_ban', null],
    ['禁止在日本境内分发本模型。', 'share.redistribution_ban', '在日本境内'],
    ['您可以使用本模型，但不得在日本境内分发本模型。', 'share.redistribution_ban', '在日本境内'],
    ['在2030年12月31日之前，不得将本模型用于商业用途。', 'purpose.noncommercial', '在2030年12月31日之前'],
    ['您不得向竞争对手分发本模型。', 'share.redistribution_ban', '向竞争对手'],
    ['政府机构不得分发本模型。', 'share.redistribution_ban', '政府机构'],
    ['不得分发本模型。', 'share.redistribution_ban', null],
    ['不得在任何国家境内分发本模型。', 'share.redistribution_ban', null],
    ['您不得将本模型用于商业用途或在日本境内分发。', 'purpose.noncommercial', null],
    ['You may not distribute the Model, or use it in Norway.', 'share.redistribution_ban', null],
    ['You may not distribute the Model to anyone, including competitors.', 'share.redistribution_ban', null],
    ['You may not distribute the Model to any third party.', 'share.redistribution_ban', null],
    ['You may not distribute the Model for any purpose.', 'share.redistribution_ban', null],
    ['You may not distribute the Model in China or elsewhere.', 'share.redistribution_ban', null],
    ['You may not use the Model for commercial purposes or in Norway.', 'purpose.noncommercial', null],
    ['You may not distribute the Model unless we give permission in writing.', 'share.redistribution_ban', null],
  ]
  for (const [text, kind, within] of bans) test(text, () => expect(withinOf(text, kind)).toEqual([within]))
})

const GRANT = `HERON LICENSE

1. We grant you a worldwide, royalty-free license to use, reproduce, modify, and distribute the Model for any purpose,
including commercial purposes.

2. `
const answersTo = (sentence: string) => {
  const files = { ...WEIGHTS, LICENSE: `${GRANT}${sentence}\n`, 'README.md': '# Heron 7B\n\nA language model.\n' }
  const { uses } = judge(releaseOf({ files }), known, TODAY)
  return Object.fromEntries((uses ?? []).map(({ use, answer, says }) => [use, `${answer} ${says}`]))
}

describe('of an act that is barred to some alone', () => {
  test('no answer says a plain no, and the place is closed', () => {
    const answers = answersTo('You will not install, modify, or otherwise use the Model within the European Union.')
    expect(answers['fine-tune']).toBe('if may not be changed: within the European Union')
    expect(answers.eu).toBe('no not in EU')
  })
  test('a size beyond which one act is barred limits that act alone', () => {
    const answers = answersTo(
      'You may not offer the Model as a hosted service if your revenue exceeds $2,000,000 a year.',
    )
    expect(answers['hosted-service']).toBe('if up to 2M USD a year')
    expect(answers.commercial).not.toContain('2M')
    expect(
      answersTo('You may not use or host the Model if your revenue exceeds $2,000,000 a year.').commercial,
    ).toContain('2M')
  })
  test('a size below which it is barred is no limit above which it is', () => {
    const answers = answersTo('You may not provide a hosted service if your revenue is below $2,000,000 a year.')
    expect(answers['hosted-service']).toBe('no no hosted service')
  })
  test('a size that is of commerce alone is told so of all else, with whom it spares', () => {
    const answers = answersTo(
      '"Cap" means annual revenue of $3,000,000 or more.\n\n' +
        '3. Any commercial use by a company that exceeds the Cap is not licensed.\n\n' +
        "4. The Cap shall not apply to a charity's use for research.",
    )
    expect(answers.commercial).toBe('if up to 3M USD a year')
    expect(answers['fine-tune']).toBe('if up to 3M USD a year (commercial use, not of a charity)')
  })
  test('a number of employees tells who is not counted, and bears on passing it on', () => {
    const sentence =
      'Free for all but firms with more than 50 employees, who must buy a license, unless they only study it.'
    expect(withinOf(sentence, 'scale.other')).toEqual(['unless they only study it'])
    expect(answersTo(sentence)['fine-tune']).toContain('unless they only study it')
  })
  test('what competes is barred by the act that does', () => {
    const answers = answersTo(
      'You may not provide a hosted service that competes with ours unless your revenue is below $2M.',
    )
    expect(answers['hosted-service']).toMatch(/^if up to 2M USD \(that competes with ours\)/)
    expect(answers.commercial).not.toContain('compete')
    expect(answersTo('You may not host it, or build anything that competes with Heron.').commercial).toContain(
      'compete',
    )
  })
})
