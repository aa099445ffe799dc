import type { ComponentFound, Evidence } from '../evidence/evidence.ts'
import type { LegalFile } from '../evidence/legal/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { UnreadFile } from '../release/release.ts'
import type {
  Citation,
  Cited,
  Conflict,
  LineageStep,
  Unread as NotRead,
  Licensing as Stated,
} from '../report/report.ts'
import type { Basis } from '../report/vocabulary.ts'
import type { Statement } from './statements/statement.ts'

/**
 * A legal file that may bind the weights, though nobody says that it does: one that was not wholly read, or one that
 * was and restricts.
 */
export interface DoubtfulFile {
  readonly path: string
  readonly reading: LicenseReading
  /** null of a text that was read, and restricts */
  readonly unread: UnreadFile | null
  /** a model that its name, or its folder, names */
  readonly subject: string | null
  readonly cited: Cited
  /** its own words name the weights in all that they take: it binds, and is told as what does */
  readonly ofWeights?: boolean
}

/** One component, and the rights on it. */
export interface ComponentRights {
  readonly found: ComponentFound
  /** SPDX's three words: declared, detected, concluded; ids, NONE or NOASSERTION */
  readonly licensing: Stated
  /** every license concluded for it; empty where none reaches it */
  readonly readings: readonly LicenseReading[]
  readonly cited: Cited
}

/** One model of the release, and every license that binds its weights. */
export interface ModelRights {
  readonly name: string
  readonly places: readonly string[]
  /** what it starts from, of what the release's models do */
  readonly lineage?: readonly LineageStep[]
  /** it is an adapter without its base, of which it with its base is told too */
  readonly alone?: boolean
  /** all that bind, over its lineage: the more restrictive reading of every contradiction */
  readonly floor: readonly LicenseReading[]
  /** the other reading of contradictions; the same as `floor` where there are none */
  readonly ceiling: readonly LicenseReading[]
  /** how the terms come to reach these weights; none where nobody says, or where nobody here can */
  readonly reach: Basis | 'none' | 'not-looked'
  /** every license that binds, each with the statements that say so; `base` where it binds through the lineage */
  readonly bound: readonly { readonly reading: LicenseReading; readonly base: string | null; readonly cited: Cited }[]
  /**
   * legal files that may bind them too, and were not wholly read, or restrict and nobody says of what; in `floor` alone
   */
  readonly doubts?: readonly DoubtfulFile[]
  /** sentences outside of files of terms that may take something from whoever uses them */
  readonly suspected?: readonly Suspected[]
  readonly cited: Cited
}

/** A sentence that may take something, and is too unsure to bind. */
export interface Suspected {
  /** kinds of clause that it may be; none where any may */
  readonly kinds: readonly string[]
  readonly cited: Cited
}

/** Everything the frameworks and the verdict judge. */
export interface Case {
  readonly evidence: Evidence
  readonly knowledge: Knowledge
  readonly readings: readonly LicenseReading[]
  /** what the release states of its terms */
  readonly statements: readonly Statement[]
  /** files of terms that may be for the weights */
  readonly texts: readonly LegalFile[]
  readonly components: readonly ComponentRights[]
  readonly models: readonly ModelRights[]
  /** licenses stated for the release as a whole; whether they flow onto a part is another question */
  readonly whole: readonly LicenseReading[]
  readonly lineage: readonly LineageStep[]
  /**
   * steps by which nothing is judged: parts, teachers, and earlier models of the publisher of which nothing is known
   */
  readonly beside?: readonly LineageStep[]
  /** legal files that are there and were not wholly read */
  readonly unread: readonly NotRead[]
  readonly conflicts: readonly Conflict[]
  /** what is said of all of the release that cannot hold together, whether it offers weights or not */
  readonly conflictsOfWhole: readonly Conflict[]
  /** the public library that runs the model, with its license id */
  readonly library: { readonly name: string; readonly license: string; readonly cited: Citation } | null
}
