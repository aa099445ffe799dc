import type { Document } from '../../documents/index.ts'
import type { Tongue } from './index.ts'
import { LOOKED_AT, type Script, scriptOf } from './script.ts'

const LATIN_WORD = /[A-Za-z\u00c0-\u024f]+/g

/** The language a sentence is in, by its script and its small words; `fallback` where it does not say. */
export function tongueOf(whole: string, tongues: readonly Tongue[], fallback: Tongue | null): Tongue | null {
  return settled(leadingIn(whole, tongues), fallback)
}

/** The languages a text may be in: of its script, those with the most of their small words in it. */
interface Leading {
  readonly possible: readonly Tongue[]
  readonly leading: readonly Tongue[]
}

function leadingIn(whole: string, tongues: readonly Tongue[]): Leading {
  const text = whole.slice(0, LOOKED_AT)
  const script = scriptOf(text)
  const { possible, small, spaced } = scriptsOf(tongues).get(script) ?? NOTHING
  if (possible.length <= 1) return { possible, leading: possible }
  const scores = possible.map(() => 0)
  // a word that several languages have tells less
  for (const word of spaced ? (text.toLowerCase().match(LATIN_WORD) ?? []) : text)
    for (const at of small.get(word) ?? []) scores[at] = (scores[at] ?? 0) + 1 / (small.get(word)?.length ?? 1)
  const best = Math.max(...scores)
  return { possible, leading: best === 0 ? [] : possible.filter((_, at) => scores[at] === best) }
}

/** Where nothing tells them apart, the text around does; else the language most cards are in. */
function settled({ possible, leading }: Leading, fallback: Tongue | null): Tongue | null {
  if (leading.length === 1) return leading[0] ?? null
  if (fallback && (leading.length === 0 ? possible : leading).includes(fallback)) return fallback
  const among = leading.length > 0 ? leading : possible
  return among.find(tongue => tongue.language.id === 'en') ?? among[0] ?? null
}

/** The languages of texts in a row, each told only when asked for: the one before is the fallback of the next. */
export function tonguesInTurn(
  texts: readonly { readonly text: string }[],
  tongues: readonly Tongue[],
): (at: number) => Tongue | null {
  const known: (Tongue | null)[] = []
  return asked => {
    const open: [at: number, leading: Leading][] = []
    let tongue: Tongue | null = null
    for (let at = asked; at >= 0; at--) {
      const ready = known[at]
      if (ready !== undefined) {
        tongue = ready
        break
      }
      const one = leadingIn(texts[at]?.text ?? '', tongues)
      open.push([at, one])
      // it needs no fallback, and neither do those behind it need an earlier one
      if (one.leading.length === 1) break
    }
    for (const [at, one] of open.reverse()) {
      tongue = settled(one, tongue)
      known[at] = tongue
    }
    return tongue
  }
}

/** The languages of one script, and which of them each small word is one of. */
interface Sharing {
  readonly possible: readonly Tongue[]
  readonly small: ReadonlyMap<string, readonly number[]>
  readonly spaced: boolean
}

const NOTHING: Sharing = { possible: [], small: new Map(), spaced: true }
const sharing = new WeakMap<readonly Tongue[], ReadonlyMap<Script, Sharing>>()

function scriptsOf(tongues: readonly Tongue[]): ReadonlyMap<Script, Sharing> {
  const known = sharing.get(tongues)
  if (known) return known
  const scripts = new Map<Script, Sharing>()
  for (const { language, spaced } of tongues) {
    const possible = tongues.filter(tongue => tongue.language.script === language.script)
    const small = new Map<string, number[]>()
    possible.forEach(({ words }, at) => {
      for (const word of words) small.set(word, [...(small.get(word) ?? []), at])
    })
    scripts.set(language.script, { possible, small, spaced })
  }
  sharing.set(tongues, scripts)
  return scripts
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

/** letters that tell a script, of which a word has about two */
const OTHER_LETTERS = /[\u0400-\u04ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g

/** The language a document is written in, by its prose; null where it is none that claims are read in. */
export function languageOf({ blocks }: Document, tongues: readonly Tongue[]): Tongue | null {
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
  return scoreOf(words, tongue) >= words.length * SMALL_WORDS ? tongue : null
}
