import { expect, test } from 'vitest'
import { reportWith } from '../../../../test/judged.ts'
import { redlinesOf } from '../../src/changes/compare.ts'
import { redline } from '../../src/changes/redline.ts'
import { PIER } from '../texts.ts'

const KNOWN = `The heron may fly over the marsh, and
nest in any tree it likes, at any hour.
Whoever sees it must not make a noise.`

test('words added and taken out are told, with those around them', () => {
  const text =
    'The heron may fly over the marsh, and nest in a dead tree it likes, at any hour. Whoever sees it must not make a noise. Feeding costs a fee.'
  expect(redline(KNOWN, text, 'Heron')?.hunks).toEqual([
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
  expect(redline(KNOWN, KNOWN.toUpperCase().replace(/[,.\n]/g, ' '), 'Heron')?.hunks).toEqual([])
})

test('the line is that of the text given', () => {
  expect(redline(KNOWN, KNOWN.replace('make', 'ever make'), 'Heron')?.hunks.map(({ line }) => line)).toEqual([3])
})

test('another text altogether is not compared word by word', () => {
  expect(redline(KNOWN, 'Nothing of the kind stands here.', 'Heron')).toBeNull()
})

test('a license that changed between two states of a release is told word for word', () => {
  const state = (license: string) => ({
    report: reportWith({ 'README.md': '# Heron\n', LICENSE: license }),
    texts: new Map([['LICENSE', { content: license }]]),
  })
  const [one] = redlinesOf(state(PIER), state(PIER.replace(/\bmay\b/, 'shall')))
  expect(one).toMatchObject({ path: 'LICENSE', from: 'LICENSE' })
  expect(one?.hunks).toEqual([expect.objectContaining({ removed: 'may', added: 'shall' })])
  expect(redlinesOf(state(PIER), state(PIER))).toEqual([])
})
