import { expect, test } from 'vitest'
import { says, statementsOf } from '../../../../../test/judged.ts'

const README = '# Heron\n\nThe weights are at [marsh/heron-small](https://huggingface.co/marsh/heron-small).\n'
const page = (...lines: readonly string[]) =>
  statementsOf({
    name: 'heron',
    publisher: 'marsh',
    files: { 'README.md': README, 'guide/list.md': `# Models\n\n${lines.map(line => `- ${line}\n`).join('')}` },
  })
    .filter(({ restricts }) => restricts?.sure !== false)
    .map(({ models, license, restricts }) => `${models.join()}: ${license?.id ?? restricts?.makes}`)

test('a page further down tells which model is under which license', () => {
  expect(
    page('**Small**: `marsh/heron-small` *(Apache 2.0)*', '**Large**: `marsh/heron-large` (CC BY-NC 4.0)'),
  ).toEqual(['heron-small: apache-2.0', 'heron-large: cc-by-nc-4.0'])
})

test('what it opens proves nothing where it limits nothing', () => {
  expect(page('**Small**: `marsh/heron-small` *(Apache 2.0)*')).toEqual([])
})

test.each([
  ['# Heron\n\nMIT-licensed models and code.\n', 'weights + code: mit'],
  ['# Heron\n\nWith Apache-licensed weights, Heron can be deployed anywhere.\n', 'weights: apache'],
  ['# Improved Fern Distillation\n\nImproved Fern Distillation is released under the MIT License.\n', 'all: mit'],
  ['# Heron\n\nThis library is released under the MIT License.\n', 'all: mit'],
  ['# Heron\n\nPre-trained word vectors are made available under the MIT License.\n', 'weights: mit'],
])('%j', (card, statement) => {
  expect(says(card)).toContain(statement)
})

test('one model under a license says nothing of the others', () => {
  expect(says('# Heron\n\n- Release a usable, MIT licensed Heron model\n')).not.toContain('weights: mit')
  expect(says('# Heron\n\n- [06/06/2026] Released MIT licensed Heron models\n')).not.toContain('weights: mit')
})

test('what a release is for is not what is released', () => {
  expect(says('# Heron\n\nThis release is for research purposes only in support of a paper.\n')).toEqual([
    'weights: non-commercial',
  ])
})
