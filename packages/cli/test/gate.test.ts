import { TERMS } from '@unwash/core/report/vocabulary'
import { reaches } from '@unwash/core/verdict/reaches'
import { unpainted } from '@unwash/reporters/terminal/paint'
import { describe, expect, test } from 'vitest'
import { names } from '../../reporters/test/names.ts'
import { hostile, open, restricted } from '../../reporters/test/samples.ts'
import { claimsReason, GATES, gateReason } from '../src/audit/gate.ts'
import { paintFor } from '../src/terminal/paint.ts'
import { announce } from '../src/terminal/progress.ts'

describe('the gate', () => {
  test('a term passes for itself and for every less open one', () => {
    for (const [rank, floor] of TERMS.slice(0, 6).entries()) {
      for (const [at, required] of GATES.entries()) expect(reaches(floor, required)).toBe(rank <= at)
    }
  })

  test('what is not determined, and what is no model, never passes', () => {
    for (const required of GATES) {
      expect(reaches('undetermined', required)).toBe(false)
      expect(reaches('no-model', required)).toBe(false)
    }
  })

  test('the reason names both terms and the first finding', () => {
    expect(gateReason(restricted, 'open-weights-ai', names)).toBe(
      'gate not met: Open Weights AI is required and Weights Available AI is proven: The license ends use above 50 million monthly active users',
    )
    expect(gateReason(restricted, 'weights-available-ai', names)).toBeNull()
  })

  test('the floor decides, not the ceiling', () => {
    expect(open.term.ceiling).toBe('open-source-ai')
    expect(gateReason(open, 'open-source-ai', names)).toContain('Open Weights AI is proven')
    expect(gateReason(hostile, 'closed-ai', names)).toContain('Undetermined * is proven')
  })
})

test('a contradicted claim fails an audit, no other does', () => {
  expect(claimsReason(restricted)).toBe('a claim is contradicted')
  const [claim] = restricted.claims
  if (!claim) throw new Error('the sample has a claim')
  expect(claimsReason({ ...restricted, claims: [claim, claim] })).toBe('2 claims are contradicted')
  expect(claimsReason({ ...restricted, claims: [{ ...claim, check: 'undetermined' }] })).toBeNull()
  expect(claimsReason(open)).toBeNull()
})

test.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { NO_COLOR: '' }, true],
  [{}, {}, false],
  [{}, { FORCE_COLOR: '1' }, true],
  [{}, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  [{ isTTY: true }, { FORCE_COLOR: '0' }, false],
])('colors on %o with %o: %s', (stream, environment, painted) => {
  expect(paintFor(stream, environment) !== unpainted).toBe(painted)
})

test('progress is erased on a terminal and silent elsewhere', () => {
  const written: string[] = []
  const stream = { columns: 20, write: (text: string) => written.push(text) }
  announce('reading a', stream)()
  expect(written).toEqual([])
  announce('reading \u001b[31ma very long name of a folder', { ...stream, isTTY: true })()
  expect(written).toEqual(['reading a very lon…', '\r\u001b[K'])
})
