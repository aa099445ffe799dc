import type { FoundClause, Passage } from '../clause.ts'

/** What a kind, by its number, finds in a passage wherever it stands; null when that depends on the text around it. */
export type Finding = readonly [kind: number, found: FoundClause | null]

/**
 * What was found in passages read before. Licenses repeat each other's sentences, so a collection of them is read
 * several times as fast; a finding that depends on other passages is never kept.
 */
export interface Memory {
  get(passage: Passage): readonly Finding[] | undefined
  put(passage: Passage, findings: readonly Finding[]): void
}

/** letters of passages kept, about 20 MB; then everything is forgotten and begun anew */
const MOST = 8_000_000

interface Kept {
  readonly lower: string
  readonly findings: readonly Finding[]
}

/** An empty memory. */
export const memoryOf = (): Memory => {
  /** by what stands above a passage and how many lines it takes, then by its own words */
  let kept = new Map<string, Map<string, Kept>>()
  let letters = 0
  let latest: { lead: string; heading: string; lines: number; same: Map<string, Kept> } | undefined
  const sameAbove = ({ lead, heading, line, endLine }: Passage): Map<string, Kept> => {
    const lines = endLine - line
    if (latest?.lines !== lines || latest.lead !== lead || latest.heading !== heading) {
      const name = `${lines}\n${heading}\n${lead}`
      let same = kept.get(name)
      if (same === undefined) {
        same = new Map()
        kept.set(name, same)
        letters += name.length
      }
      latest = { lead, heading, lines, same }
    }
    return latest.same
  }
  return {
    get: passage => {
      const known = sameAbove(passage).get(passage.text)
      /* the letters of a block may be made small or not at all */
      return known?.lower === passage.lower ? known.findings : undefined
    },
    put: (passage, findings) => {
      if (letters > MOST) {
        kept = new Map()
        letters = 0
        latest = undefined
      }
      sameAbove(passage).set(passage.text, { lower: passage.lower, findings: findings.length === 0 ? NONE : findings })
      letters += 2 * passage.text.length
    },
  }
}

const NONE: readonly Finding[] = []
