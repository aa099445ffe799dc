import { describe, expect, test } from 'vitest'
import { bindingOn, caseOf, reportWith, WEIGHTS } from '../../../../test/judged.ts'
import { PIER, POLICY, QUAY, spdx } from '../texts.ts'

/** What binds the weights that lie beside these files. */
const binding = (files: Record<string, string | { size: number }>) =>
  bindingOn(caseOf({ files: { ...WEIGHTS, 'README.md': '# Heron\n\nA language model.\n', ...files } }).models[0])

describe('the licenses of others behind the own one', () => {
  const THIRDS = `${spdx('MIT')}\n\nOther dependencies and licenses:\n\n`

  test('do not bind the weights', () => {
    expect(binding({ LICENSE: `${THIRDS}1. quay-net\nLicense: Apache-2.0\n\n${spdx('BSD-3-Clause')}\n` })).toEqual([
      'mit',
    ])
  })

  test('bind where they restrict, and where no word sets them apart', () => {
    expect(binding({ LICENSE: `${THIRDS}${QUAY}` })).toContain('QUAY MODEL LICENSE')
    expect(binding({ LICENSE: `${spdx('MIT')}\n\n${spdx('BSD-3-Clause')}\n` }).length).toBeGreaterThan(1)
  })
})

describe('a license file that only says where the license is', () => {
  test.each([
    ['another file', 'See legal/TERMS.md\n', 'legal/TERMS.md'],
    ['another file, in a sentence', 'The license is in ./LICENSE-MODEL.\n', 'LICENSE-MODEL'],
    [
      'a file by an address of this very repository',
      'https://github.com/marsh-lab/heron-7b/blob/main/docs/LICENSE\n',
      'docs/LICENSE',
    ],
  ])('is read as %s', (_, pointer, path) => {
    expect(binding({ LICENSE: pointer, [path]: QUAY })).toEqual(['QUAY MODEL LICENSE'])
  })

  test('is the license at an address that is known', () => {
    expect(binding({ LICENSE: 'https://www.apache.org/licenses/LICENSE-2.0\n' })).toEqual(['apache-2.0'])
  })

  test('is the license it names', () => {
    expect(binding({ LICENSE: 'Licensed under the Apache License 2.0\n' })).toEqual(['apache-2.0'])
  })

  test('leads to terms that were not read, where nobody knows the address', () => {
    const report = reportWith({ LICENSE: 'https://marsh.example/terms\n', 'README.md': '# Heron\n' })
    expect(report.term).toMatchObject({ floor: 'undetermined', ceiling: 'open-weights-ai' })
    expect(report.licenses[0]).toMatchObject({ class: 'unknown' })
  })

  test('that lead in a circle end as what the last one says', () => {
    const names = binding({ LICENSE: 'See ./LICENSE-MODEL\n', 'LICENSE-MODEL': 'See ./LICENSE\n' })
    expect(names).toEqual(['See ./LICENSE-MODEL'])
  })

  test('a long text with an address in it is no such file', () => {
    expect(
      binding({ LICENSE: `${QUAY}${'More words. '.repeat(80)}https://www.apache.org/licenses/LICENSE-2.0\n` }),
    ).toEqual(['QUAY MODEL LICENSE'])
  })
})

describe('a text that cannot be read', () => {
  test('a PDF whose name shows no restriction is never open', () => {
    const report = reportWith({ 'LICENSE.pdf': { size: 50_000 }, 'README.md': '# Heron\n' })
    expect(report.term).toMatchObject({ floor: 'undetermined', ceiling: 'open-weights-ai' })
    expect(report.unread).toEqual([
      { path: 'LICENSE.pdf', why: 'pdf', says: 'is a PDF, and was not read', mayBind: true },
    ])
  })

  test.each([
    ['Heron Community License.pdf', 'community-restricted'],
    ['MODEL_LICENSE_NON-COMMERCIAL.pdf', 'non-commercial'],
    ['Model_License_Research.pdf', 'non-commercial'],
  ])('%s shows by its name that it restricts', (path, makes) => {
    const report = reportWith({ [path]: { size: 50_000 } })
    expect(report.term.id).toBe('weights-available-ai')
    expect(report.licenses[0]?.class).toBe(makes)
  })
})

describe('policies', () => {
  test('beside a restricted license are read with it', () => {
    const report = reportWith({ LICENSE: PIER, 'USE_POLICY.md': POLICY })
    const cited = report.licenses[0]?.clauses.flatMap(clause => clause.cited)
    expect(cited?.some(citation => 'path' in citation && citation.path === 'USE_POLICY.md')).toBe(true)
    expect(report.term.facets).toContain('military, weapons or nuclear ban')
  })

  test('beside an open license that does not name them may bind: nothing says that they do not', () => {
    const report = reportWith({ LICENSE: spdx('MIT'), 'USE_POLICY.md': POLICY, 'README.md': '# Heron\n' })
    expect(report.term).toMatchObject({ floor: 'weights-available-ai', ceiling: 'open-weights-ai' })
    expect(report.findings.find(({ id }) => id === report.term.because[0])?.cited[0]).toMatchObject({
      path: 'USE_POLICY.md',
    })
  })

  test('that a sentence makes binding bind beside the license, and never in its place', () => {
    const report = reportWith({
      LICENSE: spdx('MIT'),
      'USE_POLICY.md': POLICY,
      'README.md': '# Heron\n\n## License\n\nUse of the weights is subject to the [use policy](USE_POLICY.md).\n',
    })
    expect(report.term.id).toBe('weights-available-ai')
    expect(report.licenses.filter(license => license.covers.includes('weights')).map(license => license.id)).toContain(
      'mit',
    )
  })

  test('that are only pointed at bind nobody', () => {
    const readme = '# Heron\n\nWhat we hope for is in the [use policy](USE_POLICY.md).\n'
    expect(reportWith({ LICENSE: spdx('MIT'), 'USE_POLICY.md': POLICY, 'README.md': readme }).term.id).toBe(
      'open-weights-ai',
    )
  })
})

describe('a gated prompt', () => {
  const card = (prompt: string) =>
    `---\nlicense: other\nlicense_name: pier-1\nextra_gated_prompt: |\n${prompt.replace(/^/gm, '  ')}\nextra_gated_fields:\n  Name: text\n  Company: text\n---\n\n# Heron\n`

  test('that carries the license is the license', () => {
    const report = reportWith({ 'README.md': card(`${PIER}\n${'Some more words of no weight. '.repeat(50)}`) })
    expect(report.term.id).toBe('weights-available-ai')
    const bar = report.licenses.flatMap(license => license.clauses).find(clause => clause.kind === 'scale.users')
    expect(bar?.parameters).toMatchObject({ over: 50_000_000 })
    expect(bar?.cited[0]).toMatchObject({ path: 'README.md' })
  })

  test('that restricts in a sentence binds against open metadata', () => {
    const readme =
      '---\nlicense: apache-2.0\nextra_gated_prompt: >-\n  Please tell us who you are. You agree to use the model\n  for non-commercial research only.\n---\n\n# Heron\n'
    const report = reportWith({ 'README.md': readme })
    expect(report.term).toMatchObject({ floor: 'weights-available-ai', ceiling: 'open-weights-ai' })
    expect(report.conflicts.map(conflict => conflict.kind)).toEqual(['self-contradiction'])
  })

  const FOLDED = `${PIER}\n${'Some more words of no weight. '.repeat(50)}`.split('\n').map(line => line.trim())
  test.each([
    ['a block', `|\n${FOLDED.map(line => `  ${line}`).join('\n')}`],
    ['folded lines', `>-\n${FOLDED.map(line => `  ${line}\n`).join('\n')}`],
    ['quotes', `"${FOLDED.map(line => line.replaceAll('"', '\\"')).join('\n\n  ')}"`],
    ['quotes, all on one line', JSON.stringify(FOLDED.join('\n'))],
  ])('that is a license is cited by the lines of its clauses, written as %s', (_, prompt) => {
    const readme = `---\nlicense: other\nlicense_name: pier-1\nextra_gated_prompt: ${prompt}\n---\n\n# Heron\n`
    const lines = readme.split('\n')
    const bar = reportWith({ 'README.md': readme }).licenses.flatMap(license => license.clauses)
    const users = bar.find(clause => clause.kind === 'scale.users')?.cited[0]
    if (!users || !('quote' in users)) throw new Error('a text is cited')
    const own = lines.findIndex(line => line.includes('50 million')) + 1
    expect(users.line).toBeLessThanOrEqual(own)
    expect(users.endLine).toBeGreaterThanOrEqual(own)
    expect(users.endLine - users.line).toBeLessThan(6)
    expect(lines.slice(users.line - 1, users.endLine).join('\n')).toContain(users.quote)
    expect(users.quote).toContain('50 million')
  })

  test('that restricts in a sentence is cited by its line', () => {
    const readme =
      '---\nlicense: apache-2.0\nextra_gated_prompt: >-\n  Please tell us who you are.\n\n  You agree to use the model\n  for non-commercial research only.\n---\n\n# Heron\n'
    const cited = reportWith({ 'README.md': readme }).conflicts.flatMap(({ cited }) => cited)
    expect(cited).toContainEqual({
      path: 'README.md',
      line: 6,
      endLine: 7,
      quote: 'You agree to use the model\n  for non-commercial research only.',
    })
  })

  test('that only asks for a name is no license', () => {
    expect(reportWith({ 'README.md': card('Please tell us who you are.') }).term.id).toBe('undetermined')
    const silent = '---\nextra_gated_prompt: Please tell us who you are.\n---\n\n# Heron\n'
    expect(reportWith({ 'README.md': silent }).term.id).toBe('unlicensed-weights')
  })
})

test('a license file that leads to three licenses tells which is for what', () => {
  const report = reportWith({
    LICENSE:
      'Licenses of Heron\n\n- The code is under the [MIT License](LICENSES/MIT.txt).\n- The weights are under the [Quay model license](LICENSES/QUAY.txt).\n- The documentation is under the [CC BY 4.0 license](LICENSES/CC-BY-4.0.txt).\n',
    'LICENSES/MIT.txt': spdx('MIT'),
    'LICENSES/QUAY.txt': QUAY,
    'LICENSES/CC-BY-4.0.txt': spdx('CC-BY-4.0'),
  })
  expect(report.term.id).toBe('weights-available-ai')
  const covering = (scope: string) => report.licenses.filter(license => license.covers.some(one => one === scope))
  expect(covering('weights').map(license => license.text?.path)).toEqual(['LICENSES/QUAY.txt'])
  expect(covering('code').map(license => license.id)).toEqual(['mit'])
})

test('a short license file that names two licenses tells which is for what', () => {
  const report = reportWith({
    LICENSE: 'The code is licensed under the MIT License.\n\nThe weights are licensed under CC BY-NC 4.0.\n',
  })
  expect(report.term.id).toBe('weights-available-ai')
  expect(report.conflicts).toEqual([])
})

test('a short license file that lets one choose is the first of its licenses', () => {
  expect(
    binding({ LICENSE: 'Licensed under either of the Apache License 2.0 or the MIT License at your option.\n' }),
  ).toEqual(['apache-2.0'])
})

test('an offer of other terms for money binds nobody who does not take it', () => {
  const report = reportWith({
    LICENSE: spdx('MIT'),
    'LICENSE-COMMERCIAL': 'Commercial terms\n\nYou pay 100 EUR a month.\n',
  })
  expect(report.term.id).toBe('open-weights-ai')
})

test("other people's licenses in the tree reach nothing of the release", () => {
  const report = reportWith({ LICENSE: spdx('MIT'), 'third_party/tern/LICENSE': QUAY })
  expect(report.licenses.map(license => license.id)).toEqual(['mit'])
})
