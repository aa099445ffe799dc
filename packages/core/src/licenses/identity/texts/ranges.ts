/** Words from `from` to before `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** How many words there are in ranges. */
export function count(ranges: readonly Range[]): number {
  let sum = 0
  for (const { from, to } of ranges) sum += to - from
  return sum
}

/** What of the missing words may not be left out. */
export function required(missing: Range, text: Record<'optional' | 'blanks', readonly Range[]>): readonly Range[] {
  if (missing.to <= missing.from) return []
  return less(less([missing], text.optional), text.blanks)
}

function less(ranges: readonly Range[], free: readonly Range[]): readonly Range[] {
  let left = ranges
  for (const one of free) {
    // nearly always nothing has to be taken out
    if (!left.some(range => one.to > range.from && one.from < range.to)) continue
    left = left.flatMap(range => {
      if (one.to <= range.from || one.from >= range.to) return [range]
      return [
        { from: range.from, to: Math.min(range.to, one.from) },
        { from: Math.max(range.from, one.to), to: range.to },
      ].filter(({ from, to }) => to > from)
    })
  }
  return left
}
