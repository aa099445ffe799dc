import type { About } from '@unwash/core/report/report'
import { expect, test } from 'vitest'
import { basePurl, purlOf } from '../src/bom/purl.ts'
import { open } from './samples.ts'

const at = (source: string, place: string, publisher: string | null, about: About = {}) =>
  purlOf({ release: { ...open.release, source, places: [place], publisher }, about })
const SHA = String(open.release.revision)

test.each([
  ['hub', 'https://huggingface.co/Hedgerow/wren-1b', 'Hedgerow', `pkg:huggingface/Hedgerow/wren-1b@${SHA}`],
  [
    'hub',
    'https://hub.example/api/hf/hedgerow/wren-1b',
    'hedgerow',
    `pkg:huggingface/hedgerow/wren-1b@${SHA}?repository_url=https:%2F%2Fhub.example%2Fapi%2Fhf`,
  ],
  ['git', 'https://github.com/hedgerow/wren-1b', 'hedgerow', `pkg:github/hedgerow/wren-1b@${SHA}`],
  ['git', 'https://git.example/hedgerow/wren-1b', 'hedgerow', null],
  ['folder', 'wren-1b', 'hedgerow', null],
  ['hub', 'https://huggingface.co/wren-1b', null, null],
])('a release from a %s at %s by %s is %s', (source, place, publisher, purl) => {
  expect(at(source, place, publisher)).toBe(purl)
})

test('a data set at the hub has no type of package URL', () => {
  expect(at('hub', 'https://huggingface.co/datasets/hedgerow/wren-1b', 'hedgerow', { kind: 'dataset' })).toBeNull()
})

test('a base has one where it is named as the hub names models', () => {
  const release = {
    ...open.release,
    source: 'hub',
    publisher: 'hedgerow',
    places: ['https://huggingface.co/hedgerow/wren-1b'],
  }
  expect(basePurl('marsh/finch', { release })).toBe('pkg:huggingface/marsh/finch')
  expect(basePurl('Finch 7B', { release })).toBeNull()
  expect(basePurl('marsh/finch', { release: open.release })).toBeNull()
})
