import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { loadKnown } from '@unwash/library/known'
import { afterAll, describe, expect, test } from 'vitest'
import { releaseOf } from '../../../../test/release.ts'
import { memoryShelf } from '../../src/server/shelf.ts'
import { writeSite } from '../../src/server/site.ts'
import { EGRET, HERON, keepIn } from './served.ts'

const out = await mkdtemp(join(tmpdir(), 'unwash-site-'))
afterAll(() => rm(out, { recursive: true, force: true }))
const known = await loadKnown()
const shelf = memoryShelf()

describe('a site of static files', async () => {
  await keepIn(shelf, { ...releaseOf({ name: 'marsh/heron', files: HERON }), revision: 'a'.repeat(40) })
  const escaping = { ...HERON, '../../../escaped.md': '# Heron is open source\n', '..': 'x' }
  await keepIn(shelf, releaseOf({ name: 'marsh/../../escaped', files: escaping }))
  await keepIn(shelf, EGRET)
  const site = join(out, 'site')
  const written = await writeSite(site, { known, shelf, origin: 'https://models.example' })

  test('has a page for every release, revision, license, clause, requirement and term', async () => {
    for (const path of [
      'index.html',
      'marsh/heron/index.html',
      `marsh/heron@${'a'.repeat(40)}/index.html`,
      'marsh/heron/source/LICENSE/index.html',
      'marsh/egret-1b/elsewhere/github.com/marsh/egret/LICENSE/index.html',
      'marsh/heron/report.json',
      'marsh/heron/badge.svg',
      'knowledge/license/apache-2.0/index.html',
      'knowledge/clause/scale.users/index.html',
      'knowledge/framework/osaid-1.0/index.html',
      'knowledge/term/open-weights-ai/index.html',
      'assets/unwash.css',
      'compare/index.html',
      'explore/table/releases.csv',
      'explore/table/releases.json',
      'explore/chart/by-term.svg',
      '404.html',
    ])
      expect((await stat(join(site, path))).isFile()).toBe(true)
    expect(written).toBeGreaterThan(450)
    expect(await readFile(join(site, 'marsh/heron/index.html'), 'utf8')).toContain(
      '<link rel="canonical" href="https://models.example/marsh/heron"/>',
    )
  })

  test('has no link that leads nowhere, and none that needs it to stand at the root', async () => {
    const missing: string[] = []
    const pages = (await readdir(site, { recursive: true })).filter(path => path.endsWith('index.html'))
    for (const page of pages) {
      const html = await readFile(join(site, page), 'utf8')
      for (const [, link = ''] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
        if (/^(?:https?:|#)/.test(link)) continue
        const path = decodeURIComponent(link.split('#')[0] ?? '')
        const file = resolve(dirname(join(site, page)), path.endsWith('/') ? `${path}index.html` : path)
        // the scripts are built apart
        if (/assets\/(?:reader|checker)\.js$/.test(file)) continue
        if (link.startsWith('/') || (await stat(file).catch(() => null)) === null) missing.push(`${page}: ${link}`)
      }
    }
    expect(missing).toEqual([])
  })

  test('lies in its folder, whatever a release and its files are called', async () => {
    expect(await readdir(out)).toEqual(['site'])
  })

  test('offers no form that a server must answer', async () => {
    const html = await readFile(join(site, 'marsh/heron/index.html'), 'utf8')
    expect(html).not.toContain('method="post"')
    // that of a use is answered by a script, from the files beside it
    expect(html.match(/<form/g)).toHaveLength(1)
    expect(html).toContain('--use commercial')
  })

  test('says where to go on from an address that leads nowhere, whatever its depth', async () => {
    const html = await readFile(join(site, '404.html'), 'utf8')
    const links = [...html.matchAll(/\shref="([^"]*)"/g)].map(([, link = '']) => link)
    expect(links).toContain('https://models.example/explore')
    expect(links.filter(link => !link.startsWith('https://models.example/') && !link.startsWith('#'))).toEqual([])
  })

  test('is written again, and never over something else', async () => {
    expect(await writeSite(site, { known, shelf, origin: null })).toBe(written)
    await writeFile(join(out, 'mine.txt'), 'mine')
    await expect(writeSite(out, { known, shelf, origin: null })).rejects.toThrow('something else is in')
  })
})
