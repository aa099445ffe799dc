import { readAnnouncement } from '@unwash/core/announcement'
import { readDocument } from '@unwash/core/documents/index'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { known, reportWith } from '../../../../test/judged.ts'
import { PIER } from '../../../core/test/texts.ts'
import { claimsReporters } from '../../src/claims/index.ts'
import { knownNames } from '../../src/names.ts'
import { claimsSchema } from '../../src/schema.ts'
import { bySchema, oddities } from '../sarif-shape.ts'

const SENTENCES = [
  '# News <script>',
  'Today we open-source **Heron**.',
  'Heron is an open model.',
  'Heron is open-weight.',
]
const report = readAnnouncement(
  [readDocument({ path: 'news/a b.md', content: `${SENTENCES.join('\n\n')}\n`, encoding: 'utf-8', truncated: false })],
  reportWith({ 'README.md': '# Heron\n', LICENSE: PIER }),
  known.knowledge,
)
const shown = (format: string) =>
  claimsReporters
    .find(({ id }) => id === format)
    ?.render(report, { subject: 'news <b>', names: knownNames(known.knowledge), version: '9.9.9' }) ?? ''

test('the report has something of each kind to show', () => {
  expect(report.claims.map(claim => claim.check)).toEqual(['contradicted', 'undetermined', 'contradicted'])
})

describe('claims in SARIF', () => {
  const log = JSON.parse(shown('sarif'))

  test('are results at their lines, as errors where they are contradicted', () => {
    const [run] = log.runs
    const [first, second] = run.results
    expect(first).toMatchObject({ ruleId: 'claim.contradicted', kind: 'fail', level: 'error' })
    expect(first.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'news/a%20b.md' },
      region: { startLine: 3, endLine: 3 },
    })
    expect(second).toMatchObject({ ruleId: 'claim.undetermined', kind: 'open', level: 'none' })
    expect(oddities(log)).toEqual([])
  })

  test.runIf(bySchema)('hold by its schema', () => {
    expect(bySchema?.(log)).toBeNull()
  })
})

test('claims in JSON hold by their own schema, and no more keys than it has', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(claimsSchema())
  const value = JSON.parse(shown('json'))
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ ...value, more: 1 })).toBe(false)
  expect(Object.keys(value)).toEqual(['schemaVersion', 'releases', 'findings', 'claims', 'unclaimed'])
})

test('claims in HTML are one page without a script, and what was read stands in it as text', () => {
  const page = shown('html')
  expect(page).toContain('<!doctype html>')
  expect(page).toContain('news &lt;b&gt;')
  expect(page).not.toMatch(/<script|news <b>/)
  expect(page).toContain('would hold: ')
})

test.each(['terminal', 'markdown'])('claims in %s say the count, the words, where, and what would hold', format => {
  const text = shown(format).replace(/\s+/g, ' ')
  expect(text).toContain('3 claims: 2 contradicted, 1 could not be told')
  expect(text).toContain('would hold: ')
  expect(text).toMatch(/news\/a\\? b\.md:3/)
})
