import { parseJson } from '../../json.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { leastOpen } from '../../licenses/class.ts'
import { readDeclared } from '../../licenses/declared.ts'
import { placeholderOf, resolveName } from '../../licenses/names.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import { standingOfTerms } from '../../licensing/standing.ts'
import type { Cited } from '../../report.ts'
import type { LicenseClass, Standing } from '../../vocabulary.ts'

/** What the metadata of a model declare, and what that is. */
export interface Declared {
  /** as it is written; null where nothing is */
  readonly value: string | null
  /** of "other": the name that is given */
  readonly name: string | null
  readonly is: 'none' | 'known' | 'other' | 'unread'
  /** ids of the licenses that are known, joined by AND; null where none or not all are */
  readonly license: string | null
  readonly class: LicenseClass
}

/** longer values name no license: a metadata value is foreign input */
const LONGEST = 300

/** Reads what a model declares: an id, a list of ids as JSON, or "other" with a name. */
export function readValue(value: string | null, name: string | null, knowledge: Knowledge): Declared {
  const spelled = valuesOf(value)
  const only = spelled.length === 1 ? (spelled[0] ?? '') : null
  const placeholder = only === null ? null : placeholderOf(only)
  if (spelled.length === 0 || placeholder === 'none') return { value, name, is: 'none', license: null, class: 'none' }
  const other = placeholder === 'other'
  const resolved = (other ? [name ?? ''] : spelled).map(one => resolveName(one, knowledge))
  const known = resolved.filter(license => license !== null)
  if (known.length === 0 || known.length < resolved.length) {
    return { value, name, is: other ? 'other' : 'unread', license: null, class: 'unknown' }
  }
  return {
    value,
    name,
    is: other ? 'other' : 'known',
    license: [...new Set(known.map(license => license.id))].sort().join(' AND '),
    // of several licenses it is not told which is for what: nothing more than the least open may be relied on
    class: leastOpen(known.map(license => license.class)) ?? 'unknown',
  }
}

function valuesOf(value: string | null): string[] {
  if (value === null || value.trim() === '' || value.length > LONGEST)
    return value === null || value.trim() === '' ? [] : [value]
  if (!value.startsWith('[')) return [value]
  try {
    const list: unknown = parseJson(value)
    return Array.isArray(list) ? list.filter(one => typeof one === 'string' && one.trim() !== '') : [value]
  } catch {
    return [value]
  }
}

/** Tells how declared terms stand to others, by the rule that audits of single releases use; each license is read once. */
export function standings(knowledge: Knowledge, file: string): (own: Declared, base: Declared) => Standing {
  const read = new Map<string, readonly LicenseReading[]>()
  const readingsOf = ({ license, value, name }: Declared): readonly LicenseReading[] => {
    if (license === null) return []
    const before = read.get(license)
    if (before) return before
    const cited: Cited = [{ fact: `the metadata declare ${license}`, source: file, seenOn: knowledge.version }]
    const spelled = placeholderOf(value ?? '') === 'other' ? [name ?? ''] : valuesOf(value)
    const readings = spelled.flatMap(one => {
      const resolved = resolveName(one, knowledge)
      return resolved ? [readDeclared(resolved, cited, knowledge)] : []
    })
    read.set(license, readings)
    return readings
  }
  return (own, base) => {
    const [under, ...more] = readingsOf(base)
    // of several licenses of a base it is not told which is for its weights
    if (!under || more.length > 0) return 'unknown'
    if (own.is === 'none') return 'missing'
    const over = readingsOf(own)
    // metadata have no text that could keep the terms of the base beside its own
    return over.length === 0 ? 'unknown' : standingOfTerms(over, under, knowledge, () => null)
  }
}
