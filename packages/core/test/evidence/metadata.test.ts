import { describe, expect, test } from 'vitest'
import type { FileSetup } from '../../../../test/release.ts'
import { gathered, withReadme } from './gathered.ts'

/** What the metadata of this card, and of the files beside it, says. */
const metadata = (front: string, files: Readonly<Record<string, FileSetup>> = {}) =>
  withReadme(`---\n${front}\n---\n# Heron\n`, files).metadata
const values = (stated: readonly { readonly value: string }[]) => stated.map(({ value }) => value)

describe('the license in the metadata', () => {
  test('is stated with its key and line', () => {
    expect(metadata('tags: [birds]\nlicense: mit').licenses).toEqual([
      { value: 'mit', cited: [{ path: 'README.md', key: 'license', value: 'mit', line: 3 }] },
    ])
  })

  test('is also read where it is spelled licence', () => {
    expect(metadata('licence: mit').licenses).toMatchObject([{ value: 'mit', cited: [{ key: 'licence' }] }])
  })

  test.each([
    ['under a key in other letters', 'LICENSE: mit'],
    ['with what has keys of its own', 'license: {name: mit}'],
    ['by way of a merge key', 'all: &all\n  license: mit\n<<: *all'],
    ['by a tag', 'tags: [birds, "license:mit"]'],
  ])('is read %s', (_, front) => {
    expect(values(metadata(front).licenses)).toEqual(['mit'])
  })

  test('is heard as often as it is said', () => {
    expect(values(metadata('license: mit\nlicense: cc-by-nc-4.0').licenses)).toEqual(['mit', 'cc-by-nc-4.0'])
  })

  test('may be several', () => {
    expect(values(metadata('license:\n- mit\n- cc-by-4.0').licenses)).toEqual(['mit', 'cc-by-4.0'])
  })

  test('has a name and a link of its own when it is another', () => {
    const found = metadata('license: other\nlicense_name: reed-1.0\nlicense_link: https://example.org/reed')
    expect(found.licenses[0]?.value).toBe('other')
    expect(found.terms[0]?.slice(1)).toMatchObject([
      { as: 'name', value: 'reed-1.0', cited: [{ key: 'license_name', line: 3 }] },
      { as: 'link', value: 'https://example.org/reed', cited: [{ line: 4 }] },
    ])
  })

  test.each([
    ['empty', 'license:'],
    ['an empty text', 'license: ""'],
  ])('that is %s states nothing', (_, front) => {
    expect(metadata(front).licenses).toEqual([])
  })

  test.each([
    ['a template that nobody filled in', 'license: {{ license }}'],
    ['true', 'license: true'],
    ['nested without end', `license: ${'['.repeat(1_000)}`],
    ['said where the metadata are broken', 'tags: [x\n"license": mit'],
  ])('that is %s is unreadable, and not absent', (_, front) => {
    expect(metadata(front).licenses.at(-1)).toMatchObject({ cited: [{ path: 'README.md', key: 'license' }] })
    expect(values(metadata(front).licenses).at(-1)).toBe('unreadable')
  })

  test('is absent where broken metadata do not speak of one', () => {
    expect(metadata('tags: [x').licenses).toEqual([])
  })

  test('a number is a name', () => {
    expect(values(metadata('license: 0').licenses)).toEqual(['0'])
  })

  test('with carriage returns is the same', () => {
    expect(values(withReadme('---\r\nlicense: mit\r\n---\r\n# Heron\r\n').metadata.licenses)).toEqual(['mit'])
  })

  test("is read from ModelScope's configuration at the root", () => {
    const files = { 'configuration.json': '{\n  "framework": "pytorch",\n  "license": "Apache License 2.0"\n}\n' }
    expect(metadata('tags: [birds]', files).licenses).toEqual([
      {
        value: 'Apache License 2.0',
        cited: [{ path: 'configuration.json', key: 'license', value: 'Apache License 2.0', line: 3 }],
      },
    ])
  })

  test('is read from the header of a GGUF file, after what the card says', () => {
    const found = gathered({
      files: { 'README.md': '---\nlicense: mit\n---\n', 'heron.gguf': {} },
      headers: [
        {
          path: 'heron.gguf',
          format: 'gguf',
          metadata: {
            'general.license': 'other',
            'general.license.name': 'reed',
            'general.license.link': 'https://example.org/reed',
            'general.base_model.0.name': 'Egret 7B',
            'general.base_model.0.repo_url': 'https://huggingface.co/delta-corp/egret-7b',
            'general.base_model.count': '1',
          },
          tensors: 3,
          parameters: null,
        },
      ],
    }).metadata
    expect(values(found.licenses)).toEqual(['mit', 'other'])
    expect(found.licenses[1]?.cited).toEqual([{ path: 'heron.gguf', key: 'general.license', value: 'other' }])
    expect(values(found.terms.flat())).toEqual(['mit', 'other', 'reed', 'https://example.org/reed'])
    expect(values(found.bases)).toEqual(['Egret 7B', 'https://huggingface.co/delta-corp/egret-7b'])
  })
})

describe('the base model in the metadata', () => {
  test('is one or a list, with how the model comes from it', () => {
    expect(values(metadata('base_model: delta-corp/egret').bases)).toEqual(['delta-corp/egret'])
    const merged = metadata('base_model:\n- delta-corp/egret\n- delta-corp/ibis\nbase_model_relation: merge')
    expect(values(merged.bases)).toEqual(['delta-corp/egret', 'delta-corp/ibis'])
    expect(merged.relation).toBe('merge')
  })

  test('is what an adapter names', () => {
    const files = {
      'adapter_config.json': '{\n  "peft_type": "LORA",\n  "base_model_name_or_path": "delta-corp/egret"\n}',
    }
    expect(metadata('license: mit', files).bases).toMatchObject([
      { value: 'delta-corp/egret', cited: [{ path: 'adapter_config.json', line: 3 }] },
    ])
  })

  test('is every model a merge is made of', () => {
    const files = {
      'mergekit_config.yml':
        'models:\n  - model: delta-corp/egret\n    parameters: {weight: 1}\n  - model: "delta-corp/ibis"\nbase_model: delta-corp/stork\n',
    }
    expect(metadata('license: mit', files).bases.map(({ value, cited: [first] }) => [value, first])).toEqual([
      ['delta-corp/egret', expect.objectContaining({ path: 'mergekit_config.yml', line: 2 })],
      ['delta-corp/ibis', expect.objectContaining({ line: 4 })],
      ['delta-corp/stork', expect.objectContaining({ line: 5 })],
    ])
  })

  test('in a broken configuration is not there, and breaks nothing', () => {
    const files = { 'adapter_config.json': '{"base_model_name_or_path": ', 'configuration.json': '[]' }
    expect(metadata('license: mit', files)).toMatchObject({ bases: [], licenses: [{ value: 'mit' }] })
  })
})

describe('what else the metadata says', () => {
  test('library, task and datasets', () => {
    const found = metadata('library_name: transformers\npipeline_tag: text-generation\ndatasets:\n- marsh-lab/reeds')
    expect(found.library?.value).toBe('transformers')
    expect(found.task?.value).toBe('text-generation')
    expect(values(found.datasets)).toEqual(['marsh-lab/reeds'])
  })

  test.each([
    ['pipeline_tag: text-generation', 'model'],
    ['base_model: delta-corp/egret', 'model'],
    ['task_categories: [text-generation]', 'dataset'],
    ['dataset_info: {features: []}', 'dataset'],
    ['license: mit', null],
  ] as const)('"%s" marks a card of: %s', (front, kind) => {
    expect(metadata(front).kind).toBe(kind)
  })

  test('without any there is nothing stated', () => {
    expect(withReadme('# Heron\n').metadata).toMatchObject({ licenses: [], bases: [], gate: null, kind: null })
  })
})

describe('a gate', () => {
  const front = [
    'license: other',
    'extra_gated_heading: Please agree',
    'extra_gated_prompt: |-',
    '  ### The Reed License',
    '  You may not sell it.',
    'extra_gated_fields:',
    '  Name: text',
    '  Country: country',
    'extra_gated_eu_disallowed: true',
  ].join('\n')

  test('has its prompt with lines, its fields, and whom it refuses', () => {
    const { gate } = metadata(front)
    expect(gate?.prompt).toMatchObject({ text: '### The Reed License\nYou may not sell it.', at: [5, 6] })
    expect(gate?.fields).toEqual(['Name', 'Country'])
    expect(gate?.euDisallowed).toBe(true)
    expect(gate?.cited).toMatchObject([{ key: 'extra_gated_prompt', line: 4 }])
    expect(gate?.says).toContain('Please agree')
  })

  test('may be nothing but a heading', () => {
    expect(metadata('extra_gated_heading: Please agree').gate).toMatchObject({
      fields: [],
      euDisallowed: false,
      prompt: null,
    })
  })

  test('is not there when the card says nothing of one', () => {
    expect(metadata('license: mit').gate).toBeNull()
  })
})

describe('which document is the card', () => {
  test('the README at the root, in English before its translations', () => {
    const files = { 'README_zh.md': '# 苍鹭\n', 'README.md': '# Heron\n', 'MODEL_CARD.md': '# Card\n' }
    const { card, documents } = gathered({ files })
    expect(card?.path).toBe('README.md')
    expect(documents.map(document => document.path)).toEqual(['README.md', 'README_zh.md', 'MODEL_CARD.md'])
  })

  test('a model card where there is no README', () => {
    expect(gathered({ files: { 'NOTES.md': 'x\n', 'MODEL_CARD.md': '# Card\n' } }).card?.path).toBe('MODEL_CARD.md')
  })

  test('a model card anywhere, before the README of a subfolder', () => {
    const files = { 'docs/README.md': 'x\n', 'pages/MODEL_CARD.md': '# Card\n' }
    expect(gathered({ files }).card?.path).toBe('pages/MODEL_CARD.md')
  })

  test('licenses, policies, change logs and the documents of others are no documents', () => {
    const files = {
      'LICENSE.md': 'x\n',
      'USE_POLICY.md': 'x\n',
      'CHANGELOG.md': 'x\n',
      'third_party/ibis/README.md': 'x\n',
      'requirements.txt': 'x\n',
      'README.md': '# Heron\n',
    }
    expect(gathered({ files }).documents.map(document => document.path)).toEqual(['README.md'])
  })

  test('a release without any text has no card, and nothing breaks', () => {
    const evidence = gathered({ files: { 'model.safetensors': {} } })
    expect(evidence).toMatchObject({ card: null, documents: [], weights: { offer: 'in-tree' } })
    expect(gathered({}).weights.offer).toBe('none')
  })

  test('no more than forty documents are read', () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`docs/page${at}.md`, 'x\n']))
    expect(gathered({ files: { ...files, 'README.md': '# Heron\n' } }).documents).toHaveLength(40)
  })
})
