import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namesIn } from '../../src/sources/files/disk.ts'
import { folderWith } from '../release.ts'

test('a folder that is not there has no names; what the disk does not do is told', async () => {
  const folder = folderWith({ 'heron.md': 'wades', 'reeds/egret.md': 'stalks' })
  expect([...(await namesIn(folder))].sort()).toEqual(['heron.md', 'reeds'])
  expect(await namesIn(join(folder, 'gone'))).toEqual([])
  expect(await namesIn(join(folder, 'heron.md'))).toEqual([])
  symlinkSync('circle', join(folder, 'circle'))
  await expect(namesIn(join(folder, 'circle'))).rejects.toThrow(/ELOOP/)
})
