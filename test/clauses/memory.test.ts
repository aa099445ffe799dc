import { describe, expect, test } from 'vitest'
import { findClauses, findInPassages } from '../../src/licenses/clauses/find.ts'
import { kinds } from '../../src/licenses/clauses/index.ts'
import { memoryOf } from '../../src/licenses/clauses/memory.ts'
import { passagesOf } from '../../src/licenses/passages.ts'

const examples = kinds.flatMap(({ examples: { found, left } }) => [...found.map(({ text }) => text), ...left])
const all = [...examples, examples.join('\n\n'), examples.toReversed().join('\n\n')]

describe('passages read before', () => {
  test('say the same when they are read again, wherever they stand', () => {
    const memory = memoryOf()
    for (const text of [...all, ...all]) {
      const passages = passagesOf(text)
      const read = (own: typeof memory | null) => JSON.stringify(findInPassages(text, passages, kinds, own))
      expect(read(memory)).toBe(read(null))
    }
  })

  test('say something else where another passage gives their words another meaning', () => {
    const sentence = 'This license is granted for use within the Territory only.'
    const territory = (meaning: string) =>
      findClauses(`"Territory" means ${meaning}.\n\n${sentence}`).filter(({ kind }) => kind === 'geo.exclusion')
    const [excluding] = territory('worldwide, excluding the European Union')
    expect(excluding?.parameters).toMatchObject({ territories: ['EU'] })
    expect(territory('the whole world')).toEqual([])
    expect(territory('worldwide, excluding the European Union')).toEqual([excluding])
  })

  test('stand on their own lines', () => {
    const lines = (text: string) => findClauses(text).map(({ line }) => line)
    const ban = 'You may not use the Model for any commercial purpose.'
    expect(lines(ban)).toEqual([1])
    expect(lines(`Terms of Use\n\n\n${ban}`)).toEqual([4])
  })
})
