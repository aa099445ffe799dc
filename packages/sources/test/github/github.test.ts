import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { judge } from '@unwash/core/judge'
import { describe, expect, test, vi } from 'vitest'
import { whenTestEnds } from '../../../../test/ends.ts'
import { known, TODAY } from '../../../../test/judged.ts'
import { spdx } from '../../../core/test/texts.ts'
import { readAddress } from '../../src/github/address.ts'
import { open } from '../../src/index.ts'
import { git, repositoryWith, safetensors } from '../fixture.ts'

const WEIGHTS = Buffer.concat([safetensors({ __metadata__: { format: 'pt' } }), Buffer.alloc(300_000)])
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

interface Served {
  readonly assets: Readonly<Record<string, Buffer>>
  readonly body?: string
  /** names of assets whose upload was broken off */
  readonly open?: readonly string[]
  /** the most requests that are answered */
  readonly most?: number
  readonly repository?: string
}

/**
 * As the REST API documents it (docs.github.com/rest/releases, version 2022-11-28): a release by its tag or the
 * latest, its
 * assets by pages of at most 100, an asset's bytes for `application/octet-stream` by a redirect to a store, 403 with
 * `x-ratelimit-remaining: 0` beyond the limit.
 */
async function serve({ assets, body = '', open: unfinished = [], most = 60, repository }: Served): Promise<string[]> {
  const asked: string[] = []
  const all = Object.entries(assets)
  const described = [...all, ...unfinished.map(name => [name, Buffer.alloc(0)] as const)].map(([name, bytes], id) => ({
    url: `https://api.example/assets/${id}`,
    id,
    name,
    label: null,
    state: unfinished.includes(name) ? 'starter' : 'uploaded',
    content_type: 'application/octet-stream',
    size: bytes.length,
    digest: name.endsWith('.safetensors') ? `sha256:${sha256(bytes)}` : null,
    browser_download_url: `https://pages.example/download/${name}`,
  }))
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const { range, accept = '', host } = request.headers
    asked.push(`${url.pathname}${url.search} ${range ?? ''}`.trim())
    const json = (status: number, value: unknown, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
    const stored = /^\/store\/(\d+)$/.exec(url.pathname)
    if (stored) {
      const bytes = all[Number(stored[1])]?.[1] ?? Buffer.alloc(0)
      const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
      const part = bytes.subarray(Number(from), Number(to) + 1)
      const head = { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}` }
      return range ? response.writeHead(206, head).end(part) : response.end(bytes)
    }
    if (asked.length > most) return json(403, { message: 'API rate limit exceeded' }, { 'x-ratelimit-remaining': '0' })
    const release = {
      id: 7,
      tag_name: 'v1.0',
      html_url: `http://${host}/marsh-lab/heron/releases/tag/v1.0`,
      name: 'Heron 1.0',
      draft: false,
      prerelease: false,
      body,
      assets: described.slice(0, 30),
    }
    const path = url.pathname.replace(/^\/repos\/marsh-lab\/(?:heron|egret)\/releases/, '')
    if (path === '/tags/v1.0' || path === '/latest') return json(200, release)
    if (path === '/7/assets') {
      const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100)
      const page = Number(url.searchParams.get('page') ?? 1)
      return json(200, described.slice((page - 1) * size, page * size))
    }
    const asset = described.find(({ id }) => path === `/assets/${id}`)
    if (!asset) return json(404, { message: 'Not Found', documentation_url: 'https://docs.example' })
    if (accept !== 'application/octet-stream') return json(200, asset)
    return response.writeHead(302, { location: `/store/${asset.id}` }).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  whenTestEnds(() => new Promise(resolve => server.close(resolve)))
  vi.stubEnv('GITHUB_API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const site = repository === undefined ? '/nowhere' : dirname(dirname(repository))
  vi.stubEnv('GITHUB_SERVER_URL', pathToFileURL(site).href)
  whenTestEnds(() => vi.unstubAllEnvs())
  return asked
}

function repository(files: Readonly<Record<string, string>>): string {
  const folder = repositoryWith(files, 'marsh-lab/heron')
  git(folder, 'tag', 'v1.0')
  return folder
}

describe('a release at GitHub', () => {
  test('is the repository at its tag, and what is attached to it, of weights the beginning alone', async () => {
    const folder = repository({ LICENSE: spdx('Apache-2.0'), 'README.md': '# Heron\n\nA model of birds.\n' })
    const assets = { 'heron.safetensors': WEIGHTS, LICENSE: Buffer.from(spdx('Apache-2.0')) }
    const asked = await serve({
      assets,
      body: 'The first weights.',
      open: ['heron-xl.safetensors'],
      repository: folder,
    })
    const release = await open('github:marsh-lab/heron@v1.0')
    expect(release).toMatchObject({ name: 'heron', publisher: 'marsh-lab', source: 'github', complete: true })
    expect(release.place).toMatch(/\/marsh-lab\/heron\/releases\/tag\/v1\.0$/)
    expect(release.revision).toBe(git(folder, 'rev-parse', 'v1.0').trim())
    expect(release.files.map(({ path }) => path).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'RELEASE_NOTES.md',
      'heron.safetensors',
      'release/LICENSE',
    ])
    const weights = release.files.find(({ path }) => path === 'heron.safetensors')
    expect(weights).toMatchObject({ size: WEIGHTS.length, sha256: sha256(WEIGHTS) })
    expect(release.headers).toHaveLength(1)
    expect(release.texts.get('RELEASE_NOTES.md')?.content).toBe('The first weights.')
    expect(release.notes.map(({ says }) => says)).toEqual([
      'heron-xl.safetensors was begun and never wholly attached: it is not listed',
    ])
    expect(judge(release, known, TODAY).term.id).toBe('open-weights-ai')
    expect(asked.filter(line => line.includes('bytes=0-131071'))).toHaveLength(2)
    expect(asked.some(line => line.includes('/assets/2'))).toBe(false)
  })

  test('lists all pages of what is attached', async () => {
    const folder = repository({ LICENSE: spdx('MIT') })
    const assets = Object.fromEntries([...Array(130).keys()].map(n => [`part-${n}.bin`, Buffer.from('x')]))
    const asked = await serve({ assets, repository: folder })
    const release = await open('github:marsh-lab/heron')
    expect(release.files).toHaveLength(131)
    expect(asked).toContain('/repos/marsh-lab/heron/releases/latest')
    expect(asked).toContain('/repos/marsh-lab/heron/releases/7/assets?per_page=100&page=2')
  })

  test('is called what its repository is called now', async () => {
    await serve({ assets: {}, repository: repository({ LICENSE: spdx('MIT') }) })
    expect((await open('github:marsh-lab/egret@v1.0')).name).toBe('heron')
  })

  test('without its repository is not all of it, and says so', async () => {
    await serve({ assets: { 'heron.safetensors': WEIGHTS } })
    const release = await open('github:marsh-lab/heron@v1.0')
    expect(release.complete).toBe(false)
    expect(release.files.map(({ path }) => path)).toEqual(['heron.safetensors'])
    expect(release.notes[0]?.says).toMatch(/^the repository at its tag could not be read/)
    expect(release.unread).toContainEqual(expect.objectContaining({ path: './', why: 'failed' }))
    expect(judge(release, known, TODAY).term.id).not.toBe('open-weights-ai')
  })

  test('that is not there, or beyond the limit, is told with what to do', async () => {
    await serve({ assets: {}, most: 1 })
    await expect(open('github:marsh-lab/heron@v9')).rejects.toThrow(/no release "v9" of marsh-lab\/heron .*gh:owner/)
    await expect(open('github:marsh-lab/heron@v1.0')).rejects.toThrow(/so many times an hour.*try again in an hour/)
    await expect(open('github:marsh-lab/heron@v1.0')).rejects.toMatchObject({ code: 'network' })
    await expect(open('github:marsh-lab/heron@v1.0', { offline: true })).rejects.toThrow(/offline/)
  })
})

test.each([
  ['github:marsh-lab/heron@v1.0', 'v1.0'],
  ['github:marsh-lab/heron', null],
  ['https://github.com/marsh-lab/heron/releases', null],
  ['https://github.com/marsh-lab/heron/releases/latest', null],
  ['https://github.com/marsh-lab/heron/releases/tag/models%2Fv1', 'models/v1'],
  ['https://www.github.com/marsh-lab/heron/releases/tag/models/v1', 'models/v1'],
  ['https://github.com/marsh-lab/heron/releases/download/v1.0/heron.safetensors', 'v1.0'],
])('%s names a release there', (target, tag) =>
  expect(readAddress(target, {})).toMatchObject({ owner: 'marsh-lab', name: 'heron', tag }),
)

test('repositories and other pages are for git, and a name that can be none is an error', () => {
  for (const other of ['', '/tree/v1.0', '/issues/1', '/releases/tag/', '/releases/tag/a..b'])
    expect(readAddress(`https://github.com/marsh-lab/heron${other}`, {})).toBeNull()
  expect(readAddress('https://github.example/marsh-lab/heron/releases/tag/v1', {})).toBeNull()
  expect(() => readAddress('github:heron', {})).toThrow(/no release at GitHub/)
  expect(() => readAddress('github:marsh-lab/heron@--upload-pack=x y', {})).toThrow(/no release at GitHub/)
})
