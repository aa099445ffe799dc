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
  unread,
} from './case.ts'

const card = (words: string) => `# Tern\n\nTern is a language model. ${words}\n`
/** A language model well above the indicative criterion and well below the presumption. */
const BIG = card('It has 7 billion parameters and was trained from scratch on 15 trillion tokens.')
const SMALL = card('It has 1 billion parameters and was trained from scratch on 2 trillion tokens.')
const HUGE = card('It has 400 billion parameters and was trained from scratch on 15 trillion tokens.')
const TOLD = `${BIG}
## Intended use

Chat.

## Limitations

It errs.

## How to use

Load it.
`
const from = (relation: 'finetune' | 'quantized' | 'merge', model = 'other-lab/Llama-2-7b'): Setup => ({
  lineage: [{ model, relation }],
  // the tokens of its training are in knowledge/compute.yml
  known: [{ name: 'Llama 2', matches: ['llama-2'], license: null }],
  knownOf: ['other-lab'],
})
const ban = (kind: string) => restricted([clause(kind, ['use'])], ['use', 'modify', 'distribute'])

const rows: readonly Row[] = [
  ['weights', 'EU-S1', 'met', {}],
  ['a service', 'EU-S1', 'unknown', { offer: 'api' }],
  ['a model, not a system', 'EU-S2', 'not-applicable', {}],
  // applicability
  ['6.3e23 FLOP and language', 'EU-G1', 'met', { readme: BIG }],
  ['1.2e22 FLOP', 'EU-G1', 'unmet', { readme: SMALL, name: 'tern' }],
  [
    'an estimate within 30 % of the threshold',
    'EU-G1',
    'unknown',
    { readme: card('It has 1 billion parameters and was trained from scratch on 18 trillion tokens.'), name: 'tern' },
  ],
  ['no compute stated', 'EU-G1', 'unknown', { readme: card('It is large.') }],
  ['a task that generates nothing', 'EU-G1', 'unmet', { readme: BIG, task: 'image-classification' }],
  ['one narrow task', 'EU-G1', 'needs-human', { readme: BIG, task: 'translation' }],
  ['the guidelines’ example: transcribing', 'EU-G1', 'unmet', { readme: BIG, task: 'automatic-speech-recognition' }],
  ['an example of no general-purpose model', 'EU-G3', 'met', { readme: HUGE, task: 'automatic-speech-recognition' }],
  [
    'tokens that are known of it',
    'EU-G1',
    'met',
    { ...from('finetune'), readme: card('A chat model.'), name: 'other-lab/Llama-2-70b', lineage: [] },
  ],
  ['one narrow task and little compute', 'EU-G1', 'unmet', { readme: SMALL, name: 'tern', task: 'translation' }],
  [
    'a base of known compute above the threshold, whatever was added',
    'EU-G1',
    'met',
    { readme: card('A chat model.'), ...from('finetune', 'other-lab/Llama-2-70b') },
  ],
  [
    'a base of unknown compute',
    'EU-G1',
    'unknown',
    { readme: card('A chat model.'), ...from('finetune', 'other-lab/sandpiper-7b') },
  ],
  [
    'the tokens of its base, told in its own card',
    'EU-G1',
    'unknown',
    { readme: SMALL, name: 'tern', ...from('finetune', 'other-lab/sandpiper-7b') },
  ],
  ['a download by somebody', 'EU-G2', 'needs-human', {}],
  ['a gate that refuses the Union', 'EU-G2', 'unmet', { gate: { euDisallowed: true } }],
  ['6.3e23 FLOP', 'EU-G3', 'met', { readme: BIG }],
  ['3.6e25 FLOP', 'EU-G3', 'unmet', { readme: HUGE, name: 'tern-400b' }],
  [
    'an estimate within 30 % of the presumption',
    'EU-G3',
    'unknown',
    {
      readme: card('It has 100 billion parameters and was trained from scratch on 15 trillion tokens.'),
      name: 'tern-100b',
    },
  ],
  ['a small model with nothing said of its tokens', 'EU-G3', 'met', { readme: card('It is small.') }],
  [
    'a large model with nothing said of its tokens',
    'EU-G3',
    'unknown',
    { readme: card('It is large.'), name: 'tern-70b' },
  ],
  ['no other model', 'EU-G4', 'not-applicable', {}],
  ['a quantization', 'EU-G4', 'met', from('quantized')],
  [
    'a fine-tune with little data',
    'EU-G4',
    'met',
    { readme: card('It was fine-tuned on 200M tokens.'), ...from('finetune') },
  ],
  [
    'a fine-tune with more than a third of the compute of its base',
    'EU-G4',
    'unmet',
    { readme: card('It was fine-tuned on 1.5 trillion tokens.'), ...from('finetune') },
  ],
  [
    'a fine-tune close to a third',
    'EU-G4',
    'unknown',
    { readme: card('It was fine-tuned on 700 billion tokens.'), ...from('finetune') },
  ],
  [
    'a fine-tune of a base of unknown compute, by the threshold in its stead',
    'EU-G4',
    'met',
    { readme: card('It was fine-tuned on 200M tokens.'), ...from('finetune', 'other-lab/sandpiper-7b') },
  ],
  [
    'a fine-tune that does not say how much',
    'EU-G4',
    'unknown',
    { readme: card('A chat model.'), ...from('finetune') },
  ],
  ['a model of the same publisher', 'EU-G4', 'not-applicable', from('finetune', 'harbor-lab/tern-base')],
  ['released after the duties began', 'EU-G5', 'met', { readme: card('Release date: 3 March 2026.') }],
  ['released before', 'EU-G5', 'unmet', { readme: card('Release date: 2024-07-23.') }],
  ['the last news of a release before', 'EU-G5', 'unmet', { readme: card('- 2024-03-11: The models are released.') }],
  ['news of after, maybe of more', 'EU-G5', 'unknown', { readme: card('- 2026-03-11: We released models.') }],
  ['no date', 'EU-G5', 'unknown', {}],
  [
    'a card that tells the tokens of its base again, which are no modification',
    'EU-G4',
    'unknown',
    { readme: card('It was pre-trained on 2 trillion tokens.'), ...from('finetune', 'other-lab/Llama-2-7b') },
  ],
  // license
  ['a download', 'EU-L1', 'met', {}],
  ['people in the Union refused', 'EU-L1', 'unmet', { gate: { euDisallowed: true } }],
  ['on request', 'EU-L1', 'unmet', { offer: 'on-request' }],
  ['a form', 'EU-L1', 'needs-human', { gate: { fields: ['Country'] } }],
  ...['EU-L1', 'EU-M6', 'EU-P1'].map(
    (id): Row => [
      'a sentence on a request',
      id,
      'needs-human',
      { readme: card('Once your request is approved, you can download them.') },
    ],
  ),
  ['a request for data', 'EU-L1', 'met', { readme: card('Please request access to the dataset.') }],
  ['a clause that leaves out countries', 'EU-L1', 'unmet', { weights: [ban('geo.exclusion')] }],
  [
    'a clause that leaves out countries for some models',
    'EU-L1',
    'needs-human',
    {
      weights: [
        restricted([
          { ...clause('geo.exclusion', ['use']), parameters: { territories: ['EU'], scope: 'vision models' } },
        ]),
      ],
    },
  ],
  ['an approved license', 'EU-L2', 'met', {}],
  ['conformant terms', 'EU-L2', 'met', { weights: [conformant] }],
  ['a license that was not read', 'EU-L2', 'unknown', { weights: [unread] }],
  ['no license', 'EU-L2', 'unmet', { weights: [], reach: 'none' }],
  ['a list of forbidden uses', 'EU-L2', 'needs-human', { weights: [ban('use.restrictions')] }],
  ['a remote switch', 'EU-L2', 'unmet', { weights: [ban('control.remote')] }],
  ['no derivatives', 'EU-L3', 'unmet', { weights: [ban('share.modification_ban')] }],
  ['changes nobody forbids', 'EU-L3', 'met', { weights: [ban('use.restrictions')] }],
  ['a name to be kept', 'EU-L4', 'needs-human', { weights: [asking([clause('share.naming', ['share'])])] }],
  ...['EU-L2', 'EU-L3', 'EU-L4', 'EU-L5a'].map(
    (id): Row => ['non-commercial use only', id, 'unmet', { weights: [ban('purpose.noncommercial')] }],
  ),
  ['no use in production', 'EU-L5d', 'met', { weights: [ban('purpose.no_production')] }],
  ['limits that bind outputs too', 'EU-L6', 'needs-human', { weights: [ban('output.restricted')] }],
  ['a ban on distribution', 'EU-L5b', 'unmet', { weights: [ban('share.redistribution_ban')] }],
  ['a cap on users', 'EU-L5c', 'unmet', { weights: [ban('scale.users')] }],
  ['a separate commercial license', 'EU-L5d', 'unmet', { weights: [ban('purpose.separate_commercial')] }],
  ['none of them', 'EU-L5c', 'met', { weights: [ban('use.restrictions')] }],
  ['no license to look in', 'EU-L5a', 'unknown', { weights: [], reach: 'none' }],
  ['no use restriction', 'EU-L6', 'not-applicable', {}],
  ['use restrictions', 'EU-L6', 'needs-human', { weights: [ban('use.restrictions')] }],
  ['a ban of competitors', 'EU-L6', 'unmet', { weights: [ban('compete.ban')] }],
  // monetization
  ['no price', 'EU-M1', 'met', {}],
  ['a price', 'EU-M1', 'unmet', { weights: [ban('fee.paid')] }],
  ['paid above a revenue', 'EU-M2', 'unmet', { weights: [ban('scale.revenue')] }],
  ['code that runs it', 'EU-M3', 'met', {}],
  ['a key', 'EU-M3', 'needs-human', { readme: card('It needs a license key.') }],
  ['no duty to buy', 'EU-M4', 'met', {}],
  ['a repository', 'EU-M5', 'met', {}],
  ['a service only', 'EU-M5', 'unmet', { offer: 'api' }],
  ['nothing asked for', 'EU-M6', 'met', {}],
  ['a gate', 'EU-M6', 'needs-human', { gate: {} }],
  ['registration by the license', 'EU-M6', 'unmet', { weights: [ban('entry.registration')] }],
  ['no paid offer', 'EU-M7', 'not-applicable', {}],
  ['commercial licenses beside it', 'EU-M7', 'needs-human', { readme: card('Commercial licenses available.') }],
  ['a paid offer', 'EU-M7', 'needs-human', { readme: card('An enterprise edition is for sale.') }],
  // publicity
  ['weights', 'EU-P1', 'met', {}],
  ['gated weights', 'EU-P1', 'needs-human', { gate: {} }],
  ['no weights', 'EU-P1', 'unmet', { offer: 'none' }],
  ['no weights in a part of the listing', 'EU-P1', 'unknown', { offer: 'none', complete: false }],
  ['code of the architecture', 'EU-P2', 'met', {}],
  [
    'nothing on the architecture',
    'EU-P2',
    'unmet',
    {
      components: {
        'model-architecture': { presence: 'absent' },
        'technical-report': { presence: 'absent' },
        'research-paper': { presence: 'absent' },
      },
    },
  ],
  ['all that is to be told of use', 'EU-P3', 'met', { readme: TOLD }],
  [
    'nothing on limits',
    'EU-P3',
    'unmet',
    {
      readme: BIG,
      components: {
        'technical-report': { presence: 'absent' },
        'research-paper': { presence: 'absent' },
        'data-card': { presence: 'absent' },
      },
    },
  ],
  [
    'nothing here, and a paper that was not read',
    'EU-P3',
    'unknown',
    { readme: BIG, components: { 'research-paper': { presence: 'linked' } } },
  ],
  ['whether form and clarity are enough', 'EU-P4', 'needs-human', {}],
  // what is owed, and other law
  [
    'no policy',
    'EU-R1',
    'unmet',
    {
      readme: BIG,
      components: {
        'technical-report': { presence: 'absent' },
        'research-paper': { presence: 'absent' },
        'data-card': { presence: 'absent' },
      },
    },
  ],
  ['a policy', 'EU-R1', 'met', { readme: BIG, files: ['README.md', 'COPYRIGHT_POLICY.md'] }],
  ['words on reservations', 'EU-R1', 'needs-human', { readme: `${BIG}\nOur crawler follows robots.txt.\n` }],
  [
    'a link to a policy',
    'EU-R1',
    'unknown',
    { readme: `${BIG}\nSee our [copyright policy](https://harbor-lab.example/c).\n` },
  ],
  ['a model that is no general-purpose one', 'EU-R1', 'not-applicable', { readme: SMALL, name: 'tern' }],
  [
    'no summary',
    'EU-R2',
    'unmet',
    {
      readme: BIG,
      components: {
        'technical-report': { presence: 'absent' },
        'research-paper': { presence: 'absent' },
        'data-card': { presence: 'absent' },
      },
    },
  ],
  ['no summary of a model from before', 'EU-R2', 'unknown', { readme: `${BIG}\nRelease date: 2024-07-23.\n` }],
  ['a general-purpose model', 'EU-25', 'unmet', { readme: BIG }],
  ['no exclusion of the Union', 'EU-D1', 'not-applicable', {}],
  [
    'an exclusion of the Union',
    'EU-D1',
    'needs-human',
    { weights: [restricted([{ ...clause('geo.exclusion', ['use']), parameters: { territories: ['EU', 'GB'] } }])] },
  ],
  [
    'an exclusion of others',
    'EU-D1',
    'not-applicable',
    { weights: [restricted([{ ...clause('geo.exclusion', ['use']), parameters: { territories: ['KR'] } }])] },
  ],
  ['product liability', 'PLD-1', 'needs-human', {}],
  ['the Cyber Resilience Act', 'CRA-1', 'needs-human', {}],
  // the conclusion
  ['nothing against it', 'EU-V', 'needs-human', { readme: TOLD }],
  ['a cap on users', 'EU-V', 'unmet', { readme: TOLD, weights: [ban('scale.users')] }],
  ['the presumption of systemic risk, whatever the license', 'EU-V', 'unmet', { readme: HUGE, name: 'tern-400b' }],
  ['terms that were not read', 'EU-V', 'unknown', { readme: TOLD, weights: [unread] }],
  ['no general-purpose model', 'EU-V', 'not-applicable', { readme: SMALL, name: 'tern' }],
]

describe('the exemption of Article 53(2)', () => {
  test.each(rows)('%s: %s is %s', (_, id, answer, setup) => {
    expect(answerTo(id, setup)).toMatchObject({ answer })
  })

  test('says what decides, and what is owed all the same', () => {
    const { because } = answerTo('EU-V', { readme: TOLD, weights: [ban('scale.users')] })
    expect(because).toContain('do not appear to be met: EU-L5c, EU-M2.')
    expect(because).toContain('A policy on copyright and a public summary of the training content are owed in any case')
  })

  test('tells the reader of an excluded Union whose provider one becomes', () => {
    const { because } = answerTo('EU-D1', { gate: { euDisallowed: true } })
    expect(because).toContain('whoever integrates it into a system for the Union market is considered its provider')
  })

  test('a presumption can be rebutted, and a designation counts too', () => {
    expect(answerTo('EU-G3', { readme: HUGE, name: 'tern-400b' }).because).toContain('unless its provider has rebutted')
    expect(answerTo('EU-G3', { readme: BIG }).because).toContain('A designation by the Commission would count too')
  })

  test('a figure in the wrong unit is said with its line, and not used', () => {
    const { answer, because, cited } = answerTo('EU-G1', {
      readme: card('It has 7 billion parameters.\n\nIt was trained on 10^25 tokens.'),
    })
    expect(answer).toBe('unknown')
    expect(because).toContain('more than there can be')
    expect(cited).toContainEqual(expect.objectContaining({ path: 'README.md', line: 5 }))
  })

  test('no setup makes it say that a model is exempt from the AI Act', () => {
    for (const [, , , setup] of rows)
      expect(JSON.stringify(evaluated('eu-ai-act', setup))).not.toMatch(/exempt from the (?:EU )?AI Act|compliant/i)
  })

  test('approved terms leave nothing but what is for a person', () => {
    const { conclusion, requirements } = evaluated('eu-ai-act', { readme: TOLD, weights: [approved] })
    expect(conclusion).toBe('needs-human')
    expect(requirements.filter(({ answer }) => answer === 'unmet').map(({ id }) => id)).toEqual([
      'EU-R1',
      'EU-R2',
      'EU-25',
    ])
  })
})
