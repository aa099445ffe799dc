import { expect, test } from 'vitest'
import { difference } from '../../../src/web/client/read/difference.ts'

const KNOWN = `The heron may fly over the marsh, and
nest in any tree it likes, at any hour.
Whoever sees it must not make a noise.`

test('words added and taken out are told, with those around them', () => {
  const text =
    'The heron may fly over the marsh, and nest in a dead tree it likes, at any hour. Whoever sees it must not make a noise. Feeding costs a fee.'
  expect(difference(KNOWN, text, 'Heron')?.hunks).toEqual([
    {
      line: 1,
      before: 'over the marsh, and nest in',
      removed: 'any',
      added: 'a dead',
      after: 'tree it likes, at any hour',
    },
    { line: 1, before: 'it must not make a noise', removed: '', added: 'Feeding costs a fee', after: '' },
  ])
})

test('case, marks and line ends do not count', () => {
  expect(difference(KNOWN, KNOWN.toUpperCase().replace(/[,.\n]/g, ' '), 'Heron')?.hunks).toEqual([])
})

test('the line is that of the text given', () => {
  expect(difference(KNOWN, KNOWN.replace('make', 'ever make'), 'Heron')?.hunks.map(({ line }) => line)).toEqual([3])
})

test('another text altogether is not compared word by word', () => {
  expect(difference(KNOWN, 'Nothing of the kind stands here.', 'Heron')).toBeNull()
})
