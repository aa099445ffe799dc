import type { Cited, Finding } from '../report/report.ts'
import { fnv } from '../text/hash.ts'

/** Collects findings; each is named by kind, path and a short hash of what it says, the same between runs. */
export interface Findings {
  /** adds a finding and returns its id */
  add(kind: string, says: string, cited: Cited, wouldChange: string): string
  /** takes over a finding of another collection */
  keep(finding: Finding): void
  readonly all: readonly Finding[]
}

/** An empty collection of findings. */
export function collectFindings(): Findings {
  const all: Finding[] = []
  return {
    all,
    keep(finding) {
      if (!all.some(({ id }) => id === finding.id)) all.push(finding)
    },
    add(kind, says, cited, wouldChange) {
      const first = cited[0]
      const path = 'path' in first ? first.path : 'looked' in first ? 'absent' : 'known'
      const id = `${kind}:${path}:${shortHash(says)}`
      if (!all.some(finding => finding.id === id)) all.push({ id, kind, says, cited: [...cited], wouldChange })
      return id
    },
  }
}

/** A hash as six base-36 digits: enough to tell a report's findings apart. */
export const shortHash = (text: string): string => fnv(text).toString(36).padStart(7, '0').slice(-6)
