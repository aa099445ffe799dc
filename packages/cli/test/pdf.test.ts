import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { LicensesReport } from '@unwash/core/report/report'
import { describe, expect, test } from 'vitest'
import { pdf, pdfOf } from '../../../test/pdf.ts'
import { folderWith } from '../../../test/release.ts'
import { PDF_LIMITS, type PdfLimits, pdfReader } from '../src/pdf/index.ts'
import { run } from './golden.ts'

const bytesOf = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'))
const limits = (room: Partial<PdfLimits['room']>, others: Partial<PdfLimits> = {}): PdfLimits => ({
  ...PDF_LIMITS,
  room: { ...PDF_LIMITS.room, ...room },
  ...others,
})
const page = (at: number) => [`Page ${at}`]
const pages = (count: number) => Array.from({ length: count }, (_, at) => page(at + 1))

/** A PDF of one page whose stream unpacks, and what it unpacks to unpacks again, to so many megabytes of nothing. */
function bomb(megabytes: number): Uint8Array {
  const twice = deflateSync(deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '), { level: 9 }), { level: 9 })
  return bytesOf(pdfOf([twice.toString('latin1')], '/Filter [/FlateDecode /FlateDecode]'))
}

describe('a PDF that takes more than any text is cut, and that is told', () => {
  test('in pages', async () => {
    const read = await pdfReader(limits({ pages: 3 }))(bytesOf(pdf(...pages(5))))
    expect(read).toEqual({
      is: 'read',
      pages: ['Page 1', 'Page 2', 'Page 3'],
      cut: 'it has 5 pages, and 3 of its pages were read',
    })
  })

  test('in characters', async () => {
    const read = await pdfReader(limits({ characters: 20 }))(bytesOf(pdf(...pages(5))))
    expect(read).toMatchObject({ is: 'read', pages: ['Page 1', 'Page 2', 'Page 3'] })
    expect(read).toMatchObject({ cut: 'it holds more than 20 characters, and 3 of its pages were read' })
  })

  test('in bytes that its streams unpack to', async () => {
    const small = bomb(1)
    expect(small.length).toBeLessThan(2_000)
    expect(await pdfReader(limits({ bytes: 8 * 1024 * 1024 }))(small)).toMatchObject({ is: 'read', cut: null })
    expect(await pdfReader(limits({ bytes: 8 * 1024 * 1024 }))(bomb(16))).toEqual({
      is: 'read',
      pages: [],
      cut: 'it unpacks to more than 8 MB, and 0 of its pages were read',
    })
  })

  test.each([
    ['in time', 0, 'it takes too long'],
    ['in memory', 1, 'it takes more than 50 MB of memory'],
  ])('%s', async (_, first, why) => {
    const worker = new URL('endless-pdf.mjs', import.meta.url)
    const read = await pdfReader(limits({}, { worker, memory: 50, time: first === 0 ? 300 : 600_000 }))
    expect(await read(Uint8Array.of(first))).toEqual({ is: 'too-much', why })
  })

  test('and those after it in the same run have what is left', async () => {
    const read = pdfReader(limits({}, { pagesInAll: 7 }))
    const five = bytesOf(pdf(...pages(5)))
    expect(await read(five)).toMatchObject({ cut: null })
    expect(await read(five)).toMatchObject({ cut: 'it has 5 pages, and 2 of its pages were read' })
    expect(await read(five)).toMatchObject({ is: 'too-much', why: expect.stringContaining('for one run') })
  })

  test('by the command, which calls nothing of it open', async () => {
    const folder = folderWith({ 'a.md': 'Notes.\n' })
    writeFileSync(join(folder, 'LICENSE.pdf'), pdf(...pages(1_002)), 'latin1')
    const { stdout } = await run(['license', join(folder, 'LICENSE.pdf'), '--format', 'json'])
    const { licenses, findings } = LicensesReport.parse(JSON.parse(stdout))
    const says = expect.stringMatching(/is a PDF and was not wholly read: it has 1002 pages, and 1000 of its pages/)
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'pdf-not-read', says }))
    expect(licenses.at(-1)).toMatchObject({ class: 'unknown', name: expect.stringContaining('not read') })
  })
})
