import type { FoundClause, Passage } from '../clause.ts'

/** What a kind, by its id, finds in a passage wherever it stands; null when that depends on the text around it. */
export type RememberedFinding = readonly [kind: string, found: FoundClause | null]

/**
 * What was found in passages read before. Licenses repeat each other's sentences, so a collection of them is read
 * several times as fast; a finding that depends on other passages is never kept.
 */
export interface Memory {
  get(passage: Passage): readonly RememberedFinding[] | undefined
  put(passage: Passage, findings: readonly RememberedFinding[]): void
}

/** letters of passages kept, about 20 MB; then everything is forgotten and begun anew */
const MOST_LETTERS = 8_000_000

/** An empty memory, or one that begins with what the build found in known texts. */
export const memoryOf = (shipped?: Pick<Memory, 'get'>): Memory => {
  /** by what stands above a passage, then by its own words */
  let kept = new Map<string, Map<string, readonly RememberedFinding[]>>()
  let letters = 0
  const sameAbove = ({ heading, lead }: Passage): Map<string, readonly RememberedFinding[]> => {
    const name = `${heading}\n${lead}`
    let same = kept.get(name)
    if (same === undefined) {
      same = new Map()
      kept.set(name, same)
      letters += name.length
    }
    return same
  }
  const put = (passage: Passage, findings: readonly RememberedFinding[]): void => {
    if (letters > MOST_LETTERS) {
      kept = new Map()
      letters = 0
    }
    sameAbove(passage).set(passage.text, findings.length === 0 ? NONE : findings)
    letters += passage.text.length
  }
  return {
    get: passage => {
      const known = sameAbove(passage).get(passage.text)
      if (known !== undefined) return known
      const findings = shipped?.get(passage)
      if (findings !== undefined) put(passage, findings)
      return findings
    },
    put,
  }
}

const NONE: readonly RememberedFinding[] = []

/** All that findings rest on in a passage that depends on nothing else: its words, and those above it. */
export const memoryKey = ({ heading, lead, text }: Passage): string => `${heading}\n${lead}\n${text}`
