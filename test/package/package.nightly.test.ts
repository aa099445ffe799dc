import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'unwash-package-'))
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

beforeAll(() => {
  // what the build made is packed as it is: building again would disturb the tests beside this one
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, stdio: 'ignore' })
  const [tarball] = readdirSync(folder)
  const at = { name: 'somewhere-else', private: true, type: 'module', overrides: locked() }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(at))
  run('npm', 'install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--omit=dev', `./${tarball}`)
}, 240_000)

/** The versions of what is installed with unwash, as they are locked here: what came since does not run in a test. */
function locked(): Record<string, string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const at = Object.entries<{ version: string; dev?: true; devOptional?: true; peer?: true }>(packages)
  return Object.fromEntries(
    at.flatMap(([path, { version, dev, devOptional, peer }]) => {
      const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
      return name === undefined || dev || devOptional || peer ? [] : [[name, version] as const]
    }),
  )
}

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
  expect(bytes).toBeLessThan(20_000_000)
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  expect(Object.keys(packages).length - 1).toBe(1)
})

/** What the command says with no optional package beside it. */
const askBare = (...args: string[]) =>
  spawnSync(join(folder, 'node_modules/.bin/unwash'), args, { cwd: folder, encoding: 'utf8' })
const NOWHERE = ['--database', 'postgres://heron@127.0.0.1:1/marsh']

test.each([
  ['a survey', '@duckdb/node-api', ['survey', 'names.txt']],
  ['a dump of a hub', '@duckdb/node-api', ['survey', 'names.parquet']],
  ['a store in PostgreSQL', 'pg', ['survey', 'status', ...NOWHERE]],
  ['a worker', 'pg', ['worker', ...NOWHERE]],
])('%s asks for %s where it is not installed, and for no other', (_, name, args) => {
  writeFileSync(join(folder, 'names.txt'), `${join(root, 'examples/lumen-7b')}\n`)
  writeFileSync(join(folder, 'names.parquet'), 'PAR1')
  const { status, stderr } = askBare(...args)
  expect(status).toBe(2)
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(new RegExp(` needs? a package that is not installed, "${name}": run npm install ${name} `)),
  ])
})

test('pages are written as files without any of them', () => {
  const { status, stderr } = askBare('site', 'site', join(root, 'examples/lumen-7b'))
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('wrote') })
})

test('the packed server reads what is submitted, in a thread of its own', async () => {
  const server = spawn(join(folder, 'node_modules/.bin/unwash'), ['serve', '--port', '0'], { cwd: folder })
  try {
    const [said] = await once(server.stderr, 'data')
    const at = /http:\/\/\S+\//.exec(String(said))?.[0]
    const texts = [{ path: 'LICENSE', content: 'You may not use it for a rival of ours.' }]
    const answer = await fetch(`${at}api/v1/license`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ texts }),
    })
    expect(await answer.json()).toMatchObject({ licenses: [{ text: { path: 'LICENSE' } }] })
  } finally {
    server.kill()
    await once(server, 'exit')
  }
})
