import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../src/files/decode.ts'

const utf16be = (words: string) => Buffer.from(words, 'utf16le').swap16()

describe('decode', () => {
  test.each([
    ['UTF-8', Buffer.from('Línea uno\nzwei'), 'Línea uno\nzwei', 'utf-8'],
    ['UTF-8 with a byte order mark, which goes', Buffer.from('\ufeffTerms'), 'Terms', 'utf-8'],
    ['UTF-16, little end first', Buffer.from('\ufeffTerms 条款', 'utf16le'), 'Terms 条款', 'utf-16le'],
    ['UTF-16, big end first', utf16be('\ufeffTerms 条款'), 'Terms 条款', 'utf-16be'],
    ['an empty file', new Uint8Array(), '', 'utf-8'],
  ])('reads %s', (_, bytes, content, encoding) => {
    expect(decode(bytes)).toEqual({ is: 'text', content, encoding })
  })

  test('keeps line ends as they are', () => {
    expect(decode(Buffer.from('a\r\nb\rc\n\n'))).toMatchObject({ content: 'a\r\nb\rc\n\n' })
  })

  test('reads what is not UTF-8 as Latin-1, and says so', () => {
    const bytes = Buffer.from([0x93, 0x4c, 0x69, 0x63, 0x65, 0x6e, 0xe7, 0x61, 0x94])
    expect(decode(bytes)).toMatchObject({
      content: '“Licença”',
      encoding: 'latin1',
      trouble: expect.stringContaining('Latin-1'),
    })
  })

  test('keeps UTF-8 with one broken byte among many good characters', () => {
    const bytes = Buffer.concat([Buffer.from('本模型可以用于商业'), Buffer.from([0xff]), Buffer.from('用途')])
    expect(decode(bytes)).toMatchObject({
      content: '本模型可以用于商业�用途',
      encoding: 'utf-8',
      trouble: expect.any(String),
    })
  })

  test('does not mind a character cut at the end of a beginning', () => {
    const bytes = Buffer.from('许可').subarray(0, 5)
    expect(decode(bytes, false)).toEqual({ is: 'text', content: '许', encoding: 'utf-8' })
    expect(decode(bytes, true)).toHaveProperty('trouble')
  })

  test.each([
    ['zero bytes', Buffer.from('text\0\0and more, \0 oddly')],
    ['zero bytes in a program that runs all the same', Buffer.from(`/* ${'a\0'.repeat(40)} */ run("model")\n`)],
    ['words in two bytes a letter without a mark', Buffer.from('You may use it.\r\n', 'utf16le')],
    ['the same, big end first', utf16be('You may use it.')],
    ['control characters', Buffer.from('\u0001\u0002\u0003 a few words')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48])],
  ])('sees that %s are no text', (_, bytes) => {
    expect(decode(bytes)).toEqual({ is: 'binary' })
  })

  test.each([
    [
      'little end first, with a mark',
      (unit: DataView, at: number, code: number) => unit.setUint32(at, code, true),
      '\ufeff',
    ],
    ['big end first', (unit: DataView, at: number, code: number) => unit.setUint32(at, code), ''],
  ])('tells UTF-32, %s, and does not read it', (_, write, mark) => {
    const codes = [...`${mark}You may not use it. 条款`].map(character => character.codePointAt(0) ?? 0)
    const bytes = new Uint8Array(codes.length * 4)
    for (const [index, code] of codes.entries()) write(new DataView(bytes.buffer), index * 4, code)
    expect(decode(bytes)).toEqual({ is: 'binary', encoding: 'UTF-32' })
  })

  test('zeros are no text in UTF-32', () => {
    expect(decode(new Uint8Array(64))).toEqual({ is: 'binary' })
  })

  test('never throws, and gives back any text that it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, whole) => {
        expect(['text', 'binary']).toContain(decode(bytes, whole).is)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '许', '😀', ' ') }), words => {
        expect(decode(Buffer.from(words))).toEqual({ is: 'text', content: words, encoding: 'utf-8' })
      }),
    )
  })
})
