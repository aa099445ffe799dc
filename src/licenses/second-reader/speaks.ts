import type { Features } from './features.ts'
import type { Weights } from './weights.ts'

/** Words of a passage, as offsets in its text. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** a person looks at so many groups of so many words */
const MOST = 3
const LONGEST = 6

/** a word says something if it says more than this part of what the strongest one says */
const FLOOR = 0.2

/** a group is shown if it says more than this part of what the first one says */
const SHOWN = 0.35

/** The words whose features speak most for an output, in groups: the strongest first, none over another. */
export const wordsThatSpeak = (
  features: Features,
  output: number,
  weights: Weights,
  place: (id: number) => number,
  worth: Float64Array,
): readonly Span[] => {
  const words = wordsOf(features)
  const says = new Float64Array(words.length)
  const counted = new Set<number>()
  for (let at = 0; at < features.count; at++) {
    const row = place(features.ids[at]!)
    if (row < 0 || features.to[at] === 0 || counted.has(row)) continue
    counted.add(row)
    const said = saysFor(weights, row, output) * worth[features.group[at]!]!
    const own = words.flatMap(({ from, to }, word) =>
      from >= features.from[at]! && to <= features.to[at]! ? [word] : [],
    )
    for (const word of own) says[word]! += said / own.length
  }
  const floor = Math.max(...says, 0) * FLOOR
  const chosen: { from: number; to: number; says: number }[] = []
  while (floor > 0 && chosen.length < MOST) {
    const group = strongest(says, floor)
    if (group === null || group.says < (chosen[0]?.says ?? 0) * SHOWN) break
    chosen.push({ from: words[group.first]!.from, to: words[group.last]!.to, says: group.says })
    says.fill(Number.NEGATIVE_INFINITY, group.first, group.last + 1)
  }
  return chosen.map(({ from, to }) => ({ from, to }))
}

/** The single words that features come from, as they stand. */
const wordsOf = ({ count, from, to }: Features): readonly Span[] => {
  const ends = new Map<number, number>()
  for (let at = 0; at < count; at++) {
    if (to[at] === 0) continue
    ends.set(from[at]!, Math.min(to[at]!, ends.get(from[at]!) ?? to[at]!))
  }
  return [...ends].map(([start, end]) => ({ from: start, to: end })).sort((one, other) => one.from - other.from)
}

const saysFor = ({ starts, cells, steps }: Weights, row: number, output: number): number => {
  for (let cell = starts[row]!; cell < starts[row + 1]!; cell++) if (cells[cell] === output) return steps[cell]!
  return 0
}

/** The words in a row that say most above the floor together; null where none does. */
const strongest = (says: Float64Array, floor: number): { first: number; last: number; says: number } | null => {
  let best = null
  for (let first = 0; first < says.length; first++) {
    let sum = 0
    for (let last = first; last < Math.min(says.length, first + LONGEST); last++) {
      sum += says[last]! - floor
      if (sum > (best?.says ?? 0)) best = { first, last, says: sum }
    }
  }
  return best
}
