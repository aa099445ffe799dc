import type { Offer } from '../../evidence/evidence.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import type { Base } from '../../lineage/relation.ts'
import type { Text } from '../../release/release.ts'
import type { Cited, Conflict, LineageStep } from '../../report/report.ts'
import type { Standing } from '../../report/vocabulary.ts'
import type { ModelRights } from '../rights.ts'
import { lineWith } from './travels.ts'

/** A base with what is known of its license. */
export interface ReadBase {
  readonly base: Base
  readonly reading: LicenseReading | null
  /** its license is only asked about: by a name, or by a fact whose source nobody opened */
  readonly asks: boolean
}

/** What is reported of a standing: terms wider than those of the base, or terms of the base that were dropped. */
export function conflictOf(standing: Standing, model: ModelRights, { base, reading }: ReadBase): Conflict | null {
  const declared = model.bound[0]
  const theirs = `${base.model}, which comes under ${reading?.license.name ?? 'terms of its own'}`
  const cited: Cited = [...base.cited, ...(declared?.cited.slice(0, 1) ?? [])]
  const own = declared?.reading.license.name ?? 'open terms'
  switch (standing) {
    case 'wider':
      return {
        kind: 'lineage-wider',
        because: `${model.name} is put under ${own}; it starts from ${theirs}`,
        cited: [...cited],
      }
    case 'incompatible':
      return {
        kind: 'lineage-wider',
        because: `${model.name} is merged from models whose terms cannot be kept at once; one is ${theirs}`,
        cited: [...cited],
      }
    case 'missing':
      // a release that states no terms, or only tells of its base and forbids trade, contradicts nothing: its step says
      // it
      return declared &&
        (base.via === 'metadata' ||
          declared.reading.license.class !== 'non-commercial' ||
          // limits that whoever passes the model on has to pass on in terms of their own
          reading?.license.clauses.some(({ kind, mode }) => kind === 'share.flowdown' && mode === 'duty'))
        ? {
            kind: 'lineage-missing-terms',
            because: `${model.name} is put under ${own} and names no other terms; it starts from ${theirs}`,
            cited: [...cited],
          }
        : null
    default:
      return null
  }
}

/**
 * Restricted terms of another that are passed on here by name alone, without their text or its address, though they ask
 * for a copy of themselves; and of what else they ask, nothing is seen either. Of open terms the step itself says so:
 * whoever reads their name can find the text, and loses no limit by it.
 */
export function missingCopy(
  { reading }: ReadBase,
  step: LineageStep | undefined,
  offer: Offer,
  notices: readonly Text[],
  { licenses }: Knowledge,
): Conflict | null {
  if (step?.stands !== 'same' || reading?.openness !== 'restricted' || offer !== 'in-tree') return null
  const { links = [] } = licenses.get(reading.license.id ?? '') ?? {}
  if (links.some(link => lineWith(notices, link))) return null
  const duty = step.travels.find(({ clause, answer }) => clause === 'share.attribution_notice' && answer === 'unmet')
  // who keeps another of its duties passes on more than the name
  if (!duty || step.travels.some(({ answer }) => answer === 'met')) return null
  return {
    kind: 'text-missing',
    because: `the terms of ${step.model} ask for a copy of themselves with what is made from it. ${duty.because}`,
    cited: [...step.cited, ...duty.cited],
  }
}
