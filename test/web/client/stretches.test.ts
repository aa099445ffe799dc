import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stretches } from '../../../src/web/client/marked/flow.ts'

test('a text falls into stretches, each line in one, and none ends where a line goes on', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 400 }), flows => {
      const all = stretches(flows)
      const lines = all.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at))
      expect(lines).toEqual(flows.map((_, at) => at))
      for (const [, to] of all) if (to < flows.length) expect(flows[to - 1]).toBe(false)
    }),
  )
})

test('a stretch has about as many lines as a screen shows', () => {
  expect(stretches(Array(100).fill(false)).map(([from, to]) => to - from)).toEqual([24, 24, 24, 24, 4])
})
