import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { namesInFolder } from '../src/files/disk.ts'

test('a folder that is not there has no names; what the disk does not do is told', async () => {
  const folder = folderWith({ 'heron.md': 'wades', 'reeds/egret.md': 'stalks' })
  expect([...(await namesInFolder(folder))].sort()).toEqual(['heron.md', 'reeds'])
  expect(await namesInFolder(join(folder, 'gone'))).toEqual([])
  expect(await namesInFolder(join(folder, 'heron.md'))).toEqual([])
  symlinkSync('circle', join(folder, 'circle'))
  await expect(namesInFolder(join(folder, 'circle'))).rejects.toThrow(/ELOOP/)
})
