import type { License } from '../../report.ts'

type Change = License['match']['residue'][number]

/** Short words that stand in a text in place of others again and again, such as the name of whoever licenses it. */
export interface Replaced {
  readonly words: string
  readonly places: readonly Change[]
}

/** words that are exchanged throughout are no more than these, and stand in so many places at least */
const FEW_WORDS = 6
const OFTEN = 4

/**
 * The changes of a text with those folded that put the same short words in place of others throughout. A change that
 * is folded stays in the report; here it is only shown once.
 */
export function foldChanges(residue: readonly Change[]): {
  readonly replaced: readonly Replaced[]
  readonly rest: readonly Change[]
} {
  const byWords = new Map<string, Change[]>()
  for (const change of residue) {
    if (change.side !== 'added' || change.words > FEW_WORDS || change.quote === undefined) continue
    const same = byWords.get(change.quote)
    if (same === undefined) byWords.set(change.quote, [change])
    else same.push(change)
  }
  const replaced = [...byWords].flatMap(([words, places]) => (places.length < OFTEN ? [] : [{ words, places }]))
  const folded = new Set(replaced.flatMap(({ places }) => places))
  /* the words they stand for are missing on the same lines */
  const owed = new Map<number, number>()
  for (const { line } of folded) owed.set(line, (owed.get(line) ?? 0) + 1)
  const rest = residue.filter(change => {
    if (folded.has(change)) return false
    const left = owed.get(change.line) ?? 0
    if (change.side !== 'missing' || change.words > FEW_WORDS || left === 0) return true
    owed.set(change.line, left - 1)
    return false
  })
  return { replaced, rest }
}
