import { anyOf } from '../text/patterns.ts'
import type { FoundClause } from './clause.ts'

/** `"Model" means …`, `“衍生模型”是指…` */
const DEFINES =
  /^(?:[a-z\d]{1,3}[.)] ?)?["'“「《][^"'”」》]{1,60}["'”」》](?:\s*(?:or|and|,|、|或)\s*["'“「][^"'”」]{1,60}["'”」])*[\s*]*(?:\([^()]{0,80}\)\s*)?/u
const MEANS = new RegExp(
  '^(?:shall |also |each |collectively )*' +
    '(?:means?|refers? to|is defined as|is|are|stands for|是指|系指|意指|指|:)',
  'i',
)

/** What a definition says that its term means; null of any other sentence. */
export function meaningIn(sentence: string): string | null {
  const [term] = DEFINES.exec(sentence) ?? []
  const [means, ...rest] = sentence.slice(term?.length ?? 0).split(MEANS, 2)
  return term !== undefined && means === '' ? rest.join(' ') : null
}

/** a word with a capital, and no more than a few others: "Reservation of Rights." */
export const RUN_IN = /^\p{Lu}[\p{L}-]{2,}(?: (?:\p{Lu}[\p{L}-]+|of|and|to|for|the|in|by|&)){0,5}[.:]$/u

/** what makes whoever goes on a party, and commands nothing more */
const ACCEPTS = /^(?:by\b|通过|一旦|凡).{0,300}(?:\bagree|\baccept|\bbound\b|同意|接受)/is

const COMMANDS = anyOf(
  /\b(?:must|shall|cannot|only|solely|exclusively|required|obligated|prohibited|forbidden)\b/i,
  /\b(?:may|will|do|can|agree|is|are) not\b|\bagree to\b|必须|应当|应|须|不得|禁止|不可|仅|只能/i,
)

/** Whether a sentence says what a term means, and commands nothing. */
export function onlyDefines(sentence: string): boolean {
  const meaning = meaningIn(sentence)
  return meaning !== null && !COMMANDS.test(meaning)
}

/**
 * How well a sentence shows what is asked: one that commands it, or whose list does, is before one that commands
 * something, and both are before what only tells; then come definitions, and headings and sentences by which terms are
 * accepted.
 */
export function standing(
  { text, lead = '' }: { readonly text: string; readonly lead?: string },
  { mode, at = 0, end = at }: Partial<Pick<FoundClause, 'mode' | 'at' | 'end'>> = {},
): number {
  if (ACCEPTS.test(text) || RUN_IN.test(text.replace(/^[a-z\d]{1,3}[.)] /, ''))) return 0
  if (meaningIn(text) !== null) return 1
  if (mode === 'definition') return 2
  if (COMMANDS.test(lead) || COMMANDS.test(text.slice(Math.max(0, at - BEFORE), end))) return 4
  return COMMANDS.test(text) ? 3 : 2
}
/** letters before words in which what commands them stands */
const BEFORE = 60
