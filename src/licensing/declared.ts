import { readDeclared, readUnread } from '../licenses/declared.ts'
import type { Known } from '../licenses/known.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { resolveName } from '../names/index.ts'
import type { Declared, Release } from '../sources/release.ts'
import { COMPONENT_GROUPS, type ComponentId } from '../vocabulary.ts'
import type { Voice } from './voices.ts'

/** the license of a whole distribution is no word on these: they have authors and places of their own */
const APART: readonly ComponentId[] = [...COMPONENT_GROUPS.data, 'technical-report', 'research-paper']

/** What a form says of the license of each component. */
export function hearDeclared({ declared = [] }: Release, known: Known): Voice[] {
  return declared.flatMap(entry => {
    const { id, license, inherited, cited } = entry
    if (license === null || (inherited && APART.includes(id))) return []
    const readings = namesIn(license, known).map(name => readingOf(name, entry, known))
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

function readingOf(name: string, { cited }: Declared, known: Known): LicenseReading {
  const resolved = resolveName(name, known.knowledge)
  if (resolved) return readDeclared(resolved, cited, known.knowledge)
  // a reference, a placeholder, or a name that is on no list: its terms are not known
  return readUnread(name, 'unknown', cited)
}
