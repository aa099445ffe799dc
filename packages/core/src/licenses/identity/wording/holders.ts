import type { Range } from '../texts/ranges.ts'
import { bindsHolder } from './binding.ts'
import { positions } from './positions.ts'
import type { HashedWords } from './tokens.ts'

/** A copyright notice up to the end of its sentence or paragraph. */
const NOTICE = new RegExp(
  String.raw`(?:\bcopyright|\(c\)|\u00a9)[^\n]{0,16}?(?:\b[12]\d{2,3}|[<[{\u00a9]|\(c\)|\byyyy|\byear)` +
    String.raw`(?:[^.\n]|\.(?![^\S\n])|\n(?!\s{0,40}\n)){0,400}`,
  'gi',
)

/** longer than a notice with its holders; holds more than that */
const LONGEST_NOTICE = 40

/**
 * Where a known text names its own holders. Whole lines of that kind are no words of a text at all; this is for what
 * runs on over the next line or begins within one.
 */
export function holderParts(text: string, words: HashedWords): readonly Range[] {
  const at = positions(text, words)
  return Array.from(text.matchAll(NOTICE)).flatMap(match => {
    const from = at(match.index)
    const lineEnd = at(match.index + (match[0].indexOf('\n') + 1 || match[0].length))
    const end = at(match.index + match[0].length)
    const to = [end, lineEnd].find(to => to - from <= LONGEST_NOTICE && !bindsHolder(words.hashes, from, to))
    return to === undefined || to === from ? [] : [{ from, to }]
  })
}
