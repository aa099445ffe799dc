import { describe, expect, test } from 'vitest'
import { caseOf, known, WEIGHTS } from '../../../../test/judged.ts'
import type { Cited } from '../../src/report/report.ts'
import { mayBeOf } from '../../src/terms/doubts.ts'
import type { ModelRights } from '../../src/terms/index.ts'
import { doubtsAbout } from '../../src/uses/doubts.ts'

const NOTHING = { known: [], unknown: [], doubted: [] }
const at = (quote: string): Cited => [{ path: 'README.md', line: 3, endLine: 3, quote }]
const PLAIN: ModelRights = {
  name: 'heron',
  places: [],
  floor: [],
  ceiling: [],
  reach: 'stated',
  bound: [],
  cited: at('Heron.'),
}

/** What a sentence of a README, in which something may be taken, bears on. */
function bearsOn(quote: string, kinds: readonly string[] = []): string[] {
  const model = { ...PLAIN, suspected: [{ kinds, cited: at(quote) }] }
  return doubtsAbout(model, NOTHING, known.knowledge).flatMap(({ on }) => [...(on ?? ['all'])])
}

describe('a sentence that may take something bears', () => {
  test('on whether it is for any purpose, where nobody knows what it may be', () => {
    expect(bearsOn('Only those who feed it have to ask.')).toEqual(['any-purpose'])
  })

  test('on no more than what it may be', () => {
    expect(bearsOn('Outputs must not be used for research in other countries.', ['geo.exclusion'])).toEqual(['eu'])
  })

  test('and where what it may be bears on nothing that is asked', () => {
    expect(bearsOn('Each book must be opened to us.', ['control.audit'])).toEqual(['any-purpose'])
  })
})

test('a sentence in the card of one model is of no other that has terms of its own', () => {
  const [small, large, bare] = [
    { ...PLAIN, name: 'Heron [small]' },
    { ...PLAIN, name: 'Heron [large]' },
    { ...PLAIN, name: 'Heron', reach: 'presumed' as const },
  ]
  const of = (path: string, heading = '') =>
    [small, large, bare].filter(model => mayBeOf(model, heading, { path, line: 3 }, [small, large, bare]))
  expect(of('cards/Heron-large.md')).toEqual([large, bare])
  expect(of('README.md')).toEqual([small, large, bare])
  expect(of('README.md', 'The Heron [large] models')).toEqual([large, bare])
  expect(of('README.md', 'Heron')).toEqual([small, large, bare])
})

test('a part of a license that was not understood bears on a place where it speaks of places', () => {
  const [reading] =
    caseOf({ files: { ...WEIGHTS, 'README.md': '# Heron\n\nNon-commercial use only.\n' } }).models[0]?.floor ?? []
  if (!reading) throw new Error('no terms')
  const { license } = reading
  const on = (quote: string, cut?: true) => {
    const parts = [{ is: 'unread' as const, line: 5, endLine: 5, words: 7, quote, ...(cut && { cut }) }]
    const dark = { ...reading, license: { ...license, parts } }
    return doubtsAbout(PLAIN, { ...NOTHING, known: [dark] }, known.knowledge).map(({ on }) => on?.has('eu') !== false)
  }
  expect(on('Whosoever feeds the heron, let them whistle thrice.')).toEqual([false])
  expect(on('Whosoever crosses the border, let them whistle thrice.')).toEqual([true])
  expect(on('Whosoever feeds the heron', true)).toEqual([true])
})
