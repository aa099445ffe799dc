import type { Document } from '../documents/index.ts'
import type { ClaimLanguage } from '../knowledge/claim-language.ts'
import type { Tongue } from './tongue.ts'

type Script = ClaimLanguage['script']

/** enough of a text to tell its language */
const LOOKED_AT = 1_000
const LATIN_WORD = /[A-Za-z\u00c0-\u024f]+/g

/** The language a sentence is in, by its script and its small words; `fallback` where it does not say. */
export function tongueOf(whole: string, tongues: readonly Tongue[], fallback: Tongue | null): Tongue | null {
  const text = whole.slice(0, LOOKED_AT)
  const script = scriptOf(text)
  const possible = tongues.filter(tongue => tongue.language.script === script)
  if (possible.length === 1) return possible[0] ?? null
  // the words of the text are taken apart once for all languages of its script
  const words = possible[0]?.spaced ? (text.toLowerCase().match(LATIN_WORD) ?? []) : [...text]
  const scored = possible.map(tongue => ({ tongue, score: scoreOf(words, tongue) }))
  const best = Math.max(...scored.map(({ score }) => score))
  const leading = scored.filter(({ score }) => score === best && score > 0).map(({ tongue }) => tongue)
  if (leading.length === 1) return leading[0] ?? null
  // where nothing tells them apart, the text around does; else the language most cards are in
  if (fallback && (leading.length === 0 ? possible : leading).includes(fallback)) return fallback
  return possible.find(tongue => tongue.language.id === 'en') ?? possible[0] ?? null
}

function scriptOf(text: string): Script {
  let kana = 0
  let hangul = 0
  let han = 0
  let cyrillic = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x400) continue
    if (code < 0x500) cyrillic++
    else if (code >= 0x3040 && code <= 0x30ff) kana++
    else if (code >= 0x3400 && code <= 0x9fff) han++
    else if (code >= 0xac00 && code <= 0xd7af) hangul++
  }
  // a few of these letters tell: model names and borrowed words make up the rest in Latin letters
  if (kana >= 2) return 'japanese'
  if (hangul >= 2) return 'hangul'
  if (han >= 2) return 'han'
  return cyrillic >= 3 ? 'cyrillic' : 'latin'
}

function scoreOf(words: readonly string[], { words: small }: Tongue): number {
  let score = 0
  for (const word of words) if (small.has(word)) score++
  return score
}

/** enough words of a card to tell its language by */
const WORDS_READ = 400
/** fewer small words than this part of a text, and it is in none of the languages that claims are read in */
const SMALL_WORDS = 0.18

/** The language a document is written in, by its prose; null where it is none that claims are read in. */
export function languageOf({ blocks }: Document, tongues: readonly Tongue[]): Tongue | null {
  const prose = blocks
    .filter(block => block.kind === 'paragraph' || block.kind === 'item')
    .map(block => block.text)
    .join(' ')
    .slice(0, WORDS_READ * 8)
  const tongue = tongueOf(prose, tongues, null)
  if (tongue?.language.script !== 'latin') return prose === '' ? null : tongue
  const words = prose.slice(0, LOOKED_AT).toLowerCase().match(LATIN_WORD) ?? []
  return scoreOf(words, tongue) >= words.length * SMALL_WORDS ? tongue : null
}
