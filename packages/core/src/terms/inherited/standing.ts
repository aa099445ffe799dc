import type { Evidence } from '../../evidence/index.ts'
import { isCard, isReadme } from '../../evidence/paths.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { legalNameOf } from '../../knowledge/legal-names.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import type { Standing } from '../../report/vocabulary.ts'
import type { ModelRights } from '../rights.ts'

/** How the terms that a model itself is under stand to those of a base. */
export function standingOf(
  own: ModelRights,
  base: LicenseReading,
  model: string,
  evidence: Evidence,
  knowledge: Knowledge,
): Standing {
  if (own.floor.length === 0) return own.reach === 'none' ? 'missing' : 'unknown'
  return standingOfTerms(own.floor, base, knowledge, () => names(evidence, base, model, knowledge))
}

/**
 * How terms stand to those of a base, whatever is under them. `kept` says whether the terms of the base are kept
 * beside two sets of limits, null where nobody could look; it is asked only then.
 */
function standingOfTerms(
  own: readonly LicenseReading[],
  base: LicenseReading,
  knowledge: Knowledge,
  kept: () => boolean | null,
): Standing {
  if (own.some(reading => isSame(reading, base))) return 'same'
  if (base.openness === 'unknown' || own.some(reading => reading.openness === 'unknown')) return 'unknown'
  const open = own.every(reading => reading.openness === 'open')
  if (base.openness === 'open') {
    if (!open) return 'narrower'
    return asksForItself(base) && !own.some(asksForItself) ? 'wider' : 'both-open'
  }
  if (open) return 'wider'
  // two sets of limits: those of the base are kept where the release names its license too
  if (own.some(reading => samePublisher(reading, base, knowledge) || sameLimits(reading, base))) return 'unknown'
  const keeps = kept()
  return keeps === null ? 'unknown' : keeps ? 'narrower' : 'missing'
}

/** From the standing that must be told to the one that need not. */
const STANDINGS_TOLD = [
  'incompatible',
  'wider',
  'missing',
  'unknown',
  'narrower',
  'both-open',
  'same',
] as const satisfies readonly Standing[]

/** Of several models that start from the same base, the standing that matters most. */
export function worst(standings: readonly Standing[]): Standing {
  return STANDINGS_TOLD.find(standing => standings.includes(standing)) ?? 'unknown'
}

/** Whether no terms can keep those of both parents: one asks for its own license, and the other is under limits. */
export function cannotMerge(one: LicenseReading, other: LicenseReading): boolean {
  if (isSame(one, other)) return false
  const clash = (asks: LicenseReading, beside: LicenseReading) =>
    asksForItself(asks) && (beside.openness === 'restricted' || asksForItself(beside))
  return clash(one, other) || clash(other, one)
}

const isSame = ({ license }: LicenseReading, base: LicenseReading) =>
  base.license.id !== null &&
  (license.id === base.license.id ||
    (license.match.nearest === base.license.id && license.match.kind !== 'related' && license.match.kind !== 'none'))

const asksForItself = ({ license }: LicenseReading) =>
  license.clauses.some(clause => clause.kind === 'share.same_license' && clause.mode === 'duty')

/** versions of one vendor's terms: which of them holds more was not compared */
function samePublisher({ license }: LicenseReading, base: LicenseReading, knowledge: Knowledge): boolean {
  const publisherOf = (id: string | null) => (id ? (knowledge.licenses.get(id)?.publisher ?? null) : null)
  const publisher = publisherOf(base.license.id)
  const own = publisherOf(license.id ?? license.match.nearest)
  return publisher !== null && own === publisher
}

/** terms of the one kind that allows all but a list of uses, and passes the list on: their lists were not compared */
const sameLimits = ({ license }: LicenseReading, base: LicenseReading) =>
  license.class === 'use-restricted' && base.license.class === 'use-restricted'

/** names this short are words of other things too */
const SHORTEST_NAME = 8

/** "the license of Gemma", "Gemma's terms" */
const belongsTo = (model: string): RegExp | null => {
  const name = /^\p{L}{3,40}/u.exec(model.slice(model.indexOf('/') + 1))?.[0]
  if (name === undefined) return null
  const terms = '(?:licen[cs]es?|terms(?: of use)?|agreement)'
  return new RegExp(
    `\\b${terms} (?:of|for) (?:the )?${name}|\\b${name}(?:[- ]?v?\\d(?:\\.\\d)?)?(?:['’]s?)? (?:model )?${terms}\\b`,
    'iu',
  )
}

/** Whether a text of the release names the base's license: by one of its names or addresses, or as that of the base. */
function names({ release }: Evidence, base: LicenseReading, model: string, knowledge: Knowledge): boolean {
  const known = base.license.id ? knowledge.licenses.get(base.license.id) : undefined
  if (!known) return false
  const theirs = belongsTo(model)
  const spellings = [known.name, ...known.names, ...known.links]
    .filter(name => name.length >= SHORTEST_NAME)
    .map(name => name.toLowerCase())
  const pages = [...release.texts.values()].filter(
    ({ path }) => isReadme(path) || isCard(path) || legalNameOf(path, knowledge.legalFiles) !== null,
  )
  return pages.some(({ content }) => {
    const text = content.toLowerCase()
    return spellings.some(name => text.includes(name)) || theirs?.test(content)
  })
}
