import { sentenceOfWords } from '../changes/sentences.ts'
import { binds } from '../wording/binding.ts'
import { holderParts } from '../wording/holders.ts'
import { optionalParts } from '../wording/optional.ts'
import { positions } from '../wording/positions.ts'
import { titleLength } from '../wording/title.ts'
import { type HashedWords, tokenize } from '../wording/tokens.ts'
import { foldNames } from '../wording/variables.ts'
import { grams, sequenceKey } from './grams.ts'
import type { Range } from './ranges.ts'

/** What is kept of a license text: hashes, and where its parts stand, but none of its words. */
export interface Fingerprint {
  readonly names: readonly string[]
  /** of all words, names of parties not folded */
  readonly key: number
  /** of the same text with names folded: all of it, and without its title, its optional tail, or both */
  readonly folded: { readonly all: number; readonly untitled: number; readonly untailed: number; readonly core: number }
  /** hashes of each run of four words, names folded, in order */
  readonly grams: Uint32Array
  /** number of words, names folded */
  readonly words: number
  /** parts that may be left out: title, "how to apply", a publisher's note about itself */
  readonly optional: readonly Range[]
  /** blanks to fill in */
  readonly blanks: readonly Range[]
  /** how each sentence reads, packed; see `sentences.ts` */
  readonly sentences: Uint32Array
}

const encoder = new TextEncoder()

/** Makes the fingerprint of a license text that is known under `name`. */
export function fingerprint(name: string, text: string): Fingerprint {
  const bytes = encoder.encode(text)
  const raw = tokenize(bytes)
  const words = foldNames(raw)
  const { hashes } = words
  const title = titleLength(bytes, words)
  const optional = optionalParts(text, words)
  const tail = optional.find(part => part.to === hashes.length)?.from ?? hashes.length
  return {
    names: [name],
    key: sequenceKey(raw.hashes),
    folded: {
      all: sequenceKey(hashes),
      untitled: sequenceKey(hashes.subarray(title)),
      untailed: sequenceKey(hashes.subarray(0, tail)),
      core: sequenceKey(hashes.subarray(title, tail)),
    },
    grams: grams(hashes),
    words: hashes.length,
    optional: [...(title > 0 ? [{ from: 0, to: title }] : []), ...optional, ...holderParts(text, words)],
    blanks: blanks(text, words),
    sentences: sentenceOfWords(text, words),
  }
}

/** `<year>`, `[name of owner]`, `{licensor}`, `____`: what the text asks to fill in. */
const BLANK = /<[^<>\n]{1,80}>|\[[^[\]\n]{0,80}\]|\{[^{}\n]{1,80}\}|_{3,}/g

/** two blanks with fewer words between them than a gram has are one: those words cannot be seen */
const CLOSEST = 4

function blanks(text: string, words: HashedWords): readonly Range[] {
  const found: Range[] = []
  const at = positions(text, words)
  for (const match of text.matchAll(BLANK)) {
    const from = at(match.index)
    const to = at(match.index + match[0].length)
    if (to === from || binds(words.hashes, from, to)) continue
    const last = found.at(-1)
    if (last !== undefined && from - last.to < CLOSEST && !binds(words.hashes, last.to, from)) {
      found[found.length - 1] = { from: last.from, to }
    } else found.push({ from, to })
  }
  return found
}
