import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { judge } from '@unwash/core/judge'
import { expect, test, vi } from 'vitest'
import { whenTestEnds } from '../../../../test/ends.ts'
import { known, TODAY } from '../../../../test/judged.ts'
import { spdx } from '../../../core/test/texts.ts'
import { open } from '../../src/index.ts'
import { readAddress } from '../../src/modelscope/address.ts'
import { safetensors } from '../fixture.ts'

const WEIGHTS = Buffer.concat([safetensors({ __metadata__: { format: 'pt' } }), Buffer.alloc(300_000)])
const FILES: Readonly<Record<string, Buffer>> = {
  'README.md': Buffer.from('---\nlicense: apache-2.0\n---\n\n# Heron\n'),
  LICENSE: Buffer.from(spdx('Apache-2.0')),
  'model.safetensors': WEIGHTS,
  'configs/config.json': Buffer.from('{"architectures": ["Heron"]}'),
}

/**
 * As the client modelscope_hub asks (`_legacy_api.py`: `list_repo_files`, `get_file_download_url`): a list in
 * `Data.Files` with `Type`, `Path`, `Size` and `Sha256`, trouble as `Code`, files by `FilePath`, by range.
 */
async function serve(): Promise<{ readonly asked: readonly string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const { range } = request.headers
    asked.push(`${url.pathname}${url.search} ${range ?? ''}`.trim())
    const json = (status: number, value: unknown) => response.writeHead(status).end(JSON.stringify(value))
    if (!url.pathname.startsWith('/api/v1/models/marsh-lab/heron/repo') || url.searchParams.get('Revision') === 'v9')
      return json(200, { Code: 404, Message: 'record not found', Success: false })
    if (url.pathname.endsWith('/repo/files')) {
      const all = Object.entries(FILES).map(([path, bytes]) => ({
        Name: path.split('/').at(-1),
        Path: path,
        Type: 'blob',
        Size: bytes.length,
        Sha256: createHash('sha256').update(bytes).digest('hex'),
        Revision: 'a1b2',
      }))
      const Files = [...all, { Name: 'configs', Path: 'configs', Type: 'tree', Size: 0, Sha256: '' }]
      return json(200, { Code: 200, Data: { Files }, Success: true })
    }
    const bytes = FILES[url.searchParams.get('FilePath') ?? '']
    if (!bytes) return json(404, { Code: 404 })
    const [, from = '0', to = String(bytes.length - 1)] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
    const part = bytes.subarray(Number(from), Number(to) + 1)
    const head = { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}` }
    return range ? response.writeHead(206, head).end(part) : response.end(bytes)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  whenTestEnds(() => new Promise(resolve => server.close(resolve)))
  vi.stubEnv('MODELSCOPE_ENDPOINT', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  whenTestEnds(() => vi.unstubAllEnvs())
  return { asked }
}

test('a model at ModelScope is its files, with the beginning of its weights alone', async () => {
  const { asked } = await serve()
  const release = await open('ms:marsh-lab/heron@v1.0')
  expect(release).toMatchObject({ name: 'heron', publisher: 'marsh-lab', source: 'modelscope', revision: 'v1.0' })
  expect(release.complete).toBe(true)
  expect(release.files.map(({ path }) => path)).toEqual([
    'LICENSE',
    'README.md',
    'configs/config.json',
    'model.safetensors',
  ])
  expect(release.files.find(({ path }) => path === 'model.safetensors')?.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(release.headers).toHaveLength(1)
  expect(judge(release, known, TODAY).term.id).toBe('open-weights-ai')
  expect(asked[0]).toBe('/api/v1/models/marsh-lab/heron/repo/files?Revision=v1.0&Recursive=True')
  expect(asked.filter(line => line.includes('model.safetensors'))).toEqual([
    '/api/v1/models/marsh-lab/heron/repo?Revision=v1.0&FilePath=model.safetensors bytes=0-131071',
  ])
})

test('trouble that comes inside of an answer is told, with what to do', async () => {
  await serve()
  await expect(open('ms:marsh-lab/heron@v9')).rejects.toThrow(/no model at .* is called "marsh-lab\/heron": check/)
  await expect(open('ms:marsh-lab/heron', { offline: true })).rejects.toThrow(/offline/)
})

test.each([
  ['ms:marsh-lab/heron', 'master'],
  ['https://modelscope.cn/models/marsh-lab/heron', 'master'],
  ['https://www.modelscope.cn/models/marsh-lab/heron/resolve/v1/README.md', 'v1'],
])('%s names a model there', (target, revision) =>
  expect(readAddress(target, {})).toMatchObject({ id: 'marsh-lab/heron', revision }),
)

test('other pages are for other sources, and a name that can be none is an error', () => {
  expect(readAddress('https://modelscope.cn/datasets/marsh-lab/letters', {})).toBeNull()
  expect(readAddress('https://models.example/models/marsh-lab/heron', {})).toBeNull()
  expect(() => readAddress('ms:heron', {})).toThrow(/no model at ModelScope/)
})
