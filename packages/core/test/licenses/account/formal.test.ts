import { loadKnown } from '@unwash/library/known'
import { describe, expect, test } from 'vitest'
import { readLicense } from '../../../src/licenses/read.ts'

const known = await loadKnown()

const read = (text: string) => {
  const lines = text.split('\n')
  return readLicense({ path: 'LICENSE', lines, from: 1, to: lines.length, context: 'license' }, known)
}
const unreadOf = (text: string) =>
  read(text)
    .flatMap(({ license }) => license.parts ?? [])
    .filter(({ is }) => is === 'unread' || is === 'possible')
    .map(({ quote }) => quote)

const grant = 'Tidewater grants you a worldwide, royalty-free license to use, copy, modify and distribute the Model.'
const ban = 'You may not use the Model for military purposes.'
const text = (heading: string, section: string, before = '') => `TIDEWATER COMMUNITY LICENSE

${before}

1. Permission

${grant}

2. ${heading}

${section}

3. Military use

${ban}
`

describe('the formal parts of a text that restricts', () => {
  test('its title and its headings are understood', () => {
    expect(unreadOf(text('Use policy', 'You must keep this notice.'))).toEqual([])
    expect(unreadOf(text('What you owe when you pass it on', 'You must keep this notice.'))).toEqual([])
    expect(unreadOf(text('Governing law', 'This license is governed by the laws of Norway.'))).toEqual([])
  })

  test.each([
    'Non-Commercial Use Only',
    'RESEARCH ONLY',
    'Academic Edition',
    'Not for Production',
    'Personal Use',
    'Evaluation Version',
  ])('a heading that says terms weighs: %s', heading => {
    const [{ license } = expect.unreachable()] = read(text(heading, 'You must keep this notice.'))
    expect(license.parts?.filter(({ line }) => line === 9).map(({ is }) => is)).not.toContain('title')
  })

  test('a heading that says what its clauses say does not weigh twice', () => {
    expect(unreadOf(text('Research only', 'You may use the Model for research purposes only.'))).toEqual([])
  })

  test('a definition is understood where it adds no condition', () => {
    const define = (definition: string) => unreadOf(text('Notice', 'You must keep this notice.', definition))
    const licensor = 'shall mean the persons who may have rights in the Model or distribute it.'
    expect(define(`"Licensor", "We" or "Us" ${licensor}`)).toEqual([])
    expect(define(`"Licensor" ${licensor.replace('who', 'who do not sell it and')}`)).not.toEqual([])
    expect(define('"Model" means the weights that Tidewater publishes under the name Harbor.')).toEqual([])
    expect(define('"Licensee" means a student who is enrolled in a course on navigation.')).toHaveLength(1)
    expect(define('a. "Output" means what is created by operating or otherwise using the Model.')).toEqual([])
    expect(define('For clarity, outputs by themselves are not deemed derivatives.')).toEqual([])
    expect(define('“协议”指本协议中所规定的使用、复制和分发模型的条款和条件。')).toEqual([])
  })

  test.each([
    '"Model" means the weights, which you must not show to anybody.',
    '"Users" means researchers at universities.',
    'For clarity, companies are not considered users.',
  ])('a definition that says more is not: %s', definition => {
    expect(unreadOf(text('Notice', 'You must keep this notice.', definition))).not.toEqual([])
  })

  test('so is a sentence that makes a party, and commands nothing', () => {
    const accept = (sentence: string) => unreadOf(text('Notice', 'You must keep this notice.', sentence))
    expect(accept('通过使用或复制本模型的任何部分，您将被视为已接受本协议的内容，本协议立即生效。')).toEqual([])
    expect(accept('By using any part of the Model you accept that Tidewater audits your data.')).not.toEqual([])
    expect(accept('By using the Model you agree to these terms and to audits by Tidewater.')).not.toEqual([])
  })

  test('a heading that ends with a point before its text', () => {
    expect(unreadOf(text('Law', 'Governing Law. This license is governed by the laws of Norway.'))).toEqual([])
  })

  test('what introduces a list is understood with the clauses in it', () => {
    const list =
      'You agree to the following limits on what you do with the Model:\n\n- You may not build weapons with it.'
    expect(unreadOf(text('Limits', list))).toEqual([])
  })

  test('what introduces a list of duties that take nothing is understood', () => {
    const list =
      'b.在遵守本协议的前提下，您可以分发模型，您须满足以下条件：\n（i）您必须附上声明，说明您更改了这些文件。'
    expect(unreadOf(text('Notice', list))).toEqual([])
  })

  test('headings open no text in which no restriction is found', () => {
    const plain = text('Personal Use', 'You must keep this notice.').replace(ban, 'Tidewater is in Bergen.')
    expect(read(plain).map(({ openness }) => openness)).not.toContain('open')
    expect(read(text('Use policy', 'You must keep this notice.')).map(({ openness }) => openness)).toEqual([
      'restricted',
    ])
  })
})
