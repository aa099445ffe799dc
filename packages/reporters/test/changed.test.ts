import type { License } from '@unwash/core/report/report'
import { describe, expect, test } from 'vitest'
import { foldChanges } from '../src/licenses/sections.ts'

type Change = License['match']['residue'][number]

const added = (line: number, quote: string): Change => ({
  side: 'added',
  line,
  endLine: line,
  words: quote.split(' ').length,
  reads: 'condition',
  quote,
})
const missing = (line: number, words: number): Change => ({
  side: 'missing',
  line,
  endLine: line,
  words,
  reads: 'condition',
})

describe('words that are exchanged throughout', () => {
  const name = [3, 7, 7, 9, 12].flatMap(line => [missing(line, 2), added(line, 'Heron Labs')])
  const cap = added(7, 'for up to ten users')

  test('are shown once, with the words that they stand for', () => {
    const { replaced, rest } = foldChanges([...name, cap, missing(7, 30), missing(20, 1)])
    expect(replaced).toEqual([{ words: 'Heron Labs', places: name.filter(({ side }) => side === 'added') }])
    expect(rest).toEqual([cap, missing(7, 30), missing(20, 1)])
  })

  test('are no long passages, nor words exchanged in a few places', () => {
    const long = [1, 2, 3, 4].map(line => added(line, 'You may not use the model for any purpose of trade'))
    const few = [1, 2, 3].flatMap(line => [missing(line, 1), added(line, 'Heron')])
    for (const changes of [long, few]) expect(foldChanges(changes)).toEqual({ replaced: [], rest: changes })
  })
})
