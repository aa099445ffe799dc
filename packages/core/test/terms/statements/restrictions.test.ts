import { describe, expect, test } from 'vitest'
import { reportWith, says } from '../../../../../test/judged.ts'
import { PIER, spdx } from '../../texts.ts'

describe('prose restricts without naming a license', () => {
  test.each([
    ['The model may only be used for non-commercial purposes.', 'non-commercial'],
    ['Commercial use of the weights is prohibited.', 'non-commercial'],
    ['The weights must not be used for commercial purposes.', 'non-commercial'],
    ['The model is for non-commercial use only.', 'non-commercial'],
    ['This model is released under a non-commercial license.', 'non-commercial'],
    ['The checkpoints are for academic research only.', 'non-commercial'],
    ['The model is released under a research-only license.', 'non-commercial'],
    ['For commercial use of the model, please contact us.', 'community-restricted'],
    ['本模型禁止商用。', 'non-commercial'],
    ['模型仅限学术研究。', 'non-commercial'],
    ['模型商用请填写问卷申请授权。', 'community-restricted'],
    ['The checkpoints are intended to be used solely for research on birds.', 'non-commercial'],
    ['Heron and its dataset are for research use only.', 'non-commercial'],
    ['Before using these models, you agree to inform listeners that the speech is made by them.', 'use-restricted'],
  ])('%s', (sentence, restricts) => {
    expect(says(`# Heron\n\n${sentence}\n`)).toEqual([`weights: ${restricts}`])
  })
})

describe('a sentence that forbids more than the license it names', () => {
  test.each([
    [
      'By using the model you agree to use it for non-commercial purposes only and to keep to the Llama 3 license.',
      true,
    ],
    ['The weights may be used for non-commercial purposes only, under CC BY-NC 4.0.', false],
  ])('binds beside it: %s', (sentence, binds) => {
    expect(says(`# Heron\n\n${sentence}\n`).includes('weights: non-commercial')).toBe(binds)
  })
})

test('a family is named by a sentence, and the text of one of it lies beside: it is that text', () => {
  const prose = 'By using the weights you agree to the terms of the Creative Commons BY-NC license.'
  const files = { 'README.md': `# Heron\n\n${prose}\n`, LICENSE: spdx('CC-BY-NC-4.0') }
  const { licenses = [] } = reportWith(files)
  expect(licenses.map(({ id, text }) => [id, text?.path])).toEqual([['cc-by-nc-4.0', 'LICENSE']])
})

describe('beside a text that restricts', () => {
  const answers = (prose: string) =>
    reportWith({ 'README.md': `# Heron\n\n${prose}\n`, LICENSE: PIER }).uses?.map(
      ({ use, answer }) => `${use} ${answer}`,
    )

  test('a sentence that forbids more adds to it', () => {
    expect(answers('')).toContain('commercial if')
    // a sentence that does not name them may be of something else
    expect(answers('The weights may only be used for non-commercial purposes.')).toContain('commercial if')
    const both = answers('The weights may only be used for non-commercial purposes, see [LICENSE](LICENSE).')
    expect(both).toContain('commercial no')
    // by the text: without it, a sentence permits nothing
    expect(both).toContain('fine-tune if')
  })
})

test('under a heading of terms, what is free for some is not read as free for all', () => {
  expect(says('# Heron\n\n## License\n\nHeron is free for research.\n')).toEqual(['weights: unknown'])
})

test('a license that limits, in brackets of its own, is of what the sentence before it speaks of', () => {
  const bracketed = (name: string) => says(`# Heron\n\nHeron and its data are meant for research use only. (${name})\n`)
  expect(bracketed('CC BY-NC 4.0')).toContain('all: cc-by-nc-4.0')
  expect(bracketed('CC BY 4.0')).not.toContain('all: cc-by-4.0')
})

test('under a heading of terms, the shapes in which weights are given are no terms', () => {
  expect(says('# Heron\n\n## License\n\nWe release the weights in two formats, one for each program.\n')).toEqual([])
})

describe('advice, services and data restrict nothing of the weights', () => {
  test.each([
    'We recommend using Heron strictly as a research tool and advise against deploying it.',
    'You should not use Heron for clinical purposes or rely on it for medical advice.',
    'The model is intended for research use only.',
    'Heron is primarily intended for research on speech. It is not recommended for commercial use.',
    'The model was designed for academic purposes only.',
    'The demo service is for non-commercial use only.',
    'The website is for research use only.',
    'The dataset may only be used for non-commercial research.',
    'The model can be used for commercial purposes.',
    'Commercial use is allowed.',
  ])('%s', sentence => {
    // what only may be of the weights is a doubt
    expect(says(`# Heron\n\n${sentence}\n`).filter(said => said !== 'weights: doubt')).toEqual([])
  })
})

describe('terms that are somewhere else', () => {
  test.each([
    'The weights have their own licenses; see the pages of each model.',
    'Model licenses vary by version.',
    'The models are licensed separately.',
  ])('%s', sentence => {
    expect(says(`# Heron\n\n${sentence}\n`)).toEqual(['weights: terms of their own, not given here'])
  })
})

test('a sentence that names the non-commercial license states it once', () => {
  expect(says('# Heron\n\nThe weights are under a non-commercial license, CC BY-NC 4.0.\n')).toEqual([
    'weights: cc-by-nc-4.0',
  ])
})
