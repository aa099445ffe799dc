import { describe, expect, test } from 'vitest'
import type { ComponentId, Presence } from '../../../src/report/vocabulary.ts'
import { component, withReadme } from '../gathered.ts'

const seen = (id: ComponentId, text: string) => component(withReadme(`# Heron\n\n${text}\n`), id)

describe('what a README says of components', () => {
  test.each([
    ['training-code', 'The [training code](https://github.com/marsh-lab/train) is public.', 'linked'],
    ['training-code', 'Our training pipeline uses 64 machines.', 'described'],
    ['training-code', 'The model was trained for a week.', 'absent'],
    ['training-code', 'We do not plan to publish the training code.', 'absent'],
    ['training-code', 'The training code will be published.', 'absent'],
    ['training-code', 'We used the [Oar library](https://github.com/oar/oar) as training framework.', 'absent'],
    ['training-code', '训练代码见[这里](https://github.com/marsh-lab/train)。', 'linked'],
    ['evaluation-code', 'We use an [evaluation harness](https://github.com/marsh-lab/eval).', 'linked'],
    ['evaluation-code', 'The evaluation was hard.', 'absent'],
    ['data-preprocessing-code', 'See the [data processing toolkit](https://github.com/marsh-lab/prep).', 'linked'],
    ['inference-code', 'An [inference engine](https://github.com/marsh-lab/run) runs it.', 'linked'],
    ['technical-report', 'Read the [technical report](https://arxiv.org/abs/2401.00001).', 'linked'],
    ['technical-report', 'Read the technical report.', 'absent'],
    ['research-paper', 'See the [paper](https://arxiv.org/abs/2401.00001).', 'linked'],
    ['research-paper', 'See the [paper](https://marsh.example.org/news).', 'absent'],
    ['model-card', 'See the [model card](https://huggingface.co/marsh-lab/heron-7b).', 'linked'],
    ['data-card', 'See the [data card](https://marsh.example.org/data).', 'linked'],
    ['intermediate-weights', 'We also give [intermediate checkpoints](https://huggingface.co/marsh-lab/x).', 'linked'],
    ['intermediate-weights', 'Intermediate training checkpoints will not be given.', 'absent'],
    ['intermediate-weights', '| 7B | [Hub](https://huggingface.co/marsh-lab/heron-7b-intermediate) |\n|-|-|', 'linked'],
    [
      'intermediate-weights',
      'Find all checkpoints, one every 500 training steps:\n\n| Size | At |\n|-|-|\n| 7B | [here](https://marsh.example.org/7b.csv) |',
      'linked',
    ],
    ['intermediate-weights', 'Checkpoints are saved every 500 steps.', 'absent'],
    ['training-code', 'It is [our Oar](https://github.com/oar/oar) that the model was trained with.', 'linked'],
    ['training-code', 'It was trained with [Oar](https://github.com/oar/oar).', 'absent'],
    ['intermediate-weights', 'The checkpoint is large.', 'absent'],
    ['evaluation-data', 'The [test set](https://huggingface.co/datasets/marsh-lab/t) is public.', 'linked'],
    ['evaluation-data', 'We evaluate on a test set of our own.', 'described'],
    ['sample-outputs', 'Some [sample outputs](https://marsh.example.org/s).', 'linked'],
  ] as readonly (readonly [ComponentId, string, Presence])[])('%s: "%s" is %s', (id, text, presence) => {
    expect(seen(id, text).presence).toBe(presence)
  })

  test('a link is cited with its line, a description with its words', () => {
    expect(seen('training-code', 'A text.\nThe [training code](https://github.com/x/y) too.').cited).toEqual([
      { url: 'https://github.com/x/y', path: 'README.md', line: 4 },
    ])
    expect(seen('training-code', 'A text.\nOur training pipeline is ours.').cited).toMatchObject([
      { path: 'README.md', line: 4, quote: 'Our training pipeline is ours.' },
    ])
  })

  test('a heading, a sample or a link within the page is no description', () => {
    expect(seen('training-code', '## Training code\n\n```\n# the training code\n```').presence).toBe('absent')
    expect(seen('training-code', '- [Training code](#training-code)').presence).not.toBe('linked')
  })

  test('a table of scores is results, and one of anything else is not', () => {
    const table = (head: string, cell: string) => `| Model | ${head} |\n|-|-|\n| Heron | ${cell} |`
    expect(seen('evaluation-results', table('MMLU', '63.2'))).toMatchObject({
      presence: 'released',
      cited: [{ path: 'README.md', line: 5, endLine: 5, quote: '| Heron | 63.2 |' }],
    })
    expect(seen('evaluation-results', table('Colour', '3 shades')).presence).toBe('absent')
    expect(seen('evaluation-results', table('MMLU', 'good')).presence).toBe('absent')
  })

  test('so is the index of results in the metadata', () => {
    const found = withReadme('---\nlicense: mit\nmodel-index:\n- name: heron\n---\n# Heron\n')
    expect(component(found, 'evaluation-results')).toMatchObject({
      presence: 'released',
      cited: [{ key: 'model-index', line: 3 }],
    })
  })

  test('a card that states a license or a task is a model card and metadata', () => {
    const found = withReadme('---\nlicense: mit\n---\n# Heron\n')
    expect(component(found, 'model-card')).toMatchObject({ presence: 'released', cited: [{ path: 'README.md' }] })
    expect(component(found, 'model-metadata')).toMatchObject({ presence: 'released', cited: [{ key: 'license' }] })
    const beside = withReadme('# Heron\n', {
      'config.json': '{"model_type":"heron"}',
      'model.safetensors': { size: 2e9 },
    })
    expect(component(beside, 'model-card')).toMatchObject({ presence: 'released', cited: [{ path: 'README.md' }] })
    const plain = withReadme('# Heron\n')
    expect(component(plain, 'model-card').presence).toBe('absent')
    expect(component(plain, 'model-metadata').presence).toBe('absent')
  })
})
