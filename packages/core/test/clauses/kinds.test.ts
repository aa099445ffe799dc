import { expect, test } from 'vitest'
import { readers } from '../../src/licenses/clauses/kinds/index.ts'
import { kinds, knowledge } from './known.ts'

test('every kind of clause that is known is read once, in the order of the groups of kinds', () => {
  expect(kinds.map(({ id }) => id).sort()).toEqual([...knowledge.clauses.keys()].sort())
  const groups = kinds.map(({ id }) => id.split('.')[0])
  expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual([...new Set(groups)])
  expect(groups[0]).toBe('scale')
  expect(groups.at(-1)).toBe('text')
})

test('what no wording can say is read of kinds that there are', () => {
  expect(Object.keys(readers).filter(id => !knowledge.clauses.has(id))).toEqual([])
  for (const { id, read } of kinds) if (readers[id]) expect(read).toBe(readers[id])
})
