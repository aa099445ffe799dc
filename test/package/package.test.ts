import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
const [packed]: [{ files: readonly { path: string }[] }] = JSON.parse(
  execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
)
const paths = packed.files.map(({ path }) => path)

test('what runs in the pages is packed, and what the reader there knows', () => {
  for (const name of [
    'reader.js',
    'home.js',
    'explore.js',
    'kept.js',
    'find.js',
    'knowledge.bin',
    'fingerprints.bin',
    'spdx.bin',
    'approved.bin',
    'second-reader.bin',
    'texts.bin',
    'licenses.md',
  ])
    expect(paths).toContain(`dist/assets/${name}`)
  for (const part of ['worker', 'pdf'])
    expect(paths.some(path => new RegExp(`^dist/assets/${part}-[\\w-]+\\.js$`).test(path))).toBe(true)
})

test('the command, the library, its types and the notices are packed, and nothing of the source', () => {
  for (const path of [
    'dist/bin/unwash.js',
    'dist/bin/index.js',
    'dist/types/library/index.d.ts',
    'dist/third-party-notices.md',
  ])
    expect(paths).toContain(path)
  expect(paths.filter(path => /^(?:packages|test|scripts|node_modules)\//.test(path))).toEqual([])
})

test('what the pages in it link to is in it, or an address of the web', () => {
  const pages = ['README.md', ...paths.filter(path => /^docs\/[^/]+\.md$/.test(path))]
  const missing = pages.flatMap(page =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target = '']) => target)
      .filter(target => !/^[a-z]+:/.test(target) && !paths.includes(join(page, '..', target)))
      .map(target => `${page}: ${target}`),
  )
  expect(missing).toEqual([])
})
