import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Report } from '@unwash/core/report/report'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { sarif } from '../src/sarif/index.ts'
import { names } from './names.ts'
import { open, restricted, samples } from './samples.ts'
import { bySchema, oddities } from './sarif-shape.ts'

const logOf = (report: Report) => JSON.parse(sarif.render(report, { names }))
const resultsOf = (report: Report): { ruleId: string; kind: string; taxa?: object[]; locations?: object[] }[] =>
  logOf(report).runs[0].results

describe('SARIF of a release', () => {
  test.each(Object.entries(samples))('"%s" has rules, taxa and places that are there', (_, report) => {
    expect(oddities(logOf(report))).toEqual([])
  })

  test.skipIf(!bySchema)('every sample holds by the schema of SARIF 2.1.0', () => {
    for (const report of Object.values(samples)) expect(bySchema?.(logOf(report))).toBeNull()
  })

  test('the check of the shape finds a rule, a level and a taxon that are wrong', () => {
    const log = logOf(restricted)
    log.runs[0].results[0] = { ...log.runs[0].results[0], ruleIndex: 99, level: 'none', taxa: [taxon('G7', 'G7-Z')] }
    expect(oddities(log)).toHaveLength(3)
  })

  test('a contradicted claim, a conflict and a ban fail at their lines', () => {
    expect(resultsOf(restricted).filter(({ kind }) => kind === 'fail')).toMatchObject([
      { ruleId: 'claim.contradicted', level: 'error', locations: [at('README.md', 20)] },
      { ruleId: 'conflict.self-contradiction', locations: [at('README.md', 2), at('LICENSE', 1)] },
      { ruleId: 'clause.scale.users', level: 'warning', locations: [at('LICENSE', 20)] },
      { ruleId: 'clause.geo.exclusion', locations: [at('LICENSE', 40)] },
      { ruleId: 'clause.geo.exclusion', locations: [at('POLICY.md', 3)] },
    ])
  })

  test('what is for a person is for review and names its requirement; what is met is left out', () => {
    const results = resultsOf(open)
    expect(results.find(({ ruleId }) => ruleId === 'requirement.OSAID-D8')).toMatchObject({
      kind: 'review',
      level: 'none',
      taxa: [taxon('OSAID-1.0', 'OSAID-D8')],
    })
    expect(results.map(({ ruleId }) => ruleId)).not.toContain('requirement.OSAID-F1')
  })

  test('a place that several findings cite stands once', () => {
    const [claim] = restricted.claims
    const [finding] = restricted.findings
    if (!claim || !finding) throw new Error('the sample has a claim and a finding')
    const findings = [finding, { ...finding, id: 'again' }]
    const report = { ...restricted, findings, claims: [{ ...claim, because: findings.map(({ id }) => id) }] }
    const { relatedLocations } = logOf(report).runs[0].results[0]
    expect(relatedLocations).toHaveLength(1)
    expect(relatedLocations).toMatchObject([at('LICENSE', 20)])
  })

  test('half a character in a path is no reason to fail', () => {
    const [conflict] = restricted.conflicts
    if (!conflict) throw new Error('the sample has a conflict')
    const report = { ...restricted, conflicts: [{ ...conflict, cited: [{ path: 'a\ud800b/c d.md' }] }] }
    expect(resultsOf(report)[1]?.locations).toEqual([at('a%EF%BF%BDb/c%20d.md', 1)])
  })

  test('what stands in no file is shown at the file that is cited most, and says where was looked', () => {
    const [evaluation] = open.evaluations
    const requirement = { id: 'X-1', answer: 'unmet' as const, because: 'nothing is given', rule: 'Something is given' }
    const cited = [{ looked: ['README.md', 'the file list'] }]
    if (!evaluation) throw new Error('the sample has an evaluation')
    const report = { ...restricted, evaluations: [{ ...evaluation, requirements: [{ ...requirement, cited }] }] }
    expect(logOf(report).runs[0].results.at(-1)).toMatchObject({
      message: { text: expect.stringMatching(/nothing is given \(not found in README\.md, the file list\)$/) },
      locations: [at('LICENSE', 1)],
    })
  })

  test('a result is known again when its line moves and its words are told otherwise, and two alike are told apart', () => {
    const [conflict] = restricted.conflicts
    if (!conflict) throw new Error('the sample has a conflict')
    const cited = (line: number) => [{ path: 'README.md', line, endLine: line, quote: 'no sale' }]
    const prints = (...lines: number[]) => {
      const conflicts = lines.map(line => ({ ...conflict, because: `at ${line}`, cited: cited(line) }))
      return logOf({ ...restricted, claims: [], conflicts })
        .runs[0].results.slice(0, lines.length)
        .map((one: { partialFingerprints: object }) => one.partialFingerprints)
    }
    expect(prints(4)).toEqual(prints(9))
    const [one, other] = prints(4, 9)
    expect(one).not.toEqual(other)
  })
})

/** The checker of GitHub's rules; its program is there for some systems only. */
const checker = createRequire(import.meta.url)
  .resolve.paths('x')
  ?.map(folder => `${folder}/@microsoft/sarif-multitool-linux/Sarif.Multitool`)
  .find(existsSync)

test.skipIf(!checker)("GitHub's rules for code scanning hold, by Microsoft's sarif-multitool", () => {
  const folder = folderWith({})
  const logs = { ...samples, unread: { ...restricted, unread: [unreadFile] } }
  const files = Object.entries(logs).map(([name, report]) => {
    const file = join(folder, `${name}.sarif`)
    writeFileSync(file, sarif.render(report, { names }))
    return file
  })
  const args = ['validate', ...files, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning']
  // it needs no tables of languages
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
  const { stdout } = spawnSync(String(checker), args, { encoding: 'utf8', env })
  expect(stdout).toContain(`${files.length} files scanned`)
  const found = stdout.split('\n').filter(line => /\b(?:error|warning) \w+\d+:/.test(line))
  // there is no page of the tool that could be named
  expect(found.filter(line => !line.includes('SARIF2005'))).toEqual([])
})

const unreadFile = { path: 'EULA.pdf', why: 'pdf', says: 'is a PDF, not text: not read', mayBind: true } as const

const taxon = (name: string, id: string) => ({ id, toolComponent: { name } })
const at = (uri: string, startLine?: number) => ({
  physicalLocation: { artifactLocation: { uri }, ...(startLine ? { region: { startLine } } : {}) },
})
