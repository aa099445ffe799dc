import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadKnown } from '@unwash/library/known'
import { beforeAll, expect, test } from 'vitest'
import { writeSite } from '../../src/server/site.ts'
import { HERON, serveTest } from './served.ts'

const server = await serveTest({ heron: HERON }, { origin: 'https://models.example' })
const page = async (path: string) => {
  const response = await fetch(server.at + path, { headers: { accept: 'text/html' } })
  return { status: response.status, html: await response.text() }
}
let receipt = ''

beforeAll(async () => {
  expect(await server.audited('path:heron')).toMatchObject({ status: 'done' })
  receipt = /href="(\/_\/heron\/receipt\/[0-9a-f]+)"/.exec((await page('/_/heron')).html)?.[1] ?? ''
})

/** Width and height of a picture, as its header has them (PNG, 11.2.2). */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  expect([...png.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47])
  return [view.getUint32(16), view.getUint32(20)]
}

test('a claim that does not hold has a page: the sentence, what it meets whole, and what would hold', async () => {
  const { status, html } = await page(receipt)
  expect(status).toBe(200)
  expect(html).toContain(
    '<title>heron says “open-source”: contradicted (Weights Available AI, not open source) · unwash</title>',
  )
  expect(html).toMatch(/is an <mark>open-source<\/mark> language model/)
  expect(html).toMatch(/href="\/_\/heron\/source\/README.md#L\d+"/)
  const words = html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
  expect(words).toContain('you may not use the Heron Materials unless Marsh Lab has given you a license for it')
  expect(words).toMatch(/What would hold\s*Heron 7B is/)
  expect(words).toContain('open an issue in the repository of unwash titled Correction: heron')
  expect((await page('/_/heron/receipt/0000000000')).status).toBe(404)
})

test('a picture is there only when a person has confirmed it, and then in the page and in a site of files', async () => {
  expect((await page(receipt)).html).not.toContain('og:image')
  expect((await page(`${receipt}/picture.png`)).status).toBe(404)
  const confirm = (by: string) =>
    fetch(server.at + receipt, { method: 'POST', body: new URLSearchParams({ by }), redirect: 'manual' })
  expect((await confirm(' ')).status).toBe(400)
  expect((await confirm('Ada <b>Example</b>')).status).toBe(303)

  const { html } = await page(receipt)
  expect(html).toContain(`<meta property="og:image" content="https://models.example${receipt}/picture.png"/>`)
  expect(html).toContain('Read by a person: Ada &lt;b>Example&lt;/b>')
  expect(html).not.toContain('<form')
  const picture = await fetch(`${server.at}${receipt}/picture.png`)
  expect(picture.headers.get('content-type')).toBe('image/png')
  expect(sizeOf(new Uint8Array(await picture.arrayBuffer()))).toEqual([1200, 630])

  const out = await mkdtemp(join(tmpdir(), 'unwash-receipts-'))
  await writeSite(out, { known: await loadKnown(), shelf: server.shelf, origin: 'https://models.example' })
  expect(sizeOf(await readFile(join(out, receipt, 'picture.png')))).toEqual([1200, 630])
  expect(await readFile(join(out, receipt, 'index.html'), 'utf8')).toContain('og:image')
  await rm(out, { recursive: true, force: true })
})

test('what a model read confirms nothing', async () => {
  const { report } = (await server.shelf.report('heron')) ?? {}
  expect(report?.readings?.[0]).toMatchObject({ kind: 'claims', answer: 'yes', by: { kind: 'person' } })
  const { receiptsOf } = await import('@unwash/reporters/receipt')
  if (!report) throw new Error('heron is not kept')
  const readings = report.readings?.map(one => ({ ...one, by: { kind: 'model' as const, name: 'a model' } })) ?? []
  expect(receiptsOf(report).map(({ confirmed }) => confirmed?.by)).toEqual(['Ada <b>Example</b>'])
  expect(receiptsOf({ ...report, readings }).map(({ confirmed }) => confirmed)).toEqual([null])
})
