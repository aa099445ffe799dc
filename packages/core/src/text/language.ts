import { EVERY_HAN, HANGUL, KANA } from './scripts.ts'
import { countOf } from './unicode.ts'

/** What language a text is in; whole texts are read in English and Chinese only. */
export interface Language {
  readonly read: 'en' | 'zh' | 'other'
  /** English name of the language: 'English', 'Chinese', 'German' …; 'unknown' when it cannot be told */
  readonly name: string
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`[${KANA}]`, 'g'), 'Japanese'],
  [new RegExp(`[${HANGUL}]`, 'g'), 'Korean'],
  [/[\u0400-\u04ff]/g, 'Russian'],
  [/[\u0600-\u06ff]/g, 'Arabic'],
  [/[\u0590-\u05ff]/g, 'Hebrew'],
  [/[\u0900-\u097f]/g, 'Hindi'],
  [/[\u0980-\u09ff]/g, 'Bengali'],
  [/[\u0b80-\u0bff]/g, 'Tamil'],
  [/[\u0e00-\u0e7f]/g, 'Thai'],
  [/[\u0370-\u03ff]/g, 'Greek'],
]

/** the commonest small words of each language that the others do not share */
const SMALL_WORDS = {
  English: 'the of and to or any you is that this with shall may not for be by',
  French: 'le les des et est une dans pour vous du ou par sur aux cette',
  German: 'der die und das den dem nicht oder ist für mit von eine sie werden',
  Spanish: 'el los las una del para usted por con cualquier su como este esta y',
  Portuguese: 'o os uma do da não você para com em qualquer ou dos este e',
  Italian: 'il gli di della che non una per con del sono nel qualsiasi questa è',
  Dutch: 'het een van niet voor zijn deze aan dat wordt ook worden',
  Polish: 'się nie oraz jest lub przez dla które tego może do na ze jako tylko wolno bez modelu',
  Czech: 'a se je na že pro nebo není být jako tento které jen pouze bez smí modelu',
  Romanian: 'și este sau pentru nu care din cu poate fi acest această prin doar fără modelul',
  Hungarian: 'a az és nem egy hogy vagy is csak nélkül lehet ez ezt szabad célra',
  Finnish: 'ja on ei se tai että tämän tätä saa vain käyttää ilman mallia voi',
  Turkish: 've bir bu için ile veya olarak değil olan yalnızca edilemez amaçla modeli',
  Swedish: 'och att är som för på med det inte den ett av',
  Norwegian: 'og å er som for på med det ikke til av en',
  Vietnamese: 'và của là cho các được một trong không với này',
  Indonesian: 'yang dan untuk dengan ini dari pada adalah dalam',
} as const satisfies Readonly<Record<string, string>>
const WORDS_OF = Object.entries(SMALL_WORDS).map(([name, words]) => ({ name, small: words.split(' ') }))

const ENGLISH = /\b(?:the|of|and|to|or|any|you|is|that|this|with|shall|may|not|for|by)\b/gi

/** enough of a text to tell its language, and a bound on the work */
const LOOKED_AT = 2_500

/** small words of a language that tell it */
const LEAST_WORDS = 4

/**
 * The language of a text, by its script and, for Latin letters, its commonest small words, of which there must be at
 * least so many.
 */
export const languageOf = (text: string, least = LEAST_WORDS): Language => {
  const opening = text.slice(0, 1_500)
  if (countOf(opening, /[\u0370-\uffff]/g) < 20) {
    const english = countOf(opening, ENGLISH)
    /* every eighth word is one of these in English prose, and almost none in other languages */
    if (english >= 12 && english * 8 >= countOf(opening, / /g)) return { read: 'en', name: 'English' }
  }
  const middle = Math.floor(text.length / 2)
  const start =
    text.length <= 2 * LOOKED_AT ? text : `${text.slice(0, LOOKED_AT)} ${text.slice(middle, middle + LOOKED_AT)}`
  const latin = start.match(/[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+/g) ?? []
  const foreign = countOf(start, /[\u0370-\u{10ffff}]/gu) > 20
  const han = foreign ? countOf(start, EVERY_HAN) : 0
  for (const [script, name] of foreign ? SCRIPTS : []) {
    const letters = countOf(start, script)
    /* Chinese texts quote a little Japanese; Japanese is a quarter kana and more */
    if (letters > 20 && letters > latin.length && letters * 6 > han) return { read: 'other', name }
  }
  if (han > latin.length) return { read: 'zh', name: 'Chinese' }
  const words = new Map<string, number>()
  for (const written of latin) {
    if (written.length > 10) continue
    const word = written.toLowerCase()
    words.set(word, (words.get(word) ?? 0) + 1)
  }
  const seen = WORDS_OF.map(({ name, small }) => ({
    name,
    times: small.reduce((sum, word) => sum + (words.get(word) ?? 0), 0),
  }))
  const english = seen[0]?.times ?? 0
  const most = seen.reduce((best, one) => (one.times > best.times ? one : best))
  /* a short or mixed text is read as English unless another language clearly outweighs it */
  if (most.times >= least && most.times > english * 1.2) return { read: 'other', name: most.name }
  return english === 0 && least < LEAST_WORDS && isForeign(start) ? UNKNOWN : { read: 'en', name: 'English' }
}

const UNKNOWN: Language = { read: 'other', name: 'unknown' }

/** Whether a sentence is of small words, some with letters that English has not. */
function isForeign(sentence: string): boolean {
  const small = sentence.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/gu) ?? []
  return small.length > 2 && small.some(word => /[^\p{ASCII}]/u.test(word) && !/[\u0370-\uffff]/.test(word))
}
