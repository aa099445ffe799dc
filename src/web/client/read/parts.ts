import { fileWords, wordsIn } from '../../../licenses/account/words.ts'
import type { License } from '../../../report.ts'
import { normalize } from '../../../text/normalize.ts'
import { lineStarts } from '../marked/cited.ts'

/** A part of a text, as the report tells it. */
export type Part = NonNullable<License['parts']>[number]

/** Where a part stands in the raw text. */
interface PlacedPart {
  readonly part: Part
  readonly from: number
  readonly to: number
}

/** words of a raw line in which a word of its plain form is looked for: between them stands markup */
const FARTHEST = 60

/**
 * Finds the raw letters of parts, which tell lines and numbers of words: each takes, in its lines, as many words as it
 * has of those that none before it took. The parts are all words of the text, each once, so every part finds its own.
 */
export function placeParts(content: string, parts: readonly Part[]): readonly PlacedPart[] {
  const raw = rawWords(content)
  let next = 0
  return [...parts]
    .sort((one, other) => one.line - other.line)
    .flatMap(part => {
      while (next < raw.length && (raw[next]?.line ?? 0) < part.line) next++
      const first = next
      while (next < raw.length && next - first < part.words && (raw[next]?.line ?? 0) <= part.endLine) next++
      const [from, to] = [raw[first]?.from, raw[next - 1]?.to]
      return next > first && from !== undefined && to !== undefined ? [{ part, from, to: endOf(content, to) }] : []
    })
}

/** the marks that end a word belong to it */
const endOf = (content: string, to: number): number =>
  to + (/^[^\s\p{L}\p{N}]{0,4}/u.exec(content.slice(to, to + 8))?.[0].length ?? 0)

interface RawWord {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** The words of a text as it is read, each where its raw letters stand. */
function rawWords(content: string): readonly RawWord[] {
  const plain = normalize(content)
  const { count, lines, starts, ends } = fileWords(plain)
  if (plain === content)
    return Array.from({ length: count }, (_, at) => ({
      line: lines[at] ?? 1,
      from: starts[at] ?? 0,
      to: ends[at] ?? 0,
    }))
  const begins = lineStarts(content)
  const rawLines = content.split('\n')
  return plain.split('\n').flatMap((line, index) => {
    const begin = begins[index] ?? content.length
    const found = fileWords(rawLines[index] ?? '')
    return placesOf(wordsIn(line), wordsIn(rawLines[index] ?? '')).map(place => ({
      line: index + 1,
      from: begin + (found.starts[place] ?? 0),
      to: begin + (found.ends[place] ?? 0),
    }))
  })
}

/** By plain word of a line, the place of its raw word; one that is there in other letters has that of its neighbor. */
function placesOf(plain: readonly string[], raw: readonly string[]): readonly number[] {
  if (plain.length === raw.length) return plain.map((_, at) => at)
  let next = 0
  return plain.map(word => {
    const at = raw.slice(next, next + FARTHEST).indexOf(word)
    const place = at < 0 ? Math.min(next, Math.max(0, raw.length - 1)) : next + at
    if (at >= 0) next = place + 1
    return place
  })
}
