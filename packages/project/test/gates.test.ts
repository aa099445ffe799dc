import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { whenTestEnds } from '../../../test/ends.ts'
import { folderWith } from '../../../test/release.ts'
import { run } from '../../cli/test/golden.ts'

const LLAMA = 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B")\n'
const QWEN = 'AutoModel.from_pretrained("Qwen/Qwen2.5-7B")\n'
const home = { HF_HOME: '/nonexistent-cache' }

const project = async (folder: string, ...options: string[]) => {
  const ran = await run(['project', folder, '--format', 'json', ...options], home)
  return { ...ran, report: ran.stdout === '' ? null : JSON.parse(ran.stdout) }
}

describe('a gate over what cannot be told', () => {
  const FROM_OUTSIDE = 'import os\nfrom transformers import AutoModel\nm = AutoModel.from_pretrained(os.environ["M"])\n'
  const gate = ['--require', 'weights-available-ai']

  test.each([
    ['from the environment', 'os.environ["M"]', 'its name comes from the environment (m)'],
    // its first part alone would pass
    ['put together while it runs', '"-".join(["Qwen/Qwen2.5-7B", size])', 'put together while the program runs'],
  ])('fails with the place of a name that is %s', async (_, given, why) => {
    const folder = folderWith({ 'src/load.py': FROM_OUTSIDE.replace('os.environ["M"]', given) })
    const { code, stderr } = await project(folder, ...gate)
    expect(code).toBe(1)
    expect(stderr).toContain('[src/load.py:3]')
    expect(stderr.toLowerCase()).toContain(why)
    expect((await project(folder)).code).toBe(0)
  })

  test('passes where that is decided, by the policy or a flag, and says so', async () => {
    const folder = folderWith({ 'src/load.py': FROM_OUTSIDE })
    const policy = join(folder, 'unwash.config.yaml')
    const said = expect.arrayContaining([
      { says: expect.stringMatching(/^1 place whose model cannot be told passed by allow-untold/) },
    ])
    const flagged = await project(folder, ...gate, '--allow-untold')
    expect([flagged.code, flagged.report.notes]).toEqual([0, said])
    await writeFile(policy, 'require: weights-available-ai\nallow-untold: true\n')
    const allowed = await project(folder, '--policy', policy)
    expect([allowed.code, allowed.report.notes]).toEqual([0, said])
    await writeFile(policy, 'require: weights-available-ai\n')
    expect((await project(folder, '--policy', policy)).code).toBe(1)
    await writeFile(policy, 'require: weights-available-ai\nleave: { paths: [src] }\n')
    expect((await project(folder, '--policy', policy)).code).toBe(0)
  })

  test('passes what the baseline has, and no other place', async () => {
    const folder = folderWith({ 'src/load.py': FROM_OUTSIDE })
    const baseline = join(folder, 'baseline.json')
    await writeFile(baseline, (await project(folder)).stdout)
    expect((await project(folder, ...gate, '--baseline', baseline)).code).toBe(0)
    await writeFile(join(folder, 'src/more.py'), FROM_OUTSIDE)
    expect((await project(folder, ...gate, '--baseline', baseline)).code).toBe(1)
  })

  test('reads the commands of a notebook', async () => {
    const cell = { cell_type: 'code', source: ['!huggingface-cli download meta-llama/Llama-3.1-8B\n'] }
    const folder = folderWith({ 'a.ipynb': JSON.stringify({ cells: [cell], nbformat: 4 }) })
    const { report } = await project(folder, '--require', 'open-weights-ai')
    expect(report.used.map(({ id }: { id: string }) => id)).toEqual(['meta-llama/Llama-3.1-8B'])
    expect((await project(folder, '--require', 'open-weights-ai')).code).toBe(1)
  })
})

describe('a gate over what was not read', () => {
  const files = {
    'app.py': QWEN,
    'src/a.f90': 'x = 1\n',
    'src/b.f90': 'x = 2\n',
    'data.json': '{}',
    'c.cs': 'int x;\n',
  }

  test('fails with the number of files by language, though every model passes', async () => {
    const folder = folderWith(files)
    const { code, stderr, report } = await project(folder, '--require', 'weights-available-ai')
    expect(code).toBe(1)
    expect(stderr).toContain('not read: 2 Fortran files (this language is not read)')
    expect(report.project.complete).toBe(false)
    expect(report.project.coverage).toEqual(
      expect.arrayContaining([
        { language: 'Fortran', files: 2, read: 0 },
        { language: 'C#', files: 1, read: 1 },
      ]),
    )
    expect((await project(folder)).code).toBe(0)
  })

  test.each(['languages: [fortran]', "paths: ['src']", "paths: ['**/*.f90']"])(
    'passes where the policy leaves it out (%s)',
    async leave => {
      const folder = folderWith(files)
      const policy = join(folder, 'unwash.config.yaml')
      await writeFile(policy, `require: weights-available-ai\nleave:\n  ${leave}\n`)
      expect((await project(folder, '--policy', policy)).code).toBe(0)
      await writeFile(policy, "require: weights-available-ai\nleave:\n  paths: ['src/a.*']\n")
      expect((await project(folder, '--policy', policy)).stderr).toContain('not read: 1 Fortran file')
    },
  )

  test('fails for text that could not be read', async () => {
    const folder = folderWith({ 'app.py': QWEN, 'big.go': `var x = "${'a'.repeat(1_100_000)}"` })
    expect((await project(folder, '--require', 'closed-ai')).stderr).toContain('not read: 1 Go file')
  })
})

describe('a gate', () => {
  test('says which rule, which model, where, and what would pass', async () => {
    const { stderr } = await project(folderWith({ 'app.py': LLAMA }), '--require', 'open-weights-ai')
    expect(stderr).toMatch(
      /--require not met by meta-llama\/Llama-3\.1-8B: open-weights-ai is required and weights-available-ai is proven: .* \[app\.py:1\]; way out: \S+\/\S+ would pass/,
    )
  })

  test('fails for nothing but what is new since a baseline', async () => {
    const folder = folderWith({ 'app.py': LLAMA })
    const baseline = join(folder, 'unwash.before.json')
    const gate = ['--require', 'open-weights-ai', '--baseline', baseline]
    await writeFile(baseline, (await project(folder)).stdout)
    const same = await project(folder, ...gate)
    expect({ code: same.code, known: same.report.breaches[0].known }).toEqual({ code: 0, known: true })
    const loads = (repo: string) => `AutoModel.from_pretrained("meta-llama/${repo}")\n`
    const two = folderWith({
      'app.py': `${LLAMA + loads('Llama-3.1-70B')}AutoModel.from_pretrained(a)\nAutoModel.from_pretrained(b)\n`,
    })
    const before = join(two, 'unwash.before.json')
    await writeFile(before, (await project(two)).stdout)
    const comment = await run([
      'project',
      two,
      '--require',
      'open-weights-ai',
      '--baseline',
      before,
      '--format',
      'comment',
    ])
    expect(comment.stdout).toContain('4 more were so in the baseline.')
    expect(comment.stdout).toContain('The names of 2 more cannot be told.')
    await writeFile(join(folder, 'more.go'), 'const Model = "gpt-4o"\n')
    const more = await project(folder, ...gate)
    expect(more.code).toBe(1)
    expect(more.stderr).toContain('not met by gpt-4o')
    expect(more.stderr).not.toContain('not met by meta-llama')
    await writeFile(join(folder, 'more.f90'), 'x = 1\n')
    expect((await project(folder, ...gate)).stderr).toContain('not read: 1 Fortran file')
    await writeFile(baseline, '{}')
    expect(await project(folder, ...gate)).toMatchObject({ code: 2, stderr: expect.stringContaining('make it anew') })
  })
})

test('duties are those of what a project does', async () => {
  const dutiesOf = async (files: Record<string, string>) => {
    const { report } = await project(folderWith(files))
    return [report.used[0].how, report.duties.map(({ clause }: { clause: string }) => clause)]
  }
  const [download, none] = await dutiesOf({ 'app.py': QWEN })
  expect([download, none]).toEqual(['download', []])
  const [shipped, notice] = await dutiesOf({ Dockerfile: 'FROM a\nRUN hf download Qwen/Qwen2.5-7B\n' })
  expect([shipped, notice]).toEqual(['shipped', ['share.attribution_notice']])
  expect(await dutiesOf({ 'app.py': 'InferenceClient(model="Qwen/Qwen2.5-7B")\n' })).toEqual(['service', []])
})

describe('a comment', () => {
  test('is written once under a pull request, and then anew', async () => {
    // others may write what ours begin with, and are left alone
    const stranger = { id: 2, body: '<!-- unwash project -->\nmine', user: { login: 'unwash-actions' } }
    const bot = { login: 'unwash-actions[bot]' }
    const comments = [{ id: 1, body: 'fine', user: bot }, { ...stranger }]
    const server = createServer((request, response) => {
      let sent = ''
      request.on('data', piece => {
        sent += piece
      })
      request.on('end', () => {
        if (request.url === '/graphql') return response.end(JSON.stringify({ data: { viewer: bot } }))
        const body = sent === '' ? '' : JSON.parse(sent).body
        if (request.method === 'POST') comments.push({ id: comments.length + 1, body, user: bot })
        if (request.method === 'PATCH') {
          const there = comments.find(({ id }) => request.url?.endsWith(`/${id}`))
          if (there) there.body = body
        }
        response.end(JSON.stringify(comments))
      })
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    whenTestEnds(() => server.close())
    const folder = folderWith({ 'app.py': LLAMA, 'event.json': '{"pull_request": {"number": 7}}' })
    const comment = () =>
      new Promise<number>(done => {
        const environment = {
          ...process.env,
          UNWASH_PATH: folder,
          UNWASH_FORMAT: 'comment',
          UNWASH_REQUIRE: 'open-weights-ai',
          UNWASH_COMMENT_TOKEN: 'none',
          GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
          GITHUB_GRAPHQL_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
          GITHUB_REPOSITORY: 'hedgerow/wren',
          GITHUB_EVENT_PATH: join(folder, 'event.json'),
        }
        execFile('bash', ['scripts/action.sh'], { env: environment }, error => done(Number(error?.code ?? 0)))
      })
    expect(await comment()).toBe(1)
    expect(comments).toHaveLength(3)
    expect(comments[2]?.body).toMatch(/^<!-- unwash project -->\n### unwash: 1 gate not met\n\n- \*\*meta-llama\/Llama/)
    await writeFile(join(folder, 'app.py'), QWEN)
    expect(await comment()).toBe(0)
    expect(comments).toHaveLength(3)
    expect(comments[2]?.body).toContain('nothing new fails')
    expect(comments[1]).toEqual(stranger)
  })
})

test('a bill of materials keeps all that was in it, and lists each model once', async () => {
  const folder = folderWith({ 'app.py': QWEN })
  const bom = join(folder, 'bom.json')
  const before = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
    version: 3,
    metadata: { component: { type: 'application', name: 'wren', 'bom-ref': 'wren' } },
    components: [{ type: 'library', name: 'left', version: '1.0.0', 'bom-ref': 'left', purl: 'pkg:npm/left@1.0.0' }],
    dependencies: [{ ref: 'wren', dependsOn: ['left'] }],
    'x-own': { kept: true },
  }
  await writeFile(bom, JSON.stringify(before))
  const put = () => run(['project', folder, '--format', 'cyclonedx', '--into', bom], home)
  const { stdout, code } = await put()
  expect(code).toBe(0)
  const { components, ...rest } = JSON.parse(stdout)
  const { components: old, ...others } = before
  const model = 'unwash:model:hub:Qwen/Qwen2.5-7B'
  expect(rest).toEqual({
    ...others,
    dependencies: [{ ref: 'wren', dependsOn: ['left', model] }, { ref: model }],
  })
  expect(components.slice(0, 1)).toEqual(old)
  expect(components.slice(1)).toMatchObject([
    {
      type: 'machine-learning-model',
      group: 'Qwen',
      name: 'Qwen2.5-7B',
      evidence: { occurrences: [{ location: 'app.py:1' }] },
    },
  ])
  await writeFile(bom, stdout)
  expect(JSON.parse((await put()).stdout)).toEqual(JSON.parse(stdout))
  // nor is what an earlier run wrote read as a part of the project
  const { stdout: report } = await run(['project', folder, '--format', 'json'], home)
  expect(JSON.parse(report).used[0].references).toHaveLength(1)
  await writeFile(join(folder, 'models.json'), report)
  expect(JSON.parse((await put()).stdout)).toEqual(JSON.parse(stdout))
  await writeFile(bom, '{"bomFormat": "CycloneDX", "specVersion": "1.4"}')
  expect(await put()).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('knows no models') })
})

test('a log for code scanning says beside a baseline what is new, and knows the rest wherever it moved to', async () => {
  const folder = folderWith({ 'app.py': LLAMA })
  const baseline = join(folder, 'unwash.baseline.json')
  await writeFile(baseline, (await project(folder)).stdout)
  await writeFile(join(folder, 'app.py'), `import os\n\n${LLAMA}${QWEN}`)
  const log = await run(['project', folder, '--format', 'sarif', '--baseline', baseline], home)
  const { results } = JSON.parse(log.stdout).runs[0]
  const uses = results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'uses')
  expect(
    uses.map((one: { message: { text: string }; baselineState: string }) => [
      one.message.text.split(':')[0],
      one.baselineState,
    ]),
  ).toEqual([
    ['meta-llama/Llama-3.1-8B', 'unchanged'],
    ['Qwen/Qwen2.5-7B', 'new'],
  ])
  const prints = results.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints))
  expect(new Set(prints).size).toBe(prints.length)
  const alone = JSON.parse((await run(['project', folder, '--format', 'sarif'], home)).stdout).runs[0].results
  expect(alone.every((one: object) => !('baselineState' in one))).toBe(true)
})

test('a hub that does not answer ends the run with one sentence, before any model is asked for', async () => {
  const folder = folderWith({ 'app.py': LLAMA + QWEN })
  const asked = await run(['project', folder, '--online'], { ...home, HF_ENDPOINT: 'http://127.0.0.1:9' })
  expect(asked).toMatchObject({ code: 2, stdout: '' })
  expect(asked.stderr).toMatch(/^unwash: the hub does not answer at "127\.0\.0\.1:9": [^\n]*\n$/)
})

test('docs/ci.md does what it says, in a scratch repository', async () => {
  const page = await readFile('docs/ci.md', 'utf8')
  const blocks = [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, kind, text]) => ({ kind, text: text ?? '' }))
  const folder = folderWith({
    'app.py': QWEN,
    'old.f90': 'x = 1\n',
    'bom.json': '{"bomFormat":"CycloneDX","specVersion":"1.6"}',
  })
  const policy = blocks.find(({ text }) => text.startsWith('# unwash.config.yaml'))?.text ?? ''
  await writeFile(join(folder, 'unwash.config.yaml'), policy)
  const shells = blocks.filter(({ kind }) => kind === 'sh').map(({ text }) => text)
  expect(shells).toHaveLength(2)
  for (const shell of shells) {
    const commands = `unwash() { ${process.execPath} ${resolve('dist/bin/unwash.js')} "$@"; }\nset -e\n${shell}`
    const code = await new Promise(done =>
      execFile('bash', ['-c', commands], { cwd: folder }, error => done(error?.code ?? 0)),
    )
    expect(code).toBe(0)
  }
  expect(JSON.parse(await readFile(join(folder, 'bom-with-models.json'), 'utf8')).components).toHaveLength(1)
  const action = parse(await readFile('action.yml', 'utf8'))
  const [workflow, hooks] = blocks
    .filter(({ kind, text }) => kind === 'yaml' && text !== policy)
    .map(({ text }) => parse(text))
  for (const step of workflow.steps.filter(({ uses }: { uses?: string }) => uses?.startsWith('OWNER/')))
    for (const input of Object.keys(step.with)) expect(Object.keys(action.inputs)).toContain(input)
  for (const input of Object.keys(action.inputs)) expect(page).toContain(`\`${input}\``)
  const [hook] = parse(await readFile('.pre-commit-hooks.yaml', 'utf8'))
  expect(hooks.repos[0].hooks[0].id).toBe(hook.id)
  const [command, ...words] = String(hook.entry).split(' ')
  expect(command).toBe('unwash')
  const hooked = await run([...words, ...hooks.repos[0].hooks[0].args, folder], home)
  expect(hooked.code).toBe(1)
})
