import { describe, expect, test } from 'vitest'
import { known } from '../licensing/judged.ts'
import { planWith } from './plan.ts'

const effortOf = (words: string) => planWith({ 'README.md': `# Heron 7B\n\n## Training\n\n${words}\n` }).effort[0]

describe('what training took', () => {
  test('hours of a known device cost what a dated fact says, and more than nothing is left out of the sentence', () => {
    const effort = effortOf('Heron was pre-trained for 100,000 GPU hours on A100.')
    const price = known.knowledge.costs.hours.find(({ hardware }) => hardware === 'a100')
    expect(effort?.hours).toMatchObject({ low: 100_000, high: 100_000, hardware: 'A100', stated: true })
    expect(effort?.cost).toMatchObject({
      low: 100_000 * (price?.low ?? 0),
      high: 100_000 * (price?.high ?? 0),
      currency: 'USD',
    })
    expect(effort?.cost?.how).toMatch(/^roughly, .*without what failed/)
    expect(effort?.cited).toContainEqual(expect.objectContaining({ source: known.knowledge.costs.source }))
  })

  test('operations are counted in hours of a device that is said to stand in', () => {
    const effort = effortOf('Heron has 7 billion parameters and was pre-trained on 1 trillion tokens.')
    expect(effort?.operations?.low).toBeCloseTo(6 * 7e9 * 1e12, -20)
    expect(effort?.hours).toMatchObject({ hardware: 'H100', stated: false })
    expect((effort?.hours?.high ?? 0) / (effort?.hours?.low ?? 1)).toBeCloseTo(2)
    expect(effort?.cost?.high).toBeGreaterThan(effort?.cost?.low ?? Number.POSITIVE_INFINITY)
  })

  test('nothing is made up where nothing is told', () => {
    expect(effortOf('Heron was trained on many machines.')).toMatchObject({
      operations: null,
      hours: null,
      cost: null,
      lacks: expect.stringContaining('not stated'),
    })
  })
})
