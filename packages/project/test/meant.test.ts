import { describe, expect, test } from 'vitest'
import { foundIn } from './found.ts'

/** What is used in a file and what is only asked for or told of, by its id. */
const rolesIn = (path: string, content: string) =>
  foundIn({ [path]: content }).references.map(({ id, role }) => `${role} ${id}`)

describe('a list that a name is looked for in uses nothing of it', () => {
  test.each([
    ['src/app.py', 'if model in ["o1-mini", "o1-preview"]:\n    pass\n'],
    ['src/app.ts', 'if (["o1-mini", "o1-preview"].includes(model)) go()\n'],
    ['src/app.r', 'if (.model %in% c("o1-mini", "o1-preview")) go()\n'],
    ['src/app.kt', 'if (setOf("o1-mini", "o1-preview").contains(model)) go()\n'],
    ['src/app.go', 'if slices.Contains([]string{"o1-mini", "o1-preview"}, model) { run() }\n'],
    ['src/app.cs', 'if (new[] { "o1-mini", "o1-preview" }.Contains(model)) Run();\n'],
    ['src/app.php', "if (in_array($model, ['o1-mini', 'o1-preview'])) { run(); }\n"],
    ['src/app.cpp', 'if (id_contains(id, "o1-mini") || id_contains(id, "o1-preview")) run();\n'],
  ])('%s: %s', (path, code) => {
    expect(rolesIn(path, code)).toEqual(['comparison o1-mini', 'comparison o1-preview'])
  })

  test('and a loop over a list does', () => {
    expect(rolesIn('src/app.py', 'for model in ["o1-mini"]:\n    run(model)\n')).toEqual(['use o1-mini'])
    expect(rolesIn('src/app.r', 'for (model in c("o1-mini")) run(model)\n')).toEqual(['use o1-mini'])
  })
})

describe('a table of numbers says something of models and uses none', () => {
  test.each([
    ['src/a.rb', "CONTEXT_WINDOWS = { 'gpt-4.1-mini' => 128_000 }\n"],
    ['src/a.py', 'PRICES = {"gpt-4.1-mini": {"input": 0.5, "output": 1.5}}\n'],
    ['src/a.go', 'var sizes = map[string]int{"gpt-4.1-mini": miniContextSize}\n'],
    ['src/a.jl', 'const PRICING = Dict("gpt-4.1-mini" => (read_discount = 0.5, write_premium = 0.0))\n'],
    ['src/a.php', "$dates = ['gpt-4.1-mini' => '2025-04-14'];\n"],
  ])('%s', (path, code) => {
    expect(rolesIn(path, code)).toEqual(['comparison gpt-4.1-mini'])
  })

  test('but what a table of models has as its keys is used', () => {
    expect(rolesIn('src/a.ts', "const MODELS = { 'gpt-4.1-mini': { vision: true, size: 2 } }\n")).toEqual([
      'use gpt-4.1-mini',
    ])
  })
})

test('another word for a name is no name', () => {
  expect(rolesIn('src/a.jl', 'const MODELS = Dict("mistral-small" => "mistral-small-latest")\n')).toEqual([
    'use mistral-small-latest',
  ])
})

test('a family, the name of a service, a file and a name that stands for one are no models', () => {
  const code = [
    'api(short_name="gemini", family="gemini-1.5")',
    'OllamaOptions(model="fake-wren-2")',
    'load(target_model="llama3.tar.gz")',
    'mapper = llms.NewErrorMapper("mistral")',
  ]
  expect(rolesIn('src/a.py', code.join('\n'))).toEqual([])
})

test('a model of a service is told with the place that the service gives it', () => {
  expect(rolesIn('src/a.py', 'MODEL = "accounts/hedgerow/models/wren-v3"\n')).toEqual([
    'use accounts/hedgerow/models/wren-v3',
  ])
})

test('a file in a repository is of its repository', () => {
  expect(rolesIn('models.json', '[{\n  "repo": "hedgerow/Wren-1B-GGUF:wren-q4.gguf"\n}]\n')).toEqual([
    'use hedgerow/Wren-1B-GGUF',
  ])
})

test('a title under which something on a hub is named is no name', () => {
  const titled = 'models:\n  wren-small-2:\n    checkpoint: hedgerow/wren-1b\n  gull-3:\n    tags: [big]\n'
  expect(rolesIn('app.yaml', titled)).toEqual(['use hedgerow/wren-1b', 'use gull-3'])
})

test('an address of a license tells of a model, and an example in a schema uses none', () => {
  expect(rolesIn('src/a.cs', 'LicenseUrl = "https://huggingface.co/hedgerow/wren-1b/blob/main/LICENSE";\n')).toEqual([
    'documentation hedgerow/wren-1b',
  ])
  expect(rolesIn('api.yaml', 'model:\n  example: gpt-4o-mini\n')).toEqual([])
})

test('a page of a project tells of models', () => {
  expect(rolesIn('docs/app.js', 'const model = "gpt-4o-mini"\n')).toEqual(['documentation gpt-4o-mini'])
})

test('the words of a command are no models', () => {
  expect(rolesIn('ci.yaml', 'run: |\n  # stop it\n  kill llama-server still there\n')).toEqual([])
})

describe('weights at an address are a model, by the name of their file', () => {
  test.each([
    ['src/a.py', 'URL = os.environ.get("WREN", "https://example.org/files/wren_big.pth")\n', 'use wren_big.pth'],
    ['src/a.cpp', '{"Wren", {{"https://example.org/ggml-wren-base.bin", "5f"}}},\n', 'use ggml-wren-base.bin'],
    ['app.json', '{"model": "https://example.org/wren.task?download=1"}\n', 'use wren.task'],
  ])('%s', (path, code, told) => {
    expect(rolesIn(path, code)).toEqual([told])
  })

  test('and the name in the address of a service is its model', () => {
    const url = 'https://example.org/v1/models/gemini-2.5-flash:generateContent'
    expect(rolesIn('src/a.kt', `val url = "${url}"\n`)).toEqual(['use gemini-2.5-flash'])
  })
})

test('ids in a list with one that is a model, and given on the next line, are models', () => {
  const known = 'A_NAME = "meta-llama/Llama-3.1-8B"\nB_NAME = "hedgerow/gull"\nOTHER = 1\nPAIR = "left/right"\n'
  expect(rolesIn('src/a.py', known)).toEqual(['use meta-llama/Llama-3.1-8B', 'use hedgerow/gull'])
  expect(rolesIn('src/a.rs', 'let all = ["meta-llama/Llama-3.1-8B", "hedgerow/gull"];\n')).toEqual([
    'use meta-llama/Llama-3.1-8B',
    'use hedgerow/gull',
  ])
})

test('constants of an enum of models are models, by what is given to them', () => {
  expect(rolesIn('src/a.py', 'class WarblerModel(str, Enum):\n    wren = "wren"\n    gull = "gull-general"\n')).toEqual(
    ['use wren', 'use gull-general'],
  )
  expect(rolesIn('src/a.swift', 'enum WarblerModel: String {\n  case gull = "gull-general"\n}\n')).toEqual([
    'use gull-general',
  ])
})

test('a name for people beside one for programs is none', () => {
  const both = "const ALL = [{ modelId: 'llama3-8b-8192', modelName: 'LLaMA3-8b-chat' }]\n"
  expect(rolesIn('src/a.ts', both)).toEqual(['use llama3-8b-8192'])
})

test("a constant of one's own is told where it is made", () => {
  expect(rolesIn('src/a.ts', 'export const MODEL_LIST = [CLAUDE_3_OPUS]\n')).toEqual([])
})

describe('a file of weights that a key speaks of is used', () => {
  test.each([
    ['src/a.h', 'const char *const MODEL_WREN = "models/wren_fp32.onnx";\n', ['use models/wren_fp32.onnx']],
    ['src/a.py', 'SEGMENTATION_MODEL = "models/wren_fp32.onnx"\n', ['use models/wren_fp32.onnx']],
    ['src/a.py', 'MODEL_FILE = "best_model.pt"\n', []],
    ['src/a.h', 'const char *const EFFECT = "effects/wren.onnx";\n', ['use effects/wren.onnx']],
  ])('%s: %s', (path, code, roles) => {
    expect(rolesIn(path, code)).toEqual(roles)
  })
})

test.each([
  ['src/a.php', "const MODELS = ['t5' => \\Hedge\\T5Model::class, 'gpt2' => Gpt2Model::class];\n"],
  ['src/a.py', 'MODELS = {"t5": T5Model, "gpt2": hedge.Gpt2Model}\n'],
])('the key of a class is a type of model, and no model: %s', (path, code) => {
  expect(rolesIn(path, code)).toEqual([])
})

test('a constant that is given its value here is that value alone', () => {
  const code = 'class VertexModels { public const string Claude3Haiku = "claude-3-haiku@20240307"; }\n'
  expect(rolesIn('src/a.cs', code)).toEqual(['use claude-3-haiku@20240307'])
})

test('what holds where a setting gives no other is used', () => {
  expect(rolesIn('src/a.py', 'name = kwargs.get("sam_model", "sam_vit_b_01ec64")\n')).toEqual(['use sam_vit_b_01ec64'])
  expect(rolesIn('src/a.rb', 'config.fetch("chat_model", "mistral")\n')).toEqual(['use mistral'])
})
