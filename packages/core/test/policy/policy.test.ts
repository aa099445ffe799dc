import { describe, expect, test } from 'vitest'
import { endsWithin } from '../../../../test/tiers.ts'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { open, restricted } from '../../../reporters/test/samples.ts'
import { readDeclared } from '../../src/licenses/declared.ts'
import { resolveId } from '../../src/names/index.ts'
import { judgePolicy } from '../../src/policy/judge.ts'
import { type ReadPolicy, readPolicy } from '../../src/policy/read.ts'

const TODAY = '2026-11-24'
const read = (content: string): ReadPolicy => {
  const policy = readPolicy(content, knowledge)
  if ('trouble' in policy) throw new Error(policy.trouble.map(({ says }) => says).join('\n'))
  return policy
}
const troubleIn = (content: string) => {
  const policy = readPolicy(content, knowledge)
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

test('what a report says nothing of is unknown, and ends nothing', () => {
  const bare = { ...restricted, components: [], evaluations: [] }
  expect(breaches(rule('frameworks["osaid-1.0"] != "met" && components["training-code"] == "unknown"'), bare)).toEqual([
    'mine',
  ])
})

describe('a policy for a common case', () => {
  const { policies } = knowledge.policies
  const licensed = (id: string) => {
    const resolved = resolveId(id, null, knowledge)
    if (!resolved) throw new Error(`no license ${id}`)
    const { license } = readDeclared(resolved, [{ path: 'README.md' }], knowledge)
    return { ...restricted, claims: [], licenses: [{ ...license, covers: ['weights' as const] }] }
  }
  const passes = (id: string, license: string) => breaches(`presets: [${id}]\n`, licensed(license)).length === 0

  test.each(policies.map(({ id }) => [id]))('%s is read', id => {
    expect(read(`presets: [${id}]\n`).policy.rules.length).toBeGreaterThan(0)
  })

  test.each([
    ['commercial-product', 'mnpl-0.1', false],
    ['commercial-product', 'cc-by-nc-4.0', false],
    ['commercial-product', 'stability-community', false],
    ['commercial-product', 'mit', true],
    ['commercial-product', 'gpl-3.0', true],
    ['eu', 'llama3.2', false],
    ['eu', 'llama3', true],
    ['no-copyleft-surprise', 'gpl-3.0', false],
    ['no-copyleft-surprise', 'mit', true],
    ['research', 'cc-by-nc-4.0', true],
  ])('%s over a model under %s: %s', (id, license, holds) => {
    expect(passes(id, license)).toBe(holds)
  })

  test('that asks for the OSI alone wants open weights, and no license beside those', () => {
    expect(breaches('presets: [osi-only]\n', licensed('llama3')).toSorted()).toEqual(['not-open-source', 'require'])
    expect(breaches('presets: [osi-only]\n', open)).toEqual([])
  })

  test('is built on, excused and joined with others', () => {
    const joined = `presets: [commercial-product, eu]\n${rule('"mit" in licenses')}`
    expect(read(joined).policy.rules.filter(({ id }) => id === 'terms-unknown')).toHaveLength(1)
    const excused = `presets: [commercial-product]\nexceptions:\n  - {release: lumen, rule: no-commerce, reason: a trial, until: 2027-01-31}\n`
    expect(breaches(excused, licensed('mnpl-0.1'))).not.toContain('no-commerce')
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
    [
      'a kind of clause is none',
      rule('"use.production" in clauses'),
      3,
      /no kind of clause: give one of .*purpose\.no_production/,
    ],
    [
      'a kind is none in a list',
      rule('clauses.exists(c, c in ["scale.users", "scale.user"])'),
      3,
      /"scale.user" is no/,
    ],
    ['no kind begins so', rule('clauses.exists(c, c.startsWith("geography."))'), 3, /no kind of clause begins with/],
    ['a class is none', rule('!classes.all(c, c == "osi")'), 3, /"osi" is no class of licenses: .*open-source/],
    ['a license is none', rule('"apache-2" in licenses'), 3, /"apache-2" is no license: give one /],
    ['a component is none', rule('components["training_code"] == "released"'), 3, /is no component: .*training-code/],
    ['a framework is none', rule('frameworks["osaid"] == "met"'), 3, /"osaid" is no framework: .*osaid-1\.0/],
    [
      'no policy is called so',
      'presets: [commerce]\n',
      1,
      /no policy is called "commerce": give one of commercial-product/,
    ],
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
