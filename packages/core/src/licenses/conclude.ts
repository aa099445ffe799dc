import type { Knowledge } from '../knowledge/knowledge.ts'
import type { ResolvedLicense } from '../names/index.ts'
import type { Clause, License } from '../report/report.ts'
import type { Grant, LicenseClass } from '../report/vocabulary.ts'
import { isOpenClass } from './class.ts'
import type { LicenseReading } from './reading.ts'

/** What was seen of a text. */
interface Seen {
  readonly resolved: ResolvedLicense | null
  /** every word of it is the known text's, or takes nothing; and nothing of that text is missing */
  readonly clean: boolean
  /** what the clauses that restrict by themselves make it; null where none does */
  readonly barred: LicenseClass | null
  readonly asks: readonly Clause[]
  /** something in it was not understood */
  readonly unread: boolean
  /** whether it is in a language that is read */
  readonly read: boolean
  readonly grants: readonly Grant[]
  /** the class of the license that the title of an unknown text names */
  readonly titled: LicenseClass | null
  /** the class of the known text whose wording it is close to without being it */
  readonly skeleton: LicenseClass | null
}

/**
 * The class of a text: that of the known license it is, else what its clauses make it; open only where all was read.
 */
export function classOf(seen: Seen): LicenseClass {
  const { resolved, clean, barred, asks, unread, read, grants, titled, skeleton } = seen
  if (resolved && resolved.class !== 'unknown') {
    if (clean) return resolved.class
    // a restricted text with other words is still of its kind
    if (!isOpenClass(resolved.class)) return barred ?? resolved.class
    return barred ?? (unread ? 'unknown' : 'open-with-rider')
  }
  // of a language that is read in part the purposes that bar are sure enough to restrict, and nothing to be open
  if (!read) return barred === 'non-commercial' ? barred : 'unknown'
  if (barred) return barred
  // a title is believed where it names limits, never where it names an open license
  if (titled !== null && titled !== 'unknown' && titled !== 'open-with-rider' && !isOpenClass(titled)) return titled
  // the wording of a restricted license with what is left of its reservations
  const ofRestricted = skeleton !== null && skeleton !== 'unknown' && !isOpenClass(skeleton)
  if (ofRestricted && asks.length > 0) return 'community-restricted'
  // nothing found that restricts, and nobody approved it: open terms only if all was read and it grants the freedoms
  if (unread || ofRestricted) return 'unknown'
  return FREEDOMS.every(freedom => grants.includes(freedom)) ? 'open-model' : 'unknown'
}

/** without these there is no open license, whatever a text leaves unsaid; whoever may change and pass on may use */
const FREEDOMS = ['modify', 'distribute'] as const satisfies readonly Grant[]

/** The clauses of a text that weigh, and how sure it is the known text. */
interface Weighed {
  readonly bars: readonly Clause[]
  readonly asks: readonly Clause[]
  /** nothing was added to the known text or taken from it but what takes nothing */
  readonly clean: boolean
  readonly exact: boolean
}

/** What a text lets people do, from what it is and what its clauses weigh. */
export function conclude(
  license: License,
  resolved: ResolvedLicense | null,
  { bars, asks, clean, exact }: Weighed,
  knowledge: Knowledge,
): LicenseReading {
  const same = resolved !== null && clean
  // words that only permit or ask take nothing from an open text, but it is no longer the text that was approved
  const open =
    same &&
    (resolved.osiApproved || isConformant(resolved, knowledge) || resolved.class === 'open-source' || resolved.fsfFree)
  // of a rider on an open text its clauses tell whether it restricts, or asks for attribution only
  const restrictedByFacts =
    resolved !== null &&
    resolved.class !== 'unknown' &&
    resolved.class !== 'open-with-rider' &&
    !isOpenClass(resolved.class)
  const openness =
    license.class === 'unknown'
      ? 'unknown'
      : open
        ? 'open'
        : restrictedByFacts || bars.length > 0
          ? 'restricted'
          : 'asks'
  return {
    license,
    osiApproved: same && exact && resolved.osiApproved,
    conformant: same && exact && isConformant(resolved, knowledge),
    bars: open ? [] : bars,
    asks: open ? [] : asks,
    openness,
  }
}

/** Whether a license is on the named, dated list of open terms that OSI has not approved. */
export function isConformant(license: ResolvedLicense | null, knowledge: Knowledge): boolean {
  return (
    license !== null &&
    knowledge.conformant.licenses.some(
      entry => entry.license === license.id || (license.spdx !== null && entry.license === license.spdx),
    )
  )
}
