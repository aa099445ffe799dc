import { describe, expect, test } from 'vitest'
import { endsWithin, inFull } from '../../../../test/tiers.ts'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { namesData } from '../../src/evidence/data/names.ts'
import { hearing } from '../../src/evidence/signs.ts'
import type { DataTopic } from '../../src/report/vocabulary.ts'
import { withReadme } from './gathered.ts'

const wordsOf = (readme: string) => withReadme(readme).data
const told = (sentence: string) =>
  Object.fromEntries(
    wordsOf(`# Tern\n\n## Training data\n\n${sentence}\n`).statements.flatMap(({ topics }) => [...topics]),
  )

describe('what a sentence tells of training data', () => {
  const cases: readonly (readonly [sentence: string, tells: Partial<Record<DataTopic, 'specific' | 'generic'>>])[] = [
    ['Tern was trained on a mix of publicly available data.', { provenance: 'generic' }],
    ['Tern was trained on the Harbor Corpus dataset.', { provenance: 'specific' }],
    ['Tern was trained on Gannet, a corpus of letters.', { provenance: 'specific' }],
    [
      'The data was collected from Gannet Archive between 2019 and 2021.',
      { provenance: 'specific', scope: 'specific', selection: 'specific' },
    ],
    ['The training data has 2 trillion tokens.', { scope: 'specific' }],
    ['The training data has 256 tokens a row.', { scope: 'specific' }],
    ['Number of tokens: 2 trillion in the training data.', { scope: 'specific' }],
    ['The training data covers English and Chinese languages.', { scope: 'generic' }],
    ['Duplicates were removed from the data by exact match.', { processing: 'specific' }],
    ['The data was cleaned.', { processing: 'generic' }],
    ['Answers in the data were written by raters who followed guidelines for annotators.', { labeling: 'specific' }],
    ['We used synthetic data.', { labeling: 'generic' }],
    ['模型使用海量公开数据进行预训练，并进行了去重和过滤。', { provenance: 'generic', processing: 'specific' }],
  ]
  test.each(cases)('%s', (sentence, tells) => expect(told(sentence)).toEqual(tells))
})

describe('what tells nothing of the training data', () => {
  test.each([
    ['advice to the reader', '# Tern\n\nYou can fine-tune the model on your own dataset.\n'],
    ['an instruction', '# Tern\n\n## Training data\n\nDownload the Harbor Corpus dataset.\n'],
    ['how good it is', '# Tern\n\nOn the Gull dataset the training reaches an accuracy of 90%.\n'],
    ['a chapter on evaluation', '# Tern\n\n## Evaluation\n\nThe Gull dataset has 300 training examples.\n'],
    ['a code sample', '# Tern\n\n```\n# trained on the Harbor Corpus dataset\n```\n'],
    ['a reference', '# Tern\n\n## Training data\n\nGull et al. Training data of birds. arXiv preprint 1.\n'],
  ])('%s', (_, readme) => expect(wordsOf(readme).statements).toEqual([]))
})

const hear = hearing(knowledge)

describe('names of data', () => {
  test.each([
    'trained on the Harbor Corpus dataset',
    'data from the Gannet Archive',
    'we use letters.csv',
    '在 Harbor 数据集上',
  ])('in: %s', sentence => expect(namesData(hear(sentence), hear)).toBe(true))
  test.each([
    'trained on English data',
    'Training data is large',
    'combined with Reinforcement Learning from Human Feedback on data',
    'the datasets do not include Gannet Archive data',
    'Curated data',
  ])('not in: %s', sentence => expect(namesData(hear(sentence), hear)).toBe(false))
})

test('what is held back is heard, with its reason', () => {
  const { asides } = wordsOf(
    '# Tern\n\n## Training data\n\nWe cannot share the training data due to copyright. We also used proprietary in-house data. Openly licensed data is in the corpus.\n',
  )
  expect(asides.map(({ kind, reasoned }) => [kind, reasoned])).toEqual([
    ['withheld', true],
    ['private', false],
  ])
})

test('crafted text is read in time that grows with its length', async () => {
  const knots = [
    'Aa1 ',
    'data from A-',
    'We cannot release ',
    'tokens 1,1,1,',
    'a1A.b2B/',
    'Aa, a aa aa ',
    'trained on aA ',
  ]
  for (const knot of knots) {
    const text = `# Tern\n\n## Training data\n\n${knot.repeat(inFull(400_000 / knot.length))}\n\n${`${knot.repeat(30)}data.\n\n`.repeat(inFull(1_000))}`
    await endsWithin(3_000, () => wordsOf(text), knot)
  }
})
