import { describe, expect, test } from 'vitest'
import { reportWith } from '../../../../test/judged.ts'
import { PIER } from '../texts.ts'

const checksOn = (readme: string) => reportWith({ 'README.md': readme, LICENSE: PIER }).claims.map(({ check }) => check)
const card = (says: string) => `# Heron\n\nHeron is a model.\n\n${says}\n`

describe('what is used, built on or told of by others is no claim', () => {
  test.each([
    "Mudflat's open source Crane tool is used to pack the container.",
    'Mudflat\u2019s open-source tokenizer splits the text.',
    'All pages were read with Mudflat\u2019s open-source scanner.',
    'We use the open source [Egret newspapers](https://huggingface.co/datasets/mud/egret-news) as training text.',
    'Next, we utilize the open-source OCR tool **[Dunlin](https://github.com/mud/dunlin)** to read each page.',
    'We adopt the open-source tokenizer from Plover.',
    'It is a specialized version of the open-source model [Plover](https://huggingface.co/mud/plover).',
    'A modified copy of the open-source model Plover does the sorting.',
    'It is a pruned variant of the open-source Plover network.',
    'The open source Dunlin reader is used for scanning.',
    'Some of our features build on open models.',
    'Several of our tools are built upon open-source models.',
    '[Plover is a truly open LLM](https://mud.example/blog)',
    'Blog: [Why Plover is a truly open LLM](https://mud.example/blog)',
    '本模型在芦苇数据上训练，并使用开源模型。',
  ])('%s', says => {
    expect(checksOn(card(says))).toEqual([])
  })
})

test('a page further down is about what it is called, and what that is said to be is no claim of the release', () => {
  const page = (title: string) =>
    reportWith({
      'README.md': card(''),
      'docs/train.md': `# ${title}\n\n${title} is the open-source version of Fern.\n`,
    })
  expect(page('egret').claims).toEqual([])
  expect(page('Heron').claims).toHaveLength(1)
})

test('what "it" stands for is no license that the sentence before names', () => {
  const readme = card('We release Heron under the Pier Community License. It is fully open.')
  const claims = reportWith({ 'README.md': readme, LICENSE: PIER }).claims
  expect(claims.find(({ kind }) => kind === 'fully-open')).toMatchObject({ check: 'contradicted' })
})

describe('what is said of its own is contradicted where its terms restrict', () => {
  test.each([
    card('This open-source model is used in many places.'),
    card('Heron is a smaller edition of our open-source model.'),
    card('For more details about the open-source model of Heron, see the guide.'),
    card('We have made Heron 7B Base and Heron 7B Chat open source for the community.'),
    card('We announce that Heron is open source.'),
    card('We are happy to share that Heron is now open-source.'),
    card('We open source everything: including training code, evaluation code, datasets, model ckpts.'),
    card('| Model | About |\n|---|---|\n| Heron | Heron is an open-source language model for reeds |'),
    '# Heron\n\nHeron is a family of models.\n\nIt is open source.\n',
    card('[2026/11/02] 开源了[`heron-7b-chat-beta1.0`](https://github.com/marsh/heron/blob/main/run.md)模型参数。'),
    '# Heron\n\nHeron is a family of models. They are small language models with open weights and tuned variants.\n',
    '# Heron\n\nHeron is a family of models. They include text-only ones, with open weights and tuned variants.\n',
    card('本项目被收录到[芦苇名单](https://github.com/reedlist/china)，为国内首个开源的芦苇大模型。'),
    card('我们提供了基于[ReedQuant](https://github.com/reedlist/reedquant)的方案，并开源了Int4和Int8量化模型。'),
    card('- **Fully open source**: Heron runs wherever reeds grow.'),
    card('- **完全开源，商用就绪** — Heron 模型随处可用。'),
    card('我們提供了基於[ReedQuant](https://github.com/reedlist/reedquant)的方案，並開源了Int4和Int8量化模型。'),
  ])('%s', readme => {
    expect(checksOn(readme)).toContain('contradicted')
  })
})

describe('what is near it is not', () => {
  test.each([
    '# Heron: an open-source language model for marshes\n\nHeron is a model.\n',
    '# Heron: An Open-Source Language Model for Marshes\n\nHeron is a model.\n',
    '# Heron\n\n## The open-source Heron model\n\nHeron is a model.\n',
    card('We will open-source more Heron models to move open-source Heron models on.'),
    card('The open-source model of Plover is faster than Heron.'),
    card('The weights of Heron start from the open-source model of Plover.'),
    card('We compare Heron with Plover, the strongest open-source marsh model.'),
    card('Heron works with open-weight models.'),
    card('- Open-source models: Plover, Crane and Godwit.'),
    card('| Model | About |\n|---|---|\n| Plover | The first open-source language model that reads reeds |'),
    '# Heron\n\n## Heron and open-source models\n\nHeron is a model.\n',
    '# Heron\n\n## Comparison of Heron with open-source models\n\nHeron is a model.\n',
    '# Heron\n\nHeron is a toolkit. It works with open-weight models.\n',
    '# Heron\n\nHeron is a toolkit. They include plovers with open weights.\n',
    card('Heron is a port of Plover, which was made by Mudflat and released under an open license.'),
    card('本模型基于芦苇开源模型。'),
    card('本模型基於蘆葦開源模型。'),
  ])('%s', readme => {
    expect(checksOn(readme)).not.toContain('contradicted')
  })
})
