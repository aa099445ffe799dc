import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inFull } from '../../../../test/tiers.ts'
import { withinPower } from '../../src/readings/power.ts'
import type { Report } from '../../src/report/report.ts'
import { everythingAsked, judgedWith, readingsOf, releases } from './drawn.ts'
import { raisedIn } from './unraised.ts'

describe('what agents and models read', () => {
  test('raises no floor, lifts nothing that is proven, and clears no doubt, whatever they say', () => {
    fc.assert(
      fc.property(
        releases.chain(release =>
          fc.record({ release: fc.constant(release), readings: readingsOf(everythingAsked(release)) }),
        ),
        ({ release, readings }) => {
          expect(raisedIn(judgedWith(release, []), judgedWith(release, readings))).toEqual([])
        },
      ),
      { numRuns: inFull(300), seed: 7 },
    )
  })

  test('not even what is read of another release raises one', () => {
    const pool = fc.sample(releases, { numRuns: 40, seed: 5 }).map(release => judgedWith(release, []))
    const one = fc.constantFrom<Report>(...pool)
    fc.assert(
      fc.property(one, one, (before, read) => {
        expect(raisedIn(before, withinPower(before, read, ['tern:3b']))).toEqual([])
      }),
      { numRuns: inFull(5_000), seed: 7 },
    )
  })

  test('and still says something: terms are concluded, and restrictions are added', () => {
    const before = fc.sample(releases, { numRuns: 60, seed: 3 })
    const changed = before.flatMap(release => {
      const asked = everythingAsked(release)
      if (asked.length === 0) return []
      return fc.sample(readingsOf(asked), { numRuns: 3, seed: 3 }).map(readings => {
        const [was, is] = [judgedWith(release, []), judgedWith(release, readings)]
        return {
          concluded: was.term.id === 'undetermined' && is.term.readBy !== undefined && is.term.id !== 'undetermined',
          lowered: was.term.floor !== is.term.floor,
        }
      })
    })
    expect(changed.filter(({ concluded }) => concluded).length).toBeGreaterThan(0)
    expect(changed.filter(({ lowered }) => lowered).length).toBeGreaterThan(0)
  })
})
