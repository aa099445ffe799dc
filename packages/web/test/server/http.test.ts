import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { ask, hangUp, hostile, isAnswer } from '../../../../test/bench/hostile.mjs'
import { whenFileEnds } from '../../../../test/ends.ts'
import { HERON, post, serveTest } from './served.ts'

const server = await serveTest({ heron: HERON }, { rates: { audits: 10_000, texts: 10_000 } })
whenFileEnds(hangUp)
const texts = [{ path: 'LICENSE', content: 'You may use this.' }]

/** Asks as no `fetch` would: with a method, and a body in pieces or none. */
function asked(method: string, path: string, body: readonly string[] | null, headers = {}) {
  return new Promise<{ status: number | undefined; allow: string | undefined; says: string }>((done, fail) => {
    const asking = request({ host: '127.0.0.1', port: server.port, path, method, headers }, answer => {
      let says = ''
      answer.on('data', data => {
        says += data
      })
      answer.on('end', () => done({ status: answer.statusCode, allow: answer.headers.allow, says }))
    })
    asking.on('error', fail)
    // written before it is ended, it is sent in pieces whose sizes are not told beforehand
    for (const piece of body ?? []) asking.write(piece)
    asking.end()
  })
}

describe('a body', () => {
  const json = { 'content-type': 'application/json' }

  test('in pieces, its size untold, is read like any other', async () => {
    const body = JSON.stringify({ texts })
    const whole = await fetch(`${server.at}/api/v1/license`, post({ texts }))
    const pieces = await asked('POST', '/api/v1/license', [body.slice(0, 9), body.slice(9)], json)
    expect(pieces.status).toBe(200)
    expect(JSON.parse(pieces.says)).toEqual(await whole.json())
    expect((await asked('POST', '/api/v1/audits', ['{"target":', '"path:heron"}'], json)).status).toBe(202)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await asked('POST', '/audits', ['target=path', ':heron'], form)).status).toBe(303)
  })

  test('in pieces that are together too large is refused with the reason', async () => {
    const piece = 'x'.repeat(512 * 1024)
    const { status, says } = await asked('POST', '/api/v1/license', Array(5).fill(piece), json)
    expect([status, JSON.parse(says).error]).toEqual([413, 'more than 2097152 bytes'])
    // what was left of it is not taken for a question
    expect((await asked('GET', '/', null)).status).toBe(200)
  })

  test('that is not there is asked for', async () => {
    expect((await asked('POST', '/api/v1/license', null)).status).toBe(400)
    expect((await asked('POST', '/api/v1/license', null, json)).status).toBe(400)
    expect((await asked('POST', '/audits', null)).status).toBe(422)
  })

  test('that is compressed is asked for as it is', async () => {
    const headers = { ...json, 'content-encoding': 'gzip' }
    expect((await asked('POST', '/api/v1/license', ['x'], headers)).status).toBe(415)
  })

  test.each([
    ['multipart/form-data; boundary=x', 'broken'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="target"\r\n\r\nmarsh'],
    ['multipart/form-data', '--x--'],
  ])('of %s that no form can be read from is refused: %s', async (type, body) => {
    const { status, says } = await asked('POST', '/audits', [body], { 'content-type': type })
    expect([status, JSON.parse(says).error]).toEqual([400, 'not a form that can be read'])
  })

  test('whose sender goes away in the middle troubles nobody', async () => {
    const told: unknown[] = []
    const { error } = console
    console.error = (...words: unknown[]) => told.push(words)
    const socket = connect(server.port, '127.0.0.1')
    socket.write('POST /api/v1/license HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n')
    socket.write('Transfer-Encoding: chunked\r\n\r\n5\r\n{"tex\r\n')
    await new Promise(later => setTimeout(later, 100))
    socket.destroy()
    await new Promise(later => setTimeout(later, 100))
    console.error = error
    expect(told).toEqual([])
    expect((await fetch(`${server.at}/api/v1/license`, post({ texts }))).status).toBe(200)
  })
})

describe('a method', () => {
  test.each(['DELETE', 'PUT', 'PATCH', 'TRACE', 'PROPFIND'])('%s is not allowed, and what is is said', async method => {
    for (const [path, allow] of [
      ['/api/v1/license', 'POST, OPTIONS'],
      ['/api/v1/releases', 'GET, HEAD, OPTIONS'],
      ['/audits', 'POST, OPTIONS'],
      ['/knowledge', 'GET, HEAD, OPTIONS'],
    ] as const) {
      expect(await asked(method, path, null)).toMatchObject({ status: 405, allow })
    }
    expect(await asked(method, '/api/v1/nothing', null)).toMatchObject({ status: 404, allow: undefined })
  })

  test('that is allowed elsewhere is not allowed here', async () => {
    expect(await asked('GET', '/api/v1/license', null)).toMatchObject({ status: 405, allow: 'POST, OPTIONS' })
    expect(await asked('POST', '/knowledge', ['a'])).toMatchObject({ status: 405, allow: 'GET, HEAD, OPTIONS' })
  })

  test('OPTIONS is told what there is', async () => {
    expect(await asked('OPTIONS', '/api/v1/audits', null)).toEqual({ status: 204, allow: 'POST, OPTIONS', says: '' })
    expect(await asked('OPTIONS', '/', null)).toMatchObject({ status: 204, allow: 'GET, HEAD, OPTIONS' })
  })
})

test('three hundred hostile questions are each refused or read, and an honest one after them is read', async () => {
  // front matter that ends a process has its own tests, beside the reader of YAML
  const answers: string[] = []
  for (const question of hostile(300, { yaml: false })) {
    const status = await ask(server.port, question)
    if (!isAnswer(status)) answers.push(`${question.kind}: ${status}`)
  }
  expect(answers).toEqual([])
  expect((await fetch(`${server.at}/api/v1/license`, post({ texts }))).status).toBe(200)
})
