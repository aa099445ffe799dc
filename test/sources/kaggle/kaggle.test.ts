import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { gather } from '../../../src/evidence/index.ts'
import { judge } from '../../../src/judge.ts'
import { open } from '../../../src/sources/index.ts'
import { readAddress } from '../../../src/sources/kaggle/address.ts'
import { whenTestEnds } from '../../ends.ts'
import { known, TODAY } from '../../licensing/judged.ts'
import { spdx } from '../../licensing/texts.ts'
import { safetensors } from '../fixture.ts'

const WEIGHTS = Buffer.concat([safetensors({ __metadata__: { format: 'pt' } }), Buffer.alloc(300_000)])

interface Served {
  readonly files: Readonly<Record<string, Buffer>>
  readonly instance?: Readonly<Record<string, unknown>>
  readonly description?: string
  /** its terms have to be agreed to: the list is for everybody, the files are not */
  readonly consent?: boolean
  /** every page says that the first one follows */
  readonly circle?: boolean
}

/**
 * As the clients kagglehub and kagglesdk ask by GET (`http_resolver.py`, `model_api_service.py`): `…/get` of a model
 * and of a
 * variation with `versionNumber`, `…/files` with `files` and `nextPageToken`, `…/download/PATH` sent on to a store.
 */
async function serve({ files, instance = {}, description = '', consent, circle }: Served): Promise<string[]> {
  const asked: string[] = []
  const all = Object.entries(files)
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const { range } = request.headers
    asked.push(`${url.pathname}${url.search} ${range ?? ''}`.trim())
    const json = (status: number, value: unknown) => response.writeHead(status).end(JSON.stringify(value))
    const path = url.pathname.replace(/^\/api\/v1\/models\/marsh-lab\/heron/, '')
    if (path.startsWith('/store/')) {
      const bytes = files[path.slice('/store/'.length)] ?? Buffer.alloc(0)
      const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
      const part = bytes.subarray(Number(from), Number(to) + 1)
      const head = { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}` }
      return range ? response.writeHead(206, head).end(part) : response.end(bytes)
    }
    if (path === '/get') return json(200, { id: 1, ref: 'marsh-lab/heron', slug: 'heron', description })
    if (path === '/pyTorch/7b/get') return json(200, { id: 2, slug: '7b', versionNumber: 3, ...instance })
    if (/^\/pyTorch\/7b\/[1-3]\/files$/.test(path)) {
      const from = Number(url.searchParams.get('page_token') ?? 0)
      const to = from + Math.min(Number(url.searchParams.get('page_size') ?? 20), 50)
      const some = all.slice(from, to).map(([name, { length }]) => ({ name, size: length, creationDate: '2026-01-01' }))
      return json(200, { files: some, nextPageToken: circle ? '0' : to < all.length ? String(to) : '' })
    }
    const [, name = ''] = /^\/pyTorch\/7b\/[1-3]\/download\/(.+)$/.exec(path) ?? []
    if (!Object.hasOwn(files, name)) return json(404, { code: 404, message: 'Not found' })
    if (consent) return json(403, { code: 403, message: 'You must consent to the license' })
    return response.writeHead(302, { location: `/store/${name}` }).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  whenTestEnds(() => new Promise(resolve => server.close(resolve)))
  vi.stubEnv('KAGGLE_API_ENDPOINT', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  whenTestEnds(() => vi.unstubAllEnvs())
  return asked
}

const FILES = { LICENSE: Buffer.from(spdx('Apache-2.0')), 'weights/heron.safetensors': WEIGHTS }

describe('a variation of a model at Kaggle', () => {
  test('is its files at the newest version, with the beginning of its weights alone, and what its pages say', async () => {
    const instance = { licenseName: 'Apache 2.0', overview: 'Seven billion.', usage: 'Load it.' }
    const asked = await serve({ files: FILES, instance, description: '# Heron\n\nA model of birds.' })
    const release = await open('kaggle:marsh-lab/heron/pyTorch/7b')
    expect(release).toMatchObject({ name: 'heron', publisher: 'marsh-lab', source: 'kaggle', revision: '3' })
    expect(release.place).toMatch(/\/models\/marsh-lab\/heron\/pyTorch\/7b\/3$/)
    expect(release.complete).toBe(true)
    expect(release.files.map(({ path, size }) => `${path} ${size}`)).toEqual([
      `LICENSE ${FILES.LICENSE.length}`,
      'MODEL_CARD.md 26',
      'VARIATION.md 24',
      `weights/heron.safetensors ${WEIGHTS.length}`,
    ])
    expect(release.texts.get('VARIATION.md')?.content).toBe('Seven billion.\n\nLoad it.')
    expect(release.headers).toHaveLength(1)
    expect(judge(release, known, TODAY).term.id).toBe('open-weights-ai')
    const root = '/api/v1/models/marsh-lab/heron/pyTorch/7b'
    expect(asked).toContain(`${root}/3/files?page_size=100`)
    expect(asked).toContain(`${root}/3/download/weights/heron.safetensors bytes=0-131071`)
  })

  test('declares its license and its bases', async () => {
    const base = { id: 9, owner: { id: 1, slug: 'hedgerow' }, modelSlug: 'wren', instanceSlug: '1b' }
    const instance = { licenseName: 'CC BY-NC 4.0', baseModelInstanceInformation: base }
    await serve({ files: { 'heron.safetensors': WEIGHTS }, instance })
    const release = await open('kaggle:marsh-lab/heron/pyTorch/7b/2')
    expect(release.revision).toBe('2')
    const evidence = gather(release, known.knowledge)
    expect(evidence.metadata.bases.map(({ value }) => value)).toContain('hedgerow/wren')
    const report = judge(release, known, TODAY)
    expect(JSON.stringify(report.licenses)).toContain('cc-by-nc-4.0')
  })

  test('is listed to its end, and a list that goes in a circle is not complete', async () => {
    const files = Object.fromEntries([...Array(120).keys()].map(n => [`part-${n}.bin`, Buffer.from('x')]))
    await serve({ files })
    expect((await open('kaggle:marsh-lab/heron/pyTorch/7b')).files).toHaveLength(120)
    await serve({ files, circle: true })
    const release = await open('kaggle:marsh-lab/heron/pyTorch/7b')
    expect(release.complete).toBe(false)
    expect(release.unread).toContainEqual(expect.objectContaining({ path: './', why: 'failed' }))
  })

  test('whose terms have to be agreed to is what is told to everybody', async () => {
    await serve({ files: FILES, instance: { licenseName: 'Gemma' }, consent: true })
    const release = await open('kaggle:marsh-lab/heron/pyTorch/7b')
    expect(release.texts.size).toBe(0)
    expect(release.unread).toContainEqual(expect.objectContaining({ path: 'LICENSE', why: 'failed' }))
    expect(release.hub?.card).toEqual({ license: 'Gemma' })
  })

  test('that is not there is told with what to do', async () => {
    await serve({ files: FILES })
    await expect(open('kaggle:marsh-lab/heron/pyTorch/9b')).rejects.toThrow(/no model at .* is called .*: check owner/)
    await expect(open('kaggle:marsh-lab/heron/pyTorch/7b', { offline: true })).rejects.toThrow(/offline/)
  })
})

test.each([
  ['kaggle:marsh-lab/heron/pyTorch/7b', null],
  ['kaggle:marsh-lab/heron/pyTorch/7b/2', 2],
  ['https://www.kaggle.com/models/marsh-lab/heron/pyTorch/7b', null],
  ['https://kaggle.com/models/marsh-lab/heron/pyTorch/7b/2', 2],
])('%s names a variation there', (target, version) =>
  expect(readAddress(target, {})).toEqual({
    endpoint: 'https://www.kaggle.com',
    owner: 'marsh-lab',
    model: 'heron',
    framework: 'pyTorch',
    variation: '7b',
    version,
  }),
)

test('other pages are for other sources, and a model without a variation is an error that says what to give', () => {
  expect(readAddress('https://www.kaggle.com/datasets/marsh-lab/letters', {})).toBeNull()
  expect(readAddress('https://models.example/models/marsh-lab/heron/pyTorch/7b', {})).toBeNull()
  expect(() => readAddress('https://www.kaggle.com/models/marsh-lab/heron', {})).toThrow(/kaggle:marsh-lab\/heron\/FRA/)
  for (const wrong of ['marsh-lab/heron', 'marsh-lab/heron/pyTorch/7b/0', 'marsh-lab/../pyTorch/7b', 'a/b/c/d/1/e'])
    expect(() => readAddress(`kaggle:${wrong}`, {})).toThrow(/no variation/)
})
