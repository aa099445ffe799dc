import { MAX_LINE } from '@unwash/core/documents/index'
import { describe, expect, test } from 'vitest'
import { nightly, processorTime } from '../tiers.ts'
import { ownPatterns, type Pattern } from './collect.ts'
import { attackOf, hashOf, keepVerdicts, keptVerdicts, type Verdict, verdictOf } from './verdicts.ts'

/** milliseconds of the processor, which others on the machine do not take; the slowest today takes a third of it */
const MOST_MS = 4_000

const kept = keptVerdicts()
const patterns = await ownPatterns()
const isNew = (pattern: Pattern) => !kept.has(hashOf(pattern))
const shown = ({ file, source, flags }: Pattern) => `${file}: /${source}/${flags}`

describe('no pattern lets a crafted text run away (UPDATE_GOLDENS=1 keeps what recheck says)', () => {
  test('patterns are found, and most of them were looked at before', () => {
    expect(patterns.length).toBeGreaterThan(250)
    expect(patterns.filter(isNew).length).toBeLessThan(patterns.length / 2)
  })

  const fresh = new Map<string, Verdict>()
  test('recheck finds none, new or kept, that grows faster than the square of the text', async () => {
    for (const pattern of patterns.filter(isNew)) fresh.set(hashOf(pattern), await verdictOf(pattern))
    const all = patterns.map(pattern => ({ pattern, verdict: kept.get(hashOf(pattern)) ?? fresh.get(hashOf(pattern)) }))
    if (process.env.UPDATE_GOLDENS)
      keepVerdicts(new Map(all.flatMap(({ pattern, verdict }) => (verdict ? [[hashOf(pattern), verdict]] : []))))
    const fast = /^(?:linear|none found|polynomial 2)$/
    expect(all.filter(({ verdict }) => !fast.test(verdict?.grows ?? '')).map(({ pattern }) => shown(pattern))).toEqual(
      [],
    )
  })

  nightly('and one that grows so reads the longest line in bounded time, where recheck says it is slow', async () => {
    const slow: string[] = []
    for (const pattern of patterns) {
      const verdict = kept.get(hashOf(pattern)) ?? fresh.get(hashOf(pattern))
      if (verdict?.grows !== 'polynomial 2') continue
      const { source, flags } = pattern
      const text = attackOf(verdict, MAX_LINE)
      const read = () => new RegExp(source, flags.replace(/[gy]/g, '')).test(text)
      if ((await processorTime(read)) > MOST_MS) slow.push(shown(pattern))
    }
    expect(slow).toEqual([])
  })
})
