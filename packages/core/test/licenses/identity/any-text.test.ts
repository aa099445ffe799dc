import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endsWithin, inFull } from '../../../../../test/tiers.ts'
import { buildIndex, fingerprint, identify } from '../../../src/licenses/identity/index.ts'
import { tokenize } from '../../../src/licenses/identity/wording/tokens.ts'
import { KETTLE, LANTERN } from './lantern.ts'

const index = buildIndex([fingerprint('lantern', LANTERN), fingerprint('kettle', KETTLE)])
const context = fc.constantFrom('license' as const, 'prose' as const)

/** Pieces of licenses, marks and anything else, in any order. */
const pieces = [
  ...LANTERN.split(/(?<=\s)/),
  ...KETTLE.split('\n'),
  LANTERN,
  KETTLE,
  '\n',
  '\r\n',
  '(a)',
  '1. ',
  '<b>',
  '```',
  '©',
  '许',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), { maxLength: 60 })
  .map(parts => parts.join(''))

describe('any text', () => {
  it('is identified, and every line is in the file, in order', () => {
    fc.assert(
      fc.property(text, context, (text, context) => {
        const lines = text.split('\n').length
        for (const found of identify(text, index, { context })) {
          for (const line of [found.line, found.endLine, ...found.missing.map(({ line }) => line)]) {
            expect(line).toBeGreaterThanOrEqual(1)
            expect(line).toBeLessThanOrEqual(lines)
          }
          expect(found.endLine).toBeGreaterThanOrEqual(found.line)
          if (found.kind === 'exact') expect(found.missing).toEqual([])
          for (const { words } of found.missing) expect(words).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('of any bytes is identified', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), context, (bytes, context) => {
        expect(Array.isArray(identify(bytes, index, { context }))).toBe(true)
      }),
    )
  })
  it('has its words in order, each at its own byte', () => {
    fc.assert(
      fc.property(text, text => {
        const { starts } = tokenize(new TextEncoder().encode(text))
        for (let i = 1; i < starts.length; i++) expect(starts[i]).toBeGreaterThan(starts[i - 1]!)
      }),
    )
  })
  it('that is crafted to be slow is not', async () => {
    const crafted = [
      'the name of '.repeat(inFull(20_000)),
      `${KETTLE}`.repeat(inFull(200)),
      '<'.repeat(inFull(100_000)),
      'copyright 2031 '.repeat(inFull(10_000)),
      '(a'.repeat(inFull(50_000)),
      '\n'.repeat(inFull(200_000)),
      `${'please we '.repeat(inFull(20_000))}`,
      'a '.repeat(inFull(100_000)),
      `${LANTERN.slice(300)}${'© 2031 \n\n \n'.repeat(inFull(5_000))}${LANTERN}`,
    ]
    for (const text of crafted) {
      await endsWithin(3_000, () => identify(text, index, { context: 'license' }))
    }
  })
})
