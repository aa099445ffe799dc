import { get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { whenTestEnds } from '../../../../test/ends.ts'
import { memoryShelf } from '../../src/server/index.ts'
import { listen } from '../../src/server/listen.ts'
import { HERON, post, serveTest } from './served.ts'

const later = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds))

/** A server that answers `/slow` when it is told to, and how often it was asked. */
async function slow(patience = {}) {
  const app = new Hono()
  let answer = () => {}
  let asked = 0
  const told = new Promise<void>(done => {
    answer = done
  })
  app.get('/slow', async c => {
    asked += 1
    await told
    return c.text('at last')
  })
  app.get('/', c => c.text('here'))
  const listening = await listen(app, '127.0.0.1', 0, patience)
  whenTestEnds(() => listening.close())
  return { ...listening, at: `http://127.0.0.1:${listening.port}`, answer, asked: () => asked }
}

/** A connection, what came through it, and its end. */
function connection(port: number): { socket: Socket; heard(): string; closed: Promise<unknown> } {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', data => {
    heard += data
  })
  socket.on('error', () => {})
  return { socket, heard: () => heard, closed: new Promise(done => socket.on('close', done)) }
}

test('what was asked before the end is answered, and nothing more is taken', async () => {
  const server = await slow()
  const going = connection(server.port)
  going.socket.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const idle = connection(server.port)
  idle.socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const silent = connection(server.port)
  while (server.asked() === 0 || !idle.heard().includes('here')) await later(10)

  let closed = false
  const closing = server.close().then(() => {
    closed = true
  })
  // who has nothing under way is let go of at once
  await Promise.all([idle.closed, silent.closed])
  await expect(fetch(server.at)).rejects.toThrow()
  expect(closed).toBe(false)
  // one more on the connection that is still answered
  going.socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await later(50)
  server.answer()
  await going.closed
  await closing
  expect(going.heard()).toContain('at last')
  expect(going.heard()).toMatch(/^connection: close/im)
  expect(going.heard()).not.toContain('here')
})

test('an answer that takes too long is given up', async () => {
  const server = await slow({ ending: 200 })
  const going = connection(server.port)
  going.socket.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n')
  while (server.asked() === 0) await later(10)
  await server.close()
  await going.closed
  expect(going.heard()).toBe('')
})

/** Connections that have all said the same, in the order they were opened. */
async function held(port: number, count: number, says: string) {
  const all: ReturnType<typeof connection>[] = []
  for (let at = 0; at < count; at++) {
    const one = connection(port)
    await new Promise<void>(done => one.socket.once('connect', done))
    await new Promise<void>(done => one.socket.write(says, () => done()))
    all.push(one)
  }
  return all
}

test.each([
  ['say nothing', ''],
  ['never come to the end of their headers', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: '],
  ['never come to the end of what they send', 'POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\na'],
])('connections that %s keep nobody out', async (_, says) => {
  const server = await slow({ connections: 3 })
  const [oldest, ...others] = await held(server.port, 3, says)
  expect(await (await fetch(server.at)).text()).toBe('here')
  await oldest?.closed
  for (const { socket } of others) socket.destroy()
})

test('connections that are answered are kept, and more than the most are turned away', async () => {
  const server = await slow({ connections: 3 })
  const all = await held(server.port, 3, 'GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n')
  while (server.asked() < 3) await later(10)
  await expect(new Promise((done, fail) => get(server.at, done).on('error', fail))).rejects.toThrow()
  server.answer()
  while (all.some(one => !one.heard().includes('at last'))) await later(10)
  // who was answered and waits makes room
  expect(await (await fetch(server.at)).text()).toBe('here')
  await all[0]?.closed
})

test('an audit that has begun is ended and kept, one that waits is given up, and nothing is a mistake', async () => {
  const many = Object.fromEntries(['a', 'b', 'c', 'd'].map(name => [name, HERON]))
  const kept: string[] = []
  const shelf = memoryShelf()
  const server = await serveTest(many, {
    threads: 1,
    shelf: { ...shelf, put: async one => void kept.push(one.report.release.name) },
  })
  const told: unknown[] = []
  const { error } = console
  console.error = (...words: unknown[]) => told.push(words)
  whenTestEnds(() => {
    console.error = error
  })
  const begin = async (name: string): Promise<string> =>
    (await (await fetch(`${server.at}/api/v1/audits`, post({ target: `path:${name}` }))).json()).id
  const ids = await Promise.all(['a', 'b', 'c', 'd'].map(begin))
  const events = await fetch(`${server.at}/api/v1/audits/${ids[0]}/events`)
  const last = await fetch(`${server.at}/api/v1/audits/${ids[3]}/events`)
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes('reading')) heard += (await reader?.read())?.value ?? ''
  const closing = server.close()
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) heard += read.value
  expect(heard).toContain('event: done')
  expect(await last.text()).toContain('it was not begun: the server ends')
  await closing
  expect(kept).toEqual(['a'])
  expect(told).toEqual([])
})
