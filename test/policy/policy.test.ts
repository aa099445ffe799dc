import { describe, expect, test } from 'vitest'
import { judgePolicy } from '../../src/policy/judge.ts'
import { type ReadPolicy, readPolicy } from '../../src/policy/read.ts'
import { open, restricted } from '../reports/samples.ts'
import { endsWithin } from '../tiers.ts'

const TODAY = '2026-11-24'
const read = (content: string): ReadPolicy => {
  const policy = readPolicy(content)
  if ('trouble' in policy) throw new Error(policy.trouble.map(({ says }) => says).join('\n'))
  return policy
}
const troubleIn = (content: string) => {
  const policy = readPolicy(content)
  return 'trouble' in policy ? policy.trouble : []
}
const rule = (deny: string, more = '') => `rules:\n  - id: mine\n    deny: '${deny}'\n    says: not here\n${more}`
const breaches = (content: string, report = restricted, on = TODAY) =>
  judgePolicy(read(content), report, on).breaches.map(({ rule }) => rule)

describe('a rule denies', () => {
  test.each([
    ['"scale.users" in clauses', true],
    ['clauses.exists(clause, clause.startsWith("geo."))', true],
    ['"purpose.noncommercial" in clauses', false],
    ['"mit" in licenses', false],
    ['contradicted > 0', true],
    ['components["weights"] != "released"', false],
    ['!atLeast(floor, "open-weights-ai")', true],
    ['"self-contradiction" in conflicts', true],
    ['name == "lumen" && publisher == ""', true],
  ])('%s', (deny, holds) => {
    expect(breaches(rule(deny)).length > 0).toBe(holds)
  })

  test('and shows where what it asks for stands, and the way out', () => {
    const [breach] = judgePolicy(
      read(rule('"scale.users" in clauses', '    instead: ask legal\n')),
      restricted,
      TODAY,
    ).breaches
    expect(breach).toMatchObject({
      says: 'not here',
      cited: [{ path: 'LICENSE', line: 20 }],
      instead: 'ask legal',
      expired: null,
    })
  })
})

test('a term that is required counts as proven', () => {
  expect(breaches('require: open-weights-ai\n')).toEqual(['require'])
  expect(breaches('require: open-weights-ai\n', open)).toEqual([])
})

test('a presumed term passes only where the policy accepts it by name', () => {
  const term = { ...open.term, id: 'open-weights-ai', floor: 'undetermined', basis: 'presumed' } as const
  expect(breaches('require: open-weights-ai\n', { ...open, term })).toEqual(['require'])
  expect(breaches('require: open-weights-ai\naccept: [presumed]\n', { ...open, term })).toEqual([])
  expect(breaches('require: open-weights-ai\naccept: [presumed]\n')).toEqual(['require'])
})

describe('an exception', () => {
  const excepted = (until: string) =>
    rule(
      '"scale.users" in clauses',
      `exceptions:\n  - release: lumen\n    rule: mine\n    reason: under review\n    until: ${until}\n`,
    )

  test('excuses up to its last day, and is told', () => {
    expect(judgePolicy(read(excepted(TODAY)), restricted, TODAY)).toEqual({
      breaches: [],
      excused: [{ rule: 'mine', reason: 'under review', until: TODAY }],
    })
  })

  test('that has run out excuses nothing, and is told', () => {
    expect(judgePolicy(read(excepted('2026-11-23')), restricted, TODAY).breaches).toMatchObject([
      { rule: 'mine', expired: '2026-11-23' },
    ])
  })
})

describe('nothing runs where', () => {
  test('a type is wrong: the line, and a caret under the place', () => {
    const [trouble] = troubleIn(rule('clauses > 3'))
    expect(trouble?.line).toBe(3)
    expect(trouble?.says).toMatch(/^rule mine: no such overload: list<string> > int[\s\S]*clauses > 3\n\s*\^/)
  })

  test.each([
    ['a name is not known', rule('clases == 3'), 3, /Unknown variable: clases/],
    ['the expression gives no bool', rule('term'), 3, /gives string, and a rule must give bool/],
    ['a term is misspelled', rule('atLeast(floor, "open-weight")'), 3, /"open-weight" is no term/],
    ['it is not YAML', 'rules: [', 1, /./],
    ['a key is not known', 'requires: open-weights-ai\n', 1, /requires/],
    [
      'a day is none',
      `${rule('true')}exceptions:\n  - release: a\n    rule: mine\n    reason: b\n    until: soon\n`,
      9,
      /date/i,
    ],
    [
      'an exception is for no rule',
      'exceptions:\n  - release: a\n    rule: other\n    reason: b\n    until: 2027-01-01\n',
      3,
      /no rule is called other/,
    ],
    ['two rules have one name', `${rule('true')}  - id: mine\n    deny: 'false'\n    says: b\n`, 6, /two rules/],
  ])('%s', (_, content, line, says) => {
    expect(troubleIn(content)).toMatchObject([{ line, says: expect.stringMatching(says) }])
  })

  test('of many keys that nobody knows in one line, however many there are', async () => {
    const content = Array.from({ length: 20_000 }, (_, at) => `key${at}: 1`).join('\n')
    await endsWithin(5_000, () => {
      const [trouble, more] = troubleIn(content)
      expect(trouble).toMatchObject({ line: 1, says: expect.stringMatching(/^Unrecognized keys: "key0", .{200,}$/) })
      expect(trouble?.says.length).toBeLessThanOrEqual(300)
      expect(more).toBeUndefined()
    })
  })

  test('an expression is deeper than any person writes', () => {
    expect(troubleIn(rule(`${'('.repeat(200)}true${')'.repeat(200)}`))).toHaveLength(1)
  })
})
