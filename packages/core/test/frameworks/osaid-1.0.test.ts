import { describe, expect, test } from 'vitest'
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
  unlisted,
  unread,
} from './case.ts'

/** A card that tells everything about the data of its one stage of training. */
const TOLD = `# Tern

## Training data

Tern was trained on the Harbor Corpus, 2 trillion tokens in 12 languages collected between 2019 and 2023.
The corpus is only what the [Harbor Corpus](https://huggingface.co/datasets/harbor-lab/harbor-corpus) dataset holds.
Documents of the Harbor Corpus were deduplicated with MinHash and filtered by a quality classifier.
Labels were written by two annotators following guidelines of 30 pages.
`
const readme = (words: string): Setup => ({
  readme: `# Tern\n\n## Training data\n\n${words}\n`,
  components: { datasets: { presence: 'absent', ladder: 'none' } },
})

const rows: readonly Row[] = [
  // freedoms
  ['an approved license everywhere', 'OSAID-F1', 'met', {}],
  ['a limit on use', 'OSAID-F1', 'unmet', { weights: [restricted([clause('scale.users', ['use'])])] }],
  [
    'a limit on use of the code alone',
    'OSAID-F1',
    'unmet',
    { code: [restricted([clause('purpose.noncommercial', ['use'])])] },
  ],
  ['terms that were not read', 'OSAID-F1', 'unknown', { weights: [unread] }],
  ['terms of its own on no list', 'OSAID-F1', 'needs-human', { weights: [unlisted] }],
  ['no license at all', 'OSAID-F1', 'unmet', { weights: [], reach: 'none' }],
  ['weights whose place was not looked at', 'OSAID-F1', 'unknown', { weights: [], reach: 'not-looked' }],
  ['terms to accept before the download', 'OSAID-F1', 'needs-human', { gate: {} }],
  ['a form before the download', 'OSAID-F1', 'unmet', { gate: { fields: ['Name', 'Affiliation'] } }],
  ['people in the EU refused', 'OSAID-F1', 'unmet', { gate: { euDisallowed: true } }],
  ['weights on request', 'OSAID-F1', 'unmet', { offer: 'on-request' }],
  ['everything to study, and nothing against it', 'OSAID-F2', 'met', { readme: TOLD }],
  [
    'a ban of reverse engineering',
    'OSAID-F2',
    'unmet',
    { readme: TOLD, weights: [restricted([clause('study.no_reverse_engineering', ['study'])], ['use'])] },
  ],
  [
    'no code of the training',
    'OSAID-F2',
    'unmet',
    {
      readme: TOLD,
      components: { 'training-code': { presence: 'absent' }, 'data-preprocessing-code': { presence: 'absent' } },
    },
  ],
  [
    'code that is only linked',
    'OSAID-F2',
    'unknown',
    {
      readme: TOLD,
      components: { 'training-code': { presence: 'linked' }, 'data-preprocessing-code': { presence: 'linked' } },
    },
  ],
  [
    'a limit on use is none on changing',
    'OSAID-F3',
    'met',
    { weights: [restricted([clause('scale.users', ['use'])], ['use', 'modify'])] },
  ],
  [
    'a ban of derivatives',
    'OSAID-F3',
    'unmet',
    { weights: [restricted([clause('share.modification_ban', ['modify'])])] },
  ],
  [
    'no grant to change was found',
    'OSAID-F3',
    'needs-human',
    { weights: [restricted([clause('scale.users', ['use'])])] },
  ],
  [
    'use restrictions that must be passed on',
    'OSAID-F4',
    'unmet',
    { weights: [restricted([clause('share.flowdown', ['share'])])] },
  ],
  ['a duty to show a name', 'OSAID-F4', 'needs-human', { weights: [asking([clause('share.branding', ['share'])])] }],
  // data information
  ['a named corpus', 'OSAID-D1a', 'met', { readme: TOLD }],
  ['publicly available data', 'OSAID-D1a', 'unmet', readme('Tern was trained on a mix of publicly available data.')],
  ['nothing said of the data', 'OSAID-D1a', 'unmet', readme('A model.')],
  [
    'nothing said, a report not read',
    'OSAID-D1a',
    'unknown',
    {
      ...readme('A model.'),
      components: {
        datasets: { presence: 'absent', ladder: 'none' },
        'technical-report': {
          presence: 'linked',
          cited: [{ url: 'https://papers.example/tern', path: 'README.md', line: 3 }],
        },
      },
    },
  ],
  [
    'nothing said in a listing that is not complete',
    'OSAID-D1a',
    'unknown',
    { ...readme('A model.'), complete: false },
  ],
  [
    'a corpus for the first training, and a later one told in general',
    'OSAID-D1a',
    'needs-human',
    readme(
      'Tern was pre-trained on the Harbor Corpus dataset.\n\nIt was then fine-tuned on a diverse set of instruction data.',
    ),
  ],
  ['counts of tokens', 'OSAID-D1b', 'met', { readme: TOLD }],
  [
    'a large and diverse corpus',
    'OSAID-D1b',
    'unmet',
    readme('Tern was trained on a large and diverse corpus in many languages.'),
  ],
  ['how and when it was collected', 'OSAID-D1c', 'met', { readme: TOLD }],
  ['carefully curated', 'OSAID-D1c', 'unmet', readme('Tern was trained on carefully curated data.')],
  ['guidelines for annotators', 'OSAID-D1d', 'met', { readme: TOLD }],
  ['human feedback, not told how', 'OSAID-D1d', 'unmet', readme('Tern was then fine-tuned on human feedback data.')],
  [
    'no stage that uses labels',
    'OSAID-D1d',
    'needs-human',
    readme('Tern was pre-trained on 2 trillion tokens of the Harbor Corpus dataset.'),
  ],
  ['methods of filtering', 'OSAID-D1e', 'met', { readme: TOLD }],
  ['filtered, not told how', 'OSAID-D1e', 'unmet', readme('The training data was filtered for high quality.')],
  ['a list said to be all', 'OSAID-D2', 'met', { readme: TOLD }],
  [
    'data by name, completeness not said',
    'OSAID-D2',
    'needs-human',
    { datasets: ['harbor'], components: { datasets: { ladder: 'listed', presence: 'described' } } },
  ],
  [
    'a partial list',
    'OSAID-D2',
    'unmet',
    readme('The training data has sources such as [Harbor](https://huggingface.co/datasets/harbor-lab/harbor) data.'),
  ],
  ['described only', 'OSAID-D2', 'unmet', { components: { datasets: { ladder: 'described', presence: 'described' } } }],
  [
    'a listing that is not complete',
    'OSAID-D2',
    'unknown',
    { complete: false, components: { datasets: { ladder: 'none', presence: 'unknown' } } },
  ],
  [
    'licensed data without its source',
    'OSAID-D3',
    'unmet',
    readme('The training data also has licensed news content.'),
  ],
  [
    'licensed data with its source',
    'OSAID-D3',
    'needs-human',
    readme('The training data has text licensed from vendors: the Gannet Archive corpus.'),
  ],
  [
    'bought data with a place',
    'OSAID-D3',
    'met',
    readme(
      'The training data has a commercially licensed dataset, the [Gannet Archive](https://doi.org/10.1000/gannet) corpus.',
    ),
  ],
  ['no such data', 'OSAID-D3', 'needs-human', readme('No proprietary data was used for training.')],
  ['silence', 'OSAID-D3', 'unknown', readme('Tern was trained on the Harbor Corpus dataset.')],
  ['data in the release under approved terms', 'OSAID-D4', 'met', {}],
  ['own data kept back without a reason', 'OSAID-D4', 'unmet', readme('We will not release the training data.')],
  [
    'own data kept back for a reason',
    'OSAID-D4',
    'needs-human',
    readme('We cannot release the training data due to patient privacy.'),
  ],
  [
    'nothing to tell the class of the data by',
    'OSAID-D4',
    'unknown',
    { components: { datasets: { ladder: 'described', presence: 'described' } } },
  ],
  ['public data with its place', 'OSAID-D5', 'met', { readme: TOLD }],
  ['public data without its place', 'OSAID-D5', 'unmet', readme('Tern was trained on web data.')],
  [
    'public data to be looked up',
    'OSAID-D5',
    'needs-human',
    { datasets: ['harbor'], components: { datasets: { ladder: 'listed', presence: 'described' } } },
  ],
  [
    'no data of third parties spoken of',
    'OSAID-D6',
    'not-applicable',
    readme('Tern was trained on the Harbor Corpus dataset.'),
  ],
  ['a hidden vendor', 'OSAID-D6', 'unmet', readme('The training data also has licensed news content.')],
  ['private data without a reason', 'OSAID-D7', 'unmet', readme('Tern was trained on proprietary in-house data.')],
  [
    'private data with a reason',
    'OSAID-D7',
    'needs-human',
    readme('The training data is not released because it contains patient records.'),
  ],
  ['no private data spoken of', 'OSAID-D7', 'not-applicable', readme('Tern was trained on the Harbor Corpus dataset.')],
  ['a description with a hole', 'OSAID-D8', 'unmet', readme('Tern was trained on a mix of publicly available data.')],
  ['a whole description, third parties not mentioned', 'OSAID-D8', 'unknown', { readme: TOLD }],
  ['a whole description', 'OSAID-D8', 'needs-human', { readme: `${TOLD}No proprietary data was used for training.\n` }],
  ['a card under approved terms', 'OSAID-D9', 'met', {}],
  ['a card under conformant terms', 'OSAID-D9', 'met', { code: [conformant] }],
  [
    'a card that may not be changed',
    'OSAID-D9',
    'unmet',
    { code: [restricted([clause('share.modification_ban', ['modify'])])] },
  ],
  ['a card without a license', 'OSAID-D9', 'unknown', { code: [] }],
  // code
  ['processing code in the release', 'OSAID-C1', 'met', {}],
  [
    'processing code nowhere',
    'OSAID-C1',
    'unmet',
    { components: { 'data-preprocessing-code': { presence: 'absent' } } },
  ],
  [
    'processing code behind a link',
    'OSAID-C1',
    'unknown',
    { components: { 'data-preprocessing-code': { presence: 'linked' } } },
  ],
  ['training code with settings', 'OSAID-C2', 'met', {}],
  ['training code without settings', 'OSAID-C2', 'needs-human', { files: ['README.md', 'train.py'] }],
  [
    'fine-tuning code alone',
    'OSAID-C2',
    'needs-human',
    { components: { 'training-code': { partly: 'what was found is for fine-tuning' } } },
  ],
  ['training code nowhere', 'OSAID-C2', 'unmet', { components: { 'training-code': { presence: 'absent' } } }],
  ['training code spoken of', 'OSAID-C2', 'unmet', { components: { 'training-code': { presence: 'described' } } }],
  [
    'training code not here, another repository not looked at',
    'OSAID-C2',
    'unknown',
    {
      readme: 'The code is at [our repository](https://github.com/harbor-lab/tern-core).\n',
      components: { 'training-code': { presence: 'absent' } },
    },
  ],
  [
    'a quantization of a base with closed code',
    'OSAID-C2',
    'unmet',
    {
      lineage: [{ model: 'harbor-lab/tern-base', relation: 'quantized' }],
      known: [{ name: 'Tern base', matches: ['tern-base'], license: null, openCode: false }],
    },
  ],
  [
    'a base that was not looked at',
    'OSAID-C2',
    'unknown',
    { lineage: [{ model: 'gull/gull-7b', relation: 'finetune' }] },
  ],
  ['no evaluation code', 'OSAID-C3', 'unmet', { components: { 'evaluation-code': { presence: 'absent' } } }],
  ['no tokenizer, no library', 'OSAID-C4', 'unmet', { components: { 'supporting-libraries': { presence: 'absent' } } }],
  [
    'no tokenizer, a library runs it',
    'OSAID-C4',
    'needs-human',
    { library: 'MIT', components: { 'supporting-libraries': { presence: 'absent' } } },
  ],
  [
    'a public library runs it',
    'OSAID-C5',
    'met',
    { library: 'MIT', components: { 'inference-code': { presence: 'linked' } } },
  ],
  [
    'a library of no known license runs it',
    'OSAID-C5',
    'unknown',
    { library: 'LicenseRef-gull', components: { 'inference-code': { presence: 'linked' } } },
  ],
  ['nothing runs it', 'OSAID-C5', 'unmet', { components: { 'inference-code': { presence: 'absent' } } }],
  ['architecture in the release', 'OSAID-C6', 'met', {}],
  ['code under an approved license', 'OSAID-C7', 'met', {}],
  ['code under conformant terms', 'OSAID-C7', 'needs-human', { code: [conformant] }],
  [
    'code under restricted terms',
    'OSAID-C7',
    'unmet',
    { code: [restricted([clause('purpose.noncommercial', ['use'])])] },
  ],
  [
    'code that no license reaches',
    'OSAID-C7',
    'unmet',
    { components: { 'training-code': { readings: [], concluded: 'NONE' } } },
  ],
  ['code whose license was not seen', 'OSAID-C7', 'unknown', { components: { 'training-code': { readings: [] } } }],
  ['code all there', 'OSAID-C8', 'needs-human', {}],
  ['code with a hole', 'OSAID-C8', 'unmet', { components: { 'data-preprocessing-code': { presence: 'absent' } } }],
  ['code not all seen', 'OSAID-C8', 'unknown', { components: { 'training-code': { presence: 'linked' } } }],
  // parameters
  ['weights in the release', 'OSAID-P1', 'met', {}],
  ['an API only', 'OSAID-P1', 'unmet', { offer: 'api' }],
  ['nothing seen, listing not complete', 'OSAID-P1', 'unknown', { offer: 'none', complete: false }],
  ['nothing there, listing complete', 'OSAID-P1', 'unmet', { offer: 'none' }],
  ['a gate', 'OSAID-P1', 'needs-human', { gate: { fields: ['Name'] } }],
  [
    'an adapter with its base',
    'OSAID-P1',
    'met',
    { part: 'adapter', lineage: [{ model: 'gull/gull-7b', relation: 'adapter' }] },
  ],
  ['an adapter without', 'OSAID-P1', 'unknown', { part: 'adapter' }],
  ['a difference to a base', 'OSAID-P1', 'needs-human', { part: 'delta' }],
  ['an approved license', 'OSAID-P2', 'met', {}],
  ['conformant terms', 'OSAID-P2', 'needs-human', { weights: [conformant] }],
  ['restricted terms', 'OSAID-P2', 'unmet', { weights: [restricted([clause('scale.users', ['use'])])] }],
  [
    'an approved license here, a restricted one from the base',
    'OSAID-P2',
    'unmet',
    { weights: [approved, restricted([clause('scale.users', ['use'])])] },
  ],
  ['no license', 'OSAID-P2', 'unmet', { weights: [], reach: 'none' }],
  ['not looked at', 'OSAID-P2', 'unknown', { weights: [], reach: 'not-looked' }],
  ['said of the weights', 'OSAID-P3', 'met', {}],
  ['a root license', 'OSAID-P3', 'needs-human', { reach: 'presumed' }],
  ['said of the code only', 'OSAID-P3', 'unmet', { weights: [], reach: 'none' }],
  ['place not looked at', 'OSAID-P3', 'unknown', { weights: [], reach: 'not-looked' }],
  ['checkpoints', 'OSAID-P4', 'met', {}],
  ['no checkpoints', 'OSAID-P4', 'unmet', { components: { 'intermediate-weights': { presence: 'absent' } } }],
  [
    'checkpoints spoken of',
    'OSAID-P4',
    'unknown',
    { components: { 'intermediate-weights': { presence: 'described' } } },
  ],
]

test.each(rows)('%s: %s is %s', (_, id, answer, setup) => {
  const requirement = answerTo(id, setup)
  expect(`${requirement.answer}: ${requirement.because}`).toMatch(new RegExp(`^${answer}:`))
})

test('generic words are quoted where they stand', () => {
  const { cited } = answerTo('OSAID-D1a', readme('Tern was trained on a mix of publicly available data.'))
  expect(cited[0]).toEqual({
    path: 'README.md',
    line: 5,
    endLine: 5,
    quote: 'Tern was trained on a mix of publicly available data.',
  })
})

test('absence is cited with where was looked', () => {
  expect(answerTo('OSAID-C2', { components: { 'training-code': { presence: 'absent' } } }).cited[0]).toHaveProperty(
    'looked',
  )
})

test('a bar is cited at its clause', () => {
  const { cited, because } = answerTo('OSAID-F1', { weights: [restricted([clause('scale.users', ['use'], 28)])] })
  expect(cited[0]).toMatchObject({ path: 'LICENSE', line: 28 })
  expect(because).toContain('the Tern Community License')
})

describe('the roll-up', () => {
  /** Everything told and there: only a person's questions are left. */
  const whole: Setup = { readme: `${TOLD}No proprietary data was used for training.\n` }

  test('leaves a whole release to a person, for what is never met automatically', () => {
    const { conclusion, requirements } = evaluated('osaid-1.0', whole)
    const open = requirements
      .filter(({ answer }) => answer !== 'met' && answer !== 'not-applicable')
      .map(({ id, answer }) => `${id} ${answer}`)
    expect(conclusion).toBe('needs-human')
    expect(open).toEqual([
      'OSAID-D3 needs-human',
      'OSAID-D8 needs-human',
      'OSAID-C8 needs-human',
      'OSAID-V needs-human',
    ])
  })

  test('puts unknown before a person’s question, and unmet before both', () => {
    const linked = { 'evaluation-code': { presence: 'linked' } } as const
    expect(evaluated('osaid-1.0', { ...whole, components: linked }).conclusion).toBe('unknown')
    const absent = { ...linked, 'inference-code': { presence: 'absent' } } as const
    expect(evaluated('osaid-1.0', { ...whole, components: absent }).conclusion).toBe('unmet')
  })

  test('does not count an informative row', () => {
    const setup = { ...whole, components: { 'intermediate-weights': { presence: 'absent' } } } as const
    expect(answerTo('OSAID-P4', setup).answer).toBe('unmet')
    expect(evaluated('osaid-1.0', setup).conclusion).toBe('needs-human')
  })

  test('says which rows decide, and which of them rest on the FAQ', () => {
    const setup = { ...whole, weights: [], reach: 'none' } as const
    expect(answerTo('OSAID-V', setup).because).toContain('OSAID-P2, OSAID-P3 (FAQ)')
    expect(answerTo('OSAID-P3', setup).because).toContain('Rests on the FAQ')
    expect(answerTo('OSAID-P2', setup).because).not.toContain('FAQ')
  })
})

test('rows on sufficiency are never met, whatever is there', () => {
  const setups: readonly Setup[] = [
    {},
    { readme: TOLD },
    { readme: `${TOLD}No proprietary data was used for training.\n` },
  ]
  for (const setup of setups)
    for (const id of ['OSAID-D7', 'OSAID-D8', 'OSAID-C8', 'G7-D2'])
      expect(answerTo(id, setup).answer, id).not.toBe('met')
})
