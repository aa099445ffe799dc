import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { projectSchema } from '@unwash/reporters/schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { heron, releases } from '../../../test/hub/releases.ts'
import { repositoryOf } from '../../../test/hub/repository.ts'
import { type ServedHub, serveHub } from '../../../test/hub/server.ts'
import { folderWith } from '../../../test/release.ts'
import { run } from '../../cli/test/golden.ts'
import { safetensors } from '../../sources/test/bytes.ts'

const served: ServedHub[] = []
afterEach(async () => {
  for (const hub of served.splice(0)) await hub.close()
})

const APP = {
  'app.py': 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B")\nAutoModel.from_pretrained("hedgerow/wren-1b")\n',
  'package.json': '{ "name": "app", "scripts": { "a": "b" }, "license": "MIT" }\n',
  'README.md': '# App\n',
  'node_modules/other/index.js': "new ChatOllama({ model: 'finch' })\n",
}

const project = async (folder: string, ...options: string[]) => {
  const ran = await run(['project', folder, '--format', 'json', ...options], { HF_HOME: join(folder, 'no-cache') })
  return { ...ran, report: ran.stdout === '' ? null : JSON.parse(ran.stdout) }
}

describe('unwash project', () => {
  test('tells what is used with its terms, beside the own license, and which duties are not seen to be kept', async () => {
    const { report, code } = await project(folderWith(APP))
    expect(code).toBe(0)
    expect(new Ajv2020({ strict: false }).validate(projectSchema(), report)).toBe(true)
    const used = report.used.map((one: { id: string; audited: { term: string; from: string } }) => [
      one.id,
      one.audited.term,
      one.audited.from,
    ])
    expect(used).toEqual([
      ['hedgerow/wren-1b', 'undetermined', 'none'],
      ['meta-llama/Llama-3.1-8B', 'weights-available-ai', 'facts'],
    ])
    expect(report.conflicts).toMatchObject([{ kind: 'restricted-in-open', id: 'meta-llama/Llama-3.1-8B' }])
    const display = report.duties.filter((duty: { clause: string }) => duty.clause === 'share.branding')
    expect(display).toMatchObject([{ answer: 'unmet' }])
    const kept = await project(folderWith({ ...APP, 'README.md': '# App\n\nBuilt with Llama.\n' }))
    const shown = kept.report.duties.filter((duty: { clause: string }) => duty.clause === 'share.branding')
    expect(shown).toMatchObject([{ answer: 'met' }])
    expect(shown[0].cited[0]).toMatchObject({ path: 'README.md', line: 3 })
  })

  test('is a gate: 1 with the reason on stderr, 0 where it is met, 2 where there is no project', async () => {
    const folder = folderWith({ 'app.py': 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B")\n' })
    expect((await project(folder, '--require', 'weights-available-ai')).code).toBe(0)
    const { code, stderr, report } = await project(folder, '--require', 'open-weights-ai')
    expect(code).toBe(1)
    expect(stderr).toContain('unwash: --require not met by meta-llama/Llama-3.1-8B: ')
    expect(report.breaches).toHaveLength(1)
    await writeFile(
      join(folder, 'policy.yaml'),
      'rules:\n  - id: no-scale-limit\n    deny: \'"scale.users" in clauses\'\n    says: we have many users\n',
    )
    const denied = await project(folder, '--policy', join(folder, 'policy.yaml'))
    expect(denied.code).toBe(1)
    expect(denied.stderr).toContain(
      'rule no-scale-limit not met by meta-llama/Llama-3.1-8B: we have many users [app.py:1]',
    )
    expect((await project(join(folder, 'nothing'))).code).toBe(2)
  })

  test('reads a release in the local cache, locks its terms, and says what changed', async () => {
    const folder = folderWith({ 'app.py': 'AutoModel.from_pretrained("hedgerow/wren-1b")\n' })
    const cache = join(folder, 'no-cache', 'hub', 'models--hedgerow--wren-1b')
    const put = async (revision: string, license: string) => {
      await mkdir(join(cache, 'snapshots', revision), { recursive: true })
      await mkdir(join(cache, 'refs'), { recursive: true })
      await writeFile(join(cache, 'refs', 'main'), revision)
      await writeFile(
        join(cache, 'snapshots', revision, 'README.md'),
        `---\nlicense: ${license}\nlibrary_name: transformers\n---\n# Wren\n`,
      )
      await writeFile(
        join(cache, 'snapshots', revision, 'model.safetensors'),
        safetensors({ t: { dtype: 'F16', shape: [200_000], data_offsets: [0, 400_000] } }, 400_000),
      )
    }
    const [first, second] = ['a'.repeat(40), 'b'.repeat(40)]
    await put(first, 'apache-2.0')
    const { report, stderr } = await project(folder, '--lock')
    expect(report.used).toMatchObject([{ audited: { from: 'cache', revision: first, license: 'apache-2.0' } }])
    expect(stderr).toContain('unwash.lock')
    const path = join(folder, 'unwash.lock')
    const written = await readFile(path, 'utf8')
    expect(parse(written)).toMatchObject({ lockVersion: 1, used: [{ id: 'hedgerow/wren-1b', revision: first }] })
    await project(folder, '--lock')
    expect(await readFile(path, 'utf8')).toBe(written)
    await put(second, 'cc-by-nc-4.0')
    const { changes } = (await project(folder)).report
    expect(changes.map(({ kind }: { kind: string }) => kind)).toEqual(['term', 'license', 'revision'])
    expect(changes[0]).toMatchObject({ before: 'open-weights-ai', now: 'weights-available-ai' })
  })

  test('asks the hub only where that is asked for, at the revision in use, and reads again what it gave', async () => {
    const hub = await serveHub({ releases })
    served.push(hub)
    const folder = folderWith({
      'app.py': 'AutoModel.from_pretrained("marsh-lab/heron-7b")\nload_dataset("marsh-lab/nothing")\n',
    })
    const environment = {
      HF_HOME: join(folder, 'no'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      HF_ENDPOINT: hub.endpoint,
    }
    const used = async (...options: string[]) => {
      const { stdout, code } = await run(['project', folder, '--format', 'json', ...options], environment)
      expect(code).toBe(0)
      return JSON.parse(stdout).used.map(({ audited }: { audited: { from: string; toDo: string | null } }) => audited)
    }
    expect(await used()).toMatchObject([{ from: 'none' }, { from: 'none' }])
    expect(hub.requests).toEqual([])
    const [model, dataset] = await used('--online')
    expect(model).toMatchObject({ from: 'hub', license: 'apache-2.0', revision: repositoryOf(heron).sha, toDo: null })
    expect(dataset).toMatchObject({ from: 'none' })
    expect(dataset.toDo).toContain('marsh-lab/nothing')
    const asked = hub.requests.length
    expect((await used())[0]).toMatchObject({ from: 'hub', license: 'apache-2.0' })
    expect(hub.requests).toHaveLength(asked)
  })

  test('takes no lock that is newer or broken, and says so in one sentence', async () => {
    for (const [lock, says] of [
      ['lockVersion: 9\nused: []\n', 'it is of version 9, and this unwash knows 1: update unwash'],
      ['lockVersion: [\n', 'is no YAML'],
      ['used: 3\n', 'lockVersion'],
    ]) {
      const { code, stderr, stdout } = await project(folderWith({ 'unwash.lock': lock ?? '' }))
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(says)
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    }
  })

  test('passes over what is binary or too large for a text', async () => {
    const folder = folderWith({ 'big.py': `x = "${'a'.repeat(5_000_000)}"` })
    await writeFile(join(folder, 'binary.py'), new Uint8Array([0, 1, 2, 3, 0, 255, 254]))
    const { code, report } = await project(folder)
    expect({ code, used: report.used }).toEqual({ code: 0, used: [] })
    expect(report.notes.map(({ path }: { path: string }) => path)).toEqual(['big.py', 'binary.py'])
  })
})

const bash = (command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  new Promise<{ code: number; stdout: string; stderr: string }>(done => {
    execFile(command, args, { env: { ...process.env, ...environment } }, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })

describe('in CI', () => {
  const script = (environment: Readonly<Record<string, string>>) =>
    new Promise<{ code: number; stdout: string }>(done => {
      execFile(
        'bash',
        ['scripts/action.sh'],
        {
          env: {
            ...process.env,
            UNWASH_COMMAND: `${process.execPath} ${resolve('dist/bin/unwash.js')}`,
            ...environment,
          },
        },
        (error, stdout) => done({ code: typeof error?.code === 'number' ? error.code : 0, stdout }),
      )
    })

  test('the script of the Action passes its inputs on, writes the report, and ends as unwash does', async () => {
    const folder = folderWith(APP)
    const output = join(folder, 'out.sarif')
    const given = {
      UNWASH_PATH: folder,
      UNWASH_FORMAT: 'sarif',
      UNWASH_OUTPUT: output,
      GITHUB_OUTPUT: join(folder, 'outputs'),
    }
    expect((await script(given)).code).toBe(0)
    const sarif = JSON.parse(await readFile(output, 'utf8'))
    expect(sarif.runs[0].results.some(({ ruleId }: { ruleId: string }) => ruleId === 'uses')).toBe(true)
    expect(await readFile(join(folder, 'outputs'), 'utf8')).toBe(`report=${output}\n`)
    expect((await script({ UNWASH_PATH: folder, UNWASH_REQUIRE: 'open-weights-ai' })).code).toBe(1)
    expect((await script({ UNWASH_PATH: join(folder, 'nothing') })).code).toBe(2)
  })

  test('the Action installs a packed release once, and none that is another than was named', async () => {
    const folder = folderWith({})
    const { stdout: name } = await bash('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder])
    const packed = join(folder, name.trim())
    const sum = createHash('sha256')
      .update(await readFile(packed))
      .digest('hex')
    const into = join(folder, 'with spaces', 'unwash')
    const install = (from: string, hash: string) =>
      bash('scripts/install.sh', [into], { UNWASH_PACKAGE: from, UNWASH_SHA256: hash })
    expect(await install(packed, '0'.repeat(64))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^unwash: the package at \S+ has another SHA-256 than was given: do not use it\n$/),
    })
    expect(await install(packed, sum)).toMatchObject({ code: 0 })
    const command = join(into, 'node_modules/unwash/dist/bin/unwash.js')
    expect((await bash(process.execPath, [command, '--version'])).code).toBe(0)
    // what is there is taken as it is
    expect(await install('/nowhere', '')).toMatchObject({ code: 0, stderr: '' })
    const key = await bash('scripts/install.sh', ['--key'], { UNWASH_PACKAGE: packed, UNWASH_SHA256: sum })
    expect(key.stdout).toMatch(/^[0-9a-f]{64}\n$/)
  })

  test('a script that cannot do its work says why in one sentence', async () => {
    const folder = folderWith({
      'comment.md': '<!-- unwash -->\n',
      'event.json': '{"pull_request": {"number": 1}}',
    })
    for (const [script, args, environment] of [
      ['scripts/action.sh', [], { UNWASH_COMMAND: 'node /nowhere/unwash.js' }],
      ['scripts/install.sh', [], {}],
      ['scripts/install.sh', [join(folder, 'new')], { UNWASH_PACKAGE: '/nowhere.tgz' }],
      [process.execPath, ['scripts/comment.mjs', '/nowhere'], {}],
      [
        process.execPath,
        ['scripts/comment.mjs', join(folder, 'comment.md')],
        { GITHUB_EVENT_PATH: join(folder, 'event.json'), GITHUB_API_URL: 'http://127.0.0.1:9' },
      ],
    ] as const) {
      const { code, stderr } = await bash(script, args, environment)
      expect([script, code, stderr]).toEqual([script, 2, expect.stringMatching(/^unwash: [^\n]+\n$/)])
    }
  })

  test('the Action gives every input to the script, and the hook runs a command that is there', async () => {
    const action = parse(await readFile('action.yml', 'utf8'))
    const environment = Object.assign({}, ...action.runs.steps.map(({ env }: { env?: object }) => env ?? {}))
    for (const input of Object.keys(action.inputs))
      expect(Object.values(environment)).toContain(`\${{ inputs.${input} }}`)
    const shell = await readFile('scripts/action.sh', 'utf8')
    const scripts = shell + (await readFile('scripts/install.sh', 'utf8'))
    for (const name of Object.keys(environment)) expect(scripts).toContain(name)
    // another's action may move: it is named by its commit
    for (const { uses } of action.runs.steps) if (uses) expect(uses).toMatch(/@[0-9a-f]{40}$/)
    const [hook] = parse(await readFile('.pre-commit-hooks.yaml', 'utf8'))
    const [command, ...words] = String(hook.entry).split(' ')
    expect(Object.keys(JSON.parse(await readFile('package.json', 'utf8')).bin)).toContain(command)
    const ran = await run([...words, folderWith(APP), '--require', 'open-weights-ai'])
    expect(ran.code).toBe(1)
  })
})
