import { execFileSync } from 'node:child_process'
import { symlinkSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UnwashError } from '@unwash/core/error'
import { HEADERS, TEXT_BYTES } from '@unwash/core/release/limits'
import type { Release } from '@unwash/core/release/release'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { listFolder } from '../src/files/listing.ts'
import { open } from '../src/index.ts'
import { gguf, pointer, safetensors } from './fixture.ts'

const pathsOf = (release: Release) => release.files.map(({ path }) => path)
const saysOf = (release: Release) => release.notes.map(({ says }) => says).join('\n')
const contentOf = (release: Release, path: string) => release.texts.get(path)?.content

describe('a folder', () => {
  test('is listed whole, with the texts worth reading', async () => {
    const folder = folderWith(
      { LICENSE: 'Terms.\r\nMore.\r\n', 'README.md': '# M\n', 'src/a.py': 'x = 1', 'w/LICENSE': 'W' },
      'org--m',
    )
    const release = await open(folder)
    expect(release).toMatchObject({
      name: 'm',
      publisher: 'org',
      source: 'folder',
      place: folder,
      revision: null,
      complete: true,
    })
    expect(pathsOf(release)).toEqual(['LICENSE', 'README.md', 'src/a.py', 'w/LICENSE'])
    expect([...release.texts.keys()]).toEqual(['LICENSE', 'w/LICENSE', 'README.md'])
    expect(contentOf(release, 'LICENSE')).toBe('Terms.\r\nMore.\r\n')
    expect(release.files[0]).toEqual({ path: 'LICENSE', size: 15, kind: 'file' })
    expect(release.notes).toEqual([])
  })

  test('with Git LFS pointers has weights of the size they name, and their texts are missed', async () => {
    const release = await open(folderWith({ 'model.safetensors': pointer(4_939_212_390), 'README.md': pointer(5000) }))
    expect(release.files).toEqual([
      { path: 'README.md', size: 5000, kind: 'pointer', sha256: '0b'.repeat(32) },
      { path: 'model.safetensors', size: 4_939_212_390, kind: 'pointer', sha256: '0b'.repeat(32) },
    ])
    expect(release.texts.size).toBe(0)
    expect(release.headers).toEqual([])
    expect(saysOf(release)).toBe('README.md is a Git LFS pointer: its text is not here, run git lfs pull')
  })

  test('with weights has their headers, and a broken one is a note', async () => {
    const tensor = { t: { dtype: 'F16', shape: [3], data_offsets: [0, 6] } }
    const release = await open(
      folderWith({
        'a.safetensors': safetensors(tensor, 6),
        'b.safetensors': safetensors(tensor).subarray(0, 20),
        'c.gguf': gguf({ 'general.license': 'x-1' }),
        'd.gguf': gguf({ 'general.license': 'x-1' }).subarray(0, 30),
      }),
    )
    expect(release.headers.map(({ path, parameters }) => [path, parameters])).toEqual([
      ['a.safetensors', 3],
      ['c.gguf', null],
    ])
    expect(release.notes.map(({ path }) => path)).toEqual(['b.safetensors', 'd.gguf'])
    expect(release.files).toHaveLength(4)
  })

  test('with many shards has the headers of some', async () => {
    const shard = safetensors({ t: { dtype: 'F16', shape: [3], data_offsets: [0, 6] } }, 6)
    const shards = Object.fromEntries(Array.from({ length: HEADERS + 5 }, (_, i) => [`m-${i}.safetensors`, shard]))
    expect((await open(folderWith(shards))).headers).toHaveLength(HEADERS)
  })

  test('that is empty is an error', async () => {
    const folder = folderWith({})
    await expect(open(folder)).rejects.toThrow(UnwashError)
    await expect(open(folder)).rejects.toThrow(`nothing to read in the folder "${folder}": give the folder that holds`)
  })

  test('with a binary README notes it and reads the rest', async () => {
    const release = await open(
      folderWith({ 'README.md': Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2, 0]), LICENSE: 'Terms.' }),
    )
    expect(saysOf(release)).toBe('README.md is binary, not text: not read')
    expect([...release.texts.keys()]).toEqual(['LICENSE'])
  })

  test('with a LICENSE of 2 GB reads its first megabyte', async () => {
    const folder = folderWith({ LICENSE: 'Terms.\n'.repeat(200_000), 'README.md': 'Hello' })
    truncateSync(join(folder, 'LICENSE'), 2 * 1024 ** 3)
    const release = await open(folder)
    expect(saysOf(release)).toBe('LICENSE is 2 GB, larger than any license: only its first 1 MB was read')
    expect(release.texts.get('LICENSE')).toMatchObject({
      truncated: true,
      content: expect.stringMatching(/^Terms\.\nTerms/),
    })
    expect(contentOf(release, 'LICENSE')).toHaveLength(TEXT_BYTES)
    expect(release.files[0]?.size).toBe(2 * 1024 ** 3)
    expect(contentOf(release, 'README.md')).toBe('Hello')
  })

  test('with a LICENSE of 2 GB of nothing says that it is no text', async () => {
    const folder = folderWith({ LICENSE: '', 'README.md': 'Hello' })
    truncateSync(join(folder, 'LICENSE'), 2 * 1024 ** 3)
    const release = await open(folder)
    expect(saysOf(release)).toContain('LICENSE is binary, not text: not read')
    expect([...release.texts.keys()]).toEqual(['README.md'])
  })

  test('with more text than any release reads 24 MB of it', async () => {
    const terms = 'Terms. '.repeat(150_000)
    const folder = folderWith(Object.fromEntries(Array.from({ length: 27 }, (_, i) => [`LICENSE-${i}`, terms])))
    const release = await open(folder)
    expect([...release.texts.values()].reduce((sum, { content }) => sum + content.length, 0)).toBe(24 * 1024 ** 2)
    expect(saysOf(release)).toContain('LICENSE-0 is 1050000 bytes: only its first 1 MB was read')
    expect(saysOf(release)).toContain('3 more texts were not read: over 24 MB in all')
    expect(release.files).toHaveLength(27)
  })

  test('with other encodings reads them, and notes what is no UTF-8', async () => {
    const release = await open(
      folderWith({
        'README.md': Buffer.from('\ufeffHéllo\r\n', 'utf16le'),
        LICENSE: Buffer.from('Licença ©', 'latin1'),
      }),
    )
    expect(release.texts.get('README.md')).toMatchObject({ content: 'Héllo\r\n', encoding: 'utf-16le' })
    expect(release.texts.get('LICENSE')).toMatchObject({ content: 'Licença ©', encoding: 'latin1' })
    expect(release.notes).toEqual([{ says: 'LICENSE is not valid UTF-8: read as Latin-1', path: 'LICENSE' }])
  })

  test('with links follows those that stay inside, and no other', async () => {
    const outside = folderWith({ secret: 'a secret', LICENSE: 'outside' })
    const folder = folderWith({ 'docs/README.md': 'inside', 'config.json': '{}' })
    symlinkSync('docs/README.md', join(folder, 'README.md'))
    symlinkSync(join(outside, 'secret'), join(folder, 'LICENSE'))
    symlinkSync(outside, join(folder, 'weights'))
    symlinkSync('..', join(folder, 'docs', 'up'))
    symlinkSync('gone', join(folder, 'NOTICE'))
    symlinkSync('loop', join(folder, 'loop'))
    const release = await open(folder)
    expect(contentOf(release, 'README.md')).toBe('inside')
    expect(release.files.filter(({ kind }) => kind === 'link')).toEqual([
      { path: 'LICENSE', size: null, kind: 'link' },
      { path: 'NOTICE', size: null, kind: 'link' },
      { path: 'README.md', size: 6, kind: 'link' },
      { path: 'docs/up', size: null, kind: 'link' },
      { path: 'loop', size: null, kind: 'link' },
      { path: 'weights', size: null, kind: 'link' },
    ])
    expect(JSON.stringify([...release.texts])).not.toMatch(/secret|outside/)
    expect(saysOf(release).split('\n').sort()).toEqual([
      'LICENSE is a link out of the folder: not followed',
      'NOTICE is a link to nothing',
      'loop is a link to nothing',
      'weights is a link out of the folder: not followed',
    ])
  })

  test('that is itself reached by a link is read', async () => {
    const folder = folderWith({ LICENSE: 'Terms.' })
    const link = join(dirname(folder), 'org--linked')
    symlinkSync(folder, link)
    expect(await open(link)).toMatchObject({ name: 'linked', publisher: 'org', complete: true })
  })

  test('with a pipe does not wait for it', async () => {
    const folder = folderWith({ LICENSE: 'Terms.' })
    execFileSync('mkfifo', [join(folder, 'README.md')])
    const release = await open(folder)
    expect(pathsOf(release)).toEqual(['LICENSE'])
    expect(saysOf(release)).toContain('README.md is a device, pipe or socket')
  })

  test('deeper than any release is cut, and not complete', async () => {
    const deep = Array.from({ length: 40 }, (_, i) => `d${i}`).join('/')
    const release = await open(folderWith({ LICENSE: 'Terms.', [`${deep}/x`]: '' }))
    expect(release.complete).toBe(false)
    expect(saysOf(release)).toContain('folders deep: not listed')
  })

  test('with more entries than the limit is cut, shallow files first, and not complete', async () => {
    const root = folderWith({ LICENSE: 'Terms.', 'many/a': '', 'many/b': '', 'many/c': '', 'many/d': '' })
    const shape = { root, bounds: root, hidden: '.cache', submodules: [] }
    expect(await listFolder(shape, undefined, 6)).toMatchObject({ complete: true, notes: [] })
    const listing = await listFolder(shape, undefined, 4)
    expect(listing.complete).toBe(false)
    expect(listing.files.map(({ path }) => path)).toHaveLength(3)
    expect(listing.files[0]?.path).toBe('LICENSE')
    expect(listing.notes).toEqual([{ says: 'the folder has more than 4 entries: the rest is not listed' }])
  })

  test('with more trouble than anybody reads keeps a hundred notes', async () => {
    const folder = folderWith({ LICENSE: 'Terms.' })
    for (let i = 0; i < 150; i += 1) symlinkSync('/nowhere', join(folder, `link${i}`))
    const release = await open(folder)
    expect(release.notes).toHaveLength(100)
    expect(release.notes.at(-1)?.says).toBe('51 more notes are not shown')
  })

  test('is given up when asked to', async () => {
    const folder = folderWith({ LICENSE: 'Terms.' })
    await expect(open(folder, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
  })
})
