import { once } from '../once.ts'
import type { Document } from './document.ts'

/** how much of a document tells its language */
const LOOKED = 20_000
/** fewer letters than this tell nothing */
const FEWEST = 200

/** Scripts by the letters of a text; what is written in the first two is read. */
const SCRIPTS = {
  Latin: /\p{Script=Latin}/gu,
  Chinese: /\p{Script=Han}/gu,
  Japanese: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Korean: /\p{Script=Hangul}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Greek: /\p{Script=Greek}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Bengali: /\p{Script=Bengali}/gu,
  Tamil: /\p{Script=Tamil}/gu,
  Thai: /\p{Script=Thai}/gu,
} as const satisfies Readonly<Record<string, RegExp>>

/** small words that no text of a language does without, and that English has not */
const SMALL_WORDS = {
  German: /\b(?:der|und|das|nicht|ein|eine|mit|für|auf|von|wurde|ist|zu|den|dem)\b/giu,
  French: /\b(?:le|les|des|et|est|une|dans|pour|sur|avec|nous|ce|du|par|qui)\b/giu,
  Spanish: /\b(?:el|los|las|que|una|para|del|con|por|como|este|se|su|y)\b/giu,
  Portuguese: /\b(?:os|uma|não|para|com|do|da|em|que|por|é|foi|ao)\b/giu,
  Italian: /\b(?:il|di|che|per|non|una|con|del|della|è|sono|gli|nel|questo)\b/giu,
  Dutch: /\b(?:het|een|van|voor|niet|met|zijn|dat|deze|wordt|op|aan)\b/giu,
  Swedish: /\b(?:och|att|är|som|för|på|med|det|en|av|inte|den)\b/giu,
  Norwegian: /\b(?:og|å|er|som|for|på|med|det|en|av|ikke|til)\b/giu,
  Polish: /\b(?:nie|się|na|jest|do|że|dla|oraz|przez|który|w|z)\b/giu,
  Turkish: /\b(?:ve|bir|için|bu|ile|olarak|da|de|olan|daha)\b/giu,
  Vietnamese: /\b(?:và|của|là|cho|các|được|một|trong|không|với|này)\b/giu,
  Indonesian: /\b(?:yang|dan|untuk|dengan|ini|dari|pada|adalah|dalam|di)\b/giu,
} as const satisfies Readonly<Record<string, RegExp>>
const ENGLISH = /\b(?:the|of|and|to|is|for|with|this|that|are|we|you|by|from|it|was)\b/gi
/** as many letters as a word is counted by */
const WORD = /\p{L}{1,40}/gu
/** of a hundred words, how many small ones make a text one of a language */
const SHARE = 0.06

/** The language or script of a document, where it is one whose words are not read (they are in English and Chinese); null where it is read, or says too little. */
export const unreadLanguage: (document: Document) => string | null = once(languageOf)

/** How often a pattern with the flag g is in a text; its matches are not kept. */
function count(text: string, pattern: RegExp): number {
  let found = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) found++
  return found
}

/** letters after which a word is counted again */
const LONGEST_WORD = 40

/** How many letters of ASCII a text has, and how many words they make. */
function lettersIn(text: string): { letters: number; words: number } {
  let letters = 0
  let words = 0
  let run = 0
  for (let at = 0; at < text.length; at++) {
    const small = text.charCodeAt(at) | 0x20
    if (small < 97 || small > 122) {
      run = 0
      continue
    }
    letters++
    if (run % LONGEST_WORD === 0) words++
    run++
  }
  return { letters, words }
}

function languageOf({ blocks }: Document): string | null {
  let text = ''
  for (const block of blocks) {
    if (text.length >= LOOKED) break
    if (block.kind !== 'code') text += `${block.text.slice(0, LOOKED)}\n`
  }
  // of ASCII, all letters are Latin
  const beyond = text.replace(/[\0-\x7f]+/g, '')
  const plain = lettersIn(text)
  const letters = Object.entries(SCRIPTS).map(([script, pattern]) => ({
    script,
    count: (beyond === '' ? 0 : count(beyond, pattern)) + (script === 'Latin' ? plain.letters : 0),
  }))
  const all = letters.reduce((sum, { count }) => sum + count, 0)
  if (all < FEWEST) return null
  const of = (script: string) => letters.find(one => one.script === script)?.count ?? 0
  if (of('Japanese') > all / 5) return 'Japanese'
  const [most] = letters.toSorted((one, other) => other.count - one.count)
  if (!most || most.script === 'Chinese') return null
  if (most.script !== 'Latin') return most.count > all / 2 ? most.script : null
  const words = beyond === '' ? plain.words : count(text, WORD)
  if (count(text, ENGLISH) > words * SHARE) return null
  const [language] = Object.entries(SMALL_WORDS)
    .map(([language, pattern]) => ({ language, count: count(text, pattern) }))
    .toSorted((one, other) => other.count - one.count)
  return language && language.count > words * SHARE ? language.language : null
}
