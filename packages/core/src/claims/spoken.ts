import type { Document } from '../documents/index.ts'
import type { ClaimLanguage } from '../knowledge/claim-language.ts'
import { EVERY_HAN, HANGUL, KANA, UNSPACED } from '../text/scripts.ts'
import { markedOf } from '../wordings/marked.ts'
import type { Tongue } from './languages.ts'

/** enough of a text to tell its language */
const LOOKED_AT = 1_000

const SCRIPTS: readonly (readonly [ClaimLanguage['script'], RegExp, number])[] = [
  // a few of these letters tell: model names and borrowed words make up the rest in Latin letters
  ['japanese', new RegExp(`[${KANA}]`, 'g'), 2],
  ['hangul', new RegExp(`[${HANGUL}]`, 'g'), 2],
  ['han', EVERY_HAN, 2],
  ['cyrillic', /[\u0400-\u04ff]/g, 3],
]

const scriptOf = (text: string): ClaimLanguage['script'] =>
  /[\u0400-\uffff]/.test(text)
    ? (SCRIPTS.find(([, letters, least]) => (text.match(letters)?.length ?? 0) >= least)?.[0] ?? 'latin')
    : 'latin'

/** The language a text is in, by its script and its small words; `fallback` where they do not say. */
export function tongueOf(whole: string, tongues: readonly Tongue[], fallback: Tongue | null): Tongue | null {
  const text = whole.slice(0, LOOKED_AT)
  const script = scriptOf(text)
  const possible = tongues.filter(({ language }) => language.script === script)
  if (possible.length <= 1) return possible[0] ?? null
  const words = markedOf(text).words
  // a word that several languages have tells less
  const shared = (word: string) => possible.filter(tongue => tongue.words.has(word)).length
  const scores = possible.map(tongue =>
    words.reduce((sum, word) => sum + (tongue.words.has(word) ? 1 / shared(word) : 0), 0),
  )
  const best = Math.max(...scores)
  const leading = best === 0 ? possible : possible.filter((_, at) => scores[at] === best)
  // where nothing tells them apart, the text around does; else the language most cards are in
  return (
    [fallback, tongues.find(({ language }) => language.id === 'en'), leading[0]].find(
      tongue => tongue && leading.includes(tongue),
    ) ?? null
  )
}

/** enough words of a card to tell its language by */
const WORDS_READ = 400
/** fewer small words than this part of a text, and it is in none of the languages that claims are read in */
const SMALL_WORDS = 0.18

const LATIN_WORD = /[A-Za-z\u00c0-\u024f]+/g
/** letters that tell a script, of which a word has about two */
const OTHER_LETTERS = new RegExp(String.raw`[\u0400-\u04ff${UNSPACED}]`, 'g')

/** The language a document is written in, by its prose; null where it is none that claims are read in. */
export function tongueOfDocument({ blocks }: Document, tongues: readonly Tongue[]): Tongue | null {
  const prose = blocks
    .filter(block => block.kind === 'paragraph' || block.kind === 'item')
    .map(block => block.text)
    .join(' ')
    .slice(0, WORDS_READ * 8)
  const others = prose.match(OTHER_LETTERS)?.length ?? 0
  const mostlyLatin = others < (prose.match(LATIN_WORD)?.length ?? 0) / 2
  // "简体中文" above a card in English leads to another card
  const tongue = tongueOf(mostlyLatin ? prose.replace(OTHER_LETTERS, ' ') : prose, tongues, null)
  if (tongue?.language.script !== 'latin') return prose === '' ? null : tongue
  const words = prose.slice(0, LOOKED_AT).toLowerCase().match(LATIN_WORD) ?? []
  return words.filter(word => tongue.words.has(word)).length >= words.length * SMALL_WORDS ? tongue : null
}
