import { describe, expect, test } from 'vitest'
import { component, gathered, withReadme } from '../gathered.ts'

const dataOf = (text: string) => component(withReadme(`# Heron\n\n${text}\n`), 'datasets').ladder

describe('the words around a link say that data is there', () => {
  test.each([
    'We fine-tuned it on the [Reeds](https://github.com/oar/reeds) dataset.',
    '## Training data\n\n[Reeds](https://github.com/oar/reeds) is used as training data.',
    '## Datasets\n\nWe use four dialogue datasets from [the Reed Bank](https://reeds.example/all).',
    '我们在 [Reeds](https://github.com/oar/reeds) 数据集上微调了模型。',
    '## Pretraining\n\nTo download the pretraining dataset from the [Reeds Dataset](https://reeds.example), run the script.',
    '## Dataset sources:\n\nPrimary sources:\n\n- **oar/river-reeds**: real letters of the river.',
  ])('%s', text => expect(dataOf(text)).toBe('obtainable'))

  test.each([
    'It was trained with the [Oar](https://github.com/oar/oar) library on large data.',
    'It was trained on large data of the [Reeds](https://arxiv.org/abs/2401.00001) kind.',
    '## Post-training\n\nYou can use [oar/reeds](https://huggingface.co/datasets/oar/reeds) for post-training.',
    '## Data\n\n- question/answer: two fields.',
    'It was trained on a [river captioned dataset](https://huggingface.co/spaces/oar/captions).',
  ])('and not: %s', text => expect(dataOf(text)).not.toBe('obtainable'))
})

describe('an amount tells what the data is where it names a kind', () => {
  test.each([
    'Pretrained on 33 million normal river birds.',
    'The model was trained on 200k pose-image, caption pairs.',
  ])('%s', text => expect(dataOf(text)).toBe('described'))

  test.each([
    'Pretrained on 15 trillion tokens.',
    'It was trained on 1.5M labeled images and 62M unlabeled images.',
    'It was trained on 64 Heron H100 GPUs.',
    'Heron is a pretrained, mixture-of-experts (MoE) text model, with 12B parameters and a total of 52B, and more.',
  ])('and not: %s', text => expect(dataOf(text)).not.toBe('described'))
})

test('a page of the manual on the pre-training tells of the data, and one on the use does not', () => {
  const page = '\n\nBoth checkpoints were pretrained using all five REEDS6 datasets.\n'
  const of = (heading: string) =>
    component(withReadme('# Heron\n', { 'docs/notes.md': `# Notes\n\n## ${heading}${page}` }), 'datasets').ladder
  expect(of('Pretraining')).toBe('listed')
  expect(of('Use')).toBe('none')
})

const codeOf = (readme: string, ...paths: readonly string[]) =>
  component(withReadme(readme, Object.fromEntries(paths.map(path => [path, { size: 2_000 }]))), 'training-code')

describe('a link leads to the training code', () => {
  test.each([
    'See [the recipe](https://github.com/marsh-lab/marsh/tree/main/examples/finetune_heron).',
    '更多请参考[脚本](https://github.com/marsh-lab/marsh/blob/main/examples/training_heron_demo.py)。',
    'The inference and training code can be found [here](https://github.com/oar/heronry/tree/main/heron).',
    'It was made with the [Oar Finetune Script](https://github.com/oar/oar).',
    'We provide a [codebase](https://github.com/marsh-lab/marsh) for inference and fine-tuning on other data.',
    'From [Marsh](https://github.com/marsh-lab/marsh/tree/main/heron).\n\n```\nbash shell/heron_sft.sh\n```',
  ])('%s', text => expect(codeOf(`# Heron\n\n${text}\n`).presence).toBe('linked'))

  test.each([
    'See [the recipe](https://github.com/oar/oar/tree/main/examples/finetune_it).',
    'See [our page](https://github.com/orgs/marsh-lab/discussions) on training code.',
    'From [Marsh](https://github.com/marsh-lab/marsh).\n\n```\npython train.py\n```',
  ])('and not: %s', text => expect(codeOf(`# Heron\n\n${text}\n`).presence).not.toBe('linked'))
})

describe('training code is a part', () => {
  test.each([
    '- [ ] Provide the pretraining code',
    'Coming soon: updated training code for Heron 2!',
    'The pre-training code will be released.',
  ])('where a document promises the rest: %s', text =>
    expect(codeOf(`# Heron\n\n${text}\n`, 'train.py').partly).toBeTypeOf('string'),
  )

  test('where it lies in a folder of its own beside the rest', () => {
    expect(codeOf('# Heron\n', 'run.py', 'reed_depth/README.md', 'reed_depth/train.py').partly).toContain('reed_depth')
    expect(codeOf('# Heron\n', 'run.py', 'training/README.md', 'training/train.py').partly).toBeUndefined()
    expect(codeOf('# Heron\n', 'reed_depth/README.md', 'reed_depth/train.py').partly).toBeUndefined()
  })
})

test('weights that are provided under a license are offered', () => {
  const evidence = gathered({
    files: { 'README.md': '# Heron\n\nCode and weights are provided under the MIT license.\n' },
  })
  expect(evidence.weights.offer).toBe('linked')
})
