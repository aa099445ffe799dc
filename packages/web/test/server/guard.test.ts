import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { guardedFetch } from '../../src/server/guard/fetch.ts'
import { gitHomeFor } from '../../src/server/guard/git.ts'
import { isPublic } from '../../src/server/guard/resolve.ts'
import { serveTest } from './served.ts'

/** A server on this machine that counts who comes, and answers with what it is given. */
async function inside(
  answer: Parameters<typeof createServer>[1],
): Promise<{ at: string; port: number; asked: string[] }> {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`)
    answer?.(request, response)
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  afterAll(() => new Promise<void>(closed => server.close(() => closed())))
  const { port } = server.address() as AddressInfo
  return { at: `http://127.0.0.1:${port}`, port, asked }
}

describe('addresses of the open internet', () => {
  test.each(['1.1.1.1', '93.184.216.34', '172.15.0.1', '172.32.0.1', '2606:4700::1111'])('%s is one', address => {
    expect(isPublic(address)).toBe(true)
  })

  test.each([
    ['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ['169.254.169.254', '100.64.0.1', '192.0.0.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '255.255.255.255'],
    ['::', '::1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '2001::1'],
    ['::ffff:127.0.0.1', '::ffff:169.254.169.254', '::127.0.0.1', '64:ff9b::7f00:1', 'not an address', ''],
  ])('%s and its like are none', (...addresses) => {
    expect(addresses.filter(isPublic)).toEqual([])
  })
})

describe('the guarded fetch', () => {
  test('connects to the address that was checked, whatever the name stands for the next time', async () => {
    const there = await inside((_, response) => response.end('checked'))
    let times = 0
    const resolver = async () => {
      times += 1
      return [{ address: times === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    }
    // this one address stands for the open internet here
    const fetch = guardedFetch({ resolver, allowed: address => address === '127.0.0.1' })
    const response = await fetch(`http://rebind.example:${there.port}/`)
    expect([await response.text(), times, there.asked]).toEqual(['checked', 1, [`rebind.example:${there.port}/`]])
    await expect(fetch(`http://rebind.example:${there.port}/`)).rejects.toThrow('open internet')
  })

  test('refuses a name that stands for several addresses when one of them is private', async () => {
    const resolver = async () => [
      { address: '1.1.1.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    await expect(guardedFetch({ resolver })('http://both.example/')).rejects.toThrow('open internet')
  })

  test('refuses numbers that are addresses in disguise, and whatever is not HTTP', async () => {
    const there = await inside((_, response) => response.end('secret'))
    const fetch = guardedFetch()
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '0177.0.0.1', '[::1]', '[::ffff:7f00:1]'])
      await expect(fetch(`http://${host}:${there.port}/`)).rejects.toThrow('open internet')
    await expect(fetch('file:///etc/passwd')).rejects.toThrow('file:')
    expect(there.asked).toEqual([])
  })

  test('asks a host that whoever runs the server trusts, and gives redirects back to be checked again', async () => {
    const secret = await inside((_, response) => response.end('secret'))
    const hub = await inside((_, response) =>
      response.writeHead(302, { location: `${secret.at}/latest/meta-data` }).end(),
    )
    const fetch = guardedFetch({ trusted: new Set([`127.0.0.1:${hub.port}`]) })
    const response = await fetch(`${hub.at}/model`)
    expect([response.status, response.headers.get('location')]).toEqual([302, `${secret.at}/latest/meta-data`])
    await expect(fetch(response.headers.get('location') ?? '')).rejects.toThrow('open internet')
    expect(secret.asked).toEqual([])
  })
})

describe('git', () => {
  test('is told the addresses that were checked, follows no redirect, and speaks nothing but HTTP', async () => {
    const resolver = async () => [{ address: '1.1.1.1', family: 4 }]
    const { home, remove } = await gitHomeFor(new URL('https://forge.example/marsh/heron'), { resolver })
    const config = await readFile(join(home, '.gitconfig'), 'utf8')
    await remove()
    expect(config).toContain('curloptResolve = "forge.example:443:1.1.1.1"')
    expect(config).toMatch(/followRedirects = false[\s\S]+allow = never/)
    const closed = async () => [{ address: '192.168.0.1', family: 4 }]
    await expect(gitHomeFor(new URL('https://forge.example/'), { resolver: closed })).rejects.toThrow('open internet')
  })
})

describe('what is submitted to be read', async () => {
  const secret = await inside((_, response) => response.end('secret'))
  const hub = await inside((_, response) =>
    response.writeHead(302, { location: `${secret.at}/latest/meta-data` }).end(),
  )
  // the thread takes its environment from here when it starts
  process.env.HF_ENDPOINT = hub.at
  afterAll(() => {
    delete process.env.HF_ENDPOINT
  })
  const server = await serveTest({ heron: { 'README.md': '# Heron\n' } })

  test.each([
    `http://127.0.0.1:${secret.port}/marsh/heron`,
    `http://localhost:${secret.port}/marsh/heron.git`,
    `http://2130706433:${secret.port}/marsh/heron`,
    `http://[::1]:${secret.port}/marsh/heron`,
    `http://[::ffff:127.0.0.1]:${secret.port}/marsh/heron`,
    'http://169.254.169.254/latest/meta-data',
    'http://0.0.0.0/marsh/heron',
  ])('%s is not fetched', async target => {
    const audit = await server.audited(target)
    expect(audit.status).toBe('failed')
    expect(audit.says).toContain('open internet')
    expect(secret.asked).toEqual([])
  })

  test('a host that there is not is told as that', async () => {
    const audit = await server.audited('https://nowhere.invalid/marsh/heron.git')
    expect(audit.status).toBe('failed')
    // in words for whoever asks a server: no flag of a command line, and a way on
    expect(audit.says).toMatch(/^no such host is known.*"nowhere\.invalid": check the name.* read in the browser/)
    expect(audit.says).not.toContain('--')
  })

  test('a hub that sends on to a private address leads nowhere', async () => {
    const audit = await server.audited('marsh/heron')
    expect(audit.status).toBe('failed')
    expect(hub.asked.length).toBeGreaterThan(0)
    expect(secret.asked).toEqual([])
  })

  test.each([
    'ssh://git@forge.example/marsh/heron',
    'git://forge.example/marsh/heron',
    'file:///etc',
    'ext::sh -c true',
    'git@forge.example:marsh/heron',
    'https://user:secret@forge.example/marsh/heron',
    '--upload-pack=true',
    '',
    ' ',
    'a'.repeat(600),
  ])('%s is nothing that is read here', async target => {
    const audit = await server.audited(target)
    expect(audit.status).toBe('refused')
  })
})
