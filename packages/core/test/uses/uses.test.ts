import { describe, expect, test } from 'vitest'
import { known, TODAY, WEIGHTS } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { judge } from '../../src/judge.ts'
import { obligationsOf } from '../../src/licenses/obligations.ts'
import type { Clause, License } from '../../src/report/report.ts'
import { assessUse } from '../../src/uses/assess.ts'
import { readUse, type StatedUse } from '../../src/uses/stated.ts'

const { knowledge } = known
const use = (words: string): StatedUse => {
  const stated = readUse(words, knowledge.uses)
  if ('wrong' in stated) throw new Error(stated.expected)
  return stated
}
const clause = (kind: string, parameters: Clause['parameters'] = {}, mode: Clause['mode'] = 'ban'): Clause => ({
  kind,
  mode,
  parameters,
  against: ['use'],
  reaches: ['copies'],
  cited: [{ path: 'LICENSE', line: 4, endLine: 4, quote: kind }],
})
/** Terms of these clauses. */
const terms = (clauses: readonly Clause[]): License[] => [
  {
    id: null,
    class: 'community-restricted',
    text: { path: 'LICENSE' },
    covers: ['weights'],
    match: { kind: 'none', nearest: null, residue: [] },
    clauses: [...clauses],
    grants: ['use'],
    selfLabels: [],
    cited: [{ path: 'LICENSE' }],
  },
]
/** "not-allowed purpose.noncommercial" for each point of a use */
const points = (words: string, ...clauses: readonly Clause[]) =>
  assessUse(use(words), terms(clauses), [], knowledge).points.map(({ result, clause }) => `${result} ${clause}`)

describe('a use is read', () => {
  test('from actions and sizes', () => {
    expect(use('commercial, EU,users=2e8,revenue=5_000_000')).toEqual({
      actions: new Set(['commercial', 'eu']),
      users: 200_000_000,
      revenue: 5_000_000,
    })
  })

  test.each(['comercial', 'users=many', 'users', 'revenue=-1', 'eu=yes'])('%s is told', words => {
    expect(readUse(words, knowledge.uses)).toMatchObject({ wrong: words, expected: expect.stringMatching(/\w/) })
  })
})

test.each([
  ['commercial', 'a business'],
  ['users=2e6', 'somebody with 2,000,000 users a month'],
  ['eu,redistribute', 'somebody in the EU who passes it on'],
  [
    'commercial,users=5,revenue=7,eu,service,integrate,outputs',
    'a business with 5 users a month and a revenue of 7 a year in the EU that offers it as a service, builds it into a ' +
      'product and trains others on its outputs',
  ],
])('%s is told as a sentence goes on after "for"', (words, told) => {
  expect(assessUse(use(words), terms([]), [], knowledge).stated.words).toBe(told)
})

describe('what the terms mean for it', () => {
  test('a bar counts for the actions it bars', () => {
    expect(points('commercial', clause('purpose.noncommercial'))).toEqual(['not-allowed purpose.noncommercial'])
    expect(points('fine-tune', clause('purpose.noncommercial'))).toEqual(['check purpose.noncommercial'])
    expect(points('distill', clause('output.no_train'))).toEqual(['not-allowed output.no_train'])
  })

  test('a plea asks nothing', () => {
    expect(points('redistribute', clause('share.branding', {}, 'plea'))).toEqual([])
  })

  test('limits of size are compared, and are to be checked where the size is not stated', () => {
    const limit = clause('scale.users', { over: 50_000_000 })
    expect(points('users=2e8', limit)).toEqual(['not-allowed scale.users'])
    expect(points('users=5e7', limit)).toEqual(['check scale.users'])
    expect(points('users=4e7', limit)).toEqual(['know scale.users'])
    expect(points('commercial', limit)).toEqual(['check scale.users'])
  })

  test('a yearly revenue is compared with a limit a month, however it is used', () => {
    const limit = clause('scale.revenue', { over: 2_000_000, unit: 'USD', period: 'month' })
    expect(points('redistribute,revenue=25M', limit)).toEqual(['not-allowed scale.revenue'])
    expect(points('redistribute,revenue=23M', limit)).toEqual(['know scale.revenue'])
    const told = (revenue: string, period: string) =>
      assessUse(
        use(`commercial,revenue=${revenue}`),
        terms([{ ...limit, parameters: { ...limit.parameters, period } }]),
        [],
        knowledge,
      ).says
    expect(told('30M', 'month')).toBe('30,000,000 a year, 2,500,000 a month, is above 2,000,000 USD a month')
    expect(told('30M', 'year')).toBe('30,000,000 is above 2,000,000 USD a year')
  })

  test('territories are compared with the Union', () => {
    const outside = (territories: string[], only: string[] = []) => clause('geo.exclusion', { territories, only })
    expect(points('eu', outside(['EU', 'KR']))).toEqual(['not-allowed geo.exclusion'])
    expect(points('eu', outside(['FR']))).toEqual(['check geo.exclusion'])
    expect(points('eu', outside(['KP']))).toEqual(['know geo.exclusion'])
    expect(points('eu', outside([], ['CN']))).toEqual(['not-allowed geo.exclusion'])
    expect(points('commercial', outside(['EU']))).toEqual(['check geo.exclusion'])
    const some = clause('geo.exclusion', { territories: ['EU'], scope: 'multimodal models' })
    expect(points('eu', some)).toEqual(['check geo.exclusion'])
  })

  test('what is not allowed comes first, and equal points are one', () => {
    expect(
      points(
        'commercial,redistribute',
        clause('share.attribution_notice', {}, 'duty'),
        clause('share.attribution_notice', {}, 'duty'),
        clause('purpose.noncommercial'),
      ),
    ).toEqual(['not-allowed purpose.noncommercial', 'must share.attribution_notice'])
  })
})

describe('a duty above a limit says whose size it is', () => {
  const whenOf = (quote: string, over: number, unit?: string, affiliates = false) => {
    const [kind, metric] = unit ? ['scale.revenue', 'revenue'] : ['scale.users', 'users']
    const limit = clause(kind, { over, unit, metric, affiliates, consequence: 'royalty' }, 'duty')
    const cited: Clause['cited'] = [{ path: 'LICENSE', line: 4, endLine: 4, quote }]
    return obligationsOf([{ ...limit, cited }], knowledge)[0]?.when
  }

  test.each([
    [
      'A product that earns more than 5 million USD must pay.',
      5e6,
      'USD',
      'your products or services have a revenue of',
    ],
    ['If you put it in a product and your revenue exceeds 5 million USD, pay.', 5e6, 'USD', 'you have a revenue of'],
    ['A company whose turnover is above 5 million EUR must pay.', 5e6, 'EUR', 'your organization has a revenue of'],
    [
      'Above 300,000 users of your web service you must pay.',
      3e5,
      undefined,
      'your products or services have more than',
    ],
    [
      'Should the users of the services made by or for the Licensee exceed 300,000, pay.',
      3e5,
      undefined,
      'your products',
    ],
    ['您的产品用户超过300000的，须付费。', 3e5, undefined, 'your products'],
    ['Above 300,000 users a royalty is due.', 3e5, undefined, 'whoever the license counts has more than'],
  ])('%s', (quote, over, unit, begins) => {
    expect(whenOf(quote, over, unit)?.slice(0, begins.length)).toBe(begins)
  })

  test('with its affiliates, where these are counted in', () => {
    const sentence = 'If you or your affiliates earn more than 5 million USD a year, pay.'
    expect(whenOf(sentence, 5e6, 'USD', true)).toMatch(/^you and your affiliates have a revenue of more than 5,000,000/)
  })
})

test.each([
  ['integrate', 'share.attribution_notice'],
  ['integrate', 'share.flowdown'],
  ['commercial', 'control.filter_duty'],
  ['redistribute', 'control.filter_duty'],
  ['commercial', 'output.label_duty'],
  ['distill', 'indemnity'],
  ['fine-tune', 'entry.registration'],
])('whoever states %s is told of the duty %s', (words, kind) => {
  expect(points(words, clause(kind, {}, 'duty'))).toEqual([`must ${kind}`])
})

describe('under the AI Act', () => {
  const roles = (words: string, ...clauses: readonly Clause[]) =>
    assessUse(use(words), terms(clauses), [], knowledge).roles.map(({ says }) => says)

  test('whoever integrates a model whose publisher excludes the Union may be its provider', () => {
    expect(roles('eu,integrate', clause('geo.exclusion', { territories: ['EU'], only: [] }))).toEqual([
      expect.stringMatching(/provider of the model in the Union/),
    ])
    expect(roles('eu,integrate')).toEqual([expect.stringMatching(/downstream provider/)])
  })

  test('nothing is said of a use outside the Union', () => {
    expect(roles('integrate,fine-tune')).toEqual([])
  })
})

describe('a use of a release with several models', () => {
  const readme = '# Heron\n\n| Model | License |\n|---|---|\n| Heron-7B | MIT |\n| Heron-40B | CC-BY-NC-4.0 |\n'
  const release = releaseOf({ name: 'heron', files: { ...WEIGHTS, 'README.md': readme } })
  const report = judge(release, known, TODAY, use('commercial'))

  test('is judged for each by what binds it, and the strictest counts', () => {
    expect(report.use?.answer).toBe('no')
    expect(report.use?.models?.map(({ model, answer }) => `${model}: ${answer}`).toSorted()).toEqual([
      'Heron-40B: no',
      'Heron-7B: yes',
    ])
    expect(report.use?.models?.find(({ answer }) => answer === 'no')?.cited[0]).toMatchObject({
      text: { section: '§2(a)(1)', whole: true },
    })
  })

  test('finds in the report which licenses bind which', () => {
    const binding = report.models.map(({ name, licenses = [] }) => [name, licenses.map(at => report.licenses[at]?.id)])
    expect(Object.fromEntries(binding)).toEqual({ 'Heron-7B': ['mit'], 'Heron-40B': ['cc-by-nc-4.0'] })
  })
})
