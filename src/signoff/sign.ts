import type { Knowledge } from '../knowledge/knowledge.ts'
import { UnwashError } from '../sources/error.ts'
import { SIGNOFFS } from '../sources/limits.ts'
import type { Release, Signoff } from '../sources/release.ts'
import { checkSignoffs } from './check.ts'
import { readSignoffs } from './read.ts'

/**
 * A release with what people signed off in a file of its own; a release never signs itself off. What was saved with
 * it stays as it was. Throws an UnwashError that names the line of a sign-off that does not hold.
 */
export function signOff(
  release: Release,
  place: string,
  content: string,
  knowledge: Pick<Knowledge, 'frameworks'>,
  today: string,
): Release {
  const signoffs = readSignoffs(place, content)
  checkSignoffs(signoffs, knowledge, today)
  const before = release.signoffs ?? []
  const known = new Set(before.map(entryOf))
  const all = [...before, ...signoffs.filter(signoff => !known.has(entryOf(signoff)))]
  if (all.length > SIGNOFFS)
    throw new UnwashError(`more than ${SIGNOFFS} sign-offs, with those in`, place, 'leave some out')
  return { ...release, signoffs: all }
}

/** What was signed, wherever it stands. */
const entryOf = ({ cited: _, ...entry }: Signoff) => JSON.stringify(entry)
