import { describe, expect, test } from 'vitest'
import { findClauses } from '../../src/licenses/clauses/find.ts'
import { kinds } from '../../src/licenses/clauses/index.ts'

const NONE = { wordings: [], modalities: [] }

describe('every kind of clause', () => {
  test('has an id of its own', () => {
    expect(kinds.length).toBeGreaterThan(0)
    expect(new Set(kinds.map(kind => kind.id)).size).toBe(kinds.length)
  })

  for (const kind of kinds.filter(({ read }) => read === undefined)) {
    describe(kind.id, () => {
      test('shows what it finds and what it leaves', () => {
        expect(kind.examples.found.length).toBeGreaterThanOrEqual(2)
        expect(kind.examples.left.length).toBeGreaterThanOrEqual(2)
      })
      for (const example of kind.examples.found) {
        test(`finds: ${example.text}`, () => {
          const found = findClauses(example.text, NONE, [kind])
          expect(found, 'one clause').toHaveLength(1)
          if (example.mode !== undefined) expect(found[0]?.mode).toBe(example.mode)
          if (example.parameters !== undefined) expect(found[0]?.parameters).toEqual(example.parameters)
          const cited = example.text
            .split('\n')
            .slice((found[0]?.line ?? 1) - 1, found[0]?.endLine)
            .join('\n')
          expect(cited).toContain(found[0]?.quote)
        })
      }
      for (const left of kind.examples.left) {
        test(`leaves: ${left}`, () => {
          expect(findClauses(left, NONE, [kind])).toEqual([])
        })
      }
    })
  }
})
