import { describe, expect, test } from 'vitest'
import { knowledge } from '../../knowledge/test/knowledge.ts'
import { codeLanguageOf } from '../src/references/languages.ts'
import { lex } from '../src/references/lexed/lexer.ts'
import { foundIn, told } from './found.ts'

const codeOf = (ending: string, code: string) => told(foundIn({ [`src/app.${ending}`]: code }))
const texts = (ending: string, code: string) => {
  const language = codeLanguageOf(`a.${ending}`, knowledge.codeLanguages)
  if (!language) throw new Error(`no language ends in ${ending}`)
  return lex(code, language).flatMap(({ is, text, line }) => (is === 'text' ? [`${line} ${text}`] : []))
}

describe('strings and comments', () => {
  test.each([
    ['go', '// "no"\na := "b\\"c" /* "no" */ + `d\n"e"`\n', ['2 b\\"c', '2 d\n"e"']],
    ['rs', 'let a: &\'a str = r#"b"c"#; /* /* "no" */ "no" */ let d = \'"\'; "e"', ['1 b"c', '1 e']],
    ['java', 'char c = \'"\'; String a = "b"; // "no"\nString t = """\n  c"d\n""";', ['1 b', '2 \n  c"d\n']],
    ['cs', 'var a = @"c:\\"; var b = @"d""e"; var f = $"g{h("i")}j";', ['1 c:\\', '1 d""e', '1 g{}j']],
    ['swift', 'let a = #"b"c"#; let d = "e\\(f("g"))h" // "no"', ['1 b"c', '1 e{}h']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Kotlin writes them so, too
    ['kt', 'val a = "b${c("d")}e"; val f = """g"h"""', ['1 b{}e', '1 g"h']],
    ['cpp', 'auto a = R"x(b)"c)x"; auto d = "e"; // "no"', ['1 b)"c', '1 e']],
    ['rb', "# 'no'\na = %w[b c]\n=begin\n'no'\n=end\nd = \"e#{f}g\"", ['2 b', '2 c', '6 e{}g']],
    ['php', '<?php # "no"\n$a = "b"; // "no"\n$c = \'d\';', ['2 b', '3 d']],
    ['dart', "var a = r'b\\'; var c = '''d\n'e'''; /* 'no' */", ['1 b\\', "1 d\n'e"]],
    ['ex', 'a = ~w(b c) # "no"\nd = "e#{f}g"', ['1 b', '1 c', '2 e{}g']],
    ['r', 'a <- r"(b"c)" # "no"\nd <- \'e\'', ['1 b"c', '2 e']],
    ['jl', 'a = """b"c""" #= "no" =#\nd = "e$(f)g"', ['1 b"c', '2 e{}g']],
    ['lua', 'a = [[b\nc]] -- "no"\nd = "e"', ['1 b\nc', '3 e']],
    ['sql', "SELECT 'it''s' -- 'no'\n, \"b\"", ["1 it''s", '2 b']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Terraform does, too
    ['tf', 'a = "b${var.c}d" # "no"', ['1 b{}d']],
  ])('of %s', (ending, code, expected) => {
    expect(texts(ending, code)).toEqual(expected)
  })

  test('that do not end are read as signs, and what follows is read', () => {
    expect(texts('go', 'a := "b\nc := "d"')).toEqual(['2 d'])
    expect(texts('go', '/* "b"\nc := "d"')).toEqual(['1 b', '2 d'])
  })
})

describe('a name in any language', () => {
  test.each([
    ['go', 'const DefaultModel = "hedgerow/wren-1b"'],
    ['go', 'var models = []string{\n"hedgerow/wren-1b"}'],
    ['rs', 'ModelInfo { model_code: String::from("hedgerow/wren-1b") }'],
    ['rs', 'let api = repo.model("hedgerow/wren-1b".to_string());'],
    ['java', 'OllamaChatModel.builder().baseUrl(url()).modelName("hedgerow/wren-1b").build();'],
    ['kt', 'val model = LLModel(id = "hedgerow/wren-1b")'],
    ['rs', '("wren/model", "https://huggingface.co/hedgerow/wren-1b/resolve/main/model.ot")'],
    ['java', 'criteria.optModelUrls("djl://ai.djl.huggingface.pytorch/hedgerow/wren-1b").build();'],
    ['cs', 'private const string ModelId = "hedgerow/wren-1b";'],
    ['swift', 'static let wren = ModelConfiguration(id: "hedgerow/wren-1b")'],
    ['swift', 'enum Models: String {\n  case wren = "hedgerow/wren-1b"\n}'],
    ['cpp', 'params.hf_model = "hedgerow/wren-1b";'],
    ['rb', 'model = Hedge.pipeline("embedding", "hedgerow/wren-1b")'],
    ['php', "$model = pipeline('embeddings', 'hedgerow/wren-1b');"],
    ['dart', "final llm = Chat(options: Options(model: 'hedgerow/wren-1b'));"],
    ['ex', 'repo = {:hf, "hedgerow/wren-1b"}'],
    ['ex', '{:ok, model} = Hedge.load_model({:hf, "hedgerow/wren-1b"})'],
    ['r', 'chat <- hedge(model = "hedgerow/wren-1b")'],
    ['jl', 'model = load("hedgerow/wren-1b")'],
    ['sql', "INSERT INTO settings (model) VALUES ('https://huggingface.co/hedgerow/wren-1b')"],
    ['tf', 'environment = { MODEL_ID = "hedgerow/wren-1b" }'],
    ['py', 'MODELS_OF = {"en": "hedgerow/wren-1b"}'],
    ['py', '@dataclass\nclass Settings:\n    model_name: str = "hedgerow/wren-1b"'],
    ['ts', 'const MODELS = { en: { id: "hedgerow/wren-1b" } }'],
  ])('%s: %s', (ending, code) => {
    expect(codeOf(ending, code).map(line => line.replace(/^\S+ /, ''))).toEqual(['model hedgerow/wren-1b at hub'])
  })

  test.each([
    ['go', 'if model == "gpt-4o" || strings.HasPrefix(model, "gpt-4o") {}'],
    ['go', 'switch m {\ncase "gpt-4o", "gpt-4":\n}'],
    ['go', 'import "hedgerow/model"'],
    ['rs', 'match name { "gpt-4o" => 1, _ => 2 }'],
    ['java', '// "gpt-4o"\nassertEquals("gpt-4o", model.name());'],
    ['cs', 'Console.WriteLine("gpt-4o");'],
    ['rb', "require 'hedgerow/model-7b'"],
    ['php', '$path = "hedgerow/wren"; $type = "application/json";'],
    ['swift', 'let model = "gpt-" + size'],
    ['java', 'HedgeModel.builder().apiKey("demo-1").responseFormat("json_schema").build();'],
    ['kt', 'val zone = "America/New_York"'],
    ['kt', 'when (model) {\n  "gpt-4o", "gpt-4",\n  "gpt-4-32k" -> 3\n}'],
    ['rb', 'MODEL_NAMES = {"gpt2" => ["GPT2Model", Gpt]}'],
    ['ex', '%{"Gpt2ForCausalLM" => {Hedge.Text.Gpt2, :base}} |> transformers_class_to_model()'],
    ['swift', 'let unetWeights = "unet/diffusion_pytorch_model.safetensors"'],
    ['php', '$model = self::GPT_4_O;'],
    ['r', 'hedge_openai(model = "abc")'],
    ['js', 'await page.goto("hedgerow/wren"); const b = "see https://huggingface.co/hedgerow/wren-1b for more"'],
  ])('is none where it is compared, shown or of something else (%s: %s)', (ending, code) => {
    expect(codeOf(ending, code)).toEqual([])
  })

  test('may be a constant of a library, a tag, or one at a service that the builder tells', () => {
    expect(codeOf('java', 'OpenAiChatModel.builder().modelName(GPT_4_O_MINI).build();')).toEqual([
      'src/app.java:1 model gpt-4o-mini at hosted',
    ])
    expect(codeOf('cs', 'var id = ChatModel.Gpt4oMini;')).toEqual(['src/app.cs:1 model gpt-4o-mini at hosted'])
    expect(codeOf('java', 'OllamaChatModel.builder().modelName("wren-7b").build();')).toEqual([
      'src/app.java:1 model wren-7b at ollama',
    ])
    expect(codeOf('go', 'tag := "llama3.2:1b"')).toEqual(['src/app.go:1 model llama3.2:1b at ollama'])
  })

  test('an address may have a revision that is told while it runs', () => {
    expect(codeOf('cs', 'var a = $"https://huggingface.co/hedgerow/wren/resolve/{revision}/x.bin";')).toEqual([
      'src/app.cs:1 model hedgerow/wren at hub',
    ])
  })

  test('keys under models name them', () => {
    expect(
      told(
        foundIn({ 'a.yml': 'models: # all\n  "wren3:7b":\n    aliases: [w]\n  hedgerow/finch: {}\nport:\n  a1:\n' }),
      ),
    ).toEqual(['a.yml:2 model wren3:7b at ollama', 'a.yml:4 model hedgerow/finch at hub'])
  })
})

describe('every loader finds what its example names', () => {
  const { calls, defaults, methods, commands, registries, enums } = knowledge.loaders
  const all = [...calls, ...defaults, ...methods, ...commands, ...registries, ...enums]
  test.each(all.flatMap(({ example }) => (example ? [[example.code, example] as const] : [])))('%s', (_, example) => {
    const { references } = foundIn({ [`src/app.${example.in}`]: example.code })
    expect(references.map(({ id }) => id)).toContain(example.finds)
  })

  test('and every command has one, but for those that name nothing', () => {
    expect(commands.filter(({ of, example }) => of !== 'none' && !example)).toEqual([])
  })
})

test('a model under no publisher is read from its address, and a part of one is none', () => {
  const address = (id: string) => `("${id}/config", "https://huggingface.co/${id}/resolve/main/config.json")`
  expect(foundIn({ 'src/app.rs': `const CONFIG: (&str, &str) = ${address('wren-base')};\n` }).references).toMatchObject(
    [{ id: 'wren-base', host: 'hub', via: 'address' }],
  )
})

test('a type of models that is made with a known name makes a model of that name', () => {
  const made = 'registry["llama3-70b-8192"] = ModelSpec("llama3-70b-8192", 1.0)\nother("llama3-70b-8192")\n'
  expect(codeOf('jl', made)).toEqual(['src/app.jl:1 model llama3-70b-8192 at name'])
})

test('settings that a notebook writes into a file are read, with their lines', () => {
  const source = ['%%writefile serving.properties\n', 'engine=Python\n', 'option.model_id=hedgerow/wren-1b\n']
  const notebook = JSON.stringify({ cells: [{ cell_type: 'code', source }] }, null, 1)
  expect(foundIn({ 'deploy.ipynb': notebook }).references).toMatchObject([
    { id: 'hedgerow/wren-1b', cited: [{ line: notebook.split('\n').findIndex(line => line.includes('wren-1b')) + 1 }] },
  ])
})
