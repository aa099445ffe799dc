import { randomBytes } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { UnwashError } from '@unwash/core/error'
import type { Release } from '@unwash/core/release/release'
import { beforeAll, describe, expect, test } from 'vitest'
import { whenFileEnds } from '../../../../test/ends.ts'
import { add, folderWith } from '../../../../test/release.ts'
import { open } from '../../src/index.ts'
import { withFetched } from '../../src/repository/fetch.ts'
import { runGit, TooMuch } from '../../src/repository/run.ts'
import { git, twoCommits } from '../fixture.ts'

// a host of the person's own configuration, whose repositories are folders here: `file://` is read without git's
// transport
const HOST = 'https://clone.example'
// what is fetched goes to a temporary folder of this test's own, to see that nothing stays
beforeAll(() => {
  const home = folderWith({ '.gitconfig': `[url "file://"]\n\tinsteadOf = ${HOST}\n` })
  const { HOME, TMPDIR } = process.env
  Object.assign(process.env, { HOME: home, TMPDIR: dirname(home) })
  whenFileEnds(() => {
    for (const [name, before] of Object.entries({ HOME, TMPDIR })) {
      if (before === undefined) delete process.env[name]
      else process.env[name] = before
    }
  })
})
const fetchedFolders = () => readdirSync(process.env.TMPDIR ?? '').filter(name => name.startsWith('unwash-'))

const urlOf = (folder: string) => `${HOST}${folder}`
const contentOf = (release: Release, path: string) => release.texts.get(path)?.content

describe('a repository by URL', () => {
  test('is fetched without its weights, read, and gone', async () => {
    const { folder, second } = twoCommits()
    const release = await open(urlOf(folder))
    expect(release).toMatchObject({
      name: 'release',
      source: 'git',
      revision: second,
      complete: true,
      place: urlOf(folder),
    })
    expect([...release.texts.keys()].sort()).toEqual(['LICENSE', 'README.md', 'docs/README.md', 'w/LICENSE-MODEL'])
    expect(contentOf(release, 'LICENSE')).toMatch(/^New terms/)
    // the weights were not fetched, so their size is not known; the license was, so its size is
    expect(release.files.filter(({ path }) => /gguf|safetensors|^LICENSE/.test(path))).toEqual([
      { path: 'LICENSE', size: 662, kind: 'file' },
      { path: 'w/model.safetensors', size: 7_000_000_000, kind: 'pointer', sha256: '0b'.repeat(32) },
      { path: 'w/small.gguf', size: null, kind: 'file' },
    ])
    expect(release.headers).toEqual([])
    expect(fetchedFolders()).toEqual([])
  })

  test('is read at a branch, a tag or a commit', async () => {
    const { folder, first, second } = twoCommits()
    for (const [revision, commit] of [
      ['v1', first],
      [first, first],
      ['main', second],
    ]) {
      const release = await open(`${urlOf(folder)}@${revision}`)
      expect(release).toMatchObject({ name: 'release', revision: commit })
    }
  })

  test('at an address where the branch has a slash tries the longer name too', async () => {
    const { folder, first } = twoCommits()
    git(folder, 'branch', 'release/v1', first)
    const found = withFetched(urlOf(folder), ['release', 'release/v1'], undefined, async (_, revision) => revision)
    expect(await found).toBe('release/v1')
    const none = withFetched(urlOf(folder), ['nope', 'nope/v1'], undefined, async () => null)
    await expect(none).rejects.toThrow('no revision "nope" in')
  })

  test('on a server that leaves nothing out is given up when more comes than is wanted, and gone', async () => {
    const { folder } = twoCommits()
    git(folder, 'config', 'uploadpack.allowFilter', 'false')
    add(folder, { 'large.bin': randomBytes(3 * 1024 * 1024) })
    git(folder, 'add', '--all')
    git(folder, 'commit', '--quiet', '--message', 'Large')
    const most = 1024 * 1024
    const fetched = withFetched(urlOf(folder), ['HEAD'], undefined, async () => null, { most })
    await expect(fetched).rejects.toThrow(
      /^more than 1 MB come, for the server leaves no large files out, from the git repository ".*": give a clone of it$/,
    )
    expect(fetchedFolders()).toEqual([])
  })

  test('that would come without end is ended', async () => {
    const folder = folderWith({ piece: randomBytes(1024 * 1024) })
    const grow = `alias.grow=!while :; do cat ${folder}/piece >> ${folder}/pack; done`
    const packs = { folder, most: 8 * 1024 * 1024 }
    await expect(runGit(['-c', grow, 'grow'], { packs })).rejects.toThrow(TooMuch)
    // and all that it began
    const size = statSync(join(folder, 'pack')).size
    await new Promise(done => setTimeout(done, 300))
    expect(statSync(join(folder, 'pack')).size - size).toBeLessThanOrEqual(1024 * 1024)
  })

  test('on a server without filters is read as well', async () => {
    const { folder } = twoCommits()
    git(folder, 'config', 'uploadpack.allowFilter', 'false')
    expect(contentOf(await open(urlOf(folder)), 'LICENSE')).toMatch(/^New terms/)
  })

  test('at a revision it does not have is an error', async () => {
    const { folder } = twoCommits()
    for (const revision of ['nope', 'f'.repeat(40)]) {
      const error = await open(`${urlOf(folder)}@${revision}`).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'not-found' })
      expect(String(error)).toContain(`no revision "${revision}" in the git repository "${urlOf(folder)}"`)
    }
    expect(fetchedFolders()).toEqual([])
  })

  test('without commits is an error', async () => {
    const folder = folderWith({})
    git(folder, 'init', '--quiet')
    await expect(open(urlOf(folder))).rejects.toThrow(
      `no commits yet in the git repository "${urlOf(folder)}": give one that has some`,
    )
  })

  test.each([
    ['that is not there', `${HOST}/nowhere/at/all`, 'not-found'],
    ['that nobody answers', 'http://127.0.0.1:9/org/model', 'network'],
    ['of a host that does not exist', 'https://user:secret@host.invalid/org/model', 'network'],
  ])('%s is an error, in one sentence and without secrets', async (_, url, code) => {
    const error = await open(url).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UnwashError)
    expect(error).toMatchObject({ code })
    expect(String(error)).toMatch(/^UnwashError: git cannot read "[^"]+": check the address[^\n]+$/)
    expect(JSON.stringify(error) + String(error) + String(error instanceof Error && error.cause)).not.toContain(
      'secret',
    )
    expect(fetchedFolders()).toEqual([])
  })

  test.each([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'not-found'],
    [410, 'not-found'],
    [429, 'network'],
    [503, 'network'],
  ])('of a server that answers %i is an error of the kind %s', async (status, code) => {
    const server = createHttp((_, response) => response.writeHead(status, { 'www-authenticate': 'Basic' }).end())
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    // what the address itself says is not what git says
    const url = `http://127.0.0.1:${port}/org/authentication`
    await expect(open(url)).rejects.toMatchObject({ code })
    server.close()
  })

  test('of a server that never answers is given up when asked to', async () => {
    const server = createServer(() => {})
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const opened = open(`http://127.0.0.1:${port}/org/model`, { signal: AbortSignal.timeout(1500) })
    await expect(opened).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(fetchedFolders()).toEqual([])
    server.close()
  })

  test.each(['ext::sh -c touch% ran', 'fd::17', 'ssh://-oProxyCommand=touch/x'])('%s runs nothing', async url => {
    await expect(open(url)).rejects.toThrow(/^no git transport helper is run for ".*": give an https, ssh or file URL$/)
  })
})
