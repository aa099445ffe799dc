import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { TEXT_BYTES } from '@unwash/core/release/limits'
import { roleOf } from '@unwash/core/release/wanted'
import { loadLegalFiles } from '@unwash/knowledge/load'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { open } from '../src/index.ts'
import { pointer } from './fixture.ts'

const legal = loadLegalFiles()

/** How a file is put on the disk, and whether its text can be had from there. */
const WAYS = {
  text: [true, (at: string) => writeFileSync(at, 'A few words.\n')],
  blank: [true, (at: string) => writeFileSync(at, '')],
  zero: [false, (at: string) => writeFileSync(at, 'A few\0words.\n')],
  controls: [false, (at: string) => writeFileSync(at, '\u0001'.repeat(20))],
  foreign: [false, (at: string) => writeFileSync(at, Buffer.from(Array.from({ length: 40 }, (_, i) => 0xb0 + i)))],
  long: [false, (at: string) => writeFileSync(at, Buffer.alloc(TEXT_BYTES + 1, 'a'))],
  pdf: [false, (at: string) => writeFileSync(at, '%PDF-1.7')],
  pointer: [false, (at: string) => writeFileSync(at, pointer(5_000))],
  outside: [false, (at: string) => symlinkSync('/etc/hostname', at)],
  nowhere: [false, (at: string) => symlinkSync('gone', at)],
  pipe: [false, (at: string) => void execFileSync('mkfifo', [at])],
} as const satisfies Readonly<Record<string, readonly [readable: boolean, put: (at: string) => void]>>

const way = fc.constantFrom(...(Object.keys(WAYS) as (keyof typeof WAYS)[]))
const folders = fc.array(fc.constantFrom('model', 'docs', 'src', 'third_party', 'legal', 'v1'), { maxLength: 3 })
const stem = fc.constantFrom(
  'LICENSE',
  'NOTICE',
  'TERMS',
  'README',
  'READ_ME',
  'model_card',
  'guide',
  'RESTRICTIONS',
  'run',
)
const ending = fc.constantFrom('', '.md', '.txt', '.pdf', '.png', '.json', '.py', '.zip', '.heron')
const tree = fc.array(fc.tuple(folders, stem, ending, way), { minLength: 1, maxLength: 14 })

test('every file is read, is known to be none of terms, or is told with its reason, and the counts add up', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async all => {
      const folder = folderWith({ 'model.safetensors': pointer(4_000_000_000) })
      const put = new Map<string, keyof typeof WAYS>()
      for (const [folders, stem, ending, way] of all) {
        const path = [...folders, `${stem}${ending}`].join('/')
        if (
          put.has(path) ||
          [...put.keys()].some(other => other.startsWith(`${path}/`) || path.startsWith(`${other}/`))
        )
          continue
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        WAYS[way][1](join(folder, path))
        put.set(path, way)
      }
      const release = await open(folder)
      const unread = new Map((release.unread ?? []).map(one => [one.path, one]))
      const listed = new Set(release.files.map(({ path }) => path))
      const counts = { read: 0, known: 0, unread: 0 }
      for (const [path, way] of put) {
        expect(listed.has(path) || unread.has(path) || roleOf(path, legal) === null).toBe(true)
        const told = unread.get(path)
        if (told !== undefined) {
          counts.unread++
          expect(told.says).not.toBe('')
        } else if (release.texts.has(path)) {
          counts.read++
          expect(WAYS[way][0] || (way === 'long' && roleOf(path, legal) === null)).toBe(true)
        } else {
          counts.known++
          expect([path, way, roleOf(path, legal) === null || way === 'blank' || isData(path, way)]).toEqual([
            path,
            way,
            true,
          ])
        }
      }
      expect(counts.read + counts.known + counts.unread).toBe(put.size)
    }),
    { numRuns: 60 },
  )
})

/** A long plain text below the root is data, as `chooseTexts` has it. */
const isData = (path: string, way: keyof typeof WAYS): boolean =>
  way === 'long' && path.includes('/') && path.endsWith('.txt') && roleOf(path, legal) === 'document'
