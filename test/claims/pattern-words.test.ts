import { expect, test } from 'vitest'
import { compileWords } from '../../src/claims/tongue/pattern.ts'

const fits = (pattern: string, text: string) =>
  new RegExp(compileWords(pattern, { spaced: true, ends: [] }), 'i').test(text)

test('a compound is found by its last part', () => {
  expect(fits('~modell(e|en)?', 'ein Sprachmodell')).toBe(true)
  expect(fits('~modell(e|en)?', 'die Open-Source-Modelle')).toBe(true)
  expect(fits('~modell(e|en)?', 'Modellierung')).toBe(false)
})

test('a group of stems takes an ending', () => {
  expect(fits('(surpass|dépass)~', 'il dépasse')).toBe(true)
  expect(fits('(autorisé|permis)(e|es)?', 'permises')).toBe(true)
  expect(fits('(autorisé|permis)(e|es)?', 'permission')).toBe(false)
})
