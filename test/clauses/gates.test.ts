import { describe, expect, test } from 'vitest'
import type { ClauseKind, Passage } from '../../src/licenses/clause.ts'
import { contextOf } from '../../src/licenses/clauses/definitions.ts'
import { kinds } from '../../src/licenses/clauses/index.ts'
import { keywordPass } from '../../src/licenses/clauses/keywords.ts'
import { first } from '../../src/licenses/nearby.ts'
import { passagesOf } from '../../src/licenses/passages.ts'
import { ask, mayMatch } from '../../src/licenses/patterns/asked.ts'
import { beginningsOf, needsOf } from '../../src/licenses/patterns/needs.ts'
import { pin } from '../../src/licenses/patterns/search.ts'
import type { Word } from '../../src/licenses/patterns/vocabulary.ts'

/** Texts of our own wording: each kind's examples, alone and run together as one text with sections and lists. */
const examples = kinds.flatMap(({ examples: { found, left } }) => [...found.map(({ text }) => text), ...left])
const together = examples.map((text, at) => `${at + 1}. Terms\n\n${text}`).join('\n\n')

const passages = passagesOf(together)
const context = contextOf(passages)
const plain = keywordPass(kinds)
const thorough = keywordPass(kinds, { thorough: true })

/** Which kinds a pass lets read a passage. */
const open = (mayFind: typeof plain, { lower, lead, heading }: Passage): ReadonlySet<ClauseKind> =>
  new Set(
    mayFind({ own: pin('passage', lower), lead: pin('lead', lead), heading: pin('heading', heading) }).map(
      number => kinds[number] as ClauseKind,
    ),
  )
const opened = passages.map(passage => ({ passage, before: open(plain, passage), after: open(thorough, passage) }))

describe('sparing a kind the passages that lack a word its patterns need', () => {
  for (const kind of kinds.filter(({ ways }: ClauseKind) => ways !== undefined)) {
    test(`loses nothing of ${kind.id}`, () => {
      const lost = opened.filter(
        ({ passage, before, after }) => before.has(kind) && !after.has(kind) && kind.find(passage, context) !== null,
      )
      expect(lost.map(({ passage }) => passage.text)).toEqual([])
    })
  }

  test('spares it some', () => {
    const count = (which: 'before' | 'after') => opened.reduce((sum, one) => sum + one[which].size, 0)
    expect(count('after')).toBeLessThan(count('before') * 0.8)
  })
})

/** letters that are not Latin stand anywhere */
const isWhole = ({ word, whole }: Word): boolean => whole || word.charCodeAt(0) > 0x7f

const patterns = [...new Set(kinds.flatMap(({ ways = [] }: ClauseKind) => ways.flat()))]

describe('a pattern taken apart', () => {
  test('needs what it says wherever it matches', () => {
    for (const pattern of patterns) {
      const needs = needsOf(pattern)
      if (needs === null) continue
      const asked = ask(needs)
      for (const example of examples) {
        const text = example.toLowerCase()
        if (!new RegExp(pattern.source).test(text)) continue
        expect(mayMatch(asked, pin('passage', text)), `${pattern.source.slice(0, 60)} in ${text}`).toBe(true)
      }
    }
  })

  test.each([
    [/\b(?:modify|amend)s?\b|修改/, [['amend|amends|modify|modifys|修改']]],
    [/\blicen[cs]e\b/, [['licence|license']]],
    [/\bcommercial [^.;]{0,60}\brequires?\b/, [['commercial', 'require|requires']]],
    [/\b(?:re-?)?distribut\w*/, [['distribut*|re distribut*|redistribut*']]],
    [/\b(?:may|can) not (?:be )?sold\b/, [['can not be sold|can not sold|may not be sold|may not sold']]],
    [/\bsell \w+ copies\b|\brent\b/, [['rent'], ['sell', 'copies']]],
    [/\b(?:no (?:\w+ ){0,3}resale|not for sale)\b/, [['not for sale'], ['resale', 'no']]],
    [/(?<!non-)restrictions?\b/, [['*restriction|*restrictions']]],
    [/\bof \d{1,3} days\b/, [['#* days']]],
  ])('%s needs %j', (pattern, alternatives) => {
    const written = (word: Word) => `${word.inside ? '*' : ''}${word.word.replace('N', '#')}${isWhole(word) ? '' : '*'}`
    expect(
      needsOf(pattern)?.map(all =>
        all.map(phrases =>
          phrases
            .map(phrase => phrase.map(written).join(' '))
            .sort()
            .join('|'),
        ),
      ),
    ).toEqual(alternatives)
  })

  test.each([/\w+ly\b/, /"?[^"]/, /\b(?:of|to) \w/, /ab|\bgrant\b/])('%s needs nothing that could be told', pattern => {
    expect(needsOf(pattern)).toBeNull()
  })

  test.each([/permission\b/, /^\bgrant\b/, /"[^"]/, /\b\w+ granted\b/])(
    '%s is not said to begin with a word',
    pattern => {
      expect(beginningsOf(pattern)).toBeNull()
    },
  )
})

describe('searching only at words a pattern can begin with', () => {
  test('finds what the pattern finds', () => {
    for (const pattern of patterns.filter(({ flags }) => flags === '')) {
      /* often enough that the pattern is worth taking apart */
      for (let time = 0; time < 1_100; time++) first('to begin with', pattern)
      for (const example of examples) {
        const text = example.toLowerCase()
        const expected = pattern.exec(text)
        /* the first look at a text is a plain one */
        first(text, pattern)
        const match = first(text, pattern)
        if (match?.index !== expected?.index || match?.[0] !== expected?.[0])
          expect(match, `${pattern.source.slice(0, 60)} in ${text}`).toEqual(expected)
      }
    }
    expect(patterns.length).toBeGreaterThan(100)
  })

  test('finds what the pattern finds in text with capital letters', () => {
    for (let time = 0; time < 1_100; time++)
      expect(first('Governed by the Laws of Atlantis', /\bLaws of (\w+)/)?.[1]).toBe('Atlantis')
  })
})
