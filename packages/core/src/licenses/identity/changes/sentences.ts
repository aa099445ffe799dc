import { RESIDUE_READINGS, type ResidueReading } from '../../../report/vocabulary.ts'
import { anyOf } from '../../../text/patterns.ts'
import type { Range } from '../texts/ranges.ts'
import { positions } from '../wording/positions.ts'
import type { HashedWords } from '../wording/tokens.ts'

/**
 * The sentences of a known text, in order, each in one number: how many words, how it reads, whether it gives a
 * right. So words that are missing from a text can be read, though they are not kept.
 */

/** Where a sentence may end: at its mark or an empty line. */
const END = /[.!?](?=["'”’)\]]{0,3}\s)|[。！？]|\n[ \t]{0,80}\n/g

/** blanks between the words that introduce a list and the line after them, at most */
const INDENT = 20

const FLAGS = 16
const GRANTS = 8

const GIVES = anyOf(
  /\bpermission(?: is)?(?: hereby)? (?:granted|given)\b|\b(?:hereby )?grants?\b|\bgranted\b/,
  /\byou (?:may|can|are free to)\b/,
  /\bmay (?:also )?(?:be )?(?:used?|cop(?:y|ied)|modif(?:y|ied)|distributed?|freely)\b/,
  /\b(?:is|are) (?:permitted|allowed|free to)\b|\bfree(?:ly)? (?:to|for|use)\b|\bpermits?\b|\ballows?\b/,
  /\bredistribution and use\b|\bfor any purpose\b|\bdedicate[sd]?\b|\bpublic domain\b|可以|允许|授予|许可您|免费/,
)
const DISCLAIMS = anyOf(
  /\b(?:liab(?:le|ility|ilities)|warrant(?:y|ies|ed)|as[- ]is|merchantability|damages?)\b/,
  /\b(?:disclaim(?:s|ed|er|ers)?|at your own risk|no responsibility|guarantees?d?|fitness for)\b/,
  /\b(?:non-?infringement)\b|免责|不承担|责任|担保|保证/,
)
const BINDS = /\b(?:must|may not|only|provided that|required?|agree|subject to|terminate[sd]?|indemnify)\b|必须|不得|仅/

/** What a sentence that gives no right amounts to: it disclaims, or it may be a duty. */
const readingOf = (lower: string): ResidueReading =>
  DISCLAIMS.test(lower) && !BINDS.test(lower) ? 'disclaimer' : 'condition'

/** The sentence that each word is in, by its number. */
export function sentenceOfWords(text: string, words: HashedWords): Uint32Array {
  const found: number[] = []
  const at = positions(text, words)
  let begin = 0
  let from = 0
  for (const end of ends(text)) {
    const to = end === text.length ? words.hashes.length : at(end)
    if (to === from) continue
    const lower = text
      .slice(begin, end)
      .replace(/[\s*_>`#|]+/g, ' ')
      .toLowerCase()
    found.push((to - from) * FLAGS + (GIVES.test(lower) ? GRANTS : 0) + RESIDUE_READINGS.indexOf(readingOf(lower)))
    begin = end
    from = to
  }
  return Uint32Array.from(found)
}

/** The offsets after each sentence; a list stays with the words that introduce it. */
function ends(text: string): readonly number[] {
  const found: number[] = []
  for (const match of text.matchAll(END)) {
    const before = text.slice(Math.max(0, match.index - INDENT), match.index).trimEnd()
    if (match[0].startsWith('\n') && /[:;,：；]$/.test(before)) continue
    found.push(match.index + match[0].length)
  }
  return [...found, text.length]
}

interface Touched {
  readonly reads: ResidueReading
  readonly grants: boolean
  /** whether all of the sentence is in the range */
  readonly whole: boolean
}

/** The sentences a range of words touches; of an empty range the one it stands in. */
function touched(sentences: Uint32Array, range: Range): readonly Touched[] {
  const found: Touched[] = []
  let from = 0
  for (const sentence of sentences) {
    const to = from + Math.floor(sentence / FLAGS)
    if (to > range.from && from < Math.max(range.to, range.from + 1)) {
      const reads = RESIDUE_READINGS[sentence & (GRANTS - 1)] ?? 'condition'
      found.push({ reads, grants: (sentence & GRANTS) !== 0, whole: from >= range.from && to <= range.to })
    }
    from = to
  }
  return found
}

/** Words taken from a grant take a right; a whole duty taken away is a permission; part of one may make it wider. */
export function absenceReading(sentences: Uint32Array, missing: Range): ResidueReading {
  const touching = touched(sentences, missing)
  if (touching.some(({ grants }) => grants)) return 'condition'
  const duties = touching.filter(({ reads }) => reads === 'condition')
  if (duties.length > 0) return duties.every(({ whole }) => whole) ? 'permission' : 'condition'
  return touching[0]?.reads ?? 'notice'
}
