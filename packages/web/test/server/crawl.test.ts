import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { judge } from '@unwash/core/judge'
import type { Release } from '@unwash/core/release/release'
import { loadKnown } from '@unwash/library/known'
import { evidenceOf } from '@unwash/sources/saved/save'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { releaseOf } from '../../../../test/release.ts'
import { inFull, NIGHTLY } from '../../../../test/tiers.ts'
import { spdx } from '../../../core/test/texts.ts'
import { ADDRESSES } from '../../src/addresses.ts'
import { memoryShelf } from '../../src/server/shelf.ts'
import { writeSite } from '../../src/server/site.ts'
import { EGRET, HERON, keepIn, serveTest, WREN } from './served.ts'

/** Releases as they come: with a publisher of a remote, of a name, at a revision, and with what a path may hold. */
const named = (name: string, publisher: string | null, revision: string | null): Release => ({
  ...releaseOf({ name, publisher, files: { ...HERON, 'docs/a b & c?.md': '# The weights are open source\n' } }),
  revision,
})
const RELEASES = [
  named('heron-7b', null, null),
  named('heron-7b', 'Marsh Lab', 'b'.repeat(40)),
  named('marsh/heron', 'marsh', 'a'.repeat(40)),
  named('reed & rush #1 (100%)', 'marsh', null),
  named('苍鹭-7b', 'marsh', 'v1.0-beta'),
  named('marsh/deep/heron', 'marsh', null),
  // an adapter: with its base and alone
  releaseOf({
    name: 'marsh/crake-lora',
    publisher: 'marsh',
    files: {
      'README.md': '---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\nlibrary_name: peft\n---\n\n# Crake\n',
      'adapter_config.json': '{"base_model_name_or_path": "meta-llama/Llama-3.1-8B", "peft_type": "LORA"}',
      'adapter_model.safetensors': { size: 4e7 },
    },
  }),
  // words of its own beside a known text, over several lines
  releaseOf({
    name: 'marsh/snipe-1b',
    publisher: 'marsh',
    files: { ...WREN, LICENSE: `${spdx('MIT')}\nSnipe 1B,\nreleased on 6 July 2024\n` },
  }),
]

/** The invented releases that lie in folders, and those of many shapes. */
function invented(): Release[] {
  const examples = new URL('../../../../examples/', import.meta.url)
  const shapes = new URL('../../../../test/releases/shapes/', import.meta.url)
  const inFolder = (name: string) => {
    const folder = new URL(`${name}/`, examples)
    const files = readdirSync(folder).map(file => [file, readFileSync(new URL(file, folder), 'utf8')])
    return releaseOf({ name, files: Object.fromEntries(files) })
  }
  const shaped = (file: string) => {
    const { README, files = {}, spdx: ids = {}, append = {} } = parse(readFileSync(new URL(file, shapes), 'utf8'))
    const texts = Object.keys(ids).map(path => [path, spdx(ids[path]) + (append[path] ?? '')])
    const all = { ...files, ...Object.fromEntries(texts), 'README.md': README, 'model.safetensors': { size: 6e9 } }
    return releaseOf({ name: file.replace('.yml', ''), files: all })
  }
  return [...readdirSync(examples).map(inFolder), ...readdirSync(shapes).map(shaped)]
}

const links = (html: string) =>
  [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&').replaceAll('&#39;', "'"))
    .filter(link => !/^[a-z]+:/i.test(link))
const anchors = (html: string) => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id))

/** what only a command line takes */
const COMMAND = /\bunwash (?:claims|explain|license|questions|serve|site|survey)\b|command line|\s--[a-z]{3,}/

/** the scripts are built apart */
const isScript = (path: string) => /\/assets\/[\w-]+\.js$/.test(path)

/** what a store holds at least that is crawled */
const STORED = inFull(110)
const ODD = ['', ' (beta)', ' & co', '+x', '-é', '%20', "'s", '.v1.0', '~', '#2']

/** The releases above, and many more: the same shapes under other names, publishers and revisions. */
async function kept() {
  const shelf = memoryShelf()
  for (const release of [...RELEASES, EGRET, ...invented()]) await keepIn(shelf, release)
  const known = await loadKnown()
  const saving = { version: known.version, knowledge: known.knowledge.version, readOn: '2026-11-24' }
  const shapes = [HERON, WREN, { 'README.md': '# Reed\n\nReed is open.\n' }].map(files => releaseOf({ files }))
  const reports = shapes.map(shape => judge(shape, known, '2026-11-24'))
  for (let at = RELEASES.length; at < STORED; at++) {
    const shape = shapes[at % shapes.length] ?? EGRET
    const report = reports[at % shapes.length]
    const publisher = at % 4 === 0 ? null : `lab${ODD[at % 7]}-${at % 40}`
    const name = `${at % 3 === 0 && publisher ? `${publisher}/` : ''}model-${at}${ODD[at % ODD.length]}`
    const revision = at % 2 === 0 ? String(at).repeat(40).slice(0, 40) : null
    if (!report) continue
    await shelf.put({
      run: 'test',
      target: name,
      report: { ...report, release: { ...report.release, name, publisher, revision } },
      evidence: evidenceOf({ ...shape, name, publisher, revision }, saving),
      facts: {},
    })
  }
  return shelf
}

test('no link of a server leads nowhere', async () => {
  const server = await serveTest({}, { shelf: await kept() })
  // by the page that led there
  const seen = new Map<string, string>([['/', '']])
  const broken: string[] = []
  const told: string[] = []
  const ids = new Map<string, ReturnType<typeof anchors>>()
  const led: (readonly [from: string, to: string, id: string])[] = []
  let pages = 0
  for (const [path, from] of seen) {
    const answer = await fetch(server.at + path)
    if (answer.status !== 200) broken.push(`${from}: ${path}: ${answer.status}`)
    const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : ''
    if (html !== '') pages++
    ids.set(path, anchors(html))
    // nobody there has a command line
    if (/^\/(?:$|[^/]+$|knowledge\/)/.test(path) && COMMAND.test(html.replace(/<[^>]*>/g, ' '))) told.push(path)
    for (const link of links(html)) {
      const { pathname, search, hash } = new URL(link, server.at + path)
      // what a form sends comes before it
      if (hash !== '' && search === '') led.push([path, pathname, decodeURIComponent(hash.slice(1))])
      // forms are asked, what is sorted and filtered anew is the same page
      if (
        !isScript(pathname) &&
        pathname !== '/audits' &&
        (pathname !== '/explore' || /^(?:\?offset=\d+)?$/.test(search))
      ) {
        const to = pathname + search
        if (!seen.has(to)) seen.set(to, path)
      }
    }
  }
  expect(broken).toEqual([])
  expect(told).toEqual([])
  expect(led.length).toBeGreaterThan(1_000)
  expect(led.filter(([, to, id]) => !ids.get(to)?.has(id)).map(([from, to, id]) => `${from}: ${to}#${id}`)).toEqual([])
  expect(pages).toBeGreaterThan(NIGHTLY ? 600 : 400)
  for (const name of [
    '/_/heron-7b',
    '/Marsh%20Lab/heron-7b',
    '/marsh/heron',
    '/marsh/reed%20%26%20rush%20%231%20(100%25)',
  ])
    expect(seen.has(name), name).toBe(true)
  const unled = Object.values(ADDRESSES).filter(address => !seen.has(address))
  expect(unled, 'pages that no link leads to').toEqual([])
})

test('no page stands where a release may stand', () => {
  expect(Object.values(ADDRESSES).filter(address => !/^\/[^/]*$|^\/assets\//.test(address))).toEqual([])
})

test('no link of a site leads nowhere', async () => {
  const out = await mkdtemp(join(tmpdir(), 'unwash-crawl-'))
  await writeSite(out, { known: await loadKnown(), shelf: await kept(), origin: null })
  const broken: string[] = []
  const pages = (await readdir(out, { recursive: true })).filter(path => path.endsWith('index.html'))
  const htmls = new Map<string, string>()
  for (const page of pages) htmls.set(join(out, page), await readFile(join(out, page), 'utf8'))
  const ids = new Map([...htmls].map(([file, html]) => [file, anchors(html)]))
  let led = 0
  for (const [page, html] of htmls) {
    for (const link of links(html)) {
      const [address = '', id = ''] = link.split('#')
      const path = decodeURIComponent(address.split('?')[0] ?? '')
      const file = path === '' ? page : resolve(dirname(page), path.endsWith('/') ? `${path}index.html` : path)
      if (!isScript(file) && (await stat(file).catch(() => null)) === null) broken.push(`${page}: ${link}`)
      // what a form sends comes before it
      if (id === '' || address.includes('?')) continue
      led++
      if (!ids.get(file)?.has(decodeURIComponent(id))) broken.push(`${page}: ${link}`)
    }
  }
  expect(led).toBeGreaterThan(1_000)
  await rm(out, { recursive: true, force: true })
  expect(broken).toEqual([])
  expect(pages.length).toBeGreaterThan(NIGHTLY ? 600 : 400)
})
