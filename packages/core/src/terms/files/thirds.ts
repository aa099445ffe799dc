import { sameFamily } from '../../evidence/publisher/owners.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { harmlessKind, wordsOfTerms } from '../../licenses/account/harmless.ts'
import type { Known } from '../../licenses/known.ts'
import { statementWordings } from '../../licenses/prose/wordings.ts'
import { saidIn } from '../../modality/said.ts'

/** a longer line is a sentence of a license */
const LONGEST_LINE = 200
/** one of its words: far faster to look for than the whole */
const MAY =
  /third|3rd|\bother\b|open source|\b(?:licen[cs]es?|notices?) (?:for|of|from)\b|\bcode from\b|portions|components/i

/** The line, from 0, behind which a license file holds the licenses of others' work; -1 where none says so. */
export function thirdsFrom(lines: readonly string[], name: string, { knowledge }: Known): number {
  return lines.findIndex((line, at) => {
    if (at === 0 || line.length > LONGEST_LINE || !MAY.test(line)) return false
    const alone = (lines[at - 1] ?? '').trim() === ''
    const text = line.replace(/^[\s\-=*#_]+|[\s\-=*#_]+$/g, '')
    if (!alone || sameFamily(text, name)) return false
    return (
      saidIn({ text, heading: '', lead: '' }, statementWordings(knowledge), 'thirds').has('thirds') &&
      takesNothing(text, knowledge)
    )
  })
}

/**
 * A heading with no word of terms, or a sentence that is harmless: "you need a license from us" begins nobody's part.
 */
const takesNothing = (line: string, knowledge: Knowledge): boolean =>
  harmlessKind(line, knowledge) !== null ||
  (!/[.!?。！？]["')]?$/.test(line) && wordsOfTerms(line.replace(LEGAL_WORDS, ''), knowledge) === 0)
const LEGAL_WORDS = /licen[cs]es?|licensed under|notices?|software|code/gi
