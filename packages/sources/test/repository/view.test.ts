import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { whenTestEnds } from '../../../../test/ends.ts'
import { folderWith } from '../../../../test/release.ts'
import { open } from '../../src/index.ts'
import { withHistory } from '../../src/repository/history.ts'
import { git, repositoryWith, twoCommits } from '../fixture.ts'

const commitOf = async (target: string) => (await open(target)).revision
const subjectsOf = (folder: string) =>
  withHistory(folder, 9, undefined, async (_, commits) => commits.map(({ subject }) => subject))

/** A repository beside another, that nobody gave. */
const secret = () => repositoryWith({ LICENSE: 'Secret terms.' }, 'secret')

describe('a repository on this disk has the names that git gives it', () => {
  test('branches, tags and heads, loose or packed, and what they stood for before', async () => {
    const { folder, first, second } = twoCommits()
    git(folder, 'tag', '--annotate', '--message=Tag', 'v1.1', first)
    git(folder, 'branch', 'release/v1', first)
    git(folder, 'update-ref', 'ORIG_HEAD', first)
    git(folder, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/heads/release/v1')
    const names = { v1: first, 'v1.1': first, 'release/v1': first, ORIG_HEAD: first, origin: first, main: second }
    for (const pack of [false, true]) {
      if (pack) git(folder, 'pack-refs', '--all')
      const found = await Promise.all(Object.keys(names).map(async name => [name, await commitOf(`${folder}@${name}`)]))
      expect(Object.fromEntries(found)).toEqual(names)
    }
    git(folder, 'branch', '--force', 'release/v1', second)
    expect(await commitOf(`${folder}@release/v1`)).toBe(second)
    expect(await commitOf(`${folder}@release/v1@{1}`)).toBe(first)
    expect(await commitOf(`${folder}@HEAD@{0}`)).toBe(second)
  })

  test('in a worktree and in a submodule', async () => {
    const { folder, first, second } = twoCommits()
    const worktree = join(dirname(folder), 'other')
    git(folder, 'worktree', 'add', '--quiet', '--detach', worktree, first)
    expect([await commitOf(`${worktree}@HEAD`), await commitOf(`${worktree}@main`)]).toEqual([first, second])
    expect(await subjectsOf(worktree)).toEqual(['First'])
    const above = repositoryWith({ README: 'Above.' }, 'above')
    git(above, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', folder, 'below')
    expect(await commitOf(`${join(above, 'below')}@HEAD`)).toBe(second)
    expect((await open(join(above, 'below'))).revision).toBe(second)
  })

  test('where the history was cut', async () => {
    const { folder } = twoCommits()
    const cut = join(dirname(folder), 'cut')
    git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, cut)
    expect(await subjectsOf(cut)).toEqual(['Second'])
  })

  // git keeps names in tables since 2.45
  const formats = ['--object-format=sha256', ...(gitKnows('--ref-format') ? ['--ref-format=reftable'] : [])]
  test.each(formats)('made with %s', async format => {
    const folder = folderWith({ LICENSE: 'Terms.' })
    git(folder, 'init', '--quiet', '--initial-branch=main', format)
    git(folder, 'add', '--all')
    git(folder, 'commit', '--quiet', '--message=First')
    expect(await commitOf(`${folder}@main`)).toBe(git(folder, 'rev-parse', 'HEAD'))
    expect(await subjectsOf(folder)).toEqual(['First'])
  })

  test('and leaves nothing behind', async () => {
    const { folder } = twoCommits()
    const before = process.env.TMPDIR
    process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'view-'))
    whenTestEnds(() => {
      rmSync(process.env.TMPDIR ?? '', { recursive: true })
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    })
    await commitOf(`${folder}@main`)
    await expect(commitOf(`${folder}@nope`)).rejects.toThrow('no revision "nope"')
    expect(readdirSync(process.env.TMPDIR)).toEqual([])
  })
})

describe('a .git that came with a folder leads nowhere else', () => {
  const nowhere = /^no git repository, so no revisions, in/

  test.each([
    ['a file that names it', (at: string, elsewhere: string) => writeFileSync(at, `gitdir: ${elsewhere}/.git\n`)],
    ['a link', (at: string, elsewhere: string) => symlinkSync(join(elsewhere, '.git'), at)],
  ])('by %s', async (_, make) => {
    const elsewhere = secret()
    git(elsewhere, 'remote', 'add', 'origin', 'https://host.example/secret/place')
    const folder = folderWith({ LICENSE: 'Terms.' })
    make(join(folder, '.git'), elsewhere)
    await expect(open(`${folder}@HEAD`)).rejects.toThrow(nowhere)
    await expect(subjectsOf(folder)).rejects.toThrow('no history to read in')
    expect(await open(folder)).toMatchObject({ name: 'release', publisher: null, revision: null })
  })

  test('by the folder that it shares with others', async () => {
    const elsewhere = secret()
    const folder = repositoryWith({ LICENSE: 'Terms.' })
    writeFileSync(join(folder, '.git', 'commondir'), join(elsewhere, '.git'))
    await expect(open(`${folder}@HEAD`)).rejects.toThrow(nowhere)
  })

  test('by its objects, or by others that it takes along', async () => {
    const elsewhere = secret()
    const commit = git(elsewhere, 'rev-parse', 'HEAD')
    const linked = repositoryWith({ LICENSE: 'Terms.' })
    rmSync(join(linked, '.git', 'objects'), { recursive: true })
    symlinkSync(join(elsewhere, '.git', 'objects'), join(linked, '.git', 'objects'))
    await expect(open(`${linked}@${commit}`)).rejects.toThrow(
      /^no plain file or folder is at ".*objects": give a clone/,
    )
    const pack = repositoryWith({ LICENSE: 'Terms.' })
    symlinkSync(join(elsewhere, '.git', 'config'), join(pack, '.git', 'objects', 'pack', 'pack-1.pack'))
    await expect(open(`${pack}@HEAD`)).rejects.toThrow(/^no plain file or folder is at ".*pack-1.pack": give a clone/)
    const shared = repositoryWith({ LICENSE: 'Terms.' })
    writeFileSync(join(shared, '.git', 'objects', 'info', 'alternates'), `${join(elsewhere, '.git', 'objects')}\n`)
    await expect(open(`${shared}@${commit}`)).rejects.toThrow(
      /^objects that are kept in another repository are not read for ".*": run git repack/,
    )
  })

  test('by its branches', async () => {
    const elsewhere = secret()
    const folder = repositoryWith({ LICENSE: 'Terms.' })
    rmSync(join(folder, '.git', 'refs', 'heads'), { recursive: true })
    symlinkSync(join(elsewhere, '.git', 'refs', 'heads'), join(folder, '.git', 'refs', 'heads'))
    await expect(open(`${folder}@HEAD`)).rejects.toThrow(/^no commits yet/)
    expect((await open(folder)).revision).toBe(null)
  })

  test('by replacing and grafting what its commits say', async () => {
    const { folder, first, second } = twoCommits()
    git(folder, 'replace', second, first)
    mkdirSync(join(folder, '.git', 'info'), { recursive: true })
    writeFileSync(join(folder, '.git', 'info', 'grafts'), `${second}\n`)
    expect((await open(`${folder}@${second}`)).texts.get('LICENSE')?.content).toMatch(/^New terms/)
    expect(await subjectsOf(folder)).toEqual(['First', 'Second'])
  })
})

describe('a pipe in a .git', () => {
  test.each(['objects/ab/cdef', 'objects/info/alternates', 'objects/pack/pack-1.idx'])(
    'in place of %s is refused and not waited for',
    async place => {
      const folder = repositoryWith({ LICENSE: 'Terms.' })
      pipeAt(join(folder, '.git', place))
      await expect(open(`${folder}@HEAD`)).rejects.toThrow(/^no plain file or folder is at/)
    },
  )

  test.each(['HEAD', 'config', 'packed-refs', 'shallow', 'refs/heads/other', 'commondir', 'index', 'logs/HEAD'])(
    'in place of %s is passed over and not waited for',
    async place => {
      const folder = repositoryWith({ LICENSE: 'Terms.' })
      const commit = git(folder, 'rev-parse', 'main')
      rmSync(join(folder, '.git', place), { force: true })
      pipeAt(join(folder, '.git', place))
      expect(await commitOf(`${folder}@main`)).toBe(commit)
      await open(folder)
    },
  )
})

function gitKnows(option: string): boolean {
  const { stdout } = spawnSync('git', ['init', '-h'], { encoding: 'utf8' })
  return stdout.includes(option)
}

function pipeAt(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  execFileSync('mkfifo', [path])
}
