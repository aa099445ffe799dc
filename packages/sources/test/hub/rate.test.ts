import { describe, expect, test } from 'vitest'
import { allowanceOf, askedWait } from '../../src/http/rate.ts'

const NOON = Date.parse('2026-11-24T12:00:00Z')

describe('how long a server asks to wait', () => {
  test.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Tue, 24 Nov 2026 11:00:00 GMT' }, 0],
    [{ ratelimit: '"api";r=0;t=55' }, 55_000],
    [{ ratelimit: '"resolvers"; r=0; t=5' }, 5_000],
    [{ 'retry-after': '7', ratelimit: '"api";r=0;t=55' }, 7_000],
    [{ ratelimit: '"api";r=489;t=20' }, null],
    [{ ratelimit: '"api";r=12;t=20, "burst";r=0;t=3' }, 3_000],
    [{ ratelimit: '"api";r=0', 'ratelimit-policy': '"fixed window";"api";q=500;w=300' }, 300_000],
    [{ 'retry-after': 'soon' }, null],
    [{ ratelimit: 'nonsense' }, null],
    [{}, null],
  ])('%j: %s', (headers, milliseconds) => {
    expect(askedWait(new Headers(headers), NOON)).toBe(milliseconds)
  })
})

describe('what a hub still welcomes', () => {
  const heard = (kind: string, ratelimit: string) => {
    const allowance = allowanceOf(`${Math.random()}`, ['api', 'resolvers'])
    allowance.heard(kind, new Headers({ ratelimit }))
    return allowance
  }

  test('is waited for only when its window is used up', () => {
    expect(heard('api', '"api";r=3;t=55').wait('api')).toBe(0)
    expect(heard('api', '"api";r=0;t=55').wait('api')).toBeGreaterThan(54_000)
  })

  test('is counted by what the hub calls it, and by what was asked where it has a word of its own', () => {
    const spent = heard('resolvers', '"api";r=0;t=55')
    expect([spent.wait('api') > 0, spent.wait('resolvers')]).toEqual([true, 0])
    expect(heard('resolvers', '"default";r=0;t=55').wait('resolvers')).toBeGreaterThan(0)
  })

  test('is used up by requests that are on their way', () => {
    const allowance = heard('api', '"api";r=2;t=55')
    for (const _ of [1, 2]) allowance.sent('api')
    expect(allowance.wait('api')).toBeGreaterThan(54_000)
  })

  test('is the least that a window was said to hold: answers overtake each other', () => {
    const allowance = heard('api', '"api";r=1;t=55')
    allowance.heard('api', new Headers({ ratelimit: '"api";r=9;t=55' }))
    allowance.sent('api')
    expect(allowance.wait('api')).toBeGreaterThan(54_000)
  })

  test('is asked by one request when a new window begins, and the others wait for what that says', () => {
    const allowance = heard('api', '"api";r=0;t=0')
    expect(allowance.wait('api')).toBe(0)
    allowance.sent('api')
    expect(allowance.wait('api')).toBeGreaterThan(0)
    allowance.heard('api', new Headers({ ratelimit: '"api";r=9;t=55' }))
    expect(allowance.wait('api')).toBe(0)
  })
})
