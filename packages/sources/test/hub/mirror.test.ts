import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { audit } from '@unwash/library/audit'
import { describe, expect, test, vi } from 'vitest'
import { whenTestEnds } from '../../../../test/ends.ts'
import { heron } from '../../../../test/hub/releases.ts'
import { type RepositorySetup, repositoryOf } from '../../../../test/hub/repository.ts'
import type { HubSetup } from '../../../../test/hub/server.ts'
import { restOf } from '../../src/http/fetch.ts'
import { open } from '../../src/index.ts'
import { aHub, clientFor } from './fixture.ts'

/** A model whose weights are on the second page of its files. */
const paged: RepositorySetup = {
  ...heron,
  files: {
    ...heron.files,
    ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`aside/${String(at).padStart(2, '0')}.json`, '{}'])),
  },
}
const setup: HubSetup = { releases: [paged], page: 10 }

describe('a listing goes on', () => {
  test.each([
    ['at a mirror that passes on the links of the hub behind it', { links: 'https://huggingface.co' }],
    ['at a hub that has a path of its own', { prefix: '/api/huggingfaceml/main' }],
    ['at one with a path that passes on links', { prefix: '/api/hf/main', links: 'https://huggingface.co' }],
  ])('%s', async (_, how) => {
    const hub = await aHub({ ...setup, ...how })
    const release = await open('marsh-lab/heron-7b')
    expect([release.files.length, release.complete, release.notes]).toEqual([18, true, []])
    expect(hub.requests.filter(({ path }) => path.includes('/tree/'))).toHaveLength(2)
    expect((await open(`${hub.endpoint}/marsh-lab/heron-7b`)).files).toHaveLength(18)
  })

  test('and the token does not go to where the link leads', async () => {
    const other = await aHub({})
    const hub = await aHub({ ...setup, links: other.endpoint, tokens: ['invented-token'] })
    vi.stubEnv('HF_TOKEN', 'invented-token')
    expect((await open('marsh-lab/heron-7b')).files).toHaveLength(18)
    expect(hub.requests.length).toBeGreaterThan(2)
    expect(other.requests).toEqual([])
  })

  const at = new URL('https://hub.example/p/api/models/a/b/tree/x?recursive=true')
  const rest = (link: string | null) => restOf(link, at, 'https://hub.example/p')
  test.each([
    [null, null, false],
    ['<https://cas.example/x>; rel="xet-auth"', null, false],
    ['</p/api/models/a/b/tree/x?cursor=2>; rel="next"', '/api/models/a/b/tree/x?cursor=2', false],
    ['<?cursor=2>; title="more"; rel=next', '/api/models/a/b/tree/x?cursor=2', false],
    ['<https://x.example/a>; rel="prev", <?cursor=3>; rel="next last"', '/api/models/a/b/tree/x?cursor=3', false],
    ['<https://other.example/api/models/a/b/tree/x?cursor=2>;rel="next"', '/api/models/a/b/tree/x?cursor=2', false],
    ['<https://other.example/elsewhere?cursor=2>; rel="next"', null, true],
    ['<?recursive=true>; rel="next"', null, true],
    ['<http://[>; rel="next"', null, true],
  ])('by the header %s: %s', (link, next, lost) => {
    expect(rest(link)).toEqual({ next, lost })
  })
})

describe('a listing that could not be finished is not complete, says so, and is not kept', () => {
  const WEIGHTS = 'model.safetensors'

  test.each([
    ['its rest is at another place', { links: 'https://elsewhere.example/list?' }, null, /page 2 of its files is at/],
    ['its second page fails', {}, { status: 404 }, /page 2 of its files could not be read: the hub says 404/],
  ])('%s', async (_, how, fault, says) => {
    const hub = await aHub({ ...setup, ...how })
    if (fault) hub.fail(/cursor/, fault)
    const release = await open('marsh-lab/heron-7b')
    expect(release.complete).toBe(false)
    expect(release.notes[0]?.says).toMatch(says)
    // its name is still known, for the hub gives the names with what it says of the repository
    expect(release.files.map(({ path }) => path)).toContain(WEIGHTS)
    if (fault) expect((await open('marsh-lab/heron-7b')).complete).toBe(true)
  })

  test('and has no verdict that rests on its end', async () => {
    const hub = await aHub({ ...setup, page: 3 })
    const { siblings: _, ...info } = repositoryOf(paged).info
    const body = JSON.stringify({ id: 'marsh-lab/heron-7b', sha: repositoryOf(paged).sha, ...info })
    hub.fail(/api\/models\/marsh-lab\/heron-7b\?/, { status: 200, body })
    hub.fail(/cursor/, { status: 404 })
    const { release, term } = await audit('marsh-lab/heron-7b')
    expect([release.complete, term.id]).toEqual([false, 'undetermined'])
  })
})

describe('a part of a file', () => {
  const asked = { most: 100, range: [0, 99] as const }
  const file = '/marsh-lab/heron-7b/resolve/main/model.safetensors'

  test('that does not say which it is, is the one that was asked for', async () => {
    const hub = await aHub({ releases: [heron], silentParts: true })
    const client = clientFor(hub)
    expect(await client.get(file, asked)).toMatchObject({ size: null, cut: false })
    expect((await client.get(file, { most: 50, range: [50, 99] })).bytes).toHaveLength(50)
    expect((await open('marsh-lab/heron-7b')).headers).toHaveLength(2)
  })

  test('and is shorter than that, is refused', async () => {
    const hub = await aHub({ releases: [heron] })
    hub.fail(/resolve/, { status: 206, headers: { 'content-length': '3' }, body: '012' })
    await expect(clientFor(hub).get(file, { most: 50, range: [50, 99] })).rejects.toThrow('another part of it came')
  })

  test('that there is none of, is the whole of what is there', async () => {
    const hub = await aHub({ releases: [{ ...heron, files: { 'model.bin': { size: 5 } } }] })
    const got = await clientFor(hub).get('/marsh-lab/heron-7b/resolve/main/model.bin', { most: 9, range: [5, 13] })
    expect(got).toMatchObject({ size: 5, bytes: new Uint8Array() })
  })
})

describe('a proxy', () => {
  /** A proxy that tunnels to this machine, whatever host is named. */
  const aProxy = async () => {
    const tunnelled: string[] = []
    const server = createServer((request, response) => {
      tunnelled.push(request.url ?? '')
      const url = new URL(request.url ?? '')
      fetch(`http://127.0.0.1:${url.port}${url.pathname}${url.search}`, { redirect: 'manual' }).then(async answer => {
        const headers = Object.fromEntries(answer.headers)
        response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()))
      })
    })
    server.on('connect', (request, socket) => {
      tunnelled.push(request.url ?? '')
      const through = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        through.pipe(socket).pipe(through)
      })
      through.on('error', () => socket.destroy())
      socket.on('error', () => through.destroy())
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    whenTestEnds(() => {
      server.closeAllConnections()
      server.close()
    })
    return { tunnelled, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  }

  test('that HTTP_PROXY names is asked, for hosts that this machine does not know', async () => {
    const hub = await aHub({ releases: [heron] })
    const proxy = await aProxy()
    vi.stubEnv('HF_ENDPOINT', `http://hub.invalid:${new URL(hub.endpoint).port}`)
    vi.stubEnv('HTTP_PROXY', proxy.address)
    vi.stubEnv('NO_PROXY', 'localhost')
    const { files, texts } = await open('marsh-lab/heron-7b')
    expect([files.length, texts.has('README.md')]).toEqual([6, true])
    expect(proxy.tunnelled.some(url => url.includes('hub.invalid'))).toBe(true)
  })

  test('is not asked for the hosts of NO_PROXY', async () => {
    await aHub({ releases: [heron] })
    const proxy = await aProxy()
    vi.stubEnv('HTTP_PROXY', proxy.address)
    vi.stubEnv('HTTPS_PROXY', proxy.address)
    vi.stubEnv('NO_PROXY', '127.0.0.1,localhost')
    expect((await open('marsh-lab/heron-7b')).files).toHaveLength(6)
    expect(proxy.tunnelled).toEqual([])
  })
})

describe('what a hub grants', () => {
  test('is not overrun by many releases that are read at once, and no answer is a refusal', async () => {
    const releases = Array.from({ length: 12 }, (_, at): RepositorySetup => ({ ...heron, name: `heron-${at}` }))
    const quotas = { api: { requests: 30, seconds: 1 }, resolvers: { requests: 40, seconds: 1 } }
    const hub = await aHub({ releases, quotas })
    // one after another a few, so that the windows are known, then all at once
    await open('marsh-lab/heron-0')
    await Promise.all(releases.map(({ name }) => open(`marsh-lab/${name}`)))
    expect(hub.requests.length).toBeGreaterThan(70)
    expect(hub.requests.filter(({ status }) => status === 429)).toEqual([])
  })

  test('is not waited for by who is told of it on the way: a 503 costs a moment, not a window', async () => {
    const hub = await aHub({ releases: [heron] })
    hub.fail(/heron/, { status: 503, headers: { ratelimit: '"api";r=489;t=60' } })
    const told: string[] = []
    await clientFor(hub, { tell: says => told.push(says) }).get('/api/models/marsh-lab/heron-7b', { most: 100_000 })
    expect(told).toEqual([])
  })
})
