import { expect, test } from 'vitest'
import { memoryShelf } from '../../../src/web/server/shelf.ts'
import { bittern, boast, heron, keptOf } from '../../store/kept.ts'

test('a shelf in memory counts claims as a store does', async () => {
  const shelf = memoryShelf()
  for (const setup of [heron, bittern, boast]) await shelf.put(await keptOf(setup))
  const claims = async (name: string) => (await shelf.tally({ name })).map(({ claims }) => claims)
  expect(await claims('heron')).toEqual(['goes too far'])
  expect(await claims('bittern')).toEqual(['none'])
  expect(await claims('boast')).toEqual(['contradicted'])
})
