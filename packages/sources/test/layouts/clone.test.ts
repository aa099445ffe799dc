import { symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Release } from '@unwash/core/release/release'
import { describe, expect, test } from 'vitest'
import { add, folderWith } from '../../../../test/release.ts'
import { open } from '../../src/index.ts'
import { git, repositoryWith } from '../fixture.ts'

const saysOf = (release: Release) => release.notes.map(({ says }) => says).join('\n')
const contentOf = (release: Release, path: string) => release.texts.get(path)?.content
const pathsOf = (release: Release) => release.files.map(({ path }) => path)

describe('a clone', () => {
  test('has its origin, its commit, and not its .git', async () => {
    const folder = repositoryWith({ LICENSE: 'Terms.' }, 'local')
    git(folder, 'remote', 'add', 'origin', 'https://user:secret@github.com/org/model.git')
    const release = await open(folder)
    const revision = git(folder, 'rev-parse', 'HEAD')
    expect(release).toMatchObject({ name: 'model', publisher: 'org', source: 'folder', revision, complete: true })
    expect(pathsOf(release)).toEqual(['LICENSE'])
    git(folder, 'pack-refs', '--all')
    expect((await open(folder)).revision).toBe(revision)
    git(folder, 'checkout', '--quiet', '--detach')
    expect((await open(folder)).revision).toBe(revision)
    expect(JSON.stringify(release)).not.toContain('secret')
  })

  test('that is a worktree knows its commit', async () => {
    const folder = repositoryWith({ LICENSE: 'Terms.' })
    const other = join(dirname(folder), 'other')
    git(folder, 'worktree', 'add', '--quiet', other)
    expect(await open(other)).toMatchObject({ revision: git(folder, 'rev-parse', 'HEAD'), name: 'other' })
    expect(contentOf(await open(`${other}@HEAD`), 'LICENSE')).toBe('Terms.')
  })

  test.each(['2', '3', '4'])(
    'lists the submodules of its index as such, and nothing else (version %s)',
    async version => {
      const folder = repositoryWith({
        LICENSE: 'Terms.',
        '.gitmodules': '[submodule "x"]\n\tpath = model\n\turl = ../x\n',
        'model/LICENSE': 'Other terms.',
        'lib/a/b.txt': 'b',
        'lib/y': 'y',
      })
      const commit = git(folder, 'rev-parse', 'HEAD')
      git(folder, 'update-index', '--add', '--cacheinfo', `160000,${commit},lib/x`)
      if (version === '3') add(folder, { 'lib/new': 'n' })
      if (version === '3') git(folder, 'add', '--intent-to-add', 'lib/new')
      git(folder, 'update-index', `--index-version=${version}`)
      add(folder, {
        'lib/x/LICENSE': 'Not here.',
        'nested/.git/HEAD': 'ref: refs/heads/main',
        'nested/LICENSE': 'More.',
      })
      add(folder, { 'weights/.git': 'gitdir: ../nowhere', 'weights/LICENSE': 'Yet more.' })
      const release = await open(folder)
      expect(release.files.filter(({ kind }) => kind === 'submodule')).toEqual([
        { path: 'lib/x', size: null, kind: 'submodule' },
      ])
      const licenses = [...release.texts.keys()].filter(path => path.endsWith('LICENSE'))
      expect(licenses.sort()).toEqual(['LICENSE', 'model/LICENSE', 'nested/LICENSE', 'weights/LICENSE'])
    },
  )

  test('without commits and files is an error', async () => {
    const folder = folderWith({})
    git(folder, 'init', '--quiet')
    await expect(open(folder)).rejects.toThrow(
      /^no commits and no files in the git repository ".*": commit something first$/,
    )
  })

  test('without commits is still a folder of files', async () => {
    const folder = folderWith({ LICENSE: 'Terms.' })
    git(folder, 'init', '--quiet')
    expect(await open(folder)).toMatchObject({ revision: null, complete: true })
  })

  test('with nothing checked out is an error that says how to read it', async () => {
    const from = repositoryWith({ LICENSE: 'Terms.' })
    const folder = folderWith({})
    git(folder, 'clone', '--quiet', '--no-checkout', from, '.')
    await expect(open(folder)).rejects.toThrow(
      `no files are checked out in the clone "${folder}": check them out, or give ${folder}@HEAD`,
    )
    expect(contentOf(await open(`${folder}@HEAD`), 'LICENSE')).toBe('Terms.')
  })

  test('that is a sparse checkout is not complete', async () => {
    const folder = repositoryWith({ LICENSE: 'Terms.', 'big/a': 'x', 'small/b': 'y' })
    git(folder, 'sparse-checkout', 'set', 'small')
    const release = await open(folder)
    expect(release.complete).toBe(false)
    expect(pathsOf(release)).not.toContain('big/a')
  })

  test('with a link into its .git does not read through it', async () => {
    const folder = repositoryWith({ LICENSE: 'Terms.' })
    git(folder, 'config', 'remote.origin.url', 'https://user:secret@host.example/org/model')
    symlinkSync('.git/config', join(folder, 'README.md'))
    const release = await open(folder)
    expect([...release.texts.keys()]).toEqual(['LICENSE'])
    expect(saysOf(release)).toContain('README.md is a link out of the folder')
  })
})
