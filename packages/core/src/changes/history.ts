import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Report } from '../report/report.ts'
import type { TermId } from '../report/vocabulary.ts'
import { compareReports, type ReleaseChange } from './compare.ts'

/** A state of a release that a report tells apart from the one before it. */
export interface Step {
  readonly commit: string
  readonly date: string
  readonly subject: string
  readonly term: TermId
  readonly changes: readonly ReleaseChange[]
}

/**
 * Every change of license, claims or openness over the commits that touched them: what `unwash history` prints as JSON.
 */
export interface History {
  readonly schemaVersion: 1
  readonly release: string
  /** commits that were read, and those before them that were not */
  readonly read: number
  readonly left: number
  readonly steps: readonly Step[]
}

/** A commit and the report on it, or why there is none. */
export interface CommitReading {
  readonly commit: string
  readonly date: string
  readonly subject: string
  readonly report: Report
}

/** The states that differ in what a report tells, the oldest first. */
export function historyOf(readings: readonly CommitReading[], left: number, knowledge: Knowledge): History {
  const steps: Step[] = []
  let before: Report | null = null
  for (const { commit, date, subject, report } of readings) {
    const changes = before ? compareReports(before, report, knowledge).changes : []
    if (before === null || changes.length > 0) steps.push({ commit, date, subject, term: report.term.id, changes })
    before = report
  }
  return { schemaVersion: 1, release: before?.release.name ?? '', read: readings.length, left, steps }
}
