import type { Features } from './features.ts'
import type { Weights } from './weights.ts'

/** Words of a passage, as offsets in its text. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** a person looks at so many words */
const MOST = 3

/** The words whose features speak most for an output: the strongest first, none over another. */
export const wordsThatSpeak = (
  features: Features,
  output: number,
  { starts, cells, steps }: Weights,
  place: (id: number) => number,
  worth: Float64Array,
): readonly Span[] => {
  const spans = new Map<string, { from: number; to: number; says: number }>()
  const counted = new Set<number>()
  for (let at = 0; at < features.count; at++) {
    const row = place(features.ids[at]!)
    const from = features.from[at]!
    const to = features.to[at]!
    if (row < 0 || to === from || counted.has(row)) continue
    counted.add(row)
    for (let cell = starts[row]!; cell < starts[row + 1]!; cell++) {
      if (cells[cell] !== output) continue
      const key = `${from} ${to}`
      const span = spans.get(key) ?? { from, to, says: 0 }
      span.says += steps[cell]! * worth[features.group[at]!]!
      spans.set(key, span)
    }
  }
  const chosen: Span[] = []
  for (const { from, to, says } of [...spans.values()].sort((one, other) => other.says - one.says)) {
    if (says <= 0 || chosen.length === MOST) break
    if (chosen.every(span => to <= span.from || from >= span.to)) chosen.push({ from, to })
  }
  return chosen
}
