import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'unwash-package-'))
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

beforeAll(() => {
  // what the build made is packed as it is: building again would disturb the tests beside this one
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, stdio: 'ignore' })
  const [tarball] = readdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "somewhere-else", "private": true, "type": "module" }')
  run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--omit=dev', `./${tarball}`)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the packed command audits a release', () => {
  const { stdout, status } = spawnSync(
    join(folder, 'node_modules/.bin/unwash'),
    [join(root, 'examples/lumen-7b'), '--format', 'json'],
    { cwd: folder, encoding: 'utf8' },
  )
  // a claim of the example is contradicted
  expect({ status, term: JSON.parse(stdout).term.id }).toEqual({ status: 1, term: 'weights-available-ai' })
})

test('the packed library audits a release', () => {
  writeFileSync(
    join(folder, 'use.js'),
    `import { audit } from 'unwash'\nconst report = await audit(${JSON.stringify(join(root, 'examples/lumen-7b'))})\nconsole.log(report.term.label)\n`,
  )
  expect(run(process.execPath, 'use.js').trim()).toBe('Weights Available AI')
})

test('an ordinary install is small: no database, and little beside unwash itself', () => {
  const files = readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true })
  const bytes = files
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  expect(bytes).toBeLessThan(45_000_000)
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  expect(Object.keys(packages).length - 1).toBeLessThanOrEqual(60)
  expect(Object.keys(packages).filter(name => name.includes('duckdb'))).toEqual([])
})

test('a survey says which package it needs', () => {
  const command = join(folder, 'node_modules/.bin/unwash')
  const list = join(folder, 'names.txt')
  writeFileSync(list, `${join(root, 'examples/lumen-7b')}\n`)
  const { status, stderr } = spawnSync(command, ['survey', list], { cwd: folder, encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('"@duckdb/node-api": run npm install @duckdb/node-api where unwash is installed')
})

test('the packed types say what comes back', () => {
  writeFileSync(
    join(folder, 'use.ts'),
    `import { audit, type Report } from 'unwash'\nexport const label = async (): Promise<string> => ((await audit('.')) satisfies Report).term.label\n// @ts-expect-error a report has no score\nexport const score = async () => (await audit('.')).score\n`,
  )
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  run(
    process.execPath,
    tsc,
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--moduleResolution',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    '',
    'use.ts',
  )
})

test('the schema is published with it', () => {
  const schema = JSON.parse(
    execFileSync('node', ['-p', "JSON.stringify(require('unwash/report.schema.json'))"], {
      cwd: folder,
      encoding: 'utf8',
    }),
  )
  expect(schema.properties.schemaVersion).toBeDefined()
})
