import type { Knowledge } from '../knowledge/knowledge.ts'
import { forbidMore } from '../licenses/class.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { placeholderOf } from '../names/index.ts'
import type { Citation, Conflict } from '../report/report.ts'
import type { ModelRights } from './rights.ts'
import { isVersionless } from './versionless.ts'
import type { Voice } from './voices.ts'

/** A license that binds, with the statements that say so. */
export type BindingLicense = ModelRights['bound'][number]

/**
 * Sets of readings that can hold together. A text and the name it was declared by are one; a restriction in prose adds
 * to the restricted license that it names what that leaves open, and beside another it is that one's; terms not read
 * that merely point ("see the license") drop out where the license is known, and what metadata say of a license never
 * does. What remains apart is a contradiction.
 */
export function agreeing(
  all: readonly BindingLicense[],
  voices: readonly Voice[],
  knowledge: Knowledge,
): BindingLicense[][] {
  const readings = all.map(({ reading }) => reading)
  const bound = all.filter(({ reading }) => !isVersionless(reading, readings, knowledge))
  const known = bound.filter(one => one.reading.license.id !== null || one.reading.license.text !== null)
  const rest = bound.filter(one => !known.includes(one))
  const texts = known.filter(one => one.reading.license.text !== null)
  const bare = known.filter(
    one => one.reading.license.text === null && !texts.some(text => isTextOf(text, one, voices)),
  )
  const main = [...texts, ...bare]
  const limited = main.filter(({ reading }) => reading.openness === 'restricted')
  const naming = voices.filter(
    ({ restricts, readings }) => !restricts && readings.some(({ openness }) => openness === 'restricted'),
  )
  const named = new Set(naming.flatMap(({ cited }) => cited.flatMap(at => lineOfPlace(at) ?? [])))
  const isOfNamed = ({ cited }: BindingLicense) => cited.some(at => named.has(lineOfPlace(at) ?? ''))
  const spoken = rest.filter(one => {
    const { openness, license } = one.reading
    const adds = limited.every(({ reading }) => forbidMore(license.clauses, reading.license, knowledge))
    return openness === 'restricted' && (limited.length === 0 || (adds && isOfNamed(one)))
  })
  // "other" alone points to whatever lies beside it
  const isDeclared = ({ reading }: BindingLicense) =>
    placeholderOf(reading.license.name?.replaceAll('"', '') ?? '') === null &&
    voices.some(({ via, readings }) => (via === 'metadata' || via === 'card') && readings.includes(reading))
  const unread = rest.filter(one => one.reading.openness === 'unknown' && (main.length === 0 || isDeclared(one)))
  const groups = [
    ...main.map(one => (limited.includes(one) ? [one, ...spoken] : [one])),
    // terms that nobody could read may be those of the restriction beside them
    ...[[...(limited.length > 0 ? [] : spoken), ...unread]].filter(({ length }) => length > 0),
  ]
  // texts that one voice names together hold together
  return joinByVoice(groups, voices)
}

/** A declared name and a text are the same license when the text is that license, or a voice names the two together. */
function isTextOf(text: BindingLicense, declared: BindingLicense, voices: readonly Voice[]): boolean {
  const id = declared.reading.license.id
  if (
    text.reading.license.id === id ||
    (text.reading.license.match.nearest === id && text.reading.license.match.kind !== 'related')
  )
    return true
  return voices.some(voice => voice.declared === id && voice.readings.includes(text.reading))
}

function joinByVoice(groups: readonly BindingLicense[][], voices: readonly Voice[]): BindingLicense[][] {
  const joined: BindingLicense[][] = []
  for (const group of groups) {
    const mate = joined.find(other =>
      voices.some(
        voice =>
          voice.readings.length > 1 &&
          other.some(one => voice.readings.includes(one.reading)) &&
          group.some(one => voice.readings.includes(one.reading)),
      ),
    )
    if (mate) mate.push(...group)
    else joined.push([...group])
  }
  return joined
}

/** What the release says against itself: the same weights under terms that cannot hold together. */
export function contradictions(
  all: readonly BindingLicense[][],
  voices: readonly Voice[],
  knowledge: Knowledge,
): Conflict[] {
  // what was not understood is a doubt, and contradicts nothing
  const isKnown = ({ reading: { license, openness } }: BindingLicense) =>
    license.id !== null || license.text !== null || openness !== 'unknown'
  const groups = all.filter(group => group.some(isKnown) && !group.every(one => isAside(one, knowledge)))
  const [first, ...more] = groups
  // files that merely lie side by side say nothing against each other: somebody must say what they are for
  const spoken = voices.some(voice => voice.via !== 'root-file' && voice.via !== 'file')
  if (!first || more.length === 0 || !spoken || isOffered(groups, voices) || isOneOfLimits(groups)) return []
  const name = (group: readonly BindingLicense[]) =>
    group.map(one => one.reading.license.name ?? one.reading.license.id ?? 'terms not read').join(' and ')
  const cited = groups.flatMap(group => group.slice(0, 1).map(one => one.cited[0]))
  const [start, ...rest] = cited
  if (!start) return []
  return [
    {
      kind: 'self-contradiction',
      because: `the release puts the same weights under ${[first, ...more].map(name).join(' and under ')}`,
      cited: [start, ...rest],
    },
  ]
}

/** A sentence that forbids no use, and not some of any: a price, which may be a service's, or where somebody lives. */
const isAside = ({ reading: { license } }: BindingLicense, { clauses }: Knowledge): boolean =>
  license.id === null &&
  license.text === null &&
  license.clauses.length > 0 &&
  !license.clauses.some(({ kind }) => {
    const uses = clauses.get(kind)?.uses
    return (uses?.forbids?.length ?? 0) > 0 || uses?.conditions?.includes('any-purpose') === true
  })

/** Limits that nobody could identify, beside limits that are known, may be the same. */
const isOneOfLimits = (groups: readonly BindingLicense[][]): boolean =>
  groups.every(group => group.every(({ reading }) => reading.openness === 'restricted')) &&
  groups.filter(group => group.some(({ reading }) => reading.license.id !== null)).length < 2

const lineOfPlace = (place: Citation) => ('line' in place ? `${place.path}:${place.line}` : null)

/** Licenses that are all open, and all named in one sentence, are offered: at choice, or each for a part. */
function isOffered(groups: readonly BindingLicense[][], voices: readonly Voice[]): boolean {
  if (!groups.every(group => group.every(({ reading }) => reading.openness === 'open'))) return false
  const [first = new Set<string>(), ...others] = groups.map(group => {
    const naming = voices.filter(
      ({ declared, readings }) => declared !== null && group.some(({ reading }) => readings.includes(reading)),
    )
    return new Set(naming.flatMap(({ cited }) => lineOfPlace(cited[0]) ?? []))
  })
  return [...first].some(place => others.every(places => places.has(place)))
}

/**
 * A name that leads to another text: "under the Fern License, see LICENSE", which is one that is known and not Fern.
 */
export function misnamed(voices: readonly Voice[], knowledge: Knowledge): Conflict[] {
  return voices.flatMap(({ declared, via, readings, cited }): Conflict[] => {
    const called = declared === null || via === 'gate' ? undefined : knowledge.licenses.get(declared)
    const [reading] = readings
    if (!called || called.family || !reading?.license.text) return []
    const isOther = ({ license: { id } }: LicenseReading) => id !== null && id !== called.id
    if (!readings.every(isOther)) return []
    const { name, text } = reading.license
    return [
      {
        kind: 'self-contradiction',
        because: `${called.name} is named with ${text.path}, which is ${name}`,
        cited: [cited[0], { path: text.path }],
      },
    ]
  })
}
