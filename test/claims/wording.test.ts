import { describe, expect, test } from 'vitest'
import { known, reportOn, reportWith, WEIGHTS } from '../judged.ts'
import { PIER, spdx } from '../texts.ts'

/** licenses under which a release has each of these terms */
const LICENSES = { 'open-weights-ai': spdx('Apache-2.0'), 'weights-available-ai': PIER } as const

describe.each(known.knowledge.claims.map(language => [language.id, language] as const))('in %s', (_, { suggest }) => {
  test.each(Object.entries(LICENSES))('the sentence for %s does not claim more than holds', (term, license) => {
    const bare = reportWith({ LICENSE: license })
    expect(bare.term.floor).toBe(term)
    const sentence = suggest.statements[bare.term.floor]
      ?.replace('{name}', 'Heron')
      .replace('{license}', bare.licenses[0]?.name ?? '')
      .replace('{term}', bare.term.label)
    const { claims } = reportWith({ 'README.md': `# Heron\n\n${sentence}\n`, LICENSE: license })
    expect(claims.filter(claim => claim.check === 'contradicted')).toEqual([])
  })

  test('there is a sentence for every term that is a word for a model', () => {
    const terms = [...known.knowledge.terms.keys()].filter(term => term !== 'no-model' && term !== 'undetermined')
    expect(Object.keys(suggest.statements).sort()).toEqual(terms.sort())
  })
})

describe('the wording for a publisher', () => {
  test('is in the language of the card', () => {
    const readme =
      '# Héron\n\nLe héron est un grand modèle de langue que nous avons entraîné pour les oiseaux du marais.\n'
    const { wording } = reportWith({ 'README.md': readme, LICENSE: spdx('MIT') })
    expect(wording).toMatchObject({ language: 'fr', card: { license: 'mit' } })
    expect(wording?.sentence).toBe(
      'heron-7b est un modèle à poids ouverts : les poids sont sous MIT License (terme du G7 : Open Weights AI).',
    )
  })

  test('is in English where claims are not read in the language of the card', () => {
    const readme =
      '# Haikara\n\nTämä malli on koulutettu suomenkielisellä aineistolla, ja se vastaa lintuja koskeviin kysymyksiin.\n'
    expect(reportWith({ 'README.md': readme, LICENSE: spdx('MIT') }).wording?.language).toBe('en')
  })

  test('calls the code open source where only the weights are restricted', () => {
    const { wording } = reportWith({
      'README.md': '# Heron\n\nThe code is under the MIT license; the weights are under MODEL_LICENSE.\n',
      'inference.py': 'import torch\nmodel = torch.load("model.safetensors")\nprint(model.generate("x"))\n',
      LICENSE: spdx('MIT'),
      MODEL_LICENSE: PIER,
    })
    expect(wording?.terms).toContain('Weights Available AI')
    expect(wording?.parts).toEqual([{ about: 'code', license: 'MIT License' }])
    expect(wording?.card).toMatchObject({ license: 'other', license_link: 'MODEL_LICENSE' })
  })

  test('names no license where that of the base does not allow the one that was chosen', () => {
    const readme = '---\nbase_model: meta-llama/Llama-3.1-8B\nlicense: mit\n---\n\n# Heron\n'
    const { wording } = reportWith({ 'README.md': readme })
    expect(wording?.card).toEqual({ base_model: 'meta-llama/Llama-3.1-8B', base_model_relation: 'finetune' })
  })

  test('has no word where nothing is known', () => {
    const { wording } = reportOn({ files: { 'README.md': '# Notes\n\nA list of birds.\n' }, complete: false })
    expect(wording).toMatchObject({ terms: [], sentence: null, card: {} })
  })

  test('has a sentence without a license where there is none', () => {
    const { wording } = reportOn({ files: WEIGHTS })
    expect(wording?.sentence).toBe(
      'The weights of heron-7b can be downloaded; no license says yet what may be done with them (Unlicensed weights).',
    )
  })
})
