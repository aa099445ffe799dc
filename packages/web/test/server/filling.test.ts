import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serveWeb } from '../../src/server/index.ts'

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

test('two folders of one name have a page each; the plain address lists both, and no path of this machine', async () => {
  const root = await mkdtemp(join(tmpdir(), 'unwash-alike-'))
  const begin = ['here', 'there'].map(folder => join(root, folder, 'marsh__lumen'))
  for (const folder of begin) await cp('examples/lumen-7b', folder, { recursive: true })
  const left = new Set(begin)
  let last = () => {}
  const all = new Promise<void>(done => {
    last = done
  })
  const begun = (target: string) => {
    left.delete(target)
    if (left.size === 0) last()
  }
  const server = await serveWeb({ host: '127.0.0.1', port: 0, begin, begun })
  await all
  const at = `http://127.0.0.1:${server.port}`
  const plain = await (await fetch(`${at}/marsh/lumen`)).text()
  expect([...plain.matchAll(/<th scope="row"><a href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    '/_/here~marsh~lumen',
    '/_/there~marsh~lumen',
  ])
  for (const folder of ['here', 'there']) {
    const one = await fetch(`${at}/_/${folder}~marsh~lumen/report.json`)
    expect((await one.json()).release.places[0]).toBe(`path:${folder}/marsh/lumen`)
  }
  expect(await (await fetch(`${at}/_/here~marsh~lumen/evidence.json`)).text()).not.toContain(root)
  expect((await fetch(`${at}/marsh/heron`)).status).toBe(404)
  await server.close()
  await rm(root, { recursive: true, force: true })
})
