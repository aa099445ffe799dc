import { describe, expect, test } from 'vitest'
import { askedWait, spentWait } from '../../../src/sources/hub/rate.ts'

const NOON = Date.parse('2026-11-24T12:00:00Z')

describe('how long a server asks to wait', () => {
  test.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Tue, 24 Nov 2026 11:00:00 GMT' }, 0],
    [{ ratelimit: '"api";r=0;t=55' }, 55_000],
    [{ ratelimit: '"resolvers"; r=0; t=5' }, 5_000],
    [{ 'retry-after': '7', ratelimit: '"api";r=0;t=55' }, 7_000],
    [{ 'retry-after': 'soon' }, null],
    [{ ratelimit: 'nonsense' }, null],
    [{}, null],
  ])('%j: %s', (headers, milliseconds) => {
    expect(askedWait(new Headers(headers), NOON)).toBe(milliseconds)
  })
})

test('only a window that is used up is waited for before it is passed', () => {
  expect(spentWait(new Headers({ ratelimit: '"api";r=3;t=55' }))).toBe(0)
  expect(spentWait(new Headers({ ratelimit: '"api";r=0;t=55' }))).toBe(55_000)
})
