import { readFileSync } from 'node:fs'
import { readLicenses } from '@unwash/core/license'
import { loadKnown } from '@unwash/library/known'
import { describe, expect, test } from 'vitest'
import { knownNames } from '../src/index.ts'
import { licensesReporters, sarif } from '../src/licenses/index.ts'
import { widthOf } from '../src/words/clipped.ts'
import { bySchema, oddities } from './sarif-shape.ts'

const known = await loadKnown()
const options = { names: knownNames(known.knowledge), version: '0.0.0' }
const sample = (name: string) => readFileSync(new URL(`../../cli/test/texts/${name}`, import.meta.url), 'utf8')
const legal = (path: string, content: string) => ({ path, content, as: 'legal' }) as const
const report = readLicenses(
  {
    asked: [
      legal('harbor licenses/HARBOR 2', sample('harbor-2.txt')),
      legal('DEUTSCH', sample('deutsch.txt')),
      legal('NAMES', 'Licensed under the Apache License 2.0.\n'),
      legal('OPEN', 'We grant you a license to use, copy, modify and distribute the model. Cite us, please.\n'),
    ],
    beside: [],
    unread: [{ path: 'T.pdf', kind: 'pdf-not-read', says: 'T.pdf was not read', wouldChange: 'a reader' }],
  },
  known,
)
const run = JSON.parse(sarif.render(report, options)).runs[0]

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly kind: string
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations?: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region?: { readonly startLine: number }
    }
  }[]
}
const results: readonly Result[] = run.results

describe('SARIF', () => {
  test.skipIf(!bySchema)('holds by the schema of SARIF 2.1.0', () => {
    expect(bySchema?.(JSON.parse(sarif.render(report, options)))).toBeNull()
    expect(bySchema?.({ version: '2.1.0', runs: [{ tool: {} }] })).not.toBeNull()
  })

  test('has rules, taxa and places that are there', () => {
    expect(oddities(JSON.parse(sarif.render(report, options)))).toEqual([])
  })

  test('answers map to its kinds, and only what fails has a level', () => {
    const kindsOf = (title: string) =>
      new Set(
        results
          .filter(one => one.ruleId.startsWith('framework.') && one.message.text.startsWith(title))
          .map(one => one.kind),
      )
    expect(kindsOf('HARBOR MODEL LICENSE')).toEqual(new Set(['fail']))
    expect(kindsOf('the text in DEUTSCH')).toEqual(new Set(['fail']))
    expect(kindsOf('Apache License 2.0')).toEqual(new Set(['pass']))
    expect(kindsOf('the text in OPEN')).toEqual(new Set(['review']))
    expect(results.filter(one => one.kind !== 'fail' && one.level !== 'none')).toEqual([])
    expect(results.filter(one => one.kind === 'fail' && one.level === 'none')).toEqual([])
  })

  test('a clause that blocks fails at its line, in a file whose path is an address', () => {
    const excluded = results.find(one => one.ruleId === 'geo.exclusion')
    expect(excluded).toMatchObject({ kind: 'fail', level: 'warning' })
    expect(excluded?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'harbor%20licenses/HARBOR%202' },
      region: { startLine: 10 },
    })
  })

  test('what was not read is open, never silence', () => {
    const rules = results.filter(one => one.kind === 'open').map(one => one.ruleId)
    expect(rules).toEqual(expect.arrayContaining(['finding.pdf-not-read', 'finding.language-not-read']))
  })

  test('every result names its rule', () => {
    for (const one of results) expect(run.tool.driver.rules[one.ruleIndex].id).toBe(one.ruleId)
  })
})

test.each(licensesReporters.map(({ id }) => id))('%s shows no control characters of a foreign text', id => {
  const hostile = readLicenses(
    {
      asked: [
        legal(
          'L\u001b[31m',
          'Red\u001b[31m Terms\u009b2J License\n\nYou may not use the model in Japan. \u202eWords.\n',
        ),
      ],
      beside: [],
      unread: [],
    },
    known,
  )
  const rendered = licensesReporters.find(reporter => reporter.id === id)?.render(hostile, options) ?? ''
  expect(rendered).toContain('Japan')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
})

test.each([40, 80, 120])('no line of the terminal is wider than %i columns', width => {
  const [terminal] = licensesReporters
  const lines = terminal.render(report, { ...options, width }).split('\n')
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width)
})
