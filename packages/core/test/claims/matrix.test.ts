import { describe, expect, test } from 'vitest'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { findClaims } from '../../src/claims/find.ts'
import { readDocument } from '../../src/documents/index.ts'
import { cellsOf } from './matrix.ts'

const claimsIn = (content: string) =>
  findClaims(readDocument({ path: 'README.md', content, encoding: 'utf-8', truncated: false }), knowledge, {
    names: ['Wren', 'Hedgerow'],
    owners: ['hedgerow'],
  })

/** a narrower word for the same: open weights of weights, open data of data, open training code of that */
const NARROWER: Readonly<Record<string, string>> = {
  weights: 'open-weights',
  data: 'open-data',
  'training-code': 'open-training-code',
}

/** What is claimed of a cell's subject, and of what else. */
const read = (text: string, wanted: string | null, about: string) => {
  // "liberamos" says more vaguely what the rest of the sentence says
  const told = claimsIn(text).filter(({ says }) => wanted === null || says !== 'open-model')
  return [
    ...new Set(told.map(({ says, about: found }) => `${says === NARROWER[about] ? wanted : says} of ${found.join()}`)),
  ]
}

describe.each(knowledge.claims.map(({ id }) => id))('every claim of every part in every tense, in %s', language => {
  const cells = cellsOf(language)
  test.each(cells.filter(({ says }) => says !== null).map(cell => [cell.text, cell] as const))(
    'found: %s',
    (text, cell) => {
      expect(read(text, cell.says, cell.about)).toEqual([`${cell.says} of ${cell.about}`])
    },
  )
  test.each(cells.filter(({ says }) => says === null).map(cell => [cell.text, cell] as const))(
    'left: %s',
    (text, cell) => {
      expect(read(text, null, cell.about)).toEqual([])
    },
  )
})
