import type { Knowledge, KnownLicense } from '../knowledge/knowledge.ts'
import { type ResolvedLicense, resolveId } from '../names/index.ts'
import type { Answers } from '../readings/answers.ts'
import type { IsApproved } from './account/approved.ts'
import type { Memory } from './clauses/memory.ts'
import type { Catalog } from './identity/index.ts'
import type { SecondReader } from './second-reader/index.ts'

/** All that a reading rests on: the facts, the fingerprints of license texts, and the version of this program. */
export interface Known {
  readonly version: string
  readonly knowledge: Knowledge
  readonly catalog: Catalog
  /** what was found in passages met before, which need not be read again; where it is not told, one for all readings */
  readonly memory?: Memory
  /** where it is not told, no sentence is */
  readonly isApproved?: IsApproved
  /** a second opinion of sentences that no wording tells; made when first asked for */
  readonly second?: () => SecondReader
  /** what somebody read of this release; where it is not told, nobody was asked */
  readonly answers?: Answers
}

const byFingerprint = new WeakMap<Knowledge, ReadonlyMap<string, KnownLicense>>()

/** The license that a fingerprint's name stands for: one of ours by its fingerprints, else an SPDX id. */
export function licenseOf(fingerprint: string, knowledge: Knowledge): ResolvedLicense | null {
  let names = byFingerprint.get(knowledge)
  if (!names) {
    names = new Map(
      [...knowledge.licenses.values()].flatMap(license =>
        [...license.fingerprints, ...license.spdx].map(name => [name, license] as const),
      ),
    )
    byFingerprint.set(knowledge, names)
  }
  const known = names.get(fingerprint)
  return known ? resolveId(known.id, null, knowledge) : resolveId(fingerprint, fingerprint, knowledge)
}
