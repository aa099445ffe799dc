import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import { type Token, tokensOf } from '../../wordings/tokens.ts'

/** this part of the words of a sentence are small where names stand out */
const SMALL_LETTERS = 0.25
/** small words inside of a name: "University of the West", "Research and Technology Council" */
const INSIDE = new Set(['of', 'the', 'and', '&', 'for', 'de', 'la', 'der', 'für', 'des', 'du', 'del', 'di', 'da'])

const bodiesOf = once(({ notices: { holders } }: Knowledge) => {
  const set = (words: readonly string[]) => new Set(words.flatMap(word => tokensOf(word).map(one => one.word)))
  const institutions = set(holders.institutions)
  return { institutions, bodies: new Set([...institutions, ...set(holders.bodies)]) }
})

/**
 * The words of names of bodies: words with capitals in a row, "of" and "and" among them, of which one says what the
 * body is ("Council", "University"); "for" only right behind such a word. The rest of the sentence is in small letters.
 */
export function freeNames(tokens: readonly Token[], knowledge: Knowledge): Uint8Array {
  const names = new Uint8Array(tokens.length)
  const small = tokens.filter(({ capital, word }) => !capital && /^\p{Ll}/u.test(word)).length
  if (small < tokens.length * SMALL_LETTERS) return names
  const { institutions, bodies } = bodiesOf(knowledge)
  for (let from = 0; from < tokens.length; from++) {
    if (!tokens[from]?.capital) continue
    let end = from + 1
    let capitals = 1
    for (let at = end; at < tokens.length; at++) {
      const { word = '', capital } = tokens[at] ?? {}
      if (capital) {
        end = at + 1
        capitals++
      } else if (!INSIDE.has(word) || (word === 'for' && !institutions.has(tokens[at - 1]?.word ?? ''))) break
    }
    const run = tokens.slice(from, end)
    if (capitals > 1 && run.some(({ word }) => bodies.has(word))) names.fill(1, from, end)
    from = end - 1
  }
  return names
}

/** Whether an address or a file is, by its name, one of terms. */
export const isTermsPlace = once(({ harmless }: Knowledge) => {
  const words = harmless.flatMap(({ elsewhere }) => elsewhere)
  return (name: string): boolean => words.some(word => name.toLowerCase().includes(word))
})

/** Whether an address or a file is, by its name, one of terms that stand elsewhere. */
export const isElsewhere = once(({ harmless }: Knowledge) => {
  const words = harmless.flatMap(({ elsewhere }) => elsewhere)
  const known = harmless.flatMap(({ texts }) => texts)
  return (name: string): boolean => {
    const lower = name.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '')
    const text = known.find(one => lower.startsWith(one)) ?? ''
    if (text.includes('.')) return false
    const rest = lower.slice(text.length)
    return words.some(word => rest.includes(word))
  }
})

const LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}]$/u
/** W o r d s  w h o s e  l e t t e r s  s t a n d  a p a r t: no wording was meant for them. */
export const isSpacedOut = (words: readonly string[]): boolean =>
  words.length > 8 && words.filter(word => LETTER.test(word)).length > words.length / 2
