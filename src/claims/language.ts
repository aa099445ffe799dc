import type { Tongue } from './tongue.ts'

const SCRIPTS = {
  japanese: /[\u3040-\u30ff]/g,
  hangul: /[\uac00-\ud7af]/g,
  han: /[\u3400-\u9fff]/g,
  cyrillic: /[\u0400-\u04ff]/g,
  latin: /[A-Za-z\u00c0-\u024f]/g,
} as const
const LATIN_WORD = /[A-Za-z\u00c0-\u024f]+/g

/** The language a sentence is in, by its script and its small words; `fallback` where it does not say. */
export function tongueOf(text: string, tongues: readonly Tongue[], fallback: Tongue | null): Tongue | null {
  const script = scriptOf(text)
  const possible = tongues.filter(tongue => tongue.language.script === script)
  if (possible.length === 1) return possible[0] ?? null
  const scored = possible.map(tongue => ({ tongue, score: scoreOf(text, tongue) }))
  const best = Math.max(...scored.map(({ score }) => score))
  const leading = scored.filter(({ score }) => score === best && score > 0).map(({ tongue }) => tongue)
  if (leading.length === 1) return leading[0] ?? null
  // where nothing tells them apart, the text around does; else the language most cards are in
  if (fallback && (leading.length === 0 ? possible : leading).includes(fallback)) return fallback
  return possible.find(tongue => tongue.language.id === 'en') ?? possible[0] ?? null
}

function scriptOf(text: string): keyof typeof SCRIPTS {
  const count = (script: keyof typeof SCRIPTS) => text.match(SCRIPTS[script])?.length ?? 0
  // a few of these letters tell: model names and borrowed words make up the rest in Latin letters
  if (count('japanese') >= 2) return 'japanese'
  if (count('hangul') >= 2) return 'hangul'
  if (count('han') >= 2) return 'han'
  return count('cyrillic') >= 3 ? 'cyrillic' : 'latin'
}

function scoreOf(text: string, { language, spaced }: Tongue): number {
  const small = new Set(language.words)
  const words = spaced ? (text.toLowerCase().match(LATIN_WORD) ?? []) : [...text]
  return words.reduce((sum, word) => sum + (small.has(word) ? 1 : 0), 0)
}
