import { expect, test } from 'vitest'
import { planWith } from './plan.ts'

const CARD =
  '---\ndatasets:\n- marsh-lab/pond@3f2a1b9\n- reeds\n---\n\n# Heron 7B\n\nThe training data is in `data/train`, under the CC-BY-4.0 license.\n'

test('training data in the release is a source with its size and license', () => {
  const [here] = planWith({ 'README.md': CARD, 'data/train/part-0.jsonl': { size: 3 * 1024 ** 3 } }).data
  expect(here).toMatchObject({
    where: 'data/train/part-0.jsonl',
    size: '3 GB, of the files cited',
    license: 'cc-by-4.0',
    obtainable: 'here',
    cited: [{ path: 'data/train/part-0.jsonl' }],
  })
})

test('data that metadata names has a place only where it is one, and nobody looked whether it is still there', () => {
  const [pond, reeds] = planWith({ 'README.md': CARD }).data
  expect(pond).toMatchObject({
    where: 'marsh-lab/pond@3f2a1b9',
    revision: '3f2a1b9',
    obtainable: 'not-looked',
    license: 'NOASSERTION',
  })
  expect(reeds).toMatchObject({
    name: 'reeds',
    where: null,
    revision: null,
    cited: [{ path: 'README.md', key: 'datasets' }],
  })
})
