import type { Knowledge } from '../../knowledge/knowledge.ts'
import { wordsOfTerms } from '../../licenses/account/harmless.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import { languageOf } from '../../text/language.ts'

/**
 * Whether a text is none of terms ("Copyright 2026 Marsh Lab"): it grants nothing, and no word of it limits anything.
 */
export const saysNothing = (readings: readonly LicenseReading[], knowledge: Knowledge): boolean =>
  readings.every(
    ({ license: { id, clauses, grants, parts = [] } }) =>
      id === null &&
      clauses.length === 0 &&
      grants.length === 0 &&
      parts.every(({ is, quote = '' }) => !OPEN.has(is) || !mayBind(quote, knowledge)),
  )

/** small words enough to tell the language of a sentence */
const FEW_WORDS = 2

/**
 * Whether words that were not understood may limit something: by a word of theirs, or in a language that is not read.
 */
const mayBind = (words: string, knowledge: Knowledge): boolean =>
  wordsOfTerms(words, knowledge) > 0 || languageOf(words, FEW_WORDS).read === 'other'

/** parts that nobody has read */
const OPEN: ReadonlySet<string> = new Set(['unread', 'possible'])
