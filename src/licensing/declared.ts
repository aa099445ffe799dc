import { readDeclared, readUnread } from '../licenses/declared.ts'
import type { Known } from '../licenses/known.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { placeholderOf, resolveName } from '../names/index.ts'
import type { Cited } from '../report.ts'
import { UnwashError } from '../sources/error.ts'
import type { Declared, Release } from '../sources/release.ts'
import { COMPONENT_GROUPS, type ComponentId } from '../vocabulary.ts'
import type { Voice } from './voices.ts'

/** the license of a whole distribution is no word on these: they have authors and places of their own */
const APART: readonly ComponentId[] = [...COMPONENT_GROUPS.data, 'technical-report', 'research-paper']

/** What a form says of the license of each component. Throws an UnwashError where it names one that nobody knows. */
export function hearDeclared({ declared = [], place }: Release, known: Known): Voice[] {
  return declared.flatMap(entry => {
    const { id, license, inherited, cited } = entry
    // read even where it is not heard: a name that nobody knows is said at once
    const readings = license === null ? [] : namesIn(license, known).map(name => readingOf(name, entry, place, known))
    if (readings.length === 0 || (inherited && APART.includes(id))) return []
    return {
      about: [id],
      models: [],
      readings,
      via: 'metadata',
      declared: readings.map(reading => reading.license.id ?? reading.license.name).join(' AND '),
      adds: false,
      restricts: false,
      section: '',
      cited,
    } satisfies Voice
  })
}

/** Several joined by AND all bind; a name may itself have the word in it. */
const namesIn = (license: string, { knowledge }: Known) =>
  resolveName(license, knowledge) ? [license] : license.split(/ AND /)

function readingOf(name: string, { cited }: Declared, place: string, known: Known): LicenseReading {
  const resolved = resolveName(name, known.knowledge)
  if (resolved) return readDeclared(resolved, cited, known.knowledge)
  // a reference says that the license is on no list, and a placeholder that it is not named
  if (/^LicenseRef-[A-Za-z0-9.-]+$/.test(name) || placeholderOf(name) !== null)
    return readUnread(name, 'unknown', cited)
  throw new UnwashError(
    `no known license "${name.slice(0, 100)}" in`,
    `${place}:${lineOf(cited)}`,
    'write its SPDX id, a name that unwash explain knows, LicenseRef-<name>, or unlicensed',
  )
}

function lineOf(cited: Cited): string {
  const [first] = cited
  return 'line' in first && first.line !== undefined ? String(first.line) : '1'
}
