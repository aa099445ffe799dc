import { receiptsOf } from '@unwash/reporters/receipt'
import { placeInWords } from '@unwash/reporters/words/places'
import { describe, expect, test } from 'vitest'
import { known, reportOn, reportWith } from '../../../../test/judged.ts'
import { readAnnouncement } from '../../src/announcement.ts'
import { readDocument } from '../../src/documents/index.ts'
import type { Report } from '../../src/report/report.ts'
import { spdx } from '../texts.ts'

const heron = reportWith({
  'README.md': '# Heron\n\nHeron is an open-source language model. It was trained on a mix of web pages.\n',
  LICENSE: spdx('Apache-2.0'),
})
const against = (of: Report, content: string) =>
  readAnnouncement(
    [readDocument({ path: 'news.md', content, encoding: 'utf-8', truncated: false })],
    of,
    known.knowledge,
  )
const inShort = ({ claims }: Pick<Report, 'claims'>) => claims.map(({ kind, about, check }) => [kind, ...about, check])

describe('a claim that a part is released', () => {
  test.each([
    ['We release all training data of Heron.', [['released', 'data', 'contradicted']]],
    ['We release the weights, the training code and all training data.', [['released', 'all', 'contradicted']]],
    ['The training code has been released.', [['released', 'training-code', 'contradicted']]],
    ['We publish the weights of Heron.', [['released', 'weights', 'supported']]],
    ['We will release the training data.', []],
    ['We have not released the training data.', []],
  ])('is heard, and checked against what is here: %s', (text, claims) => {
    expect(inShort(against(heron, `${text}\n`))).toEqual(claims)
  })

  test.each([
    ['We release the benchmark data.'],
    ['We release the training data ([here](https://example.org/data)).'],
    ['We release the inference code.'],
  ])('is not contradicted of what may lie elsewhere: %s', text => {
    expect(inShort(against(heron, `${text}\n`)).map(([, , check]) => check)).toEqual(['undetermined'])
  })

  test('is told by what calls it open where that is said too', () => {
    expect(inShort(against(heron, 'We release the weights as open source.\n'))).toEqual([
      ['open-source', 'weights', 'supported'],
    ])
  })
})

test('every sentence that is read as no claim is listed', () => {
  const { claims, unclaimed } = against(heron, '# News\n\nLunch is at noon. Heron is open source. Nobody pays.\n')
  expect(claims.map(({ says }) => says)).toEqual(['open source'])
  expect(unclaimed.map(({ quote, line }) => [line, quote])).toEqual([
    [1, 'News'],
    [3, 'Lunch is at noon.'],
    [3, 'Nobody pays.'],
  ])
})

test('of very many sentences that claim nothing it is said how many are not listed', () => {
  const long = `${`${'It is a marsh. '.repeat(10)}\n`.repeat(150)}\n`
  expect(against(heron, `${long}Reeds grow.\n`)).toMatchObject({
    unclaimed: [{ quote: 'Reeds grow.' }],
    unlisted: 1_500,
  })
  const many = against(heron, Array.from({ length: 520 }, (_, at) => `Reed ${at} grows.`).join('\n\n'))
  expect([many.unclaimed.length, many.unlisted]).toEqual([500, 20])
  expect(against(heron, 'Reeds grow.')).not.toHaveProperty('unlisted')
})

describe('of a license that a person must weigh', () => {
  const RIDER =
    'If the Software is used in any product that has more than 50 million monthly active users, or more than 20 million US dollars in monthly revenue, you shall prominently display "Heron" on its user interface.'
  const files = { LICENSE: `Modified MIT License\n\n${spdx('MIT')}\n${RIDER}\n`, 'heron.safetensors': '' }
  const card = (says: string) =>
    reportWith({
      ...files,
      'README.md': `# Heron\n\n${says} The weights are under the [Modified MIT License](LICENSE).\n`,
    })
  const known = 'https://github.com/MoonshotAI/Kimi-K2.5/blob/main/LICENSE'
  const report = reportWith({
    'README.md': `# Heron\n\nHeron is an open-source model. Its weights are under the [Modified MIT License](${known}).\n`,
  })
  const [claim] = report.claims

  test('the clause comes first among the reasons, and what is offered rests on it', () => {
    expect(report.term.id).toBe('weights-available-ai')
    expect(claim?.check).toBe('contradicted')
    expect(claim?.because[0]).toMatch(/^ask-/)
    expect(claim?.suggestion).toMatch(/Weights Available AI: the license of the weights.+ limits/)
    expect(claim?.suggestion).not.toMatch(/training/)
    expect(claim?.wouldChange?.[0]).toMatch(/a text without it: .*100,000,000/)
  })

  test('the receipt begins with it, in its own words', () => {
    const [receipt] = receiptsOf(report)
    const [first] = receipt?.against ?? []
    expect(first?.kind).toMatch(/^ask-scale/)
    expect(first?.cited.map(placeInWords)[0]).toMatch(/^Modified MIT License/)
  })

  test('a claim of the license it is made from holds with the clause as it stands, per month', () => {
    const { claims } = card('Heron is released under the MIT license.')
    expect(claims[0]?.holds).toContain(RIDER)
    expect(report.term.facets.join('\n')).toMatch(/20,000,000 USD revenue a month/)
  })
})

describe('a named license', () => {
  const card = (says: string, license: string) =>
    `---\nlicense: ${license}\nbase_model: google/gemma-2-9b\n---\n# Heron\n\n${says}\n`
  const ADAPTER = {
    'adapter_config.json': '{"base_model_name_or_path": "google/gemma-2-9b", "peft_type": "LORA"}',
    'adapter_model.safetensors': { size: 9_000_000 },
  }
  test.each([
    ['Heron is released under the Apache 2.0 license.', 'apache-2.0'],
    ['This model is released under **CC BY-NC 4.0**.', 'cc-by-nc-4.0'],
  ])('of what is made from a base with terms of its own goes too far: %s', (says, license) => {
    const tooFar = [{ kind: 'named-license', check: 'contradicted', strength: 'scope' }]
    const adapter = reportOn({ files: { 'README.md': card(says, license), ...ADAPTER } }).claims
    expect(adapter).toMatchObject(tooFar)
    expect(adapter[0]?.holds).toMatch(/^true of 1 of 2 models: .*the adapter alone$/)
    const whole = reportWith({ 'README.md': card(says, license) }).claims
    expect(whole).toMatchObject(tooFar)
    expect(whole[0]?.holds).toMatch(/^true with a condition: Gemma .*binds it too$/)
  })

  test('of code and weights together is of the publisher’s own work, whatever a base brings', () => {
    const says = 'The code and the weights of Heron are released under the Apache 2.0 license.'
    expect(reportWith({ 'README.md': card(says, 'apache-2.0') }).claims).not.toMatchObject([{ check: 'contradicted' }])
  })

  test('of another thing is none of this release', () => {
    const readme = '# Heron\n\nHeron is under the MIT license, Sedge-LM is licensed under the Apache 2.0 license.\n'
    const { claims } = reportWith({ 'README.md': readme, LICENSE: spdx('MIT') })
    expect(claims.map(({ says }) => says)).toEqual(['is under the MIT license'])
  })
})

test('commercial use that licenses leave open is as it is answered', () => {
  const terms =
    '[NVIDIA Open Model License](https://www.nvidia.com/en-us/agreements/enterprise-software/nvidia-open-model-license/)'
  const { uses, claims } = reportWith({
    'README.md': `# Heron\n\n## License\n\nHeron is under the ${terms}. Commercially usable.\n`,
  })
  expect(uses?.find(({ use }) => use === 'commercial')?.answer).toBe('yes')
  expect(claims.find(({ kind }) => kind === 'commercial-use')?.check).toBe('supported')
})

test('an idiom claims nothing', () => {
  const { claims } = reportWith({ 'README.md': '# 苍鹭\n\n开源不易，请给我们一颗星。\n', LICENSE: spdx('MIT') })
  expect(claims).toEqual([])
})
