import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { bittern, egret, heron, reeds, releases } from '../../../../test/hub/releases.ts'
import { repositoryOf } from '../../../../test/hub/repository.ts'
import { open } from '../../src/index.ts'
import { safetensors } from '../bytes.ts'
import { aHub } from './fixture.ts'

const setup = { releases, tokens: ['invented-token', 'a-token-with-access'] }
const HERON = repositoryOf(heron).sha

const pathsOf = (hub: { readonly requests: readonly { readonly at: string; readonly path: string }[] }) =>
  hub.requests.map(({ at, path }) => `${at} ${path.replace(/\?.*$/, '').replace(/[0-9a-f]{40}/, 'SHA')}`)

describe('a model', () => {
  test('is read at the commit that its revision is at', async () => {
    const hub = await aHub(setup)
    const release = await open('marsh-lab/heron-7b')
    expect(release).toMatchObject({
      name: 'heron-7b',
      publisher: 'marsh-lab',
      source: 'hub',
      place: `${hub.endpoint}/marsh-lab/heron-7b`,
      revision: HERON,
      complete: true,
      notes: [],
    })
    expect(release.files.map(({ path }) => path)).toEqual([
      'README.md',
      'config.json',
      'generation_config.json',
      'heron-7b.gguf',
      'model.safetensors',
      'special_tokens_map.json',
    ])
    expect([...release.texts.keys()]).toEqual(['README.md', 'config.json', 'generation_config.json'])
    expect(release.texts.get('README.md')?.content).toBe(heron.files?.['README.md'])
    expect(release.headers).toMatchObject([
      { path: 'heron-7b.gguf', metadata: { 'general.license': 'apache-2.0' } },
      { path: 'model.safetensors', parameters: 2_048_000 },
    ])
    expect(release.files.find(({ path }) => path === 'model.safetensors')?.size).toBe(4_100_000)
  })

  test('takes two requests to know, and two for each text and header: one of them is a redirect', async () => {
    const hub = await aHub(setup)
    await open('marsh-lab/heron-7b')
    expect(pathsOf(hub).slice(0, 2)).toEqual([
      'hub /api/models/marsh-lab/heron-7b',
      'hub /api/models/marsh-lab/heron-7b/tree/SHA',
    ])
    expect(hub.requests).toHaveLength(2 + 2 * 5)
    expect(hub.requests.filter(({ at }) => at === 'store').map(({ range }) => range)).toEqual([
      'bytes=0-131071',
      'bytes=0-131071',
    ])
  })

  test('is read by an address on the web, or a tag', async () => {
    const hub = await aHub(setup)
    expect((await open(`${hub.endpoint}/marsh-lab/heron-7b/tree/v1`)).revision).toBe(HERON)
    expect((await open('https://huggingface.co/marsh-lab/heron-7b')).revision).toBe(HERON)
    expect((await open('marsh-lab/heron-7b@v1')).revision).toBe(HERON)
  })

  test('that was renamed is published by whom it is now, and is asked for by its new name after one request', async () => {
    const hub = await aHub({ ...setup, moved: { 'old-heron': 'marsh-lab/heron-7b' } })
    const release = await open('hf:old-heron')
    expect(release).toMatchObject({
      name: 'heron-7b',
      publisher: 'marsh-lab',
      place: `${hub.endpoint}/marsh-lab/heron-7b`,
    })
    expect(release.files).toHaveLength(6)
    expect(hub.requests.filter(({ path }) => path.includes('old-heron'))).toHaveLength(1)
  })

  test('has the SHA-256 of its weights by the list of its files', async () => {
    await aHub(setup)
    const { files } = await open('marsh-lab/heron-7b')
    const weights = repositoryOf(heron).files.find(({ path }) => path === 'model.safetensors')
    expect(files.flatMap(({ path, sha256 }) => (sha256 ? [path] : []))).toEqual(['heron-7b.gguf', 'model.safetensors'])
    expect(files.find(({ path }) => path === 'model.safetensors')?.sha256).toBe(weights?.sha256)
  })

  test('has as many pages of files as there are', async () => {
    const files = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`shard-${at}.json`, '{}']))
    const hub = await aHub({ releases: [{ publisher: 'marsh-lab', name: 'rail', files }], page: 10 })
    expect((await open('marsh-lab/rail')).files).toHaveLength(25)
    expect(hub.requests.filter(({ path }) => path.includes('/tree/'))).toHaveLength(3)
  })

  test('whose header is long is asked for the rest of it, and not for its beginning again', async () => {
    const shape = { dtype: 'BF16', shape: [4], data_offsets: [0, 8] }
    const header = Object.fromEntries(Array.from({ length: 4_000 }, (_, at) => [`layer.${at}.weight`, shape]))
    const files = { 'model.safetensors': { size: 9_000_000 } }
    const bytes = safetensors(header)
    const hub = await aHub({
      releases: [{ publisher: 'marsh-lab', name: 'long', files, beginnings: { 'model.safetensors': bytes } }],
    })
    const { headers } = await open('marsh-lab/long')
    expect(headers[0]?.tensors).toBe(4_000)
    expect(hub.requests.filter(({ at }) => at === 'store').map(({ range }) => range)).toEqual([
      'bytes=0-131071',
      `bytes=131072-${bytes.length - 1}`,
    ])
  })

  test('keeps a note of a file that cannot be had, and goes on', async () => {
    const hub = await aHub(setup)
    hub.fail(/config\.json/, { status: 404 }, 99)
    const release = await open('marsh-lab/heron-7b')
    expect(release.texts.has('README.md')).toBe(true)
    expect(release.notes).toEqual([
      { says: 'config.json could not be read: the hub says 404', path: 'config.json' },
      { says: 'generation_config.json could not be read: the hub says 404', path: 'generation_config.json' },
    ])
  })

  test('with paths that lead elsewhere has them left out, and is not complete', async () => {
    const hub = await aHub(setup)
    const entries = ['../../../api/whoami', 'a//b', 'README.md'].map(path => ({ type: 'file', path, size: 3 }))
    hub.fail(/tree/, { status: 200, body: JSON.stringify(entries) })
    const { files, complete } = await open('marsh-lab/heron-7b')
    expect(files.map(({ path }) => path)).toEqual(repositoryOf(heron).files.map(({ path }) => path))
    expect(complete).toBe(false)
  })
})

describe('the second time', () => {
  test('one request tells that nothing moved', async () => {
    const hub = await aHub(setup)
    const first = await open('tidewater/egret-7b')
    hub.forget()
    expect(await open('tidewater/egret-7b')).toEqual(first)
    expect(pathsOf(hub)).toEqual(['hub /api/models/tidewater/egret-7b'])
  })

  test('at a commit nothing is asked at all', async () => {
    const hub = await aHub(setup)
    const target = `hf:tidewater/egret-7b@${repositoryOf(egret).sha}`
    const first = await open(target)
    hub.forget()
    expect(await open(target)).toEqual(first)
    expect(hub.requests).toEqual([])
  })

  test('what was published since is read', async () => {
    const hub = await aHub(setup)
    await open('marsh-lab/heron-7b')
    const next = hub.publish({ ...heron, files: { ...heron.files, 'README.md': '# Heron, again\n' } })
    const release = await open('marsh-lab/heron-7b')
    expect(release.revision).toBe(next.sha)
    expect(release.texts.get('README.md')?.content).toBe('# Heron, again\n')
  })

  test('a damaged cache is asked for again', async () => {
    const hub = await aHub(setup)
    const first = await open('marsh-lab/heron-7b')
    const kept = filesIn(hub.cache)
    expect(kept.length).toBeGreaterThan(7)
    for (const path of kept) writeFileSync(path, readFileSync(path).subarray(0, -3))
    expect(await open('marsh-lab/heron-7b')).toEqual(first)
  })

  test('what is kept is for its owner alone, and nothing is left half-written', async () => {
    const hub = await aHub(setup)
    await open('marsh-lab/heron-7b')
    for (const path of filesIn(hub.cache)) {
      expect(statSync(path).mode & 0o077).toBe(0)
      expect(path).not.toContain('.tmp')
    }
  })

  test('a cache that cannot be written costs requests, and nothing else', async () => {
    const hub = await aHub(setup)
    const file = join(hub.cache, 'file')
    writeFileSync(file, '')
    vi.stubEnv('XDG_CACHE_HOME', file)
    expect((await open('marsh-lab/heron-7b')).texts.size).toBe(3)
  })
})

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))

describe('a day gone by', () => {
  const then = { ...heron, files: { ...heron.files, 'README.md': '# Heron, as it was\n' } }

  test('is read at its last commit', async () => {
    const hub = await aHub()
    const first = hub.publish(then, '2026-02-01')
    const second = hub.publish(heron, '2026-03-01')
    const was = await open('marsh-lab/heron-7b', { on: '2026-02-28' })
    expect({ revision: was.revision, card: was.texts.get('README.md')?.content }).toEqual({
      revision: first.sha,
      card: '# Heron, as it was\n',
    })
    expect(was.notes[0]?.says).toBe('as of 2026-02-28 are the files; gate and bases are as the hub has them now')
    expect((await open('marsh-lab/heron-7b', { on: '2026-03-01' })).revision).toBe(second.sha)
    expect((await open(`marsh-lab/heron-7b@${second.sha}`, { on: '2026-02-28' })).revision).toBe(second.sha)
  })

  test('before there was anything, and one offline, cannot be read', async () => {
    await aHub(setup)
    await expect(open('marsh-lab/heron-7b', { on: '2025-02-01' })).rejects.toThrow('no commit by 2025-02-01 in')
    const offline = open('marsh-lab/heron-7b', { on: '2026-02-01', offline: true })
    await expect(offline).rejects.toThrow('no history is read offline')
  })
})

describe('offline', () => {
  test('what was read is read again, and nothing is asked', async () => {
    const hub = await aHub(setup)
    const first = await open('tidewater/egret-7b')
    hub.forget()
    const again = await open('tidewater/egret-7b', { offline: true })
    expect({ ...again, notes: again.notes.slice(1) }).toEqual(first)
    expect(again.notes[0]?.says).toMatch(
      /^offline: the hub was at commit [0-9a-f]{12} on \d{4}-\d\d-\d\d, which is read$/,
    )
    expect(hub.requests).toEqual([])
  })

  test('what was not is told', async () => {
    const hub = await aHub(setup)
    await expect(open('marsh-lab/heron-7b', { offline: true })).rejects.toThrow(
      'nothing is in the cache of "marsh-lab/heron-7b": read it once without --offline',
    )
    await expect(open(`marsh-lab/heron-7b@${HERON}`, { offline: true })).rejects.toThrow('nothing is in the cache')
    await expect(open('https://git.example/a/b', { offline: true })).rejects.toThrow('is not read offline')
    expect(hub.requests).toEqual([])
  })

  test('a file that is missing in the cache has its note', async () => {
    const hub = await aHub(setup)
    hub.fail(/README/, { status: 404 }, 99)
    await open('marsh-lab/heron-7b')
    const { notes } = await open('marsh-lab/heron-7b', { offline: true })
    expect(notes.map(({ says }) => says)).toContain(
      'README.md could not be read: it is not in the cache, and nothing is asked for offline',
    )
  })
})

describe('behind a gate', () => {
  test('the list of files and what the hub says of it are read, and one file is asked for', async () => {
    const hub = await aHub(setup)
    const release = await open('hedgerow/bittern-13b')
    expect(release).toMatchObject({ complete: true, hub: { gated: 'manual', kind: 'model' } })
    expect(release.files.map(({ size }) => size)).not.toContain(null)
    expect(release.hub?.card).toMatchObject({
      license: 'other',
      license_name: 'hedgerow-research-1.0',
      extra_gated_eu_disallowed: true,
      extra_gated_fields: { Affiliation: true, Country: true },
    })
    expect([release.texts.size, release.headers.length]).toEqual([0, 0])
    expect(release.notes).toEqual([
      {
        says: `the files are refused without access, which is asked for at ${hub.endpoint}/hedgerow/bittern-13b: the hub says 401, Access to model hedgerow/bittern-13b is restricted. (GatedRepo)`,
      },
    ])
    expect(hub.requests).toHaveLength(3)
  })

  test('where the list is refused too, the names that the hub tells stand in its place', async () => {
    await aHub({ releases: [{ ...bittern, hidesTree: true }] })
    const { files, complete } = await open('hedgerow/bittern-13b')
    expect(files.map(({ path }) => path)).toContain('model-00001-of-00002.safetensors')
    expect({ complete, size: files[0]?.size }).toEqual({ complete: true, size: null })
  })

  test('a token without access is refused, and is told nowhere', async () => {
    await aHub(setup)
    vi.stubEnv('HF_TOKEN', 'invented-token')
    const release = await open('hedgerow/bittern-13b')
    expect(release.notes[0]?.says).toContain('the hub says 403')
    expect(JSON.stringify(release)).not.toContain('invented-token')
  })

  test('a token with access reads it all, and what it read stays in the cache', async () => {
    const hub = await aHub(setup)
    await open('hedgerow/bittern-13b')
    vi.stubEnv('HF_TOKEN', 'a-token-with-access')
    const release = await open('hedgerow/bittern-13b')
    expect([...release.texts.keys()]).toEqual(['LICENSE', 'README.md', 'config.json'])
    expect(hub.requests.filter(({ at, token }) => at === 'store' && token !== null)).toEqual([])
    const kept = filesIn(hub.cache).map(path => readFileSync(path, 'latin1'))
    expect(kept.filter(content => content.includes('a-token-with-access'))).toEqual([])
  })
})

describe('the bases of a model', () => {
  test('are looked up one step back, with the day', async () => {
    const hub = await aHub(setup)
    const { hub: facts, notes } = await open('tidewater/egret-7b')
    expect(facts?.bases).toEqual([
      {
        model: 'marsh-lab/heron-7b',
        api: `${hub.endpoint}/api/models/marsh-lab/heron-7b`,
        seenOn: new Date().toISOString().slice(0, 10),
        license: 'apache-2.0',
        licenseName: null,
      },
      expect.objectContaining({ model: 'marsh-lab/gone-7b', seenOn: null, license: null }),
    ])
    expect(notes).toEqual([{ says: 'no such base was found at the hub: marsh-lab/gone-7b' }])
  })

  test('that fail for a moment are asked for the next time', async () => {
    const hub = await aHub(setup)
    hub.fail(/api\/models\/marsh-lab\/heron/, { status: 400 })
    expect((await open('tidewater/egret-7b')).notes[0]?.says).toBe(
      'the base marsh-lab/heron-7b could not be looked up: the hub says 400',
    )
    expect((await open('tidewater/egret-7b')).hub?.bases[0]?.license).toBe('apache-2.0')
  })
})

test('a dataset is a release of its own, whatever model has its name', async () => {
  await aHub({ releases: [reeds, { ...heron, name: 'reeds' }] })
  const release = await open('hf:datasets/marsh-lab/reeds')
  expect(release).toMatchObject({ name: 'reeds', revision: repositoryOf(reeds).sha, hub: { kind: 'dataset' } })
})

describe('cannot be read, and says why', () => {
  test.each([
    ['nobody/nothing', /^no folder, and no model at \S+, called "nobody\/nothing": check the name; of a private one/],
    ['hf:datasets/marsh-lab/heron-7b', /^no dataset, but a model, is at \S+ under the name .*: give hf:marsh-lab/],
    ['hf:marsh-lab/reeds', /^no model, but a dataset, is at \S+ under the name .*: give hf:datasets\/marsh-lab\/reeds/],
    [
      'hf:marsh-lab',
      /^no model, but an organization, is at \S+ .*: give one of the models there as hf:marsh-lab\/MODEL/,
    ],
    ['hf:tidewater', /^no model, but a person, is at/],
    ['hf:nobody', /^no folder, and no model at/],
    ['marsh-lab/heron-7b@v9', /^no revision "v9" at \S+ of the model "marsh-lab\/heron-7b": give a branch/],
  ])('%s', async (target, says) => {
    await aHub({ ...setup, organizations: ['marsh-lab'] })
    await expect(open(target)).rejects.toThrow(says)
  })

  test.each([
    ['a web page in place of an answer', { status: 200, body: '<html>' }, 'something that is no JSON'],
    ['an answer about something else', { status: 200, body: '[1]' }, 'something else than what it knows'],
    ['a list of something else', { status: 200, body: '{"sha":"no"}' }, 'something else than'],
    ['a hub that fails', { status: 500 }, 'the hub says 500; try again later'],
  ])('%s', async (_, fault, says) => {
    const hub = await aHub(setup)
    hub.fail(/heron/, fault, 99)
    await expect(open('marsh-lab/heron-7b')).rejects.toThrow(says)
  })

  test('a model that the hub has closed', async () => {
    await aHub({ releases: [{ ...heron, disabled: true }] })
    await expect(open('marsh-lab/heron-7b')).rejects.toThrow('has closed the model "marsh-lab/heron-7b"')
  })

  test('a model that the hub has closed, and does not say so but in words', async () => {
    const hub = await aHub(setup)
    hub.fail(/heron/, { status: 403, headers: { 'x-error-message': 'Access to this resource is disabled.' } }, 9)
    await expect(open('marsh-lab/heron-7b')).rejects.toThrow('has closed the model "marsh-lab/heron-7b"')
    expect(hub.requests).toHaveLength(1)
  })

  test('a token that is none', async () => {
    await aHub(setup)
    vi.stubEnv('HF_TOKEN', 'mistyped')
    await expect(open('marsh-lab/heron-7b')).rejects.toThrow('check the token in HF_TOKEN')
  })

  test('a hub whose address is none', async () => {
    await aHub(setup)
    vi.stubEnv('HF_ENDPOINT', 'ftp://me:secret@hub.example')
    await expect(open('marsh-lab/heron-7b')).rejects.toThrow('HF_ENDPOINT is no address of a hub: "ftp://hub.example"')
  })
})
