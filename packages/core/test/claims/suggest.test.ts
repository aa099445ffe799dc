import { describe, expect, test } from 'vitest'
import { reportWith } from '../../../../test/judged.ts'
import { PIER, spdx } from '../texts.ts'

/** What is suggested in the place of each contradicted claim of a card. */
const suggested = (readme: string, license = PIER) =>
  reportWith({ 'README.md': `# Heron\n\n${readme}\n`, LICENSE: license })
    .claims.filter(({ check }) => check === 'contradicted')
    .map(({ suggestion }) => suggestion)

describe('words are replaced where the sentence stays grammatical', () => {
  test.each([
    ['Heron is an open-source model.', /^Heron is a weights-available model \(Weights Available AI: .+\)\.$/],
    ['Heron is an open-source, fast model.', /^Heron is a weights-available, fast model \(/],
    ['We have open-sourced Heron.', /^We have made available the weights of Heron \(/],
    ['Heron is open source and fast.', /^Heron is weights-available and fast \(/],
    ['我们开源了苍鹭模型。', /^我们以受限许可发布了苍鹭模型（.+）。$/],
    ['苍鹭是首个开源的方言语音模型。', /^苍鹭是首个权重可获取（许可受限）的方言语音模型（.+）。$/],
    ['Heron ist ein Open-Source-Modell.', /^Heron ist ein Weights-Available-Modell \(.+\)\.$/],
    ['Heron est un modèle de parole open source.', /^Heron est un modèle de parole à poids accessibles \(.+\)\.$/],
  ])('%s', (sentence, suggestion) => expect(suggested(sentence)).toEqual([expect.stringMatching(suggestion)]))
})

describe('where they cannot be, a sentence of its own says what the release is', () => {
  test.each([
    // a verb with its object, a heading's participle, a title that is linked, a right that is claimed
    ['We open source everything: code, data and weights.', /^heron-7b is a weights-available model: .+\.$/],
    ['[2026/11] Open-sourced the heron-7b model parameters.', /^heron-7b is a weights-available model: .+\.$/],
    ['The open-sourced Heron weights are here.', /^heron-7b is a weights-available model: .+\.$/],
    ['2026.11 开源苍鹭7B版本模型', /^heron-7b 是权重可获取的模型/],
  ])('%s', (sentence, suggestion) => {
    const all = suggested(sentence)
    expect(all.length).toBeGreaterThan(0)
    for (const one of all) expect(one).toMatch(suggestion)
  })
})

test('a sentence with two contradicted claims is not half mended', () => {
  const all = suggested('Heron is an open-source model, and we open source everything.')
  for (const one of all) expect(one).not.toMatch(/open.source/)
})

test('a license without a name of its own is not named', () => {
  const card = 'Heron is an open-source model.\n\nThe weights of Heron may be used for non-commercial purposes only.'
  for (const one of suggested(card, spdx('MIT'))) expect(one).not.toContain('a sentence')
})

test('the sentence for a publisher is in the language of the card, not of a link above it', () => {
  const readme =
    '# Heron\n\n[简体中文](README_zh.md) · [한국어](README_ko.md)\n\nHeron is a model for the birds of the marsh that we have trained on what we have heard of them in the reeds.\n'
  const report = reportWith({ 'README.md': readme, LICENSE: spdx('MIT') })
  expect(report.wording).toMatchObject({ language: 'en' })
  expect(report.wording?.sentence).toMatch(/^heron-7b is an open-weight model/)
})
