import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LicensesReport } from '@unwash/core/report/report'
import spdx from 'spdx-license-list/full.js'
import { describe, expect, test } from 'vitest'
import { pdf } from '../../../test/pdf.ts'
import { folderWith } from '../../../test/release.ts'
import { run, runBuilt } from './golden.ts'

const MIT = spdx.MIT?.licenseText ?? ''
const folder = folderWith({})
const put = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

async function refused(name: string, content: string | Uint8Array) {
  const { stdout, stderr, code } = await run(['license', await put(name, content)])
  expect({ stdout, code, lines: stderr.trimEnd().split('\n').length }).toEqual({ stdout: '', code: 2, lines: 1 })
  return stderr
}

describe('what cannot be a license is one sentence and exit code 2', () => {
  test('an empty file', async () => expect(await refused('a', '')).toContain('nothing in the file'))
  test('blank lines', async () => expect(await refused('b', '\n \n')).toContain('only blank lines'))
  test('bytes', async () =>
    expect(await refused('c', Uint8Array.of(0, 1, 2, 255, 0, 7, 0))).toContain('binary, not text'))
  test('a line of 5 MB', async () =>
    expect(await refused('d', 'word '.repeat(1_000_000))).toContain('a line longer than any license'))
  test('a Git LFS pointer', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`
    expect(await refused('e', pointer)).toContain('git lfs pull')
  })
})

test('standard input is read', async () => {
  const { stdout, code } = await runBuilt(['license', '-', '--format', 'json'], {}, { input: MIT })
  const report = LicensesReport.parse(JSON.parse(stdout))
  expect(code).toBe(0)
  expect(report.licenses).toMatchObject([{ id: 'mit', text: { path: 'stdin' }, match: { kind: 'exact' } }])
})

test('several texts are read at once, and a folder of nothing but texts', async () => {
  const texts = join(folder, 'texts')
  const [one, other] = [await put('one', MIT), await put('other', spdx['BSD-2-Clause']?.licenseText ?? '')]
  const ids = async (...args: string[]) =>
    LicensesReport.parse(JSON.parse((await run(['license', ...args, '--format', 'json'])).stdout)).licenses.map(
      ({ id }) => id,
    )
  expect(await ids(one, other)).toEqual(['mit', 'bsd-2-clause'])
  await mkdir(texts)
  await writeFile(join(texts, 'x11-like.txt'), MIT)
  await writeFile(join(texts, 'story.txt'), 'Once there was a lighthouse, and nobody asked who owned it.\n')
  expect(await ids(texts)).toEqual(['mit'])
})

describe('a PDF', () => {
  test('without the reader is told of, never passed over', async () => {
    // where nobody has installed it
    const alone = join(folder, 'alone')
    for (const part of ['dist/bin', 'dist/data', 'knowledge/fingerprints.bin', 'package.json'])
      await cp(part, join(alone, part), { recursive: true })
    const path = await put('license.pdf', pdf(['Terms']))
    const { stdout, code } = await runBuilt(
      ['license', path, '--format', 'json'],
      {},
      {
        command: join(alone, 'dist/bin/unwash.js'),
      },
    )
    const { licenses, findings } = LicensesReport.parse(JSON.parse(stdout))
    expect(code).toBe(2)
    expect(licenses).toMatchObject([{ class: 'unknown' }])
    expect(findings).toMatchObject([{ kind: 'pdf-not-read', says: expect.stringContaining('is not installed') }])
  })

  test('with the reader is cited by its pages; a sentence may go on over two', async () => {
    const pages = [
      ['Harbor License', 'You must not use the model'],
      ['for military purposes.', 'It may not be used in Japan.'],
    ]
    const path = await put('pages.pdf', pdf(...pages))
    const { stdout } = await run(['license', path, '--format', 'json'])
    const [license] = LicensesReport.parse(JSON.parse(stdout)).licenses
    expect(license?.clauses.map(clause => [clause.kind, clause.cited])).toMatchObject([
      ['use.restrictions', [{ page: 1 }]],
      ['field.military', [{ page: 1 }]],
      ['geo.exclusion', [{ page: 2 }]],
    ])
  })

  test('that is broken is told of', async () => {
    const { stdout, code } = await run(['license', await put('broken.pdf', '%PDF-1.4\nnothing'), '--format', 'json'])
    expect(code).toBe(2)
    expect(LicensesReport.parse(JSON.parse(stdout)).findings).toMatchObject([{ kind: 'pdf-not-read' }])
  })
})
