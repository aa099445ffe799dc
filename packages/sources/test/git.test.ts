import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UnwashError } from '@unwash/core/error'
import type { Release } from '@unwash/core/release/release'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { open } from '../src/index.ts'
import { git, repositoryWith, twoCommits } from './fixture.ts'

const urlOf = (folder: string) => pathToFileURL(folder).href
const contentOf = (release: Release, path: string) => release.texts.get(path)?.content

describe('a repository on this disk', () => {
  test('is read at a revision, whatever is checked out', async () => {
    const { folder, first } = twoCommits()
    writeFileSync(join(folder, 'LICENSE'), 'Uncommitted.')
    for (const revision of ['v1', 'HEAD~1', first, first.slice(0, 9), 'main@{0}~1']) {
      const release = await open(`${folder}@${revision}`)
      expect(release).toMatchObject({ name: 'release', source: 'git', revision: first, complete: true, notes: [] })
      expect(release.files).toEqual([
        { path: 'LICENSE', size: 12, kind: 'file' },
        { path: 'docs/README.md', size: 5, kind: 'file' },
      ])
      expect(contentOf(release, 'LICENSE')).toBe('Old terms.\r\n')
    }
  })

  test('has pointers, headers, and links within the tree', async () => {
    const { folder, second } = twoCommits()
    const release = await open(`${folder}@main`)
    expect(release.revision).toBe(second)
    expect(release.files.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'LICENSE file',
      'NOTICE link',
      'README.md link',
      'docs/README.md file',
      'w/LICENSE-MODEL file',
      'w/model.safetensors pointer',
      'w/small.gguf file',
    ])
    expect(release.files.find(({ kind }) => kind === 'pointer')?.size).toBe(7_000_000_000)
    expect([...release.texts.keys()].sort()).toEqual(['LICENSE', 'README.md', 'docs/README.md', 'w/LICENSE-MODEL'])
    expect(contentOf(release, 'README.md')).toBe('Hello')
    expect(release.notes).toEqual([{ says: 'NOTICE is a link out of the repository: not followed', path: 'NOTICE' }])
    expect(release.headers).toMatchObject([
      { path: 'w/small.gguf', metadata: { 'general.license': 'x-1' }, parameters: 4 },
    ])
  })

  test('is read when bare', async () => {
    const { folder, second } = twoCommits()
    const bare = join(dirname(folder), 'org--m.git')
    git(folder, 'clone', '--quiet', '--bare', folder, bare)
    for (const target of [bare, `${bare}@main`]) {
      expect(await open(target)).toMatchObject({ name: 'm', publisher: 'org', source: 'git', revision: second })
    }
  })

  test('with a large text reads its beginning', async () => {
    const folder = repositoryWith({ LICENSE: 'Terms.\n'.repeat(400_000) })
    const release = await open(`${folder}@HEAD`)
    expect(release.texts.get('LICENSE')).toMatchObject({ truncated: true })
    expect(contentOf(release, 'LICENSE')).toHaveLength(1024 ** 2)
    expect(release.notes[0]?.says).toBe('LICENSE is 2.7 MB: only its first 1 MB was read')
  })

  test('with paths of any characters lists them', async () => {
    const folder = repositoryWith({ 'a "quoted" 许可.txt': 'Terms.', 'line\nbreak.md': 'Text' })
    expect((await open(`${folder}@HEAD`)).files.map(({ path }) => path)).toEqual([
      'a "quoted" 许可.txt',
      'line\nbreak.md',
    ])
  })

  test('fetched in part is read as far as it is here, and fetches nothing', async () => {
    const { folder } = twoCommits()
    const part = join(dirname(folder), 'part')
    git(folder, 'clone', '--quiet', '--no-checkout', '--filter=blob:none', urlOf(folder), part)
    const before = git(part, 'count-objects', '-v')
    const release = await open(`${part}@HEAD`)
    expect(release.texts.size).toBe(0)
    expect(release.notes.map(({ says }) => says)).toContain(
      'LICENSE could not be read: its content is not in this partial clone',
    )
    expect(git(part, 'count-objects', '-v')).toBe(before)
  })

  test.each([
    ['a revision it does not have', 'nope', /^no revision "nope" in the git repository ".*": give a branch/],
    ['an option for a revision', '--output=x', /^no revision "--output=x" can be in ".*": give a branch/],
    ['a range for a revision', 'v1..main', /^no revision "v1..main" can be in ".*": give a branch/],
  ])('at %s is an error', async (_, revision, message) => {
    const { folder } = twoCommits()
    await expect(open(`${folder}@${revision}`)).rejects.toThrow(UnwashError)
    await expect(open(`${folder}@${revision}`)).rejects.toThrow(message)
  })

  test('without commits is an error', async () => {
    const folder = folderWith({ LICENSE: 'Terms.' })
    git(folder, 'init', '--quiet')
    await expect(open(`${folder}@HEAD`)).rejects.toThrow(
      /^no commits yet in the git repository ".*": commit something first$/,
    )
  })

  test('that is only a folder has no revisions', async () => {
    const folder = folderWith({ LICENSE: 'Terms.' })
    await expect(open(`${folder}@v1`)).rejects.toThrow(
      `no git repository, so no revisions, in "${folder}": give the folder alone`,
    )
  })

  test('runs nothing that it brings along, and writes nothing into it', async () => {
    const { folder } = twoCommits()
    const ran = join(dirname(folder), 'ran')
    const script = join(folder, 'evil.sh')
    writeFileSync(script, `#!/bin/sh\ntouch ${ran}\n`)
    chmodSync(script, 0o755)
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.editor',
      'filter.x.smudge',
      'diff.external',
    ]) {
      git(folder, 'config', key, script)
    }
    mkdirSync(join(folder, '.git', 'hooks'), { recursive: true })
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change']) {
      writeFileSync(join(folder, '.git', 'hooks', hook), `#!/bin/sh\ntouch ${ran}\n`, { mode: 0o755 })
    }
    writeFileSync(join(folder, '.gitattributes'), '* filter=x\n')
    const before = readdirSync(folder, { recursive: true }).sort()
    await open(`${folder}@HEAD`)
    await open(folder)
    await open(urlOf(folder))
    expect(existsSync(ran)).toBe(false)
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
  })
})
