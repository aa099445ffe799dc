import type { Citation } from '../../report/report.ts'
import type { LicenseClass } from '../../report/vocabulary.ts'

/** One thing that two license texts say differently, in the words of their clauses. */
export interface Change {
  readonly about: 'class' | 'clause' | 'grant' | 'definition'
  /** a kind of clause, a grant, the short name of a framework, or `class` */
  readonly id: string
  readonly how: 'added' | 'removed' | 'changed'
  readonly says: string
  /** where the one text says it, and the other; empty where it says nothing */
  readonly before: readonly Citation[]
  readonly after: readonly Citation[]
}

/** One of the two texts. */
export interface Side {
  readonly paths: readonly string[]
  readonly id: string | null
  readonly name: string
  readonly class: LicenseClass
}

/** What changed from one license text to another: what `unwash license --diff` prints as JSON. */
export interface LicenseDiff {
  readonly schemaVersion: 1
  readonly before: Side
  readonly after: Side
  readonly changes: readonly Change[]
}
