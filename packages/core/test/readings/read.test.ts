import { describe, expect, test } from 'vitest'
import { known, TODAY } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { readReadings, withReadings, writeReadings } from '../../src/readings/read.ts'
import type { Reading } from '../../src/report/question.ts'

const ONE: Reading = {
  question: '0123456789ab',
  answer: 'nothing',
  quote: 'a plea',
  by: { kind: 'model', name: 'tern:3b' },
  at: '2026-11-20',
  why: 'It only asks.',
}
const YAML = `- question: 0123456789ab
  answer: nothing
  quote: a plea
  by: { kind: model, name: tern:3b }
  at: 2026-11-20
  why: It only asks.
`
const given = (content: string) => withReadings(releaseOf(), 'heron/readings.yml', content, known.knowledge, TODAY)

describe('a file of readings', () => {
  test('is what unwash writes, or a list of them in YAML', () => {
    expect(readReadings('readings.json', writeReadings([ONE], 'heron-7b'))).toEqual([ONE])
    expect(readReadings('readings.yml', YAML)).toEqual([ONE])
    expect(given(YAML).readings).toEqual([ONE])
  })

  test('adds to what was saved with a release, each once', () => {
    const before = given(YAML)
    const again = withReadings(before, 'more.yml', YAML.replace('nothing', 'unclear'), known.knowledge, TODAY)
    expect(again.readings).toHaveLength(2)
    expect(withReadings(again, 'more.yml', YAML, known.knowledge, TODAY).readings).toEqual(again.readings)
  })

  test('of sign-offs, as 0.2 had them, is one of persons who read requirements', () => {
    const signoff = '- requirement: G7-D1\n  who: R. Marsh\n  on: 2026-11-20\n  why: Looked at every source.\n'
    expect(given(signoff)).toMatchObject({ signoffs: [{ requirement: 'G7-D1', who: 'R. Marsh', answer: 'met' }] })
  })

  test.each([
    ['no YAML', 'a: [', /^no YAML or JSON in the readings "heron\/readings\.yml:1":/],
    ['another file', '{"kind": "unwash-evidence"}', /readings\.yml:1"?: kind: /],
    ['an unknown key', YAML.replace('why:', 'because:'), /Unrecognized key: "because"; a reading has question/],
    ['a reader of no kind', YAML.replace('model,', 'lawyer,'), /readings\.yml:4"?: .*by\.kind: /],
    ['a day that is none', YAML.replace('2026-11-20', 'yesterday'), /readings\.yml:5"?: .*at: is no date such as/],
    ['a day that is to come', YAML.replace('2026-11-20', '2027-01-01'), /dated 2027-01-01, after today/],
    ['nothing quoted of nothing', '- {}', /readings\.yml:1"?: .*question: /],
  ])('with %s is refused with its line', (_, content, says) => {
    expect(() => given(content)).toThrow(says)
  })
})
