import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { expect, test } from 'vitest'
import { whenTestEnds } from '../../../test/ends.ts'

const body = JSON.stringify({
  texts: [{ path: 'LICENSE', content: readFileSync('examples/lumen-7b/LICENSE', 'utf8') }],
})

/** A server in a process of its own, and what it says. */
async function serving() {
  const child: ChildProcess = spawn(process.execPath, ['dist/bin/unwash.js', 'serve', '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  whenTestEnds(() => child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  let heard = ''
  child.stderr?.on('data', data => {
    heard += data
  })
  const says = async (words: RegExp) => {
    while (!words.test(heard)) {
      if (child.exitCode !== null) throw new Error(`it ended: ${heard}`)
      await new Promise(later => setTimeout(later, 10))
    }
    return words.exec(heard)?.[1] ?? ''
  }
  const port = Number(await says(/serving at http:\/\/127\.0\.0\.1:(\d+)\//))
  return { child, port, says, heard: () => heard, ended }
}

/** A question of which the server has the beginning, and no more until it is ended. */
async function begun(port: number): Promise<ClientRequest> {
  const headers = { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' }
  const asking = request({ host: '127.0.0.1', port, path: '/api/v1/license', method: 'POST', headers })
  asking.on('error', () => {})
  asking.flushHeaders()
  await once(asking, 'continue')
  return asking
}

test.each(['SIGTERM', 'SIGINT'] as const)('serve answers what it was asked before %s, and ends', async signal => {
  const server = await serving()
  const asking = await begun(server.port)
  server.child.kill(signal)
  await server.says(/draining: what was asked is answered, nothing more is taken/)
  await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow()
  const answered = once(asking, 'response')
  asking.end(body)
  const [answer]: [IncomingMessage] = (await answered) as [IncomingMessage]
  let heard = ''
  for await (const data of answer) heard += data
  expect([answer.statusCode, JSON.parse(heard).licenses.length]).toEqual([200, 1])
  expect(await server.ended).toEqual([0, null])
  expect(server.heard()).not.toMatch(/^\s+at |Error/m)
})

test('serve ends while its threads are still starting', async () => {
  const server = await serving()
  server.child.kill('SIGTERM')
  expect(await server.ended, server.heard()).toEqual([0, null])
  expect(server.heard()).not.toContain('FATAL')
})

test('a second signal ends it at once, whatever is under way', async () => {
  const server = await serving()
  await begun(server.port)
  server.child.kill('SIGINT')
  await server.says(/draining/)
  server.child.kill('SIGTERM')
  expect(await server.ended).toEqual([null, 'SIGTERM'])
  expect(server.heard()).not.toMatch(/^\s+at |Error/m)
})
