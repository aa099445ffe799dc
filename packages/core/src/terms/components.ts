import type { ComponentFound, Evidence } from '../evidence/evidence.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { Cited } from '../report/report.ts'
import { COMPONENT_GROUPS, type ComponentId } from '../report/vocabulary.ts'
import type { ComponentRights, ModelRights } from './rights.ts'
import { isOfTools, type SaidAbout } from './statements/index.ts'
import { isVersionless } from './versionless.ts'
import type { Voice } from './voices.ts'

/**
 * Lays the rights beside every component. A repository's license does not flow onto data or papers without a statement
 * that it does.
 */
export function componentRights(
  evidence: Evidence,
  voices: readonly Voice[],
  models: readonly ModelRights[],
  knowledge: Knowledge,
): ComponentRights[] {
  return evidence.components.map(found => {
    // weights are concluded by model; only checkpoints that somebody speaks of apart have terms of their own
    const heard =
      found.id === 'weights'
        ? []
        : found.id === 'intermediate-weights'
          ? voices.filter(voice => voice.about.includes(found.id))
          : voicesFor(found.id, voices)
    const general = models[0]
    const readings =
      heard.length > 0
        ? unique(
            withVersions(
              heard.flatMap(voice => voice.readings),
              knowledge,
            ),
          )
        : found.id.endsWith('weights')
          ? (general?.floor ?? [])
          : []
    const declared =
      heard.length > 0 ? heard.flatMap(voice => voice.declared ?? []) : found.id === 'weights' ? declaredOf(voices) : []
    return {
      found,
      readings,
      licensing: { declared: join(declared), detected: detected(readings), concluded: concluded(readings) },
      cited: citedOf(found, heard),
    }
  })
}

function voicesFor(id: ComponentId, voices: readonly Voice[]): readonly Voice[] {
  const groups = (Object.keys(COMPONENT_GROUPS) as (keyof typeof COMPONENT_GROUPS)[]).filter(group =>
    COMPONENT_GROUPS[group].some(member => member === id),
  )
  const scopes: readonly SaidAbout[] = [id, ...groups]
  const specific = voices.filter(voice => voice.about.some(about => scopes.includes(about)))
  if (specific.some(voice => !isOfTools(voice)) || groups.includes('data')) return specific
  const general = generalFor(id, groups, voices)
  // a package in a folder may be anybody's: beside what is said of the whole it counts, and never alone
  return general.length > 0 || specific.some(({ via }) => via === 'package') ? [...general, ...specific] : []
}

function generalFor(id: ComponentId, groups: readonly string[], voices: readonly Voice[]): readonly Voice[] {
  const others = voices.filter(voice => voice.about.includes('others'))
  if (groups.includes('documents') && others.length > 0) return others
  if (id === 'technical-report' || id === 'research-paper') return []
  return voices.filter(voice => voice.about.includes('all') && voice.models.length === 0)
}

const declaredOf = (voices: readonly Voice[]) =>
  voices
    .filter(voice => voice.about.some(about => about === 'weights' || about === 'all'))
    .flatMap(voice => voice.declared ?? [])

/** A family that tools name is the version of it that the text beside it is. */
const withVersions = (readings: readonly LicenseReading[], knowledge: Knowledge): readonly LicenseReading[] =>
  readings.filter(reading => !isVersionless(reading, readings, knowledge))

function unique(readings: readonly LicenseReading[]): LicenseReading[] {
  const seen = new Set<string>()
  return readings.filter(reading => {
    const key = idOf(reading)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** An id for SPDX's words: ours, or a LicenseRef made of the name. */
function idOf(reading: LicenseReading): string {
  const { id, name, text } = reading.license
  return id ?? `LicenseRef-${(name ?? text?.path ?? 'unread').replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 60)}`
}

/** The rights on a component by the licenses of it that were read elsewhere. */
export const licensingOf = (readings: readonly LicenseReading[]): ComponentRights['licensing'] => ({
  declared: join(readings.map(idOf)),
  detected: detected(readings),
  concluded: concluded(readings),
})

const join = (ids: readonly string[]) => (ids.length === 0 ? 'NONE' : [...new Set(ids)].sort().join(' AND '))

const detected = (readings: readonly LicenseReading[]) => {
  const texts = readings.filter(reading => reading.license.text !== null)
  return join(texts.map(idOf))
}

/** What was not read takes nothing from a license that restricts, and may take all from one that does not. */
function concluded(readings: readonly LicenseReading[]): string {
  if (readings.length === 0) return 'NONE'
  const read = readings.filter(({ openness }) => openness !== 'unknown')
  const named = read.some(({ openness, license }) => openness === 'restricted' && license.id !== null)
  return read.length === readings.length || named ? join(read.map(idOf)) : 'NOASSERTION'
}

function citedOf(found: ComponentFound, heard: readonly Voice[]): Cited {
  return [found.cited[0], ...found.cited.slice(1), ...heard.slice(0, 2).map(voice => voice.cited[0])]
}
