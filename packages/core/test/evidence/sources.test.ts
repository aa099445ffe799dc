import { describe, expect, test } from 'vitest'
import { component, withReadme } from './gathered.ts'

const data = (readme: string, files = {}) => withReadme(readme, files).data
const sources = (readme: string, files = {}) =>
  data(readme, files).sources.map(({ name, rung, stage }) => [name, rung, stage])

describe('the sets that a release was trained on', () => {
  test('a well-known set is known by its name, its id on a hub and its address', () => {
    expect(sources('# Heron\n\nHeron was trained on C4.\n')).toEqual([['C4', 'obtainable', 'training']])
    expect(sources('---\ndatasets: [allenai/dolma]\n---\n# Heron\n')[0]?.[1]).toBe('obtainable')
    expect(sources('# Heron\n\nWe trained on [this](https://pile.eleuther.ai/) data.\n')[0]?.[0]).toBe('The Pile')
  })

  test('one that is only remembered is listed until the release says where it is', () => {
    expect(sources('# Heron\n\nHeron was trained on The Pile.\n')).toEqual([['The Pile', 'listed', 'training']])
    expect(sources('# Heron\n\nTrained on [Books3](https://the-eye.eu/books3).\n').map(([, rung]) => rung)).toEqual([
      'obtainable',
    ])
  })

  test('a capital in its name is one in the text', () => {
    expect(sources('# Heron\n\nHeron was trained on the pile of letters we had.\n')).toEqual([])
  })

  test('one that grows is listed by its name, and obtainable with a place', () => {
    expect(sources('# Heron\n\nHeron was trained on Wikipedia.\n')).toEqual([['Wikipedia', 'listed', 'training']])
    expect(sources('# Heron\n\nHeron was trained on [Wikipedia](https://dumps.wikimedia.org/20240301/).\n')).toEqual([
      ['Wikipedia', 'obtainable', 'training'],
    ])
  })

  test('one that is known to be gone is listed, link or no link', () => {
    const found = withReadme('# Heron\n\nTrained on [it](https://huggingface.co/datasets/laion/laion2B-en).\n')
    expect(found.data.sources.map(({ rung }) => rung)).toEqual(['listed'])
  })

  test.each([
    ['likened to it', 'The training data was filtered by the same rules as RefinedWeb.'],
    ['not used', 'The training data does not include The Pile.'],
    ['measured on it', '## Evaluation\n\nThe perplexity on The Pile after training is 7.'],
    ['made smaller with it', 'The weights were quantized after training with samples of the C4 dataset.'],
    ['its license', '## License\n\nThe Pile and the training code are under MIT.'],
  ])('a set is none of the training when the model is %s', (_, text) =>
    expect(sources(`# Heron\n\n${text}\n`)).toEqual([]),
  )

  test('a file that a sentence names is in the release', () => {
    const found = sources('# Heron\n\nHeron was fine-tuned on letters.csv.\n', { 'letters.csv': { size: 4_000 } })
    expect(found).toEqual([['letters.csv', 'released', 'post-training']])
  })

  test('tables of a benchmark or of a program are no training data', () => {
    for (const path of ['HeronBench/datasets/prompts.json', 'heron/data/codes.csv'])
      expect(sources('# Heron\n', { [path]: { size: 900_000 }, 'heron/data/__init__.py': { size: 10 } }), path).toEqual(
        [],
      )
  })

  test('stages are told apart where the text does', () => {
    const { stages } = data(
      '# Heron\n\nHeron was pre-trained on C4.\n\nIt was fine-tuned on [Reeds](https://huggingface.co/datasets/delta-corp/reeds).\n\nPreferences were learned from UltraFeedback data by DPO training.\n',
    )
    expect(stages.map(({ stage, rung }) => [stage, rung])).toEqual([
      ['pre-training', 'obtainable'],
      ['post-training', 'obtainable'],
      ['preference', 'listed'],
    ])
  })
})

describe('what is only a part', () => {
  const partly = (text: string) => component(withReadme(`# Heron\n\n${text}\n`), 'datasets').partly
  const REEDS = 'It was fine-tuned on [Reeds](https://huggingface.co/datasets/delta-corp/reeds).'

  test.each([
    ['the first training is only spoken of', `Heron was pre-trained on publicly available data.\n\n${REEDS}`],
    ['a set is gone', `It was trained on LAION-5B data.\n\n${REEDS}`],
    ['data is held back', `${REEDS} The model was also trained on proprietary in-house data.`],
    ['it is a sample', 'A sample of the training data: [Reeds](https://huggingface.co/datasets/marsh-lab/reeds).'],
  ])('%s', (_, text) => expect(partly(text)).toBeTypeOf('string'))

  test('and what is all there is not', () => expect(partly(REEDS)).toBeUndefined())
})
