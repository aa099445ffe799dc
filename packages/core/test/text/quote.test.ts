import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_QUOTE, quoteIn } from '../../src/text/quote.ts'

const quoteOf = (text: string, at = 0) => {
  const { from, to, cut } = quoteIn(text, 0, text.length, at)
  return { quote: text.slice(from, to), cut }
}

const STORY = 'the reeds of the marsh stand in the water that the heron likes '

describe('a quote', () => {
  test('is all of a sentence that fits', () => {
    expect(quoteOf('  You may use it. ')).toEqual({ quote: 'You may use it.', cut: false })
  })

  test('has as many whole sentences as fit', () => {
    const text = `One may. ${'Two may not. '.repeat(40)}`
    const { quote, cut } = quoteOf(text)
    expect(quote).toMatch(/^One may\..*Two may not\.$/)
    expect(cut).toBe(false)
  })

  test('of a sentence behind others begins with it', () => {
    const text = `${'A story of reeds is told. '.repeat(30)}You may not sell the model.`
    expect(quoteOf(text, text.indexOf('sell'))).toEqual({ quote: 'You may not sell the model.', cut: false })
  })

  test('does not go over a blank line, nor into the next item of a list, for a sentence', () => {
    const text = `- ${STORY.repeat(7)}\n- You may not sell it\n- ${STORY.repeat(7)}\n\nThe end`
    expect(quoteOf(text, text.indexOf('sell')).quote).toBe('- You may not sell it')
  })

  test('of a sentence that is too long ends where one of its clauses does', () => {
    const text = `You may not sell the model, ${STORY.repeat(2)}; you may lend it, ${STORY.repeat(6)}, or so.`
    const { quote, cut } = quoteOf(text, 8)
    expect(quote).toMatch(/^You may not sell the model, .* likes ;$/)
    expect(cut).toBe(true)
  })

  test.each([
    'except where the law of the marsh allows it',
    'unless you have the written permission of the heron',
    'provided that you name the heron',
    'other than for study in the marsh',
    'sauf accord écrit du héron',
    'es sei denn, der Reiher erlaubt es',
  ])('keeps the exception that follows, though the sentence begins far before: %s', exception => {
    const text = `Where ${STORY.repeat(7)}, you may not sell the model, ${STORY.repeat(3)}, ${exception}, ${STORY.repeat(7)}.`
    const { quote, cut } = quoteOf(text, text.indexOf('sell'))
    expect(quote).toContain('sell the model')
    expect(quote).toContain(exception.slice(0, 30))
    expect(cut).toBe(true)
  })

  test('keeps a Chinese exception', () => {
    const text = `${'芦苇立在沼泽的水中，'.repeat(50)}不得出售本模型，${'芦苇立在水中，'.repeat(20)}除非获得苍鹭的书面许可，${'芦苇，'.repeat(200)}。`
    const { quote } = quoteOf(text, text.indexOf('不得'))
    expect(quote).toContain('不得出售本模型')
    expect(quote).toContain('除非获得苍鹭的书面许可')
  })

  test('of a long condition leaves out its beginning, so that what follows from it stays', () => {
    const condition = `If you sell the heron or ${STORY.repeat(6)}`
    const text = `${condition}, then your license to use the model ends on the day on which you did so.`
    const { from, to, cut } = quoteIn(text, 0, text.length, 3, condition.length)
    expect(text.slice(from, to)).toContain('then your license to use the model ends')
    expect(cut).toBe(true)
    expect(quoteOf(text, 3).quote).toMatch(/^If you sell the heron/)
  })

  test('of a word longer than a quote is as much as fits, with no character cut in half', () => {
    expect(quoteOf(`${'a'.repeat(LONGEST_QUOTE - 1)}🪶 feather`)).toEqual({
      quote: 'a'.repeat(LONGEST_QUOTE - 1),
      cut: true,
    })
  })

  test('of any text has the words it is for, ends and begins between words, and says where it is cut', () => {
    const word = fc.constantFrom(
      'heron',
      'may',
      'not',
      'sell',
      'it',
      'reeds,',
      'marsh;',
      'unless',
      'except',
      'so.',
      '(or',
      '苍鹭',
      '沼泽，',
    )
    const texts = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n', '  ')), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(texts, fc.nat(), (pieces, number) => {
        const text = pieces.flat().join('')
        const at = pieces
          .slice(0, number % pieces.length)
          .flat()
          .join('').length
        const { from, to, cut } = quoteIn(text, 0, text.length, at)
        expect(to - from).toBeLessThanOrEqual(LONGEST_QUOTE)
        expect(from).toBeLessThanOrEqual(at)
        expect(to).toBeGreaterThan(at)
        const isInside = (place: number) => /[a-z][a-z]/.test(text.slice(place - 1, place + 1))
        expect(isInside(from) || isInside(to)).toBe(false)
        const goesOn = !/[.]\s*$/.test(text.slice(0, from)) && text.slice(0, from).trim() !== ''
        if (goesOn) expect(cut).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('keeps the beginning of every exception that is near enough', () => {
    const gap = fc.nat(200).map(length => STORY.repeat(4).slice(0, length))
    fc.assert(
      fc.property(gap, fc.nat(20), fc.constantFrom('except', 'unless', 'provided that'), (between, times, mark) => {
        const text = `${STORY.repeat(times)}you may not sell it, ${between} ${mark} the heron agrees, ${STORY.repeat(20)}`
        const at = text.indexOf('sell it')
        const { from, to } = quoteIn(text, 0, text.length, at)
        expect(text.slice(from, to)).toContain('sell it')
        expect(text.slice(from, to)).toContain(`${mark} the heron agrees`)
      }),
    )
  })

  test('of an endless line takes no longer', () => {
    expect(quoteOf('a, '.repeat(1_000_000), 1_500_000).cut).toBe(true)
  })
})
