import { describe, expect, test } from 'vitest'
import { judge } from '../../src/judge.ts'
import type { Allowed } from '../../src/report.ts'
import { readUse } from '../../src/uses/stated.ts'
import { known, reportWith, TODAY, WEIGHTS } from '../licensing/judged.ts'
import { type FileSetup, releaseOf } from '../release.ts'

const card = (license: string, prose = '') => `---\nlicense: ${license}\n---\n# Heron 7B\n\n${prose}\n`
const answers = (uses: readonly Allowed[] | undefined) =>
  Object.fromEntries((uses ?? []).map(({ use, answer }) => [use, answer]))
const usesOf = (files: Readonly<Record<string, FileSetup>>, words?: string): readonly Allowed[] => {
  const stated = words === undefined ? null : readUse(words, known.knowledge.uses)
  if (stated && 'wrong' in stated) throw new Error(stated.expected)
  return judge(releaseOf({ files: { ...WEIGHTS, ...files } }), known, TODAY, stated).uses ?? []
}
const commercial = (...given: Parameters<typeof usesOf>) => usesOf(...given).find(({ use }) => use === 'commercial')

/** Terms of the marsh: a limit of users, and above it a license of one's own. */
const CAPPED = `HERON COMMUNITY LICENSE

1. You are granted a non-exclusive, worldwide, royalty-free license to use, reproduce, distribute, copy, create
derivative works of, and make modifications to the Heron Materials.
2. If the monthly active users of the products made available by you exceed 700 million monthly active users, you must
request a license from the Licensor, which the Licensor may grant to you in its sole discretion.
3. You will not use the Heron Materials or any output of them to improve any other large language model.
`

describe('can I', () => {
  test('do anything with open weights', () => {
    expect(answers(reportWith({ 'README.md': card('apache-2.0') }).uses)).toEqual({
      commercial: 'yes',
      'fine-tune': 'yes',
      'hosted-service': 'yes',
      distill: 'yes',
      eu: 'yes',
      field: 'yes',
    })
  })

  test('not use commercially what is non-commercial, whether the text or its name says so', () => {
    expect(commercial({ 'README.md': card('cc-by-nc-4.0') })).toMatchObject({ answer: 'no' })
    expect(
      commercial({ 'README.md': '# Heron\n\nThe weights may be used for non-commercial purposes only.\n' }),
    ).toMatchObject({
      answer: 'no',
    })
  })

  test('do nothing that nobody permits', () => {
    expect(commercial({ 'README.md': '# Heron 7B\n\nWeights of a model of herons.\n' })).toMatchObject({
      answer: 'no',
      says: 'no license found that permits it',
    })
  })

  test('only ask where the license was not read', () => {
    expect(answers(usesOf({ 'README.md': card('other'), LICENSE: { size: 20_000_000 } })).commercial).toBe('unknown')
  })

  test('nothing, where no weights are offered', () => {
    const client = { files: { 'README.md': '# Heron client\n\nA client of the Heron API.\n' } }
    expect(judge(releaseOf(client), known, TODAY).uses).toEqual([])
  })
})

describe('a size that is stated', () => {
  const files = { 'README.md': card('other'), LICENSE: CAPPED }

  test('sharpens the answer', () => {
    expect(commercial(files)).toMatchObject({
      answer: 'if',
      says: 'up to 700M monthly active users',
      clause: 'scale.users',
    })
    expect(commercial({ 'README.md': card('llama3.1') }, 'commercial,users=1000')).toMatchObject({
      answer: 'yes',
      says: '1,000 is not above 700,000,000 monthly active users',
    })
    expect(commercial(files, 'commercial,users=8e8')).toMatchObject({ answer: 'no' })
  })

  test('never stands beside a duty that it is below', () => {
    const stated = readUse('commercial,users=1000', known.knowledge.uses)
    if ('wrong' in stated) throw new Error(stated.expected)
    const { use } = judge(releaseOf({ files: { ...WEIGHTS, ...files } }), known, TODAY, stated)
    const limits = use?.points.filter(
      ({ clause }) => clause === 'scale.users' || clause === 'purpose.separate_commercial',
    )
    expect(limits?.map(({ result, clause }) => `${result} ${clause}`)).toEqual(['know scale.users'])
  })

  test('the deciding line is cited', () => {
    const distill = usesOf(files).find(({ use }) => use === 'distill')
    expect(distill).toMatchObject({ answer: 'no', clause: 'output.no_train', cited: [{ path: 'LICENSE', line: 7 }] })
  })
})
