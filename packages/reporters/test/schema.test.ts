import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { reportSchema } from '../src/schema.ts'
import { open, samples } from './samples.ts'

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(reportSchema())

test('it is JSON Schema 2020-12 with a name of its own', () => {
  expect(reportSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:unwash:report:1',
    title: 'unwash report',
  })
})

test.each(Object.entries(samples))('the sample "%s" holds', (_, sample) => {
  expect(validate(JSON.parse(JSON.stringify(sample))), JSON.stringify(validate.errors)).toBe(true)
})

test('every key of a report that is renamed or left out fails', () => {
  for (const key of Object.keys(open)) {
    const { [key]: value, ...rest } = structuredClone<Record<string, unknown>>(open)
    expect(validate(rest), `without ${key}`).toBe(false)
    expect(validate({ ...rest, [`${key}s`]: value }), `${key}s`).toBe(false)
  }
})

test('a word outside the vocabulary fails', () => {
  expect(validate({ ...open, term: { ...open.term, id: 'open' } })).toBe(false)
})

test('a finding without a citation fails', () => {
  expect(validate({ ...open, findings: open.findings.map(finding => ({ ...finding, cited: [] })) })).toBe(false)
})
