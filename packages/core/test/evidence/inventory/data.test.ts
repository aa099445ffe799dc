import { describe, expect, test } from 'vitest'
import { component, gathered, withReadme } from '../gathered.ts'

const data = (readme: string) => component(withReadme(readme), 'datasets')
const rung = (text: string) => data(`# Heron\n\n${text}\n`).ladder

describe('the ladder of training data', () => {
  test('released: a file of it is in the release', () => {
    const found = withReadme('# Heron\n', { 'data/train.jsonl.gz': { size: 90_000_000 } })
    expect(component(found, 'datasets')).toMatchObject({
      ladder: 'released',
      presence: 'released',
      cited: [{ path: 'data/train.jsonl.gz' }],
    })
  })

  test("released: the publisher's own dataset is linked", () => {
    expect(data('Trained on [Reeds](https://huggingface.co/datasets/marsh-lab/reeds).\n')).toMatchObject({
      ladder: 'released',
      presence: 'linked',
      cited: [{ url: 'https://huggingface.co/datasets/marsh-lab/reeds', line: 1 }],
    })
  })

  test('released: a sentence says so and links it', () => {
    expect(rung('We release the [training data](https://marsh.example.org/data) in full.')).toBe('released')
  })

  test('what only says it is released, or only links, is not released', () => {
    expect(rung('The model was trained on [a large corpus](https://marsh.example.org/data) of data.')).toBe(
      'obtainable',
    )
    expect(rung('The training data comes from [marshes](https://marsh.example.org/data).')).not.toBe('released')
    expect(rung('The training data is available.')).toBe('none')
  })

  test('released: both a file here and a dataset linked are cited, and the file counts', () => {
    const found = withReadme('Trained on [Reeds](https://huggingface.co/datasets/marsh-lab/reeds).\n', {
      'data/train.jsonl': { size: 90_000_000 },
    })
    expect(component(found, 'datasets')).toMatchObject({
      presence: 'released',
      cited: [{ path: 'data/train.jsonl' }, { url: 'https://huggingface.co/datasets/marsh-lab/reeds' }],
    })
  })

  test("obtainable: another's dataset is linked, or named by its id in the metadata", () => {
    expect(rung('Trained on [Marshes](https://huggingface.co/datasets/delta-corp/marshes).')).toBe('obtainable')
    expect(data('---\ndatasets:\n- delta-corp/marshes\n---\n')).toMatchObject({
      ladder: 'obtainable',
      presence: 'linked',
      cited: [{ key: 'datasets', line: 2 }],
    })
  })

  test('listed: a dataset is named in the metadata without saying where', () => {
    expect(data('---\ndatasets:\n- marshes\n---\n')).toMatchObject({ ladder: 'listed', presence: 'described' })
  })

  test.each([
    'The training data is 60% letters and 40% logbooks.',
    'It was trained on a corpus that includes letters, logbooks and sea charts.',
    'The training data was deduplicated by exact match.',
    'The training data was written by annotators who followed guidelines.',
  ])('described, what it is made of or how it was made: "%s"', sentence => {
    expect(data(`# Heron\n\n${sentence}\n`)).toMatchObject({ ladder: 'described', presence: 'described' })
  })

  test.each(['The model was trained on 2 trillion tokens of data.', '该模型在包含 3 万亿 tokens 的训练数据上训练。'])(
    'vague, an amount alone: "%s"',
    sentence => expect(rung(sentence)).toBe('vague'),
  )

  test.each([
    ['Korean', '## 학습 데이터\n\n하버 데이터셋으로 학습했습니다. https://huggingface.co/datasets/delta-corp/marshes'],
    [
      'French',
      'Le modèle a été entraîné sur les données [Marais](https://huggingface.co/datasets/delta-corp/marshes).',
    ],
    ['Spanish', 'Entrenado con los datos [Marismas](https://huggingface.co/datasets/delta-corp/marshes).'],
    ['Japanese', '学習データは [Shitchi](https://huggingface.co/datasets/delta-corp/marshes) です。'],
  ])('plain words are heard in %s', (_, text) => expect(rung(text)).toBe('obtainable'))

  test.each([
    'It was trained on publicly available data.',
    'Trained on a mix of licensed and public data.',
    'Pretrained on a large high-quality corpus.',
    '我们使用海量数据进行预训练。',
  ])('vague: "%s"', sentence => {
    expect(data(`# Heron\n\n${sentence}\n`)).toMatchObject({
      ladder: 'vague',
      presence: 'absent',
      cited: [{ path: 'README.md', line: 3, quote: sentence }],
    })
  })

  test.each([
    ['nothing is said', 'A model of birds.'],
    ['the word alone', 'A dataset is needed.'],
    ['a dataset of somebody to try it on', 'Evaluated on [Test](https://huggingface.co/datasets/delta-corp/test).'],
    ['the license of a dataset', 'See [it](https://huggingface.co/datasets/delta-corp/license-list).'],
    ['a picture of one', 'Trained on ![data](https://huggingface.co/datasets/delta-corp/marshes).'],
    ['an announcement', '## News\n\nTrained on [M](https://huggingface.co/datasets/delta-corp/marshes).'],
    ['a citation', '## Citation\n\nTrained on 2 trillion tokens of data from marshes.'],
    ['a sample', '```\n# trained on publicly available data\n```'],
    ['the plan of a user', 'Prepare your own data for training.'],
  ])('none: %s', (_, text) => {
    expect(rung(text)).toBe('none')
  })

  test('the highest rung counts, and only its evidence is cited', () => {
    const found = data(
      'Trained on publicly available data. Trained on [Marshes](https://huggingface.co/datasets/delta-corp/marshes).\n',
    )
    expect(found.ladder).toBe('obtainable')
    expect(found.cited).toHaveLength(1)
  })

  test('of a publisher nobody knows no dataset is its own', () => {
    const found = gathered({
      publisher: null,
      files: { 'README.md': 'Trained on [R](https://huggingface.co/datasets/marsh-lab/reeds).\n' },
    })
    expect(component(found, 'datasets').ladder).toBe('obtainable')
  })

  test('what nobody could look for is unknown, not absent', () => {
    const found = component(gathered({ complete: false, files: { 'README.md': '# Heron\n' } }), 'datasets')
    expect(found).toMatchObject({ ladder: 'none', presence: 'unknown' })
  })
})
