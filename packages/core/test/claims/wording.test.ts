import { describe, expect, test } from 'vitest'
import { known, reportOn, reportWith, WEIGHTS } from '../../../../test/judged.ts'
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

  const NAMES = ['-7b', '-22b'].map(size => `[heron${size}](https://huggingface.co/heron-lab/heron${size})`)
  test.each([
    [
      'of several models under several licenses',
      `The weights are at ${NAMES.join(' and ')}. heron-7b is under Apache 2.0. heron-22b is under the Llama 2 license.`,
    ],
    [
      'of what is only known of a model that it is called like',
      'Code to run [Gemma](https://huggingface.co/google/gemma-2b).',
    ],
  ])('names no license %s', (_, said) => {
    const { wording } = reportOn({
      name: 'heron',
      files: { 'README.md': `# Heron\n\n${said}\n`, 'run.py': 'import torch\n' },
    })
    expect(wording?.card).toEqual({})
    expect(wording?.sentence ?? '').not.toMatch(/under/)
  })

  test('keeps the tag of a hub that stands there, also where a page shows terms of that name', () => {
    const { wording } = reportWith({
      'README.md':
        '---\nlicense: creativeml-openrail-m\nextra_gated_prompt: |\n  CreativeML Open RAIL-M\n' +
        "  1. You can't use the model to deliberately produce illegal or harmful outputs\n---\n\n# Heron\n",
    })
    expect(wording?.card).toEqual({ license: 'creativeml-openrail-m' })
  })

  test('keeps a name and a link of a license that stand there', () => {
    const front = { license: 'other', license_name: 'pier-1', license_link: 'LICENSE' }
    const { wording } = reportWith({
      'README.md': `---\n${Object.entries(front)
        .map(pair => pair.join(': '))
        .join('\n')}\n---\n\n# Heron\n`,
      LICENSE: PIER,
    })
    expect(wording?.card).toEqual(front)
  })

  test('calls no training code open where only the data is made ready', () => {
    const { wording } = reportWith({ 'data_prep/tokenize_data.py': 'import torch\n'.repeat(9), LICENSE: spdx('MIT') })
    expect(wording?.parts.map(({ about }) => about)).not.toContain('training-code')
  })

  test('does not say that no license was seen of what may be a copy of another model', () => {
    const { wording } = reportOn({
      files: { ...WEIGHTS, 'README.md': '# falcon-180B-chat\n\nA copy.\n' },
      name: 'falcon-180B-chat',
    })
    expect(wording?.sentence).toBeNull()
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
