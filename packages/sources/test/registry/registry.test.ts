import { gzipSync } from 'node:zlib'
import { judge } from '@unwash/core/judge'
import { TEXTS_OF_A_KIND } from '@unwash/core/release/limits'
import type { Release } from '@unwash/core/release/release'
import { describe, expect, test } from 'vitest'
import { known, TODAY } from '../../../../test/judged.ts'
import { spdx } from '../../../core/test/texts.ts'
import { open } from '../../src/index.ts'
import { readAddress } from '../../src/registry/address.ts'
import { gguf } from '../fixture.ts'
import { type RegistrySetup, serveRegistry, tarOf } from './server.ts'

const reportOfRelease = (release: Release) => judge(release, known, TODAY)
const bytes = (text: string) => new TextEncoder().encode(text)
const WEIGHTS = new Uint8Array(
  Buffer.concat([gguf({ 'general.architecture': 'heron', 'general.license': 'mit' }), Buffer.alloc(400_000)]),
)

/** As `ollama push` makes it: server/create.go of ollama/ollama. */
const OLLAMA: RegistrySetup = {
  repository: 'marsh-lab/heron',
  tag: '7b',
  manifestType: 'application/vnd.docker.distribution.manifest.v2+json',
  config: {
    mediaType: 'application/vnd.docker.container.image.v1+json',
    bytes: bytes(JSON.stringify({ model_format: 'gguf', model_family: 'heron' })),
  },
  layers: [
    { mediaType: 'application/vnd.ollama.image.model', bytes: WEIGHTS },
    { mediaType: 'application/vnd.ollama.image.license', bytes: bytes(spdx('MIT')) },
    { mediaType: 'application/vnd.ollama.image.params', bytes: bytes('{"temperature": 1}') },
  ],
}

/**
 * As the ModelPack specification has it: docs/spec.md, docs/config.md and docs/annotations.md of modelpack/model-spec.
 */
const MODELPACK: RegistrySetup = {
  repository: 'marsh-lab/models/heron',
  tag: 'v1',
  manifestType: 'application/vnd.oci.image.manifest.v1+json',
  artifactType: 'application/vnd.cncf.model.manifest.v1+json',
  config: {
    mediaType: 'application/vnd.cncf.model.config.v1+json',
    bytes: bytes(
      JSON.stringify({ descriptor: { vendor: 'Marsh Lab', licenses: ['Apache-2.0'] }, config: {}, modelfs: {} }),
    ),
  },
  layers: [
    {
      mediaType: 'application/vnd.cncf.model.weight.v1.raw',
      bytes: WEIGHTS,
      annotations: { 'org.cncf.model.filepath': 'heron.gguf' },
    },
    {
      mediaType: 'application/vnd.cncf.model.doc.v1.tar+gzip',
      bytes: gzipSync(tarOf({ LICENSE: spdx('Apache-2.0'), 'docs/README.md': '# Heron\n' })),
    },
    {
      mediaType: 'application/vnd.cncf.model.weight.config.v1.raw',
      bytes: bytes('{"architectures": ["Heron"]}'),
      annotations: { 'org.cncf.model.filepath': 'config.json' },
    },
  ],
}

describe('a model in the registry of Ollama', () => {
  test('is its layers: weights whose header alone is read, a license, parameters', async () => {
    const served = await serveRegistry({ ...OLLAMA, tokens: true, store: true })
    const release = await open(`ollama:http://${served.host}/marsh-lab/heron:7b`)
    expect(release).toMatchObject({ name: 'heron', publisher: 'marsh-lab', source: 'registry', complete: true })
    expect(release.revision).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(release.files.map(({ path, size }) => [path, size])).toEqual([
      ['LICENSE', spdx('MIT').length],
      ['model.gguf', WEIGHTS.length],
      ['params.json', 18],
    ])
    expect(release.headers[0]?.metadata['general.license']).toBe('mit')
    const report = reportOfRelease(release)
    expect(report.term.id).toBe('open-weights-ai')
    expect(report.licenses.map(({ id }) => id)).toContain('mit')
    // the weights by range, once, and never the whole; the token stays with the registry
    expect(served.asked.filter(line => line.includes('bytes='))).toMatchObject([
      expect.stringMatching(/^GET \/v2\/\S+ bytes=0-131071 token$/),
      expect.stringMatching(/^GET \/store\/\S+ bytes=0-131071$/),
    ])
  })

  test.each([
    ['ollama:heron', 'https://registry.ollama.ai', 'library/heron', 'latest', 'https://ollama.com/library/heron'],
    ['ollama:marsh/heron:7b', 'https://registry.ollama.ai', 'marsh/heron', '7b', 'https://ollama.com/marsh/heron'],
    [
      'https://ollama.com/library/heron:7b',
      'https://registry.ollama.ai',
      'library/heron',
      '7b',
      'https://ollama.com/library/heron',
    ],
    [
      'https://ollama.com/marsh/heron',
      'https://registry.ollama.ai',
      'marsh/heron',
      'latest',
      'https://ollama.com/marsh/heron',
    ],
    ['oci://models.example/a/b/heron:v1', 'https://models.example', 'a/b/heron', 'v1', null],
    ['oci://localhost:5000/heron', 'http://localhost:5000', 'heron', 'latest', null],
    ['oci://localhost.hedge.example/heron', 'https://localhost.hedge.example', 'heron', 'latest', null],
  ])('%s is named as its own programs name it', (target, endpoint, repository, reference, page) =>
    expect(readAddress(target)).toEqual({ endpoint, repository, reference, page }),
  )

  test.each(['ollama:', 'ollama:a b', 'oci://', 'oci://models.example/heron:..', 'oci://models.example/../x'])(
    '%s names none',
    target => expect(() => readAddress(target)).toThrow(/no model in a registry is named by/),
  )

  test.each(['https://ollama.com/blog', 'https://models.example/library/heron', 'hf:marsh-lab/heron'])(
    '%s is for another source',
    target => expect(readAddress(target)).toBeNull(),
  )
})

describe('a ModelPack artifact', () => {
  test('is its files, with archives of texts unpacked, and the license of its configuration', async () => {
    const { host } = await serveRegistry(MODELPACK)
    const release = await open(`oci://${host}/marsh-lab/models/heron:v1`)
    expect(release).toMatchObject({ name: 'heron', publisher: 'marsh-lab', complete: true })
    expect(release.files.map(({ path }) => path)).toEqual(['LICENSE', 'config.json', 'docs/README.md', 'heron.gguf'])
    expect(release.texts.get('LICENSE')?.content).toContain('Apache License')
    expect(release.hub?.card).toEqual({ licenses: ['Apache-2.0'] })
    expect(reportOfRelease(release).term.id).toBe('open-weights-ai')
    // by its digest it is the same
    const again = await open(`oci://${host}/marsh-lab/models/heron@${release.revision}`)
    expect(again.revision).toBe(release.revision)
  })

  const card = { mediaType: 'application/vnd.cncf.model.doc.v1.raw', bytes: bytes('---\nlicense: mit\n---\n# Heron\n') }
  const readme = { ...card, annotations: { 'org.cncf.model.filepath': 'README.md' } }
  const saying = (descriptor: object) => ({ ...MODELPACK.config, bytes: bytes(JSON.stringify({ descriptor })) })
  test.each<[string, Partial<RegistrySetup>]>([
    ['its configuration', { config: saying({ licenses: ['CC-BY-NC-4.0'] }) }],
    ['its configuration, in another spelling', { config: saying({ License: 'CC-BY-NC-4.0' }) }],
    [
      'its labels',
      { config: { ...MODELPACK.config, bytes: bytes('{"config":{"Labels":{"license":"cc-by-nc-4.0"}}}') } },
    ],
    ['its annotations', { annotations: { 'org.opencontainers.image.licenses': 'CC-BY-NC-4.0' } }],
    [
      'an annotation of a layer',
      { layers: [{ ...readme, annotations: { ...readme.annotations, 'org.cncf.model.license': 'CC-BY-NC-4.0' } }] },
    ],
  ])('is under what %s says beside its card', async (_, setup) => {
    const [weights] = MODELPACK.layers
    const layers = [...(weights ? [weights] : []), ...(setup.layers ?? [readme])]
    const { host } = await serveRegistry({ ...MODELPACK, ...setup, layers })
    const report = reportOfRelease(await open(`oci://${host}/marsh-lab/models/heron:v1`))
    expect(report.term.floor).toBe('weights-available-ai')
  })

  test('whose archive cannot be unpacked has texts that nobody read', async () => {
    const [weights, , settings] = MODELPACK.layers
    const broken = { mediaType: 'application/vnd.cncf.model.doc.v1.tar+zstd', bytes: bytes('no archive') }
    const layers = [weights, broken, settings].flatMap(layer => layer ?? [])
    const { host } = await serveRegistry({ ...MODELPACK, layers })
    const release = await open(`oci://${host}/marsh-lab/models/heron:v1`)
    expect(release.unread).toMatchObject([{ path: 'doc.tar.zstd/', why: 'failed' }])
    expect(reportOfRelease(release).term.floor).not.toBe('open-weights-ai')
  })

  const bans = 'The weights may not be used for commercial purposes.\n'
  const entries = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`a/${at}.json`, '{}']))
  test.each([
    ['a link', tarOf({ LICENSE: { link: 'terms.bin' }, 'terms.bin': bans }), 'LICENSE', 'link'],
    ['more entries than are read', tarOf({ ...entries, LICENSE: bans }), 'doc.tar/', 'too-many'],
    [
      'a block of zeros before the rest',
      Buffer.concat([Buffer.from(tarOf({ 'a.json': '{}' })), tarOf({ LICENSE: bans })]),
      'doc.tar/',
      'too-many',
    ],
  ] as const)('whose archive has %s has more than was read', async (_, tar, path, why) => {
    const [weights, , settings] = MODELPACK.layers
    const archive = { mediaType: 'application/vnd.cncf.model.doc.v1.tar', bytes: new Uint8Array(tar) }
    const layers = [weights, archive, settings].flatMap(layer => layer ?? [])
    const { host } = await serveRegistry({ ...MODELPACK, layers })
    const release = await open(`oci://${host}/marsh-lab/models/heron:v1`)
    expect(release).toMatchObject({ complete: false, unread: [{ path, why }] })
    expect(reportOfRelease(release).term.floor).not.toBe('open-weights-ai')
  })
})

describe('archives without end', () => {
  const doc = (files: Readonly<Record<string, string>>) => ({
    mediaType: 'application/vnd.cncf.model.doc.v1.tar+gzip',
    bytes: gzipSync(tarOf(files)),
  })
  const served = (layers: RegistrySetup['layers']) => serveRegistry({ ...MODELPACK, layers })
  const full = expect.stringContaining('as much as is unpacked of one release')

  test('are unpacked up to what one release may hold in bytes, and the rest is unread', async () => {
    const bombs = Array.from({ length: 40 }, (_, at) => doc({ [`${at}.md`]: `${at}`.padEnd(7 * 1024 * 1024) }))
    expect(Math.max(...bombs.map(({ bytes: { length } }) => length))).toBeLessThan(10_000)
    const { host, asked } = await served([...bombs, doc({ LICENSE: spdx('MIT') })])
    const release = await open(`oci://${host}/marsh-lab/models/heron:v1`)
    const cut = release.unread?.filter(({ why }) => why === 'too-many') ?? []
    // ten of seven megabytes are the first to hold more than 64
    expect(cut).toHaveLength(31)
    expect(cut[0]).toMatchObject({ says: full })
    expect(asked.filter(line => line.includes('/blobs/'))).toHaveLength(11)
    expect(release.texts.has('LICENSE')).toBe(false)
    expect(reportOfRelease(release).term.floor).not.toBe('open-weights-ai')
  })

  test('are asked for a number of times', async () => {
    const many = Array.from({ length: 250 }, (_, at) => doc({ [`${at}.md`]: `Note ${at}.` }))
    const { host, asked } = await served(many)
    const release = await open(`oci://${host}/marsh-lab/models/heron:v1`)
    const left = (release.unread ?? []).filter(({ why }) => why === 'too-many')
    // the documents of the others are more than are read as well
    expect(left.filter(({ path }) => path.endsWith('/'))).toHaveLength(50)
    expect(left).toHaveLength(50 + 200 - TEXTS_OF_A_KIND.document)
    expect(asked.filter(line => line.includes('/blobs/'))).toHaveLength(201)
  })
})

describe('a registry that gives something else', () => {
  test('than the bytes of a digest is not believed', async () => {
    const { host } = await serveRegistry({ ...OLLAMA, wrong: 1 })
    const release = await open(`oci://${host}/marsh-lab/heron:7b`)
    expect(release.texts.has('LICENSE')).toBe(false)
    expect(release.unread).toMatchObject([{ path: 'LICENSE', why: 'failed' }])
  })

  test('than a model under the name says so, and what to do', async () => {
    const { host } = await serveRegistry(OLLAMA)
    await expect(open(`oci://${host}/marsh-lab/heron:9b`)).rejects.toThrow(/9b.*check the name and the tag/)
    await expect(open(`oci://${host}/marsh-lab/heron:7b`, { offline: true })).rejects.toThrow(/offline/)
  })
})
