import { describe, expect, test } from 'vitest'
import { needOf, planOf, planWith } from './plan.ts'

const CARD = '---\nlicense: apache-2.0\n---\n\n# Heron 7B\n\nHeron is a language model.\n'
const card = (more: string) => ({ 'README.md': `${CARD}\n${more}\n` })

describe('training code', () => {
  const code = { 'tools/train_heron.py': 'import torch\n', 'train.py': 'import torch\n' }

  test('is entered by the command that a document gives', () => {
    const plan = planWith({
      ...code,
      ...card('## Training\n\n```sh\npip install .\ntorchrun tools/train_heron.py --config c.yaml\n```'),
    })
    expect(needOf(plan, 'training-code')).toMatchObject({
      presence: 'released',
      says: 'The release has training code; its entry point is tools/train_heron.py.',
    })
    expect(needOf(plan, 'training-code').cited[0]).toMatchObject({
      path: 'README.md',
      line: 13,
      quote: expect.stringContaining('torchrun'),
    })
  })

  test('without a command is entered at the script nearest to the root, and the command is said to be missing', () => {
    expect(needOf(planWith({ ...code, ...card('') }), 'training-code').says).toBe(
      'The release has training code; its entry point is train.py. No document gives the command that runs it.',
    )
  })

  test('that tunes a model further is said to', () => {
    const plan = planWith({ 'finetune.py': 'import torch\n', ...card('') })
    expect(needOf(plan, 'training-code').says).toContain('tunes a model further')
  })

  test('that was looked for in vain is missing, where everything could be looked at', () => {
    const plan = planWith(card(''))
    expect(needOf(plan, 'training-code')).toMatchObject({ presence: 'absent', cited: [{ looked: expect.any(Array) }] })
    expect(plan.missing).toContain('training-code')
    const part = planOf({ files: card(''), complete: false })
    expect(needOf(part, 'training-code').presence).toBe('unknown')
    expect(part.missing).toEqual([])
  })
})

describe('configuration and seeds', () => {
  const SETTINGS = 'model: heron\nlearning_rate: 3.0e-4\nbatch_size: 512\nseed: 6198\n'

  test('are read in the settings of a training', () => {
    const plan = planWith({ 'heron/base.yaml': SETTINGS, ...card('') })
    expect(needOf(plan, 'training-configuration')).toMatchObject({
      presence: 'released',
      says: 'Settings of a training name its hyperparameters: heron/base.yaml.',
    })
    expect(needOf(plan, 'seeds')).toMatchObject({
      presence: 'released',
      cited: [{ path: 'heron/base.yaml', line: 4, quote: 'seed: 6198' }],
    })
  })

  test('of using or measuring a model are not of its training', () => {
    const plan = planWith({
      'eval/config.yaml': SETTINGS,
      'inference.yaml': SETTINGS,
      'configuration.json': '{}',
      ...card(''),
    })
    expect(needOf(plan, 'training-configuration').presence).toBe('absent')
    expect(needOf(plan, 'seeds').presence).toBe('absent')
  })

  test('may be told in words', () => {
    const plan = planWith(
      card(
        '## Training\n\nWe trained with a learning rate of 0.0003 and a batch size of 512; the random seed was set to 17.',
      ),
    )
    expect(needOf(plan, 'training-configuration')).toMatchObject({ presence: 'described', cited: [{ line: 11 }] })
    expect(needOf(plan, 'seeds')).toMatchObject({ presence: 'described', cited: [{ line: 11 }] })
  })

  test('a seed for generating is none of the training', () => {
    const plan = planWith(card('## Usage\n\n```python\ngenerator.manual_seed(42)\nout = pipe(prompt, seed=42)\n```'))
    expect(needOf(plan, 'seeds').presence).toBe('absent')
  })

  test('a seed may stand in code that was not read', () => {
    const plan = planWith({ 'train.py': 'seed = 7\n', ...card('') })
    expect(needOf(plan, 'seeds')).toMatchObject({
      presence: 'unknown',
      says: expect.stringContaining('1 files of code'),
    })
  })
})

describe('what was left behind', () => {
  test('dependencies, with how many versions are named', () => {
    const plan = planWith({ 'requirements.txt': '# for training\ntorch==2.3.1\nnumpy>=1\n', ...card('') })
    expect(needOf(plan, 'dependencies').says).toContain('1 of 2 with their exact version')
    expect(needOf(planWith({ 'uv.lock': 'x', ...card('') }), 'dependencies').says).toContain('fixes the versions')
  })

  test('logs: files, a place where runs are recorded, words; a reader’s own are none', () => {
    expect(needOf(planWith({ 'runs/events.out.tfevents.1700.host': {}, ...card('') }), 'training-logs').presence).toBe(
      'released',
    )
    expect(needOf(planWith(card('See the [runs](https://wandb.ai/marsh-lab/heron).')), 'training-logs').presence).toBe(
      'linked',
    )
    expect(needOf(planWith(card('We publish the training logs on request.')), 'training-logs').presence).toBe(
      'described',
    )
    expect(needOf(planWith(card('Your loss curve should look like this.')), 'training-logs').presence).toBe('absent')
  })

  test('hardware that it was trained on, and not what a reader needs to run it', () => {
    const plan = planWith(card('## Training\n\nHeron was trained on 64 A100 GPUs for 12 days.'))
    expect(needOf(plan, 'hardware')).toMatchObject({
      presence: 'described',
      says: 'The documents name the hardware: A100.',
    })
    expect(needOf(planWith(card('## Inference\n\nTo run it you need one A100.')), 'hardware').presence).toBe('absent')
  })

  test('the model it was made from is asked for only where there is one', () => {
    const tuned = planWith({
      'README.md': '---\nlicense: apache-2.0\nbase_model: harbor-lab/bittern-7b\n---\n\n# Heron\n',
    })
    expect(needOf(tuned, 'base-model').says).toBe('It was made from harbor-lab/bittern-7b; no revision of it is named.')
    expect(planWith(card('')).needs.map(({ id }) => id)).not.toContain('base-model')
  })
})
