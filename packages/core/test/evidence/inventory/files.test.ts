import { describe, expect, test } from 'vitest'
import { COMPONENTS } from '../../../src/report/vocabulary.ts'
import { component, gathered, presenceBy, withReadme } from '../gathered.ts'

describe('the inventory', () => {
  test('has all 17 components, each once, in their order, each with a citation', () => {
    const { components } = gathered({ files: { 'README.md': '# Heron\n' } })
    expect(components.map(({ id }) => id)).toEqual([...COMPONENTS])
    for (const { cited } of components) expect(cited.length).toBeGreaterThan(0)
  })

  test('of a complete listing says what is absent and where it looked', () => {
    const found = component(gathered({ files: { 'README.md': '# Heron\n' } }), 'training-code')
    expect(found).toEqual({
      id: 'training-code',
      presence: 'absent',
      cited: [{ looked: ['1 file names', 'README.md'] }],
    })
  })

  test('of a listing cut short, or without a document, calls nothing absent', () => {
    for (const setup of [
      { complete: false, files: { 'README.md': '# Heron\n' } },
      { complete: true, files: { 'model.safetensors': {} } },
    ])
      expect(component(gathered(setup), 'training-code').presence).toBe('unknown')
  })
})

describe('files that are a component', () => {
  test.each([
    ['training-code', 'train.py'],
    ['training-code', 'scripts/run_pretraining.sh'],
    ['training-code', 'finetune/sft.py'],
    ['training-code', 'supervised_fine_tune.py'],
    ['training-code', 'heron/training/loop.py'],
    ['training-code', 'configs/heron_sft.yaml'],
    ['evaluation-code', 'eval.py'],
    ['evaluation-code', 'evaluation/mmlu.py'],
    ['data-preprocessing-code', 'prepare_data.py'],
    ['data-preprocessing-code', 'data_processing/dedup.py'],
    ['inference-code', 'inference.py'],
    ['inference-code', 'generate.py'],
    ['inference-code', 'heron/inference/engine.cpp'],
    ['inference-code', 'demo/app.js'],
    ['model-architecture', 'modeling_heron.py'],
    ['model-architecture', 'heron/model.py'],
    ['model-architecture', 'heron/layers/attention.py'],
    ['supporting-libraries', 'tokenizer.json'],
    ['supporting-libraries', 'requirements.txt'],
    ['intermediate-weights', 'step-10000/model.safetensors'],
    ['intermediate-weights', 'heron_checkpoint_2000.pth'],
    ['datasets', 'data/train.jsonl'],
    ['datasets', 'alpaca_heron.json'],
    ['model-card', 'MODEL_CARD.md'],
    ['model-card', 'docs/heron-model-card.pdf'],
    ['data-card', 'DATASHEET.md'],
    ['data-card', 'docs/data_card.md'],
    ['technical-report', 'Heron_Technical_Report.pdf'],
    ['research-paper', 'docs/paper.pdf'],
    ['sample-outputs', 'samples/bird.wav'],
    ['model-metadata', 'config.json'],
  ] as const)('%s: %s', (id, path) => {
    expect(presenceBy(id, path)).toBe('released')
  })
})

describe('files that look like a component and are none', () => {
  test.each([
    ['inference-code', 'generation_config.json'],
    ['inference-code', 'examples/picture.png'],
    ['inference-code', 'inference.md'],
    ['inference-code', 'third_party/ibis/inference.py'],
    ['training-code', 'train.md'],
    ['training-code', 'train.jsonl'],
    ['training-code', 'training_args.bin'],
    ['training-code', 'vendor/ibis/train.py'],
    ['training-code', 'tests/train.py'],
    ['training-code', 'node_modules/x/training/index.js'],
    ['training-code', 'constraint.py'],
    ['evaluation-code', 'evaluation.md'],
    ['evaluation-code', 'medieval.py'],
    ['data-preprocessing-code', 'preprocessor_config.json'],
    ['model-architecture', 'models/heron.safetensors'],
    ['model-architecture', 'config.json'],
    ['supporting-libraries', 'third_party/ibis/setup.py'],
    ['intermediate-weights', 'model-00001-of-00004.safetensors'],
    ['intermediate-weights', 'checkpoint/model.safetensors'],
    ['datasets', 'third_party/ibis/data/train.jsonl'],
    ['datasets', 'dataset.py'],
    ['datasets', 'train.py'],
    ['technical-report', 'report.md'],
    ['research-paper', 'LICENSE_paper.pdf'],
    ['model-metadata', 'tests/config.json'],
  ] as const)('%s: %s', (id, path) => {
    expect(presenceBy(id, path)).toBe('absent')
  })

  test('a data file of a few lines is an example, not the data', () => {
    const found = withReadme('# Heron\n', { 'data/train.jsonl': { size: 2_000 } })
    expect(component(found, 'datasets')).toMatchObject({ presence: 'absent', ladder: 'none' })
  })

  test('a submodule is not the release', () => {
    const found = withReadme('# Heron\n', { 'train.py': { size: null, kind: 'submodule' } })
    expect(component(found, 'training-code').presence).toBe('absent')
  })

  test('a script for evaluation is only that', () => {
    expect(presenceBy('inference-code', 'eval/generate.py')).toBe('absent')
    expect(presenceBy('evaluation-code', 'eval/generate.py')).toBe('released')
  })
})

describe('what is cited of many files', () => {
  test('the three nearest to the root', () => {
    const files = ['a/b/c/train.py', 'train.py', 'a/train.py', 'a/b/train.py', 'a/b/finetune.py']
    const found = component(withReadme('# Heron\n', Object.fromEntries(files.map(path => [path, {}]))), 'training-code')
    expect(found.cited).toHaveLength(3)
    expect(found.cited[0]).toEqual({ path: 'train.py' })
    expect(found.cited[1]).toEqual({ path: 'a/train.py' })
  })
})

describe('a public library stands in for code that is not here', () => {
  const card = '---\nlibrary_name: transformers\n---\n# Heron\n'

  test('of inference and architecture, as linked', () => {
    expect(component(withReadme(card), 'inference-code').presence).toBe('linked')
    expect(component(withReadme(card), 'model-architecture').presence).toBe('linked')
  })

  test('not of training', () => {
    expect(component(withReadme(card), 'training-code').presence).toBe('absent')
  })

  test('code that is here comes first', () => {
    expect(component(withReadme(card, { 'generate.py': {} }), 'inference-code').presence).toBe('released')
  })
})

describe('what is not what it looks like', () => {
  test.each([
    ['data-preprocessing-code', 'heron/vision/preprocessor.py'],
    ['model-architecture', 'download_model.py'],
  ] as const)('no %s: %s', (id, path) => {
    expect(component(withReadme('# Heron\n', { [path]: {} }), id).presence).toBe('absent')
  })

  test('a paper in a list of references is another’s, unless it is called like the release', () => {
    const listed = (text: string) =>
      component(withReadme(`# Heron\n\n## References\n\n${text}\n`), 'research-paper').presence
    expect(listed('[1]: [Waders paper](https://arxiv.org/abs/2101.00001), Reed et al. 2021')).toBe('absent')
    expect(listed('[1]: [Heron-7B paper](https://arxiv.org/abs/2101.00001), Reed et al. 2021')).toBe('linked')
  })
})

describe('what documents show', () => {
  const presence = (id: (typeof COMPONENTS)[number], readme: string, files = {}) =>
    component(withReadme(readme, files), id).presence

  test('scripts that are called where it is told how the model is run are inference code', () => {
    const called = (heading: string) =>
      presence('inference-code', `# Heron\n\n## ${heading}\n\n\`\`\`bash\npython scripts/run_it.py --fast\n\`\`\`\n`, {
        'scripts/run_it.py': {},
      })
    expect([called('Run Heron inference on CPU'), called('Make the figures')]).toEqual(['released', 'absent'])
  })

  test('a table of scores under a benchmark, and a measure in a list, are results', () => {
    const table = '| | Reeds | Ponds |\n|--|--|--|\n| **Heron** | 59.9 | **64.0** |\n'
    const results = (text: string) => presence('evaluation-results', `# Heron\n\n${text}\n`)
    expect(results(`## Benchmark\n\n${table}`)).toBe('released')
    expect(results(`## Sizes\n\n${table}`)).toBe('absent')
    expect(results('- Perplexity: 21.9')).toBe('released')
    expect(results('- Perplexity: coming')).toBe('absent')
  })

  test('a page that is headed as a model card is one', () => {
    expect(presence('model-card', '# Heron\n\n### Model Card\n\nVersion 1.\n')).toBe('released')
    expect(presence('model-card', '# Heron\n\n### [Model Card](https://marsh.example/card)\n')).toBe('linked')
  })

  test('a set that is linked as a benchmark is evaluation data', () => {
    const linked = (text: string) =>
      presence('evaluation-data', `# Heron\n\n${text} [Reeds](https://huggingface.co/datasets/marsh-lab/reeds)\n`)
    expect([linked('Medical benchmark:'), linked('Photos:')]).toEqual(['linked', 'absent'])
  })

  test('a share is no name of data', () => {
    const mix = (of: string) =>
      component(withReadme(`# Heron\n\n**Pre-training mixture**: ${of} from the web.\n`), 'datasets').ladder
    expect(mix('Approximately 75% English, 20% multilingual, and 5% code data')).not.toBe('listed')
  })
})
