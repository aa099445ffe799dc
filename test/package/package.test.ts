import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

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

const consumer = mkdtempSync(join(tmpdir(), 'unwash-consumer-'))
afterAll(() => rmSync(consumer, { recursive: true, force: true }))

/** A program of somebody who installed the package: it holds the types of what the library gives to what they are. */
const PROGRAM = `
import { audit, type Question, type Report } from 'unwash'

export async function main(): Promise<string> {
  const report: Report = await audit('.')
  const ask = (question: Question): string => question.ask
  // @ts-expect-error a question has no such key: it is not any
  const none = (question: Question): string => question.heron
  return [report.term.id, ...(report.questions ?? []).map(ask), none.name].join()
}
`

test.each([
  ['node16', 'node16'],
  ['bundler', 'esnext'],
])('a strict program compiles with its types, and nothing else installed, under %s', (resolution, module) => {
  const installed = join(consumer, 'node_modules/unwash')
  for (const path of paths.filter(path => path === 'package.json' || path.startsWith('dist/types/'))) {
    mkdirSync(join(installed, dirname(path)), { recursive: true })
    cpSync(join(root, path), join(installed, path))
  }
  writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(consumer, 'main.ts'), PROGRAM)
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--types', '']
  const how = ['--module', module, '--moduleResolution', resolution]
  const compile = () =>
    execFileSync(process.execPath, [compiler, ...options, ...how, 'main.ts'], { cwd: consumer, encoding: 'utf8' })
  expect(compile()).toBe('')
})
