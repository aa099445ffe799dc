/** suggestions given */
const GIVEN = 3
/** longer words are no typing errors */
const LONGEST = 80

/** The words most like a mistyped one, the nearest first; none when all are far from it. */
export function nearest(word: string, words: Iterable<string>): readonly string[] {
  const asked = word.toLowerCase()
  if (asked.length > LONGEST) return []
  const within = Math.max(1, Math.floor(asked.length / 3))
  // one word in two spellings is one
  const spelled = new Map([...words].map(one => [one.toLowerCase(), one]))
  const scored = [...spelled.values()].flatMap(candidate => {
    const lower = candidate.toLowerCase()
    // a part of a longer name counts as near: "llama" for llama3.1
    const part = asked.length >= 3 && lower.includes(asked)
    const distance = part ? 1 - asked.length / lower.length : editDistance(asked, lower)
    return distance <= within ? [{ candidate, distance }] : []
  })
  return scored
    .sort((one, other) => one.distance - other.distance || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, GIVEN)
    .map(({ candidate }) => candidate)
}

/** How many letters must be put in, left out, replaced or swapped to turn one word into the other. */
export function editDistance(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      current.push(least)
    }
    before = last
    last = current
  }
  return last[other.length] ?? 0
}
