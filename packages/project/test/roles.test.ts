import { ProjectReport } from '@unwash/core/report/project'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { run } from '../../cli/test/golden.ts'
import { knowledge } from '../../knowledge/test/knowledge.ts'
import { findReferences } from '../src/references/find.ts'
import { isTest } from '../src/references/languages.ts'
import { compared, foundIn, told } from './found.ts'

const LOADS = 'AutoModel.from_pretrained("Qwen/Qwen2.5-7B")\n'

const withFences = (files: Readonly<Record<string, string>>) =>
  findReferences(
    Object.entries(files).map(([path, content]) => ({ path, content })),
    knowledge,
    () => {},
    true,
  )

describe('what something is compared with', () => {
  test.each([
    ['py', 'if model == "gpt-4o":\n    limit = 4'],
    ['py', 'limit = 4 if model.startswith("gpt-4o") else 8'],
    ['ts', "if (model === 'gpt-4o') limit = 4"],
    ['js', "switch (model) { case 'gpt-4o': break }"],
    ['go', 'if strings.HasPrefix(model, "gpt-4o") { limit = 4 }'],
    ['kt', 'when (model) {\n  "gpt-4o" -> 3\n}'],
    ['rs', 'match model { "gpt-4o" | "gpt-4o-mini" => 1, _ => 2 }'],
    ['java', 'if ("gpt-4o".equals(model)) { limit = 4; }'],
    ['cs', 'if (model == ChatModel.Gpt4o) limit = 4;'],
    ['java', 'switch (model) { case ChatModel.GPT_4_O: return 4; }'],
    ['swift', 'switch chatModel { case .gpt4o: return 4 }'],
    ['cs', 'var limit = model switch { ChatModel.Gpt4o => 4, _ => 8 };'],
  ])('is told as that, and not as used (%s: %s)', (ending, code) => {
    const found = foundIn({ [`src/app.${ending}`]: code })
    expect(told(found)).toEqual([])
    expect(compared(found)[0]).toMatch(/^src\/app\.\w+:[12] model gpt-4o at hosted$/)
  })

  test('is no value of a pair, where a language makes pairs with an arrow', () => {
    const found = foundIn({ 'a.jl': 'const MODEL_ALIASES = Dict("small" => "gpt-4o-mini")' })
    expect(told(found)).toEqual(['a.jl:1 model gpt-4o-mini at hosted'])
    expect(compared(found)).toEqual([])
  })

  test('is used where the same line uses it, too', () => {
    const found = foundIn({ 'src/app.go': 'if model == "gpt-4o" { model = "gpt-4o" }' })
    expect(told(found)).toEqual(['src/app.go:1 model gpt-4o at hosted'])
    expect(compared(found)).toEqual([])
  })

  test('is neither what a type allows nor what is shown or declared', () => {
    const found = foundIn({
      'a.ts': "type Model = 'gpt-4o' | 'gpt-4o-mini'",
      'b.go': 'log.Println("gpt-4o")',
      'c.swift': 'enum ChatModel { case gpt4o }',
    })
    expect([...told(found), ...compared(found)]).toEqual([])
  })
})

describe('the role of a reference', () => {
  const CODE = 'from transformers import AutoModel\nm = AutoModel.from_pretrained("hedgerow/wren-1b")\n'

  test('is a test in files of tests', () => {
    const { references } = foundIn({ 'src/app.py': CODE, 'tests/app.py': CODE, 'src/test_app.py': CODE })
    expect(references.map(({ role }) => role)).toEqual(['use', 'test', 'test'])
  })

  test.each([
    ['src/heron_test.go', true],
    ['src/heron.spec.ts', true],
    ['src/test/java/HeronTest.java', true],
    ['HeronTests/Loading.swift', true],
    ['spec/heron_spec.rb', true],
    ['conftest.py', true],
    ['src/latest.py', false],
    ['src/contest/Latest.java', false],
    ['src/testimony.py', false],
    ['specs/openapi.yaml', false],
  ])('by the name of the file: %s %s', (path, is) => expect(isTest(path, knowledge.codeLanguages)).toBe(is))

  const README = `# Heron

Run "hedgerow/finch" or \`hedgerow/wagtail\`.

\`\`\`python
${CODE}\`\`\`

- then

  ~~~console
  $ ollama run llama3.2:1b
  ~~~

\`\`\`\`md
\`\`\`python
AutoModel.from_pretrained("hedgerow/shrike")
\`\`\`
\`\`\`\`

\`\`\`
vllm serve hedgerow/robin-7b
`

  test('is documentation between the fences of Markdown, on the lines of the file, where that is asked for', () => {
    expect(foundIn({ 'README.md': README }).references).toEqual([])
    const found = withFences({ 'README.md': README })
    expect(told(found)).toEqual([
      'README.md:7 model hedgerow/wren-1b at hub',
      'README.md:13 model llama3.2:1b at ollama',
      'README.md:23 model hedgerow/robin-7b at hub',
    ])
    expect(found.references.map(({ role }) => role)).toEqual(['documentation', 'documentation', 'documentation'])
    expect(found.references[0]?.cited[0]).toMatchObject({ path: 'README.md', line: 7 })
  })
})

describe('a project', () => {
  const files = {
    'app.py': `${LOADS}if name == "gpt-4o":\n    limit = 4\n`,
    'tests/test_app.py': 'm = AutoModel.from_pretrained("meta-llama/Llama-3.1-8B")\n',
    'docs/use.md': '```sh\nollama run hedgerow-7b:latest\n```\n',
  }
  const project = async (folder: string, ...options: string[]) => {
    const { code, stdout, stderr } = await run(['project', folder, '--format', 'json', ...options], {
      HF_HOME: '/nonexistent-cache',
    })
    return { code, stderr, report: ProjectReport.parse(JSON.parse(stdout)) }
  }
  const rolesOf = ({ used }: ProjectReport) =>
    Object.fromEntries(used.map(({ id, references }) => [id, references.map(({ role }) => role).join()]))

  test('tells what it compares with, puts it to no gate, and says what tests alone name', async () => {
    const folder = folderWith(files)
    const { code, stderr, report } = await project(folder, '--require', 'open-weights-ai')
    expect(rolesOf(report)).toEqual({ 'Qwen/Qwen2.5-7B': 'use', 'meta-llama/Llama-3.1-8B': 'test' })
    expect(report.compared).toMatchObject([
      { id: 'gpt-4o', host: 'hosted', references: [{ role: 'comparison', cited: [{ path: 'app.py', line: 2 }] }] },
    ])
    expect(report.notes).toContainEqual({ says: 'Compared with, and used nowhere: gpt-4o' })
    expect(code).toBe(1)
    expect(report.breaches.map(({ id }) => id)).toEqual(['meta-llama/Llama-3.1-8B'])
    expect(stderr).toContain(', named in tests alone [tests/test_app.py:1]')
  })

  test('is read with the examples of its documents by --fences', async () => {
    const folder = folderWith(files)
    const { report } = await project(folder, '--fences')
    expect(rolesOf(report)).toMatchObject({ 'hedgerow-7b:latest': 'documentation' })
    const [place] = report.used.find(({ id }) => id === 'hedgerow-7b:latest')?.references ?? []
    expect(place?.cited[0]).toMatchObject({ path: 'docs/use.md', line: 2 })
    expect(report.project.complete).toBe(true)
  })

  test('is not wholly read by --fences where a document is not', async () => {
    const folder = folderWith({ ...files, 'docs/long.md': 'a\n'.repeat(700_000) })
    expect((await project(folder)).report.project.complete).toBe(true)
    const { report } = await project(folder, '--fences')
    expect(report.project.unread).toEqual([
      { path: 'docs/long.md', language: 'Markdown', why: 'its text could not be read' },
    ])
  })
})
