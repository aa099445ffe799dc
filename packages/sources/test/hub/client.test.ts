import { describe, expect, test } from 'vitest'
import { heron } from '../../../../test/hub/releases.ts'
import type { HubTrouble } from '../../src/http/trouble.ts'
import { aHub, clientFor } from './fixture.ts'

const INFO = '/api/models/marsh-lab/heron-7b'
const ALL = { most: 1_000_000 }
const released = { releases: [heron], tokens: ['invented-token'] }

const troubleOf = (asked: Promise<unknown>) =>
  asked.then(
    () => expect.unreachable('it was given'),
    (error: HubTrouble) => error,
  )

describe('a passing trouble is tried again', () => {
  test.each([
    ['a server that fails', { status: 500 }],
    ['a gateway without its server', { status: 502, body: '<html>' }],
    ['too many requests', { status: 429, headers: { 'retry-after': '0' } }],
    ['a connection that is cut', 'cut'],
  ] as const)('%s', async (_, fault) => {
    const hub = await aHub(released)
    hub.fail(/heron/, fault, 2)
    const { bytes } = await clientFor(hub).get(INFO, ALL)
    expect(new TextDecoder().decode(bytes)).toContain('"sha"')
    expect(hub.requests).toHaveLength(3)
  })

  test('until the tries are used up', async () => {
    const hub = await aHub(released)
    hub.fail(/heron/, { status: 503 }, 9)
    expect(await troubleOf(clientFor(hub).get(INFO, ALL))).toMatchObject({ status: 503 })
    expect(hub.requests).toHaveLength(3)
  })

  test.each([400, 401, 403, 404, 410, 451])('a plain no is not: %i', async status => {
    const hub = await aHub(released)
    hub.fail(/heron/, { status, headers: { 'x-error-code': 'Word', 'x-error-message': 'No.' } }, 9)
    const trouble = await troubleOf(clientFor(hub).get(INFO, ALL))
    expect(trouble).toMatchObject({ status, code: 'Word', message: `the hub says ${status}, No.` })
    expect(hub.requests).toHaveLength(1)
  })
})

describe('a hub that asks to wait', () => {
  test('is waited for, and that is told', async () => {
    const hub = await aHub(released)
    hub.fail(/heron/, { status: 429, headers: { 'retry-after': '3' } })
    const told: string[] = []
    const started = performance.now()
    await clientFor(hub, { tell: says => told.push(says) }).get(INFO, ALL)
    expect(performance.now() - started).toBeGreaterThan(2_900)
    expect(told).toEqual([`${new URL(hub.endpoint).host} asks to wait 3 seconds`])
  })

  test('by RateLimit alone, also before it refuses', async () => {
    const hub = await aHub(released)
    hub.fail(/heron/, { status: 200, headers: { ratelimit: '"api";r=0;t=1' }, body: '{}' })
    const client = clientFor(hub)
    await client.get(INFO, ALL)
    const started = performance.now()
    await client.get(INFO, ALL)
    expect(performance.now() - started).toBeGreaterThan(900)
  })

  test('for longer than anybody waits is given up at once', async () => {
    const hub = await aHub(released)
    hub.fail(/heron/, { status: 429, headers: { ratelimit: '"api";r=0;t=86400' } }, 9)
    const { message } = await troubleOf(clientFor(hub).get(INFO, ALL))
    expect(message).toContain('asks to wait 86400 more seconds')
    expect(hub.requests).toHaveLength(1)
  })

  test('is not waited for by who is stopped', async () => {
    const hub = await aHub(released)
    hub.fail(/heron/, { status: 429, headers: { 'retry-after': '8' } })
    const stop = new AbortController()
    const asked = clientFor(hub, { signal: stop.signal }).get(INFO, ALL)
    setTimeout(() => stop.abort(new Error('stopped')), 100)
    await expect(asked).rejects.toThrow('stopped')
  })
})

describe('a hub that does not answer', () => {
  const soon = { patience: { silence: 100, tries: 2 } }

  test('is given up in time', async () => {
    const hub = await aHub(released)
    hub.fail(/heron/, 'silent', 9)
    expect((await troubleOf(clientFor(hub, soon).get(INFO, ALL))).message).toBe('no answer within 0.1 seconds')
    expect(hub.requests).toHaveLength(2)
  })

  test('to its end, likewise', async () => {
    const hub = await aHub(released)
    hub.fail(/heron/, 'stalls', 9)
    expect((await troubleOf(clientFor(hub, soon).get(INFO, ALL))).message).toMatch(/^nothing more came within/)
  })

  test('to its end within all its time, though it goes on and on', async () => {
    const hub = await aHub(released)
    hub.fail(/heron/, 'endless', 9)
    const patience = { answer: 200, tries: 1 }
    const asked = clientFor(hub, { patience }).get(INFO, { most: Number.MAX_SAFE_INTEGER })
    expect((await troubleOf(asked)).message).toMatch(/^no whole answer within/)
  })

  test('is there no more', async () => {
    const hub = await aHub(released)
    await hub.close()
    expect((await troubleOf(clientFor(hub).get(INFO, ALL))).message).toBe('the connection is refused')
  })
})

test('of an answer without end only what was asked for is read', async () => {
  const hub = await aHub(released)
  hub.fail(/heron/, 'endless')
  const { bytes, cut } = await clientFor(hub).get(INFO, { most: 5_000_000 })
  expect({ length: bytes.length, cut }).toEqual({ length: 5_000_000, cut: true })
})

describe('the token', () => {
  const file = `/marsh-lab/heron-7b/resolve/main`

  test('goes to the hub, and not to the store it sends on to', async () => {
    const hub = await aHub(released)
    const client = clientFor(hub, { token: 'invented-token' })
    const { bytes } = await client.get(`${file}/model.safetensors`, { most: 100, range: [0, 99] })
    expect(bytes).toHaveLength(100)
    expect(hub.requests).toEqual([
      expect.objectContaining({ at: 'hub', token: 'invented-token' }),
      expect.objectContaining({ at: 'store', token: null, range: 'bytes=0-99' }),
    ])
  })

  test('stays with a request that is sent on within the hub', async () => {
    const hub = await aHub(released)
    await clientFor(hub, { token: 'invented-token' }).get(`${file}/README.md`, ALL)
    expect(hub.requests.map(({ at, token }) => [at, token])).toEqual([
      ['hub', 'invented-token'],
      ['hub', 'invented-token'],
    ])
  })

  test('is not shown by a hub that repeats it', async () => {
    const hub = await aHub(released)
    hub.fail(/heron/, { status: 403, headers: { 'x-error-message': 'No access with invented-token.' } })
    const trouble = await troubleOf(clientFor(hub, { token: 'invented-token' }).get(INFO, ALL))
    expect(trouble.message).toBe('the hub says 403, No access with ….')
  })
})

describe('a redirect', () => {
  const to = (location: string) => ({ status: 302, headers: { location } })

  test('that comes back to itself ends', async () => {
    const hub = await aHub(released)
    hub.fail(/heron/, to(INFO), 99)
    expect((await troubleOf(clientFor(hub).get(INFO, ALL))).message).toBe('it is sent on more than 5 times')
    expect(hub.requests).toHaveLength(6)
  })

  test.each(['file:///etc/hostname', 'data:,x', 'ftp://store.example/x'])('is not followed to %s', async location => {
    const hub = await aHub(released)
    hub.fail(/heron/, to(location), 9)
    expect((await troubleOf(clientFor(hub).get(INFO, ALL))).message).toMatch(/^it is sent on to an address of/)
  })
})

describe('a range', () => {
  test('that is ignored is cut out of the whole', async () => {
    const hub = await aHub(released)
    hub.fail(/resolve/, { status: 200, body: '0123456789' })
    const { bytes } = await clientFor(hub).get('/marsh-lab/heron-7b/resolve/main/x', { most: 3, range: [4, 6] })
    expect(new TextDecoder().decode(bytes)).toBe('456')
  })

  test('that is another one is refused', async () => {
    const hub = await aHub(released)
    hub.fail(/resolve/, { status: 206, headers: { 'content-range': 'bytes 0-2/10' }, body: '012' })
    const asked = clientFor(hub).get('/marsh-lab/heron-7b/resolve/main/x', { most: 3, range: [4, 6] })
    expect((await troubleOf(asked)).message).toBe('another part of it came than was asked for')
  })
})
