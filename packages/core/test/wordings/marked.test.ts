import { describe, expect, test } from 'vitest'
import { type Looked, markedOf } from '../../src/wordings/marked.ts'
import { searchFor } from './searches.ts'

const read = (text: string, looked?: Looked) => markedOf(text, looked).words.join(' ')
const isIn = (wording: string, text: string, looked?: Looked) => searchFor(wording).isIn(markedOf(text, looked))
/** what is looked at around a part of a text */
const around = (text: string, part: string, more: Looked = {}): Looked => {
  const start = text.indexOf(part)
  return { phrase: { start, end: start + part.length }, ...more }
}

describe('a text with its marks', () => {
  test('has the marks that part clauses as words, without those at its ends', () => {
    expect(read('- Wren, **open** – and “free”: see LICENSE!')).toBe(
      '{begin} wren , open — and free : see license {end}',
    )
    expect(read('“开源”，免费。')).toBe('{begin} 开 源 ， 免 费 {end}')
  })

  test('has a phrase between marks of its own, before which a comma says nothing', () => {
    const text = 'A lively, open-source model.'
    expect(read(text, around(text, 'open-source'))).toBe('{begin} a lively [ open source ] model {end}')
  })

  test('is read without what stands in brackets, unless the phrase does', () => {
    const text = 'A model (an LLM) of ours (open source) is here.'
    expect(read(text, { short: true })).toBe('{begin} a model of ours is here {end}')
    expect(read(text, around(text, 'open source', { short: true }))).toBe(
      '{begin} a model of ours [ open source ] ) is here {end}',
    )
  })

  test('keeps a few words within a clause, and any number within a sentence', () => {
    expect(isIn('wren .. open', 'Wren is now open')).toBe(true)
    expect(isIn('wren .. open', 'Wren, as said, is open')).toBe(false)
    expect(isIn('wren … open', 'Wren, as said, is open')).toBe(true)
    expect(isIn('wren … open', 'Wren is closed; Heron is open')).toBe(false)
  })

  test('lets a few words behind a phrase go over none that end what it describes', () => {
    const text = 'open tools of many models'
    expect(isIn('[ open ] .. models', text, around(text, 'open'))).toBe(true)
    expect(isIn('[ open ] .. models', text, around(text, 'open', { ends: new Set(['of']) }))).toBe(false)
  })

  test('of a million near-matches is read in one pass', () => {
    expect(isIn('a .. b', '(a '.repeat(300_000))).toBe(false)
  })
})
