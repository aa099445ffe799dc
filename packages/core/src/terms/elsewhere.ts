import { sameFamily } from '../evidence/publisher/owners.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { NamedPlace, Release } from '../release/release.ts'
import type { Citation, Cited } from '../report/report.ts'
import { COMPONENT_GROUPS, type ComponentId } from '../report/vocabulary.ts'
import { licensingOf } from './components.ts'
import type { Case, ComponentRights } from './rights.ts'

/** What was concluded of a place that a release names as a part of itself. */
interface CaseElsewhere extends NamedPlace {
  readonly judged: Case
}

/** what a repository of code gives: weights are concluded by model, and a card speaks for its own repository */
const OF_CODE: readonly ComponentId[] = [
  ...COMPONENT_GROUPS.code,
  'technical-report',
  'research-paper',
  'evaluation-results',
]
const OF_DATA: readonly ComponentId[] = ['datasets', 'data-card']

/**
 * Adds what the release's other places give: a component that is not here and is there counts as given, under the
 * rights it has there, and is cited with its place. A library that the publisher uses for many models is no place of
 * this one, and a set of data that others publish gives its license alone.
 */
export function withElsewhere(judged: Case, places: readonly CaseElsewhere[]): Case {
  if (places.length === 0) return judged
  const { release } = judged.evidence
  const components = judged.components.map(here => {
    if (here.found.presence === 'released') return here
    const there = places.flatMap(place => componentThere(here, place, release)).toSorted(byGiven)[0]
    return there ?? here
  })
  const added = components
    .filter(component => !judged.components.includes(component))
    .flatMap(({ found, readings }) => readings.map(reading => ({ reading, scope: found.id })))
  const unread = places.flatMap(({ judged: { unread, evidence } }) =>
    // of the weights here nothing stands there
    unread.map(file => ({ ...file, place: evidence.release.place, mayBind: false })),
  )
  return {
    ...judged,
    components,
    readings: [...judged.readings, ...grouped(added)],
    unread: [...judged.unread, ...unread],
  }
}

/** Each license of each place once, with what it covers. */
function grouped(
  added: readonly { readonly reading: LicenseReading; readonly scope: ComponentId }[],
): LicenseReading[] {
  const all = new Map<string, LicenseReading>()
  for (const { reading, scope } of added) {
    const { id, name, text, cited } = reading.license
    const key = JSON.stringify([id, name, text, cited[0]])
    const covers = [...new Set([...(all.get(key)?.license.covers ?? []), scope])]
    all.set(key, { ...reading, license: { ...reading.license, covers } })
  }
  return [...all.values()]
}

const byGiven = (one: ComponentRights, other: ComponentRights) =>
  Number(other.found.presence === 'released') - Number(one.found.presence === 'released')

function componentThere(here: ComponentRights, place: CaseElsewhere, release: Release): ComponentRights[] {
  const { id } = here.found
  const there = place.judged.components.find(({ found }) => found.id === id)
  const theirs = place.judged.evidence.release
  if (place.of === 'code') {
    if (!OF_CODE.includes(id) || there?.found.presence !== 'released' || !isOfThis(theirs, release)) return []
    return [given(there, place)]
  }
  if (!OF_DATA.includes(id)) return []
  const own = theirs.publisher !== null && theirs.publisher === release.publisher
  const held = theirs.complete && theirs.files.some(({ path }) => DATA_FILE.test(path))
  if (own && held && id === 'datasets') {
    const found = { ...here.found, presence: 'released' as const, ladder: 'released' as const }
    const files = theirs.files.filter(({ path }) => DATA_FILE.test(path)).slice(0, 2)
    const cited: Cited = [place.cited[0], ...files.map(({ path }) => ({ path, place: theirs.place }))]
    return [{ ...rightsThere(place, here), found: { ...found, cited }, cited }]
  }
  if (id === 'data-card') return there?.found.presence === 'released' ? [given(there, place)] : []
  return here.readings.length === 0 && here.found.presence !== 'absent'
    ? [{ ...rightsThere(place, here), found: here.found }]
    : []
}

/** files that hold data, at the ends of their names */
const DATA_FILE = /\.(?:parquet|jsonl?|csv|tsv|arrow|tar|zip|gz|zst|tgz|npz|h5|tfrecord|bin|mp3|wav|flac|mp4)$/i

/** A component as another place gives it. */
function given(there: ComponentRights, { cited, judged }: CaseElsewhere): ComponentRights {
  const { place } = judged.evidence.release
  return {
    ...there,
    found: { ...there.found, cited: citedThere(there.found.cited, place, cited) },
    readings: there.readings.map(reading => ({ ...reading, license: placed(reading.license, place) })),
    cited: citedThere(there.cited, place),
  }
}

/** The license of a set of data, for the data of this release. */
function rightsThere({ judged, cited }: CaseElsewhere, here: ComponentRights): ComponentRights {
  const { place } = judged.evidence.release
  const of = judged.components.find(({ found }) => found.id === 'datasets')
  const readings = (of?.readings.length ? of.readings : judged.whole).map(reading => ({
    ...reading,
    license: placed(reading.license, place),
  }))
  const [first, ...more] = here.cited
  return { ...here, readings, licensing: licensingOf(readings), cited: [first, ...more, ...cited] }
}

/** A repository of this model, by its name or by naming it in its first document; others serve many. */
function isOfThis({ name, texts }: Release, release: Release): boolean {
  if (sameFamily(name, release.name)) return true
  const readme = [...texts.values()].find(({ path }) => /^readme(?:\.\w{1,8})?$/i.test(path))
  return readme?.content.toLowerCase().includes(release.name.toLowerCase()) ?? false
}

const citedThere = ([first, ...more]: Cited, place: string, and: readonly Citation[] = []): Cited => [
  placed(first, place),
  ...placed(more, place),
  ...and,
]

/** The same value with the place named in every citation of a file. */
function placed<T>(value: T, place: string): T {
  if (Array.isArray(value)) return value.map(one => placed(one, place)) as T
  if (typeof value !== 'object' || value === null) return value
  const all = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, placed(one, place)]))
  return ('path' in all && typeof all.path === 'string' && !('place' in all) ? { ...all, place } : all) as T
}
