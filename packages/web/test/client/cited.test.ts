import { expect, test } from 'vitest'
import { citedSpan, lineStarts } from '../../src/client/marked/cited.ts'
import { flowsOn } from '../../src/client/marked/text.tsx'

const words = (content: string, line: number, quote: string, endLine = line, cut?: true) => {
  const span = citedSpan({ path: 'LICENSE', line, endLine, quote, cut }, content, lineStarts(content))
  return span && content.slice(span.from, span.to)
}

test('the words of a citation are looked for on its line', () => {
  expect(words('You must ask.\nYou must pay.', 2, 'You must')).toBe('You must')
})

test('a quote that was cut goes on to the end of its sentence', () => {
  const sentence = `You must ${'do this and '.repeat(20)}that.`
  expect(words(`${sentence} Nothing more.`, 1, sentence.slice(0, 200), 1, true)).toBe(sentence)
})

test('a long quote that is whole ends where it ends', () => {
  const sentence = `You must ${'do this and '.repeat(20)}that`
  expect(words(`${sentence} and more.`, 1, sentence)).toBe(sentence)
})

test('a sentence ends at a blank line', () => {
  const sentence = `You must ${'do this and '.repeat(20)}that`
  expect(words(`${sentence}\n\nNext part.`, 1, sentence.slice(0, 200), 1, true)).toBe(sentence)
})

test('where the words are not found as they are, their lines are marked', () => {
  expect(words('one\ntwo\nthree\nfour', 2, 'two thre', 3)).toBe('two\nthree')
})

test('a citation without words marks nothing', () => {
  expect(citedSpan({ looked: ['LICENSE'] }, 'text', [0])).toBeNull()
})

test.each([
  ['a full line goes on', 'You may not use the Model, nor any part of it, to do what', 'is written below.', true],
  ['a short line ends', 'You may not:', 'use the Model.', false],
  ['a blank line sets apart', 'You may not use the Model, nor any part of it, to do what', '', false],
  ['an item of a list begins anew', 'You may not use the Model, nor any part of it, to do what', '(b) follows.', false],
])('in hard-wrapped text %s', (_, line, next, flows) => {
  expect(flowsOn(line, next)).toBe(flows)
})
