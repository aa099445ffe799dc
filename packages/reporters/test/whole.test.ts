import { langOf } from '@unwash/core/text/foreign'
import { describe, expect, test } from 'vitest'
import { originalOf } from '../src/words/signers.ts'
import { aloneIn, foundIn, wholeOf } from '../src/words/whole.ts'

const TEXT = `MARSH LICENSE

1. You may use the Work. You may not train a rival model
   with it, except for models of your own that you keep
   to yourself.

2. You agree that you will not use it to:
   a. build weapons;
   b. watch people.
`

describe('the words around a citation', () => {
  test('are those of its paragraph, the exception too', () => {
    const cited = { line: 3, endLine: 3, quote: 'You may not train a rival model' }
    expect(wholeOf(TEXT, cited)).toEqual({
      lead: '',
      before: '1. You may use the Work. ',
      words: 'You may not train a rival model',
      after: ' with it, except for models of your own that you keep to yourself.',
    })
  })

  test('of an item of a list begin with the line that it goes on from', () => {
    const whole = wholeOf(TEXT, { line: 9, endLine: 9, quote: 'watch people' })
    expect(whole).toMatchObject({ lead: '2. You agree that you will not use it to:', before: 'b. ', after: '.' })
  })

  test('of an item go on from a sentence without a mark, right above the first', () => {
    const text =
      '3. To pass it on you must:\n- keep this text.\n\n4. Limits. You will not, and will let nobody else, ever\n' +
      '- a. sell it;\n- b. rent it.'
    for (const [line, quote] of [
      [5, 'sell it'],
      [6, 'rent it'],
    ] as const)
      expect(wholeOf(text, { line, endLine: line, quote })?.lead).toBe('You will not, and will let nobody else, ever')
  })

  test('without other sentences still have those behind them that take some of it back', () => {
    const alone = (text: string, quote: string) => {
      const whole = wholeOf(text, { line: 1, endLine: 1, quote })
      return whole && aloneIn(whole).after
    }
    const sold = 'You may not sell it.'
    expect(alone(`${sold} You must name us. It is a heron.`, sold)).toBe('')
    expect(alone(`${sold} For clarity, what it draws is yours. It is a heron.`, sold)).toBe(
      ' For clarity, what it draws is yours.',
    )
    expect(alone(`${sold} However, you may give it away. You may lend it unless we object.`, sold)).toBe(
      ' However, you may give it away. You may lend it unless we object.',
    )
    expect(alone('您不得出售本模型。除非我们书面同意，否则您无权使用。', '您不得出售本模型。')).toBe(
      '除非我们书面同意，否则您无权使用。',
    )
  })

  test('are none where the words are not there', () => {
    expect(wholeOf(TEXT, { line: 3, endLine: 3, quote: 'something else' })).toBeNull()
    expect(wholeOf('', { line: 3, endLine: 9, quote: 'something else' })).toBeNull()
  })
})

describe('where the publisher has a file', () => {
  const views = { 'git.example': '/blob/{revision}/{path}#L{line}-L{end}' }
  const release = {
    name: 'wren',
    publisher: 'marsh',
    source: 'git',
    revision: 'abc',
    places: ['https://git.example/marsh/wren.git'],
    complete: true,
  }
  test('is told at the revision that was read, with its lines', () => {
    expect(originalOf(release, { path: 'a b/LICENSE', line: 3, endLine: 5 }, views)).toBe(
      'https://git.example/marsh/wren/blob/abc/a%20b/LICENSE#L3-L5',
    )
    expect(originalOf(release, { path: 'LICENSE' }, views)).toBe('https://git.example/marsh/wren/blob/abc/LICENSE')
  })

  test.each([
    ['a folder', { ...release, places: ['/home/marsh/wren'] }],
    ['another host', { ...release, places: ['https://elsewhere.example/marsh/wren'] }],
    ['no revision', { ...release, revision: null }],
    ['no address of the web', { ...release, places: ['javascript://git.example/%0aalert(1)'] }],
  ])('is not told of %s', (_, one) => {
    expect(originalOf(one, { path: 'LICENSE', line: 3 }, views)).toBeNull()
  })
})

test('the language of quoted words is told where their script tells it', () => {
  expect(['本模型开源', 'モデルは公開', '모델', 'модель', 'the model'].map(langOf)).toEqual([
    'zh',
    'ja',
    'ko',
    'ru',
    undefined,
  ])
})

test('an item belongs to the list that began before it, and to no other', () => {
  const text = `You may use it to:\n\nA. read;\n\nB. write.\n\n2. Patents are not licensed.\n\nYou may not, at any time\nor place:\n\na. sell it;\n\nb. lend it.\n`
  const whole = (quote: string) => {
    const found = foundIn(text, quote)
    return found && wholeOf(text, found)
  }
  expect(whole('Patents are not')?.lead).toBe('')
  expect(whole('write')?.lead).toBe('You may use it to:')
  expect(whole('lend it')?.lead).toBe('You may not, at any time or place:')
})

describe('an item goes on from', () => {
  const text = `1. Copies. You may pass copies on, if you do the following:
(i) keep this text;
(ii) name the authors.
2. Limits. You will not, and will not let others
- a. sell the work;
- b. rent it, unless:
  (i) it is broken;
- c. paint it.
3. Ends. We may end it.
- a. at any time;

RULES OF THE MARSH

4. Outputs
You own them.

一、使用者不得：
（一）出售模型；
二、使用者可以修改模型。
（一）包括权重；
`
  test.each([
    ['name the authors', 'You may pass copies on, if you do the following:'],
    ['will not let others', ''],
    ['sell the work', 'You will not, and will not let others'],
    ['it is broken', 'You will not, and will not let others b. rent it, unless:'],
    ['paint it', 'You will not, and will not let others'],
    ['at any time', ''],
    ['You own them', ''],
    ['出售模型', '使用者不得：'],
    ['可以修改模型', ''],
  ])('what introduces it, and no other list: %s', (words, lead) => {
    const found = foundIn(text, words)
    expect(found && wholeOf(text, found)?.lead).toBe(lead)
  })
})

test('a few words are found however a text breaks its lines, and their sentence is told from its neighbours', () => {
  const found = foundIn(TEXT, 'model with it, except')
  expect(found).toEqual({ line: 3, endLine: 4, quote: 'model\n   with it, except' })
  expect(foundIn(TEXT, 'model without it')).toBeNull()
  const whole = found && wholeOf(TEXT, found)
  expect(whole && aloneIn(whole)).toMatchObject({
    before: 'You may not train a rival ',
    after: ' for models of your own that you keep to yourself.',
  })
})
