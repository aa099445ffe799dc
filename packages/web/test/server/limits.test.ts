import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BODY } from '../../src/server/limits.ts'
import { rateOf } from '../../src/server/security.ts'
import { withoutPlaces } from '../../src/server/target.ts'
import { HERON, post, serveTest } from './served.ts'

const many = Object.fromEntries(
  Array.from({ length: 200 }, (_, at) => [`wren-${at}`, { 'README.md': `# Wren ${at}\n` }]),
)
const server = await serveTest(
  { heron: HERON, ...many },
  { threads: 1, waiting: 20, rates: { audits: 1_000, texts: 5 } },
)
const hasty = await serveTest({}, { patience: { headers: 400, question: 800, looking: 100 } })

describe('paths', () => {
  test.each([
    'path:..',
    'path:../..',
    'path:heron/../../etc',
    'path:/etc',
    'path:/etc/passwd',
    'path:heron/%2e%2e/%2e%2e',
    '/etc/passwd',
    './heron',
    'heron',
    '../etc/passwd',
    'heron/..',
    'hf:../etc',
    'datasets/../etc',
  ])('%s leads to nothing', async target => {
    expect((await server.audited(target)).status).toBe('refused')
  })

  test('a link out of the root is not followed, at the beginning or on the way', async () => {
    await symlink('/etc', join(server.root, 'way-out'))
    expect((await server.audited('path:way-out')).error).toContain('that may be read')
    expect((await server.audited('path:way-out/ssl')).error).toContain('that may be read')
  })

  test('outside of the root are not told from what is not there', async () => {
    const [there, not] = await Promise.all(
      ['path:../../etc/hostname', 'path:../../etc/no-such-file'].map(server.audited),
    )
    const says = (one: typeof there) => String(one?.error).replace(/"[^"]*"/, '')
    expect(says(there)).toBe(says(not))
  })

  test('are not told where they are on this machine', async () => {
    await mkdir(join(server.root, 'empty'))
    await mkdir(join(server.root, 'worktree'))
    await writeFile(join(server.root, 'worktree/.git'), `gitdir: ${join(server.root, '../elsewhere/.git')}\n`)
    for (const name of ['empty', 'worktree']) {
      const { says } = await server.audited(`path:${name}`)
      expect(says).toContain(`path:${name}`)
      expect(says).not.toContain(tmpdir())
    }
    await server.audited('path:heron')
    for (const file of ['report.json', 'evidence.json'])
      expect(await (await fetch(`${server.at}/_/heron/${file}`)).text()).not.toContain(tmpdir())
    await expect(serveTest({}, { root: '/no/such/root' })).rejects.toThrow('no folder is at "/no/such/root"')
  })

  test('in a sentence are left out, and addresses stay', () => {
    expect(withoutPlaces('cannot open "/srv/x/y.duckdb": see /var/log, C:\\data\\x and https://a.example/b/c')).toBe(
      'cannot open "…": see … … and https://a.example/b/c',
    )
    expect(withoutPlaces('give org/model, or read/write it at path:a/b')).toBe(
      'give org/model, or read/write it at path:a/b',
    )
  })

  test.each([
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/../../package.json',
    '/assets/.env',
    '/_/heron/source/..%2f..%2f..%2fetc%2fpasswd',
    '/_/heron/source//etc/passwd',
    '/%00/heron',
    '/knowledge/license/..%2f..%2fterms',
    '/%ff/%fe',
  ])('%s is not there', async path => {
    // fetch would make the path plain before it asks
    const status = await new Promise(done => {
      const asking = request({ host: '127.0.0.1', port: server.port, path }, answer => {
        answer.resume()
        done(answer.statusCode)
      })
      asking.end()
    })
    expect(status).toBe(404)
  })
})

describe('who asks', () => {
  const ask = (headers: Record<string, string>, method = 'GET', path = '/') =>
    new Promise<number | undefined>(done => {
      const asking = request({ host: '127.0.0.1', port: server.port, path, method, headers }, answer => {
        answer.resume()
        done(answer.statusCode)
      })
      asking.end(method === 'POST' ? '{"target":"path:heron"}' : undefined)
    })

  test('under the name of another host is turned away: a page that rebinds its name reads nothing', async () => {
    expect(await ask({ host: `rebind.example:${server.port}` })).toBe(421)
    expect(await ask({ host: `localhost:${server.port}` })).toBe(200)
  })

  test('from a page of another site is turned away where something is begun', async () => {
    const json = { 'content-type': 'application/json' }
    const path = '/api/v1/audits'
    expect(await ask({ ...json, origin: 'https://other.example' }, 'POST', path)).toBe(403)
    expect(await ask({ ...json, origin: 'null' }, 'POST', path)).toBe(403)
    expect(await ask({ ...json, 'sec-fetch-site': 'cross-site' }, 'POST', path)).toBe(403)
    expect(await ask({ 'content-type': 'text/plain' }, 'POST', path)).toBe(415)
    expect(
      await ask({ ...json, origin: `http://127.0.0.1:${server.port}`, host: `127.0.0.1:${server.port}` }, 'POST', path),
    ).toBe(202)
  })

  test('needs the token, where there is one', async () => {
    const guarded = await serveTest({ heron: HERON }, { token: 'a-secret' })
    const begin = (headers = {}) => fetch(`${guarded.at}/api/v1/audits`, post({ target: 'path:heron' }, headers))
    const without = await begin()
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect((await begin({ authorization: 'Bearer another' })).status).toBe(401)
    expect((await begin({ authorization: 'Bearer a-secret' })).status).toBe(202)
    expect(await (await fetch(guarded.at)).text()).not.toContain('action="/audits"')
  })

  test('from other machines reads what is there, and begins nothing', async () => {
    const open = await serveTest({ heron: HERON }, { host: '0.0.0.0' })
    expect((await fetch(`http://127.0.0.1:${open.port}/`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${open.port}/api/v1/audits`, post({ target: 'path:heron' }))).status).toBe(
      403,
    )
  })
})

describe('how much is asked', () => {
  test('a body larger than any license is refused, whether its size is told or not', async () => {
    const body = JSON.stringify({ texts: [{ path: 'LICENSE', content: 'x'.repeat(BODY) }] })
    const told = await fetch(`${server.at}/api/v1/license`, { ...post(null), body })
    expect(told.status).toBe(413)
    const status = await new Promise(done => {
      const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
      const asking = request(`${server.at}/api/v1/license`, { method: 'POST', headers }, answer => {
        answer.resume()
        done(answer.statusCode)
      })
      asking.on('error', () => done('ended'))
      asking.end(body)
    })
    expect([413, 'ended']).toContain(status)
  })

  test.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-'],
    [
      'a body',
      'POST /api/v1/license HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ' +
        '1000\r\n\r\n{',
    ],
  ])('%s that come too slowly are not waited for', async (_, words) => {
    const socket = connect(hasty.port, '127.0.0.1')
    let heard = ''
    socket.on('data', data => {
      heard += data
    })
    socket.on('error', () => {})
    socket.write(words)
    const drip = setInterval(() => socket.write('a'), 100)
    await new Promise(closed => socket.on('close', closed))
    clearInterval(drip)
    expect(heard).toMatch(/^HTTP\/1\.1 408|^$/)
    expect((await fetch(hasty.at, { headers: { connection: 'close' } })).status).toBe(200)
  })

  test('two hundred audits at once: each is begun or turned away, none is lost, and pages are answered', async () => {
    const targets = Object.keys(many).map(name => `path:${name}`)
    const begun = Promise.all(targets.map(target => fetch(`${server.at}/api/v1/audits`, post({ target }))))
    const page = await fetch(`${server.at}/knowledge`)
    expect(page.status).toBe(200)
    const answers = await begun
    const statuses = answers.map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([202, 503]))
    const refused = answers.filter(({ status }) => status !== 202)
    expect(refused.length).toBeGreaterThan(0)
    for (const answer of refused) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(await answer.json()).toHaveProperty('error')
    }
    const ids = await Promise.all(
      answers.filter(({ status }) => status === 202).map(async one => (await one.json()).id),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(0)
    for (const id of new Set(ids)) {
      let status = ''
      while (status !== 'done') {
        status = (await (await fetch(`${server.at}/api/v1/audits/${id}`)).json()).status
        expect(status).not.toBe('failed')
        await new Promise(later => setTimeout(later, 20))
      }
    }
  })

  test('texts that are sent too often are refused, with when to come again', async () => {
    const texts = [{ path: 'LICENSE', content: 'You may use this.' }]
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => fetch(`${server.at}/api/v1/license`, post({ texts }))),
    )
    const late = answers.filter(({ status }) => status === 429)
    expect(late.length).toBeGreaterThanOrEqual(6)
    expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('texts for which there is no room are told when to come again, and the others are read', async () => {
    const full = await serveTest({}, { textsWaiting: 2 })
    const texts = [{ path: 'LICENSE', content: HERON.LICENSE }]
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => fetch(`${full.at}/api/v1/license`, post({ texts }))),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]))
    const late = answers.find(({ status }) => status === 503)
    expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await fetch(`${full.at}/api/v1/license`, post({ texts }))).status).toBe(200)
  })

  test('a rate gives back over a minute what was taken', () => {
    let now = 0
    const rate = rateOf(2, () => now)
    expect([rate.take('a'), rate.take('a'), rate.take('b')]).toEqual([0, 0, 0])
    expect(rate.take('a')).toBe(30)
    now += 30_000
    expect([rate.take('a'), rate.take('a')]).toEqual([0, 30])
  })
})
