import { type Evidence, namesLinked } from '../../evidence/evidence.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import { lettersOf } from '../../text/letters.ts'
import type { ModelRights } from '../rights.ts'
import type { Voice } from '../voices.ts'
import { modelsKnown, modelsNamed, ownNames } from './names.ts'

/** The voices that speak for weights in general, and how they come to reach them. */
export interface General {
  readonly voices: readonly Voice[]
  readonly reach: ModelRights['reach']
}

/**
 * Where several models are linked and sentences put "the models" under different terms, each sentence speaks of some
 * of them: those that its heading names, or that are linked under it and that no voice of `named` puts under terms of
 * their own. Where it names none, the strictest of what is said counts for all.
 */
export function partsSpokenOf(
  evidence: Evidence,
  general: General,
  named: readonly Voice[],
  knowledge: Knowledge,
): { readonly apart: readonly Voice[]; readonly differ: boolean } {
  const linked = new Set(namesLinked(evidence.weights))
  if (general.reach !== 'stated' || evidence.weights.offer !== 'linked' || linked.size < 2) return NOT_APART
  const spoken = general.voices.filter(
    voice =>
      !voice.adds &&
      voice.about.includes('weights') &&
      voice.via !== 'metadata' &&
      voice.via !== 'gate' &&
      voice.readings.some(reading => reading.license.id ?? reading.license.name),
  )
  // a sentence that only restricts speaks of the restricted license beside it
  const licensed = spoken.filter(voice => !voice.restricts)
  const limited = licensed.every(voice => voice.readings.some(reading => reading.openness === 'restricted'))
  const terms = new Set((limited ? licensed : spoken).flatMap(voice => voice.readings.map(termsKey)))
  if (terms.size < 2) return NOT_APART
  const names = ownNames(evidence)
  const told = new Set(named.flatMap(({ models }) => models.map(lettersOf)))
  const apart = spoken.flatMap(voice => {
    const { section, restricts } = voice
    // what takes something is said of all, unless its heading names a model that there is
    const models = (restricts ? modelsKnown : modelsNamed)(section, names, knowledge)
    if (models.length > 0) return { ...voice, models }
    const linked = restricts ? [] : linkedUnder(voice, evidence)
    return linked.length > 0 ? { ...voice, models: linked.filter(name => !told.has(lettersOf(name))) } : []
  })
  return { apart, differ: true }
}
/** The release's own models that are linked under the heading that a voice stands under. */
function linkedUnder({ section, cited: [at] }: Voice, { documents, weights }: Evidence): string[] {
  const page = documents.find(({ path }) => 'path' in at && path === at.path)
  const lines = (page?.blocks ?? []).filter(({ headings }) => section !== '' && headings.at(-1) === section)
  const here = weights.links.filter(
    ({ own, name, cited: [link] }) =>
      own &&
      name !== null &&
      'path' in link &&
      link.path === page?.path &&
      lines.some(({ line, endLine }) => 'line' in link && Number(link.line) >= line && Number(link.line) <= endLine),
  )
  return [...new Set(here.flatMap(({ name }) => name ?? []))]
}
const NOT_APART = { apart: [], differ: false }

/** more models than these are told together where their terms are the same */
const MOST_MODELS = 24

/** Models that voices name, each once, with what is said of it. */
export function byName(voices: readonly Voice[]): { name: string; voices: Voice[] }[] {
  const named = new Map<string, { name: string; voices: Voice[] }>()
  for (const voice of voices)
    for (const name of voice.models) {
      // "Heron XLarge" is Heron XL
      const key = lettersOf(name).replace(/xlarge$/, 'xl')
      const entry = named.get(key) ?? { name, voices: [] }
      if (!entry.voices.includes(voice)) entry.voices.push(voice)
      named.set(key, entry)
    }
  if (named.size <= MOST_MODELS) return [...named.values()]
  const byTerms = new Map<string, { name: string; voices: Voice[] }[]>()
  for (const one of named.values()) {
    const key = [...new Set(one.voices.flatMap(({ readings }) => readings.map(termsKey)))].sort().join('+')
    byTerms.set(key, [...(byTerms.get(key) ?? []), one])
  }
  return [...byTerms.values()].map(all => ({
    name: listNames(all.map(({ name }) => name)),
    voices: [...new Set(all.flatMap(({ voices }) => voices))],
  }))
}

/** Names as one. */
export const listNames = (names: readonly string[]) =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`

/** What tells terms from others. */
export const termsKey = (reading: LicenseReading) =>
  reading.license.id ??
  // a file may hold several
  (reading.license.text
    ? `${reading.license.text.path} ${reading.license.name ?? ''}`
    : (reading.license.name ?? 'unknown'))
