import { describe, expect, test } from 'vitest'
import { inWords, known, modelsOf, statementsOf } from '../../../../../test/judged.ts'
import { type FileSetup, releaseOf } from '../../../../../test/release.ts'
import { gather } from '../../../src/evidence/index.ts'
import { findBases } from '../../../src/lineage/bases.ts'

const HERON = { 'README.md': '# Heron\n\nBirds.\n', 'LICENSE-DOCS': 'The harbor terms.' }
const ADAPTER = { 'tern/adapter_config.json': '{}' }
const said = (files: Readonly<Record<string, FileSetup>>) =>
  statementsOf({ name: 'heron', files: { ...HERON, ...files } })
    .filter(({ via }) => via === 'card')
    .map(inWords)

describe('the card of one model speaks of that model', () => {
  test.each([
    [
      'by its front matter',
      { 'docs/model_card_tern.md': '---\nlicense: mit\n---\n\n# Tern\n' },
      ['weights (Tern): mit'],
    ],
    [
      'in a deeper folder of pages',
      { 'docs/birds/model-card.md': '---\nlicense: apache-2.0\n---\n\n# Model Card for Tern-2B: a bird\n' },
      ['weights (Tern-2B): apache-2.0'],
    ],
    [
      'by another license, which has a name',
      { 'docs/modelcard.md': '---\nlicense: other\nlicense_name: tern-terms\n---\n\n# Tern\n' },
      ['weights (Tern): tern-terms'],
    ],
    [
      'by its folder',
      { 'models/tern/MODEL_CARD.md': '---\nlicense: mit\n---\n\n# Model Details\n' },
      ['weights (tern): mit'],
    ],
    [
      'beside an adapter',
      { ...ADAPTER, 'tern/README.md': '# Model Card for Model ID\n\n- **License:** MIT\n' },
      ['weights (tern): mit'],
    ],
    [
      'beside weights',
      { 'tern/model.safetensors': { size: 9e6 }, 'tern/README.md': 'License: MIT\n' },
      ['weights (tern): mit'],
    ],
    [
      'by the keys of a model in its front matter',
      { 'out/tern/README.md': '---\nlicense: mit\nbase_model: gull/gull-1b\n---\n\nA bird.\n' },
      ['weights (tern): mit'],
    ],
    [
      'in a row',
      { ...ADAPTER, 'tern/README.md': '# Tern\n\n| | |\n|---|---|\n| License | MIT |\n' },
      ['weights (Tern): mit'],
    ],
  ] as const)('%s', (_, files, expected) => {
    expect(said(files)).toEqual(expected)
  })

  test.each([
    ['a page beside no model', { 'tern/README.md': '---\nlicense: mit\n---\n\n# Tern\n' }],
    ['the card of a data set', { 'tern/README.md': '---\nlicense: mit\ntask_categories: [translation]\n---\n' }],
    [
      'a line of a page that speaks for the release, and is read with its sentences,',
      {
        'models/tern/MODEL_CARD.md':
          '# Model Details\n\n**License** The terms are at [tern](https://tern.example/terms).\n',
      },
    ],
    ['a template', { 'docs/model_card_template.md': '---\nlicense: mit\n---\n' }],
    ['an example', { 'examples/tern/model_card.md': '---\nlicense: mit\n---\n' }],
    ["others' work", { 'vendor/tern/model_card.md': '---\nlicense: mit\n---\n' }],
    [
      'a card that leaves it to be filled in',
      { ...ADAPTER, 'tern/README.md': '- **License:** [More Information Needed]\n' },
    ],
    [
      'what the code is said to be under',
      { ...ADAPTER, 'tern/README.md': '# Tern\n\nThe code is under the MIT License.\n' },
    ],
    ['a sentence in passing', { ...ADAPTER, 'tern/README.md': '# Tern\n\nGull has the MIT License.\n' }],
  ] as const)('but %s does not', (_, files) => {
    expect(said(files)).toEqual([])
  })
})

const BOTH = (license: string) => ({
  name: 'heron',
  files: {
    'README.md': '# Heron\n\nThe weights are at [heron](https://huggingface.co/marsh-lab/heron).\n',
    LICENSE: 'MIT License\n',
    'docs/model_card_tern.md': `---\nlicense: ${license}\n---\n\n# Tern\n`,
  },
})

test('it adds a model, and leaves what is known of the others', () => {
  expect(modelsOf(BOTH('cc-by-nc-4.0'))).toEqual({ heron: ['mit'], Tern: ['cc-by-nc-4.0'] })
  expect(modelsOf(BOTH('mit'))).toEqual({ heron: ['mit'], Tern: ['mit'] })
})

test.each([
  [{ 'docs/model_card.md': '---\nbase_model: gull/gull-1b\n---\n\n# Tern\n' }, ['gull/gull-1b of Tern']],
  [
    { 'tern/adapter_config.json': '{}', 'tern/README.md': '# Tern\n\n- **Finetuned from model:** gull/gull-1b\n' },
    ['gull/gull-1b of Tern'],
  ],
  [{ 'tern/README.md': '# Tern\n\n- **Finetuned from model:** gull/gull-1b\n' }, []],
])('it names what that model starts from: %j', (files, expected) => {
  const evidence = gather(releaseOf({ files: { ...HERON, ...files } }), known.knowledge)
  expect(findBases(evidence, known.knowledge).map(({ model, of }) => `${model} of ${of}`)).toEqual(expected)
})

test('a page of a manual says under which license the whole is', () => {
  const whole = (path: string, text: string) =>
    statementsOf({ files: { 'README.md': '# Heron\n', LICENSE: 'MIT License\n', [path]: text } }).map(inWords)
  const says =
    'This project is licensed under the [MIT](https://github.com/marsh-lab/heron-7b/blob/main/LICENSE) License.\n'
  // the repository that the link leads to is not known to be this one
  expect(whole('docs/license.md', says)).toContain('all: mit')
  expect(whole('docs/birds/README_JP.md', '## ライセンス\n\nMIT。`LICENSE`をご確認ください。\n').join()).toContain(
    'mit',
  )
  expect(whole('docs/gulls/license.md', says)).toEqual([])
  expect(whole('docs/birds/README_JP.md', '## 使い方\n\nMIT。\n')).toEqual([])
})
