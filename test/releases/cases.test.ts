import { describe, expect, test } from 'vitest'
import { CASES, expected, found } from './cases.ts'

describe.each(Object.entries(CASES))('invented releases: %s', (_, cases) => {
  test.each(cases.map(one => [one.says, one] as const))('%s', (_says, one) => {
    const today = one.today ? expected(one.today) : {}
    expect(found(one), one.flaw).toEqual({ ...expected(one), ...today })
    for (const [field, value] of Object.entries(today)) expect(expected(one)[field]).not.toEqual(value)
  })
})

test('there are at least 122 of them', () => {
  expect(Object.values(CASES).flat().length).toBeGreaterThanOrEqual(122)
})
