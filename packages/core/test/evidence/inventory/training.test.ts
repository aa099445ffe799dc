import { describe, expect, test } from 'vitest'
import { component, gathered, withReadme } from '../gathered.ts'

const CARD = '# Heron\n\nA model.\n'
const code = (readme: string, ...paths: readonly string[]) =>
  component(withReadme(readme, Object.fromEntries(paths.map(path => [path, { size: 2_000 }]))), 'training-code')

describe('training code', () => {
  test("a copy of a training library is not this model's, and its own settings are", () => {
    expect(code(CARD, 'megatron_lm/pretrain_gpt.py', 'megatron_lm/run.py').presence).toBe('absent')
    expect(code(CARD, 'xtuner_config.py').presence).toBe('released')
  })

  test('in the repository of the library itself it is', () => {
    const found = gathered({ name: 'megatron-lm', files: { 'README.md': CARD, 'megatron/train.py': { size: 9 } } })
    expect(component(found, 'training-code').presence).toBe('released')
  })

  test('an entry point counts beside the settings of a training', () => {
    expect(code(CARD, 'main.py').presence).toBe('absent')
    expect(code(CARD, 'main.py', 'configs/train_base.yaml')).toMatchObject({ presence: 'released' })
  })

  test.each([
    ['only for fine-tuning', ['finetune/lora.py', 'finetune/run.sh']],
    ['only with settings for fine-tuning', ['heron/train.py', 'configs/heron_finetune.yaml']],
    ['only examples', ['examples/toy_train.py']],
  ])('%s is a part', (_, paths) => expect(code(CARD, ...paths).partly).toBeTypeOf('string'))

  test('what trains a filter or a tokenizer of the data is not the training of the model', () => {
    const filters = ['tools/clean_quality_data/train_net.py', 'web_extraction/train.py', 'train_tokenizer.py']
    expect(code(CARD, ...filters).presence).toBe('absent')
    expect(code(CARD, ...filters, 'heron/train.py').cited).toEqual([{ path: 'heron/train.py' }])
    const own = { name: 'web-tokenizer', files: { 'README.md': CARD, 'train_tokenizer.py': { size: 9 } } }
    expect(component(gathered(own), 'training-code').presence).toBe('released')
  })

  test('fine-tuning is all there is of a model with a base, and pre-training is no part', () => {
    const card = '---\nbase_model: delta-corp/marsh-7b\n---\n# Heron\n'
    expect(code(card, 'finetune/lora.py').partly).toBeUndefined()
    expect(code(CARD, 'pretrain.py', 'finetune/run.sh').partly).toBeUndefined()
  })

  test.each([
    ['https://github.com/marsh-lab/marsh/tree/main/train#readme', 'See [the notes](URL).', 'linked'],
    ['https://github.com/marsh-lab/marsh', 'Our [repository](URL) has training and inference.', 'linked'],
    ['https://github.com/marsh-lab/marsh', 'Our [repository](URL) runs it.', 'absent'],
    ['https://github.com/oar/oar', 'The [Oar library](URL) has training and inference.', 'absent'],
  ])('a link to %s: "%s" is %s', (url, text, presence) =>
    expect(code(`# Heron\n\n${text.replace('URL', url)}\n`).presence).toBe(presence),
  )

  test('a repository whose name the title has is its own', () => {
    const readme =
      '# Code of Warbler-3\n\nThe [repository](https://github.com/oar/Warbler-3) has training and inference.\n'
    expect(code(readme).presence).toBe('linked')
    expect(code(readme.replace('# Code of Warbler-3', '# Heron')).presence).toBe('absent')
  })
})
