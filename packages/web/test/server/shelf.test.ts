import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { openShared } from '@unwash/survey/store/open'
import { expect, test } from 'vitest'
import { bittern, boast, folder, heron, keptOf } from '../../../survey/test/store/kept.ts'
import { memoryShelf } from '../../src/server/shelf.ts'

test('a shelf in memory counts claims as a store does', async () => {
  const shelf = memoryShelf()
  for (const setup of [heron, bittern, boast]) await shelf.put(await keptOf(setup))
  const claims = async (name: string) => (await shelf.tally({ name })).map(({ claims }) => claims)
  expect(await claims('heron')).toEqual(['goes too far'])
  expect(await claims('bittern')).toEqual(['none'])
  expect(await claims('boast')).toEqual(['contradicted'])
})

test('a store that is served can be exported meanwhile, and kept in after that', async () => {
  using place = folder()
  const file = place.at('served.duckdb')
  const shelf = await openShared(file, '0.1.0')
  await shelf.put(await keptOf(heron))
  const exported = promisify(execFile)(process.execPath, [
    'dist/bin/unwash.js',
    'survey',
    'export',
    file,
    '--out',
    place.at('tables'),
  ])
  expect((await exported).stdout).toContain('releases.csv')
  await shelf.put(await keptOf(bittern))
  expect((await shelf.find({})).rows.map(({ name }) => name)).toHaveLength(2)
  await shelf.close()
})
