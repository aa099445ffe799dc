import type { Catalog } from '../texts/catalog.ts'
import { GRAM } from '../texts/grams.ts'
import { count, type Range, required } from '../texts/ranges.ts'
import { type AlignedRun, align } from './align.ts'
import type { Candidate } from './candidates.ts'
import type { FileGrams } from './file-grams.ts'

/** Where two texts differ: words of the file, words of the license, or both at one place; either may be empty. */
export interface Gap {
  readonly added: Range
  readonly missing: Range
}

/** A file, or what is left of it, held against one known text. */
export interface Comparison {
  readonly id: number
  readonly blocks: readonly AlignedRun[]
  /** the words of the file from the first to the last that match */
  readonly span: Range
  /** words of the license that stand in the file, in order */
  readonly matched: number
  /** words of the license that do not and may not be left out */
  readonly lost: number
  /** words of the file inside of the span that are not in the license */
  readonly extra: number
  /** Sørensen–Dice over the span, 0 to 1 */
  readonly dice: number
  /** what the license explains: matched words, less where it explains badly */
  readonly score: number
}

/** What a comparison cannot exceed, told from the number of grams that both texts have. */
export interface Limit {
  readonly matched: number
  /** words of the license that match or are lost, at least */
  readonly words: number
  readonly dice: number
  readonly score: number
}

/** Each shared gram explains its own words at most, and all that may not be left out either matches or is lost. */
export function limitOf({ id, shared }: Candidate, { known, needed }: Catalog): Limit {
  const matched = Math.min(known[id]!.words, shared * GRAM)
  const words = Math.max(matched, needed(id))
  const dice = (2 * matched) / (matched + words)
  return { matched, words, dice, score: matched * dice * dice }
}

/** a stray match this many times farther away than it is long does not belong to the text */
const REACH = 8

/** How a file stands to a known text; null where nothing belongs together. */
export function compareWithKnown({ id, names }: Candidate, file: FileGrams, { known }: Catalog): Comparison | null {
  const license = known[id]!
  const blocks = belonging(align(file, names))
  const first = blocks[0]
  const last = blocks.at(-1)
  if (first === undefined || last === undefined) return null
  const span = { from: first.file, to: last.file + last.length + GRAM - 1 }
  let lost = 0
  let extra = 0
  let unmatched = 0
  for (const gap of gaps(blocks, license.words)) {
    unmatched += gap.missing.to - gap.missing.from
    lost += count(required(gap.missing, license))
    if (gap.added.from >= span.from && gap.added.to <= span.to) extra += gap.added.to - gap.added.from
  }
  const matched = license.words - unmatched
  const dice = (2 * matched) / (2 * matched + lost + extra)
  return { id, blocks, span, matched, lost, extra, dice, score: matched * dice * dice }
}

/** How well the words of a file from `from` to before `to` are explained: those that match, less those that do not. */
export function explained({ blocks }: Comparison, { from, to }: Range): number {
  let matched = 0
  let end = from
  for (const block of blocks) {
    const begin = Math.max(end, block.file)
    end = Math.max(end, Math.min(to, block.file + block.length + GRAM - 1))
    matched += Math.max(0, end - begin)
  }
  return 2 * matched - (to - from)
}

/** The places between blocks, before the first and after the last; outside of the span nothing is added. */
export function gaps(blocks: readonly AlignedRun[], words: number): readonly Gap[] {
  const found: Gap[] = []
  let file = blocks[0]?.file ?? 0
  let license = 0
  for (const block of [...blocks, null]) {
    const added = { from: file, to: block?.file ?? file }
    const missing = { from: license, to: block?.license ?? words }
    if (added.to > added.from || missing.to > missing.from) {
      found.push({
        added: { ...added, to: Math.max(added.from, added.to) },
        missing: { ...missing, to: Math.max(missing.from, missing.to) },
      })
    }
    if (block === null) break
    file = Math.max(file, block.file + block.length + GRAM - 1)
    license = Math.max(license, block.license + block.length + GRAM - 1)
  }
  return found
}

/** The blocks that lie together: the run with the most matching grams, less a part of the distance between them. */
function belonging(blocks: readonly AlignedRun[]): readonly AlignedRun[] {
  let best = { from: 0, to: 0, weight: 0 }
  let from = 0
  let weight = 0
  blocks.forEach((block, i) => {
    const previous = blocks[i - 1]
    const distance = previous === undefined ? 0 : block.file - previous.file - previous.length - GRAM + 1
    weight -= Math.max(0, distance) / REACH
    if (weight <= 0) {
      weight = 0
      from = i
    }
    weight += block.length
    if (weight > best.weight) best = { from, to: i + 1, weight }
  })
  return blocks.slice(best.from, best.to)
}
