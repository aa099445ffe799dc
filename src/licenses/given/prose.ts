import { citeLines } from '../../documents/cite.ts'
import { mentionsIn, resolveId } from '../../names/index.ts'
import { readDeclared } from '../declared.ts'
import type { Known } from '../known.ts'
import { readLicense } from '../read.ts'
import type { LicenseReading } from '../reading.ts'
import type { GivenText, Tell } from './given.ts'
import type { Stretch } from './stretches.ts'

/** No known text, or only one that it resembles. */
export const isUnnamed = ({ license }: LicenseReading) =>
  license.match.kind === 'none' || license.match.kind === 'related'

/** No known text, no clause, no grant: nothing says that this is a license at all. */
export const isSilent = (reading: LicenseReading) =>
  isUnnamed(reading) && reading.license.clauses.length === 0 && reading.license.grants.length === 0

/** Prose without a known text: the terms it states, and the licenses that these name. */
export function readProse(
  { stretches }: GivenText,
  whole: { path: string; lines: readonly string[]; from: number; to: number },
  known: Known,
  tell: Tell,
): readonly LicenseReading[] {
  const { path, from, to } = whole
  const lines = stretches === undefined ? whole.lines : onlyStretches(whole.lines, stretches)
  const own = readLicense({ ...whole, lines, context: 'license' }, known)
    .filter(reading => !isSilent(reading))
    .map((reading): LicenseReading => {
      const { name: _, ...license } = reading.license
      return { ...reading, license: { ...license, match: { kind: 'none', nearest: null, residue: [] } } }
    })
  const named = stretches === undefined ? [] : namedIn(path, lines, from, to, known)
  if (named.length === 0) return own
  const names = named.map(reading => reading.license.name)
  const [place, ...more] = named.flatMap(reading => reading.license.cited)
  if (place)
    tell(
      'named-only',
      `${path} names ${names.join(', ')} and does not hold ${names.length > 1 ? 'their texts' : 'its text'}`,
      [place, ...more],
      'the text of the license',
    )
  /* what it says itself counts beside a name where it limits something, and then comes first */
  return [...own.filter(reading => reading.bars.length > 0 || reading.asks.length > 0), ...named]
}

/** The lines of a text with those outside of its stretches left blank, so that each keeps its number. */
function onlyStretches(lines: readonly string[], stretches: readonly Stretch[]): readonly string[] {
  const kept = lines.map(() => '')
  for (const [from, to] of stretches)
    for (let at = from - 1; at < Math.min(to, lines.length); at++) kept[at] = lines[at] ?? ''
  return kept
}

/** more names than this are a table of other works */
const MOST_NAMED = 4

/** The licenses that lines of prose name, each where it is first named. */
function namedIn(
  path: string,
  lines: readonly string[],
  from: number,
  to: number,
  { knowledge }: Known,
): readonly LicenseReading[] {
  const first = new Map<string, number>()
  for (let line = from; line <= to; line++) {
    const words = lines[line - 1] ?? ''
    if (words === '') continue
    for (const { id, specific } of mentionsIn(words, knowledge)) if (specific && !first.has(id)) first.set(id, line)
  }
  return first.size > MOST_NAMED
    ? []
    : [...first].flatMap(([id, line]) => {
        const resolved = resolveId(id, null, knowledge)
        return resolved ? [readDeclared(resolved, [citeLines(path, lines, line)], knowledge)] : []
      })
}
