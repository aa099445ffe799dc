import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serveWeb } from '../../../src/web/server/index.ts'

test('a server listens at once, reads what it begins with, and tells of what could not be read', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'unwash-empty-'))
  const told: [string, string | null][] = []
  let last = () => {}
  const all = new Promise<void>(done => {
    last = done
  })
  const begin = [join(empty, 'nothing'), 'examples/lumen-7b', empty]
  const server = await serveWeb({
    host: '127.0.0.1',
    port: 0,
    begin,
    begun(target, trouble) {
      told.push([target, trouble])
      if (told.length === begin.length) last()
    },
  })
  const at = `http://127.0.0.1:${server.port}`
  // nothing was waited for
  expect(told).toEqual([])
  expect(await (await fetch(at)).text()).toMatch(/\d of 3 are read/)
  await all
  expect(told.filter(([, trouble]) => trouble === null).map(([target]) => target)).toEqual(['examples/lumen-7b'])
  const explore = await (await fetch(`${at}/explore`)).text()
  expect(explore).toContain('lumen-7b')
  expect(explore.match(/Not read: /g)).toHaveLength(2)
  expect(explore).not.toContain(empty)
  await server.close()
  await rm(empty, { recursive: true, force: true })
})
