import { symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { UnwashError } from '@unwash/core/error'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { open } from '../src/index.ts'
import { gguf, pointer, safetensors } from './fixture.ts'

const fileWith = (name: string, content: string | Uint8Array) => join(folderWith({ [name]: content }), name)

describe('a single file', () => {
  test.each(['LICENSE', 'README.md', 'press-release.html', 'whatever.xyz'])('%s is read', async name => {
    const target = fileWith(name, 'Some terms.\r\n')
    const release = await open(target)
    expect(release).toMatchObject({
      name,
      publisher: null,
      source: 'file',
      place: target,
      revision: null,
      complete: false,
    })
    expect(release.files).toEqual([{ path: name, size: 13, kind: 'file' }])
    expect(release.texts.get(name)).toEqual({
      path: name,
      content: 'Some terms.\r\n',
      encoding: 'utf-8',
      truncated: false,
    })
  })

  test('of weights gives their header', async () => {
    const release = await open(fileWith('m.gguf', gguf({ 'general.license': 'x-1' }, [[4]])))
    expect(release.headers).toMatchObject([{ metadata: { 'general.license': 'x-1' }, parameters: 4 }])
    expect(release.texts.size).toBe(0)
    const tensor = { t: { dtype: 'F16', shape: [3], data_offsets: [0, 6] } }
    const cut = await open(fileWith('m.safetensors', safetensors(tensor, 2)))
    expect(cut.headers).toMatchObject([{ parameters: 3 }])
    expect(cut.notes[0]?.says).toContain('m.safetensors is cut off: its header describes 6 bytes')
  })

  test.each([
    ['m.gguf', gguf({ 'general.license': 'x-1' }).subarray(0, 40)],
    ['m.safetensors', safetensors({ t: { dtype: 'F16', shape: [3] } }).subarray(0, 20)],
  ])('%s with its header cut off is an error', async (name, bytes) => {
    const target = fileWith(name, bytes)
    await expect(open(target)).rejects.toThrow(UnwashError)
    await expect(open(target)).rejects.toThrow(`no weights header to be read in "${target}": it is cut off`)
  })

  test('that is a Git LFS pointer says so', async () => {
    const release = await open(fileWith('m.safetensors', pointer(3 * 1024 ** 3)))
    expect(release.files).toEqual([{ path: 'm.safetensors', size: 3 * 1024 ** 3, kind: 'pointer' }])
    expect(release.notes[0]?.says).toContain('the file of 3 GB is not here')
  })

  test.each([
    ['a binary README', 'README.md', Buffer.from([1, 2, 0, 0, 9, 9, 0]), 'cannot read the binary file'],
    [
      'a picture',
      'x.png',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10, 0, 0]),
      'cannot read the binary file',
    ],
    ['nothing', 'LICENSE', '', 'nothing in the file'],
  ])('of %s is an error', async (_, name, content, what) => {
    const target = fileWith(name, content)
    await expect(open(target)).rejects.toThrow(`${what} "${target}": give a license, README, .gguf or .safetensors`)
  })

  test('of 2 GB is read in its first megabyte', async () => {
    const target = fileWith('LICENSE', 'Terms.\n'.repeat(200_000))
    truncateSync(target, 2 * 1024 ** 3)
    const release = await open(target)
    expect(release.texts.get('LICENSE')).toMatchObject({ truncated: true })
    expect(release.notes[0]?.says).toBe('LICENSE is 2 GB, larger than any license: only its first 1 MB was read')
  })

  test('reached by a link is the file', async () => {
    const target = fileWith('blob', 'Terms.')
    symlinkSync(target, `${target}-LICENSE`)
    expect((await open(`${target}-LICENSE`)).texts.get('blob-LICENSE')?.content).toBe('Terms.')
  })

  test('that is a device is an error, not a wait', async () => {
    await expect(open('/dev/zero')).rejects.toThrow('"/dev/zero": give a file or folder')
  })
})

describe('no place at all', () => {
  test.each(['./not here', '/nowhere/at/all', '', 'a\0b', 'model@v1'])('%j', async target => {
    await expect(open(target)).rejects.toThrow(UnwashError)
    await expect(open(target)).rejects.toThrow(
      /^no source opens ".*": give a folder, a git URL, org\/model, or a file$/,
    )
  })

  test('is one sentence in parts, fit for a terminal', async () => {
    const error = await open('red\u001b[31m/x').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      what: 'no source opens',
      where: 'red\u001b[31m/x',
      todo: 'give a folder, a git URL, org/model, or a file',
      message: 'no source opens "red [31m/x": give a folder, a git URL, org/model, or a file',
    })
  })
})
