import { describe, expect, test } from 'vitest'
import { TODAY } from '../../../../test/judged.ts'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { checkSignoffs, readSignoffs } from '../../src/readings/signoffs.ts'

const GOOD = `# read on a Friday
- requirement: OSAID-D8
  who: R. Marsh, Hedgerow Institute
  on: 2026-11-20
  why: >
    Two of us built it again from what is told.
- requirement: G7-T
  who: R. Marsh, Hedgerow Institute
  on: 2026-11-21
  why: 'The recipe is only part of it'
  answer: unmet
  revision: 0123456789ab
`

describe('a file of sign-offs', () => {
  test('is read entry by entry, each with its lines', () => {
    const [first, second] = readSignoffs('reviews/signoff.yml', GOOD)
    expect(first).toEqual({
      requirement: 'OSAID-D8',
      answer: 'met',
      who: 'R. Marsh, Hedgerow Institute',
      on: '2026-11-20',
      why: 'Two of us built it again from what is told.',
      cited: { path: 'signoff.yml', place: 'reviews', line: 2, endLine: 6, quote: expect.stringContaining('OSAID-D8') },
    })
    expect(second).toMatchObject({ answer: 'unmet', revision: '0123456789ab', cited: { line: 7, endLine: 12 } })
  })

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['a missing field', GOOD.replace(/ {2}on: 2026-11-20\n/, ''), /"signoff\.yml:2": "on" is missing/],
    ['an empty field', GOOD.replace("'The recipe is only part of it'", ''), /"signoff\.yml:10": "why" says nothing/],
    [
      'a field nobody knows',
      GOOD.replace('answer:', 'verdict:'),
      /"signoff\.yml:11": "verdict" is nothing a sign-off has/,
    ],
    ['another answer', GOOD.replace('unmet', 'probably'), /"signoff\.yml:11": "answer" /],
    ['a day that is none', GOOD.replace('2026-11-21', '2026-11-31'), /"signoff\.yml:9": "on" is no date/],
    [
      'a field said twice',
      GOOD.replace('  answer: unmet', '  on: 2026-11-22'),
      /no YAML in the sign-offs "signoff\.yml:11"/,
    ],
    ['no list', 'requirement: OSAID-D8\n', /no list of sign-offs in "signoff\.yml:1"/],
    ['nothing', '', /no list of sign-offs in "signoff\.yml:1"/],
    ['a word for an entry', '- OSAID-D8\n', /no sign-off at "signoff\.yml:1"/],
    [
      'an entry that is another',
      `- &a ${'{ requirement: G7-T }'}\n- *a\n`,
      /no YAML in the sign-offs "signoff\.yml:2": it has an alias/,
    ],
    ['no YAML', '- requirement: [OSAID-D8\n', /no YAML in the sign-offs "signoff\.yml:\d"/],
  ]
  test.each(refused)('with %s is refused, naming the line', (_, content, says) => {
    expect(content).not.toBe(GOOD)
    expect(() => readSignoffs('signoff.yml', content)).toThrow(says)
  })
})

describe('a sign-off', () => {
  const check = (content: string) => checkSignoffs(readSignoffs('signoff.yml', content), knowledge, TODAY)

  test('is of a requirement that somebody asks', () => {
    expect(() => check(GOOD)).not.toThrow()
    expect(() => check(GOOD.replace('G7-T', 'G7-Z'))).toThrow(
      'no requirement is called "G7-Z", signed off in "signoff.yml:7"',
    )
    expect(() => check(GOOD.replace('G7-T', 'G7-Z'))).toThrow(expect.objectContaining({ code: 'invalid' }))
    expect(() => check(GOOD.replace('G7-T', 'g7-t'))).toThrow('write G7-T')
  })

  test('is of no conclusion', () => {
    expect(() => check(GOOD.replace('OSAID-D8', 'OSAID-V'))).toThrow(/OSAID-V is a conclusion.*"signoff\.yml:2"/)
  })

  test('is not of tomorrow', () => {
    expect(() => check(GOOD.replace('2026-11-21', '2026-11-25'))).toThrow(
      'a sign-off dated 2026-11-25, after today (2026-11-24), in "signoff.yml:7"',
    )
  })
})
