import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everythingAsked, judgedWith, readingsOf, releases } from './drawn.ts'
import { raisedIn } from './unraised.ts'

/** readings that are tried, and how many of one release at once */
const READINGS = 100_000
const AT_ONCE = 60
/** releases that they are of, each of which is asked about once */
const RELEASES = 200

test('a hundred thousand readings of agents and models raise no floor', () => {
  const seed = Date.now()
  const pool = fc
    .sample(releases, { numRuns: RELEASES, seed })
    .map(release => ({ release, before: judgedWith(release, []), asked: everythingAsked(release) }))
    .filter(({ asked }) => asked.length > 0)
  let tried = 0
  for (let round = 0; tried < READINGS; round++)
    for (const { release, before, asked } of pool) {
      const [readings = []] = fc.sample(readingsOf(asked, AT_ONCE), { numRuns: 1, seed: seed + tried })
      tried += readings.length
      const after = judgedWith(release, readings)
      expect(raisedIn(before, after), `seed ${seed}, round ${round}`).toEqual([])
    }
  console.log(`${tried} readings of ${pool.length} releases, seed ${seed}`)
  expect(tried).toBeGreaterThanOrEqual(READINGS)
})
