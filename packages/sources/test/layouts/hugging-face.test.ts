import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Release } from '@unwash/core/release/release'
import { describe, expect, test } from 'vitest'
import { add, folderWith } from '../../../../test/release.ts'
import { open } from '../../src/index.ts'

const saysOf = (release: Release) => release.notes.map(({ says }) => says).join('\n')
const contentOf = (release: Release, path: string) => release.texts.get(path)?.content
const pathsOf = (release: Release) => release.files.map(({ path }) => path)

describe('a Hugging Face cache', () => {
  const revision = '0123456789abcdef0123456789abcdef01234567'
  const cacheWith = (names: readonly string[], main: string | null = revision) => {
    const cache = folderWith({}, 'models--org--model')
    mkdirSync(join(cache, 'snapshots', revision, 'sub'), { recursive: true })
    mkdirSync(join(cache, 'blobs'))
    if (main !== null) add(cache, { 'refs/main': main })
    for (const [i, name] of names.entries()) {
      writeFileSync(join(cache, 'blobs', `blob${i}`), `text of ${name}`)
      const up = name.includes('/') ? '../../..' : '../..'
      symlinkSync(`${up}/blobs/blob${i}`, join(cache, 'snapshots', revision, name))
    }
    return cache
  }
  const all = ['README.md', 'LICENSE', '.gitattributes', 'sub/LICENSE']

  test('is said to have no snapshot only where there is none', async () => {
    const gone = folderWith({ 'refs/main': revision }, 'models--org--model')
    await expect(open(gone)).rejects.toThrow(/no snapshot/)
    mkdirSync(join(gone, 'snapshots'))
    symlinkSync(revision, join(gone, 'snapshots', revision))
    await expect(open(gone)).rejects.toThrow(/ELOOP/)
  })

  test('is read at its snapshot, whose files are links to blobs', async () => {
    const cache = cacheWith(all)
    for (const target of [cache, join(cache, 'snapshots', revision)]) {
      const release = await open(target)
      expect(release).toMatchObject({
        name: 'model',
        publisher: 'org',
        source: 'folder',
        revision,
        complete: true,
        notes: [],
      })
      expect(release.files.map(({ path, kind }) => `${path} ${kind}`)).toEqual(
        [...all].sort().map(path => `${path} file`),
      )
      expect(contentOf(release, 'sub/LICENSE')).toBe('text of sub/LICENSE')
    }
  })

  test('holding only some files is not complete', async () => {
    const release = await open(cacheWith(['README.md']))
    expect(release.complete).toBe(false)
    expect(saysOf(release)).toContain('only files that were asked for')
  })

  test('does not follow links out of itself', async () => {
    const cache = cacheWith(all)
    const outside = folderWith({ secret: 'a secret' })
    symlinkSync(join(outside, 'secret'), join(cache, 'snapshots', revision, 'NOTICE'))
    const release = await open(cache)
    expect(release.texts.has('NOTICE')).toBe(false)
    expect(saysOf(release)).toContain('NOTICE is a link out of the folder')
  })

  test('without main is read at its only snapshot', async () => {
    expect((await open(cacheWith(all, null))).revision).toBe(revision)
  })

  test('without main and with two snapshots asks which', async () => {
    const cache = cacheWith(all, null)
    mkdirSync(join(cache, 'snapshots', 'f'.repeat(40)))
    await expect(open(cache)).rejects.toThrow(/^several snapshots and no main in ".*": give one of the folders/)
  })

  test('whose main is not there is an error, also when it points elsewhere', async () => {
    await expect(open(cacheWith(all, 'a'.repeat(40)))).rejects.toThrow(
      /^no snapshot a+ in the Hugging Face cache folder/,
    )
    const release = await open(cacheWith(all, '../../..'))
    expect(release.revision).toBe(revision)
  })

  test('a folder downloaded with the client has its commit', async () => {
    const folder = folderWith({
      'README.md': 'Hello',
      '.gitattributes': '',
      '.cache/huggingface/download/README.md.metadata': `${revision}\nabc\n1.0\n`,
    })
    const release = await open(folder)
    expect(release).toMatchObject({ revision, complete: true })
    expect(pathsOf(release)).toEqual(['.gitattributes', 'README.md'])
  })
})
