import { expect, test } from 'vitest'
import {
  answerTo,
  approved,
  asking,
  clause,
  conformant,
  evaluated,
  type Row,
  restricted,
  type Setup,
  unread,
} from './case.ts'

const data = (words: string, ladder: 'described' | 'vague' | 'none' = 'described'): Setup => ({
  readme: `# Tern\n\n## Training data\n\n${words}\n`,
  components: { datasets: { presence: ladder === 'described' ? 'described' : 'absent', ladder } },
})

const rows: readonly Row[] = [
  ['no price in the terms', 'G7-F', 'met', {}],
  ['a royalty', 'G7-F', 'unmet', { weights: [restricted([clause('fee.paid', ['use'])])] }],
  ['a clause that may be a price', 'G7-F', 'needs-human', { weights: [asking([clause('fee.paid', ['use'])])] }],
  ['terms not read', 'G7-F', 'unknown', { weights: [unread] }],
  ['weights here', 'G7-W', 'met', {}],
  ['weights by a link', 'G7-W', 'met', { offer: 'linked' }],
  ['a gate is a facet, not a lack of weights', 'G7-W', 'met', { gate: { fields: ['Name'] } }],
  ['weights on request', 'G7-W', 'needs-human', { offer: 'on-request' }],
  ['a promise', 'G7-W', 'unmet', { offer: 'promised' }],
  ['nothing seen', 'G7-W', 'unknown', { offer: 'none', complete: false }],
  ['an approved license', 'G7-L', 'met', {}],
  ['conformant terms on the weights', 'G7-L', 'met', { weights: [conformant] }],
  ['conformant terms on the code', 'G7-L', 'needs-human', { code: [conformant] }],
  ['a restriction', 'G7-L', 'unmet', { weights: [restricted([clause('geo.exclusion', ['use'])])] }],
  [
    'a restriction from the base',
    'G7-L',
    'unmet',
    { weights: [approved, restricted([clause('geo.exclusion', ['use'])])] },
  ],
  ['a branding rider', 'G7-L', 'needs-human', { weights: [asking([clause('share.branding', ['share'])])] }],
  ['a license not read', 'G7-L', 'unknown', { weights: [unread] }],
  ['no license', 'G7-L', 'unmet', { weights: [], reach: 'none' }],
  [
    'restricted code of its own, a public library runs it too',
    'G7-L',
    'met',
    { library: 'MIT', code: [restricted([clause('purpose.noncommercial', ['use'])])] },
  ],
  ['deployment code here', 'G7-D', 'met', {}],
  ['a public library', 'G7-D', 'met', { library: 'MIT', components: { 'inference-code': { presence: 'absent' } } }],
  ['no code that runs it', 'G7-D', 'unmet', { components: { 'inference-code': { presence: 'absent' } } }],
  ['code behind a link', 'G7-D', 'unknown', { components: { 'inference-code': { presence: 'linked' } } }],
  ['training code with settings', 'G7-T', 'met', {}],
  [
    'training code of some stages',
    'G7-T',
    'needs-human',
    { components: { 'training-code': { partly: 'what was found is for fine-tuning' } } },
  ],
  [
    'training code under restricted terms',
    'G7-T',
    'unmet',
    { code: [restricted([clause('purpose.noncommercial', ['use'])])] },
  ],
  ['no training code', 'G7-T', 'unmet', { components: { 'training-code': { presence: 'absent' } } }],
  ['training code behind a link', 'G7-T', 'unknown', { components: { 'training-code': { presence: 'linked' } } }],
  [
    'training code elsewhere, by a dated fact',
    'G7-T',
    'met',
    {
      components: { 'training-code': { presence: 'linked' } },
      known: [{ name: 'Tern', matches: ['tern-7b'], license: null, openCode: true }],
    },
  ],
  [
    'own training code, a base that withholds its',
    'G7-T',
    'unmet',
    {
      lineage: [{ model: 'gull/tern-base', relation: 'finetune' }],
      known: [{ name: 'Tern base', matches: ['tern-base'], license: null, openCode: false }],
    },
  ],
  [
    'own training code, an open base',
    'G7-T',
    'met',
    {
      lineage: [{ model: 'gull/tern-base', relation: 'finetune' }],
      known: [{ name: 'Tern base', matches: ['tern-base'], license: null, openCode: true }],
    },
  ],
  ['data here: whole, and whose contents?', 'G7-D1', 'needs-human', {}],
  ['data behind a link', 'G7-D1', 'unknown', { components: { datasets: { presence: 'linked', ladder: 'released' } } }],
  ['data described', 'G7-D1', 'unmet', data('Tern was trained on 2 trillion tokens.')],
  ['data in general words', 'G7-D1', 'unmet', data('Tern was trained on web data.', 'vague')],
  ['no word on data, listing not complete', 'G7-D1', 'unknown', { ...data('A model.', 'none'), complete: false }],
  [
    'data open elsewhere, by a dated fact',
    'G7-D1',
    'needs-human',
    { ...data('A model.', 'none'), known: [{ name: 'Tern', matches: ['tern-7b'], license: null, openData: true }] },
  ],
  [
    'nothing withheld',
    'G7-D2',
    'not-applicable',
    { known: [{ name: 'Tern', matches: ['tern-7b'], license: null, openData: true }] },
  ],
  ['withheld, no reason', 'G7-D2', 'unmet', data('We will not release the training data.')],
  ['withheld, a reason', 'G7-D2', 'needs-human', data('We cannot release the training data due to patient privacy.')],
  ['described, not a word on why', 'G7-D2', 'unmet', data('Tern was trained on 2 trillion tokens.')],
  [
    'whether anything is withheld is not known',
    'G7-D2',
    'unknown',
    { components: { datasets: { presence: 'linked', ladder: 'obtainable' } } },
  ],
  [
    'what is withheld is a base’s',
    'G7-D2',
    'unknown',
    {
      lineage: [{ model: 'gull/tern-base', relation: 'finetune' }],
      known: [{ name: 'Tern base', matches: ['tern-base'], license: null, openData: false }],
    },
  ],
]

test.each(rows)('%s: %s is %s', (_, id, answer, setup) => {
  const requirement = answerTo(id, setup)
  expect(`${requirement.answer}: ${requirement.because}`).toMatch(new RegExp(`^${answer}:`))
})

test('concludes by the better of full data and a reason for withholding it', () => {
  const reasoned = data('We cannot release the training data due to patient privacy.')
  expect(answerTo('G7-D1', reasoned).answer).toBe('unmet')
  expect(evaluated('g7-2026', reasoned).conclusion).toBe('needs-human')
  expect(evaluated('g7-2026', data('Tern was trained on web data.', 'vague')).conclusion).toBe('unmet')
  const elsewhere: Setup = { known: [{ name: 'Tern', matches: ['tern-7b'], license: null, openData: true }] }
  expect(answerTo('G7-D2', elsewhere).answer).toBe('not-applicable')
  expect(evaluated('g7-2026', elsewhere).conclusion).toBe('needs-human')
})
