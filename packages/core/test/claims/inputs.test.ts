import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openAnnouncement } from '@unwash/cli/claims/open'
import { fetchPage } from '@unwash/cli/claims/page'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { known, reportWith } from '../../../../test/judged.ts'
import { folderWith } from '../../../../test/release.ts'
import { readAnnouncement } from '../../src/announcement.ts'
import { PIER } from '../texts.ts'

const folder = folderWith({})
const heron = reportWith({ 'README.md': '# Heron\n', LICENSE: PIER })
const { signal } = new AbortController()

/** The claims in an input about a model whose license restricts: where each stands, and what comes of it. */
async function claimsIn(target: string, stdin: AsyncIterable<Uint8Array> = nothing()) {
  const { documents, notes } = await openAnnouncement(target, stdin, signal, known.knowledge)
  const { claims } = readAnnouncement(documents, heron, known.knowledge)
  return { notes, claims: claims.map(({ says, check, cited: [at] }) => ({ says, check, at })) }
}
async function* nothing(): AsyncGenerator<Uint8Array> {}
async function* piped(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** A PDF of pages with a line each, as small as one can be. */
function pdfOf(pages: readonly string[]): Buffer {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((words, at) => {
      const stream = `BT /F1 12 Tf 72 700 Td (${words}) Tj ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

const CONTRADICTED = { says: 'open-source', check: 'contradicted' }

describe('a claim is found, with its line, in', () => {
  test.each([
    ['Markdown', 'a.md', '# News\n\nHeron is an **open-source** model.\n', 3],
    ['HTML', 'a.html', '<!doctype html>\n<nav>Open source</nav>\n<p>Heron is an\n<b>open-source</b> model.</p>\n', 3],
    [
      'HTML made small, on one line',
      'b.html',
      `<!doctype html><p>${'A word. '.repeat(9_000)}</p><p>Heron is an open-source model.</p>`,
      1,
    ],
    ['plain text whose paragraphs are indented', 'a.txt', 'News\n\n      Heron is an open-source model.\n', 3],
    [
      'a pasted post',
      'post.txt',
      'Big day! 🚀\n\n✅ Heron is an open-source model\n✅ It can fly\n\n#OpenSource #AI\n',
      3,
    ],
    [
      'a WebVTT transcript',
      'a.vtt',
      'WEBVTT\n\n00:01.000 --> 00:04.000\nHeron is an open-source\n\n00:04.000 --> 00:06.000\nmodel.\n',
      4,
    ],
    ['a SubRip transcript', 'a.srt', '1\n00:00:01,000 --> 00:00:04,000\nHeron is an open-source model.\n', 3],
    ['text with a byte order mark', 'bom.md', '\ufeffHeron is an open-source model.\n', 1],
  ])('%s', async (_, name, content, line) => {
    expect((await claimsIn(file(name, content))).claims).toMatchObject([{ ...CONTRADICTED, at: { line } }])
  })

  test('standard input', async () => {
    const { claims } = await claimsIn('-', piped('Heron is an open-source model.\n'))
    expect(claims).toMatchObject([{ ...CONTRADICTED, at: { path: 'stdin.md', line: 1 } }])
  })

  test('a PDF, with its page', async () => {
    const { claims } = await claimsIn(file('a.pdf', pdfOf(['News of the marsh.', 'Heron is an open-source model.'])))
    expect(claims).toMatchObject([{ ...CONTRADICTED, at: { page: 2 } }])
  })

  test('text from right to left around English words', async () => {
    const { claims } = await claimsIn(file('rtl.md', 'النموذج Heron هو open source ومتاح.\n'))
    expect(claims).toMatchObject([{ says: 'open source', at: { line: 1 } }])
  })
})

describe('a claim is found in older and other encodings:', () => {
  const gbk = Uint8Array.from([
    // 我们开源了模型。 in GBK
    0xce, 0xd2, 0xc3, 0xc7, 0xbf, 0xaa, 0xd4, 0xb4, 0xc1, 0xcb, 0xc4, 0xa3, 0xd0, 0xcd, 0xa1, 0xa3,
  ])
  test.each([
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffHeron is an open-source model.\n', 'utf16le'), 'open-source'],
    ['GBK, by how it reads', gbk, '开源'],
    ['GBK, as its page declares', Buffer.concat([Buffer.from('<html><meta charset="gbk"><p>'), gbk]), '开源'],
    ['Latin-1', Buffer.from('Le modèle Héron est open source dès à présent.\n', 'latin1'), 'open source'],
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from('Das Heron-Modell für alle überall ist quelloffen. '), Buffer.from([0xff])]),
      'quelloffen',
    ],
  ])('%s', async (name, content, says) => {
    expect((await claimsIn(file(`${name}.md`, content))).claims).toMatchObject([{ says }])
  })
})

describe('what is not read to its end is told', () => {
  test.each([
    [
      'a line of a million characters',
      `${'word '.repeat(200_000)} Heron is an open-source model.\n`,
      /lines of more than 20000 characters/,
    ],
    ['quotes a thousand deep', `${'> '.repeat(1_000)}Heron is an open-source model.\n`, /nested too deep/],
    ['50 MB', `${'word '.repeat(200)}\n\n`.repeat(52_000), /is [\d.]+ MB: only its first 4 MB was read/],
  ])('%s', async (name, content, says) => {
    const { claims, notes } = await claimsIn(file(`${name}.md`, content))
    expect(claims).toEqual([])
    expect(notes).toEqual([expect.stringMatching(says)])
  })
})

describe('what cannot be read is said in one sentence', () => {
  test.each([
    ['a PDF that is none', 'no.pdf', 'Heron is an open-source model.', /^no PDF in/],
    ['a broken PDF', 'broken.pdf', '%PDF-1.4\nnothing\n', /^a broken PDF/],
    ['a PDF of pictures', 'pictures.pdf', pdfOf(['']), /^only pictures in/],
  ])('%s', async (_, name, content, says) => {
    await expect(claimsIn(file(name, content))).rejects.toThrow(says)
  })
})

describe('a page at an address', () => {
  const server = createServer((request, response) => {
    const [, what = '', more = ''] = request.url?.split('/') ?? []
    const page = '<p>Heron is an open-source model.</p>'
    if (what === 'page') response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    else if (what === 'gbk')
      response
        .writeHead(200, { 'content-type': 'text/html; charset=GBK' })
        .end(Buffer.from([0xbf, 0xaa, 0xd4, 0xb4, 0xa1, 0xa3]))
    else if (what === 'moved')
      response.writeHead(302, { location: Number(more) > 0 ? `/moved/${Number(more) - 1}` : '/page' }).end()
    else if (what === 'around') response.writeHead(301, { location: '/around' }).end()
    else if (what === 'file') response.writeHead(302, { location: 'file:///etc/hostname' }).end()
    else if (what === 'pdf')
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdfOf(['Heron is an open-source model.']))
    else if (what === 'endless') {
      response.writeHead(200, { 'content-type': 'text/html' }).write(page)
      const chunk = Buffer.alloc(1024 * 1024, 'words ')
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    } else if (what === 'slow') response.writeHead(200, { 'content-type': 'text/html' }).write(page)
    else if (what === 'breaks')
      response.writeHead(200, { 'content-length': '9000' }).end('short', () => response.destroy())
    else response.writeHead(404).end()
  })
  let base = ''
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  test.each(['page', 'moved/3', 'pdf'])('is read: %s', async path => {
    expect((await claimsIn(`${base}/${path}`)).claims).toMatchObject([CONTRADICTED])
  })

  test('is cited where it was in the end', async () => {
    expect((await claimsIn(`${base}/moved/1`)).claims).toMatchObject([{ at: { path: `${base}/page`, line: 1 } }])
  })

  test('is read in the encoding it comes with', async () => {
    const { documents } = await openAnnouncement(`${base}/gbk`, nothing(), signal, known.knowledge)
    expect(documents[0]?.text.content).toBe('开源。')
  })

  test('without an end is read up to a limit, and that is said', async () => {
    const { claims, notes } = await claimsIn(`${base}/endless`)
    expect(claims).toMatchObject([CONTRADICTED])
    expect(notes).toEqual([expect.stringContaining('only its first 4 MB was read')])
  })

  test.each([
    ['around', /^more than 5 redirects/],
    ['moved/6', /^more than 5 redirects/],
    ['file', /^a redirect to no page/],
    ['missing', /^answer 404/],
    ['breaks', /^no answer from/],
  ])('that does not come is said in one sentence: %s', async (path, says) => {
    await expect(claimsIn(`${base}/${path}`)).rejects.toThrow(says)
  })

  test('that does not end is not waited for', async () => {
    const { body } = await fetchPage(`${base}/slow`, signal, 200)
    const whole = async () => {
      for await (const _ of body);
    }
    await expect(whole()).rejects.toThrow(/^no whole page in time/)
  })

  test('of a server that is not there is said', async () => {
    await expect(claimsIn('http://127.0.0.1:9/news')).rejects.toThrow(/^no answer from/)
  })
})
