import { citeLines } from '../../documents/cite.ts'
import { fileName, folder } from '../../evidence/paths.ts'
import type { Cited } from '../../report.ts'
import type { Known } from '../known.ts'
import type { LicenseReading } from '../reading.ts'
import type { GivenText, Tell } from './given.ts'
import { LONGEST_POINTER, type Pointed, pointedAt, readPointed } from './pointed.ts'

/** The texts that lie beside one, and how they are read. */
interface Beside {
  readonly texts: readonly GivenText[]
  read(next: GivenText): readonly LicenseReading[]
}

/** Follows a text that only points to a license: to a file beside it, by name, or to an address, which is not read. */
export function followPointer(
  text: GivenText,
  own: readonly LicenseReading[],
  { texts, read }: Beside,
  known: Known,
  tell: Tell,
): readonly LicenseReading[] {
  if (text.content.length > LONGEST_POINTER) return own
  const lines = text.content.split('\n')
  const cited: Cited = [citeLines(text.path, lines, Math.max(1, lines.findIndex(line => line.trim() !== '') + 1))]
  const pointed = pointedAt(text.content, target => fileAt(target, text.path, texts)?.path ?? null, known.knowledge)
  if (pointed === null) return own
  const follow = (path: string) => texts.filter(other => other.path === path).flatMap(read)
  const readings = readPointed({ content: text.content, own, cited }, pointed, follow, known.knowledge)
  if (readings === own) return own
  const [kind, says, wouldChange] = told(pointed)
  tell(kind, `${text.path} ${says}`, cited, wouldChange)
  return readings
}

function told(pointed: Pointed): readonly [kind: string, says: string, wouldChange: string] {
  if (pointed.is === 'license')
    return ['named-only', `names ${pointed.license.name} and does not hold its text`, 'the text of the license']
  if (pointed.is === 'address')
    return ['url-not-read', `leads to ${pointed.address}, which was not read`, 'the text at that address']
  const says = `only says where the license is: ${pointed.path} was read in its place`
  return ['pointer-followed', says, 'a license text in the file itself']
}

/** A file beside the text, by its path from there or its bare name. */
function fileAt(target: string, path: string, beside: readonly GivenText[]): GivenText | null {
  if (/^https?:/.test(target)) return null
  const bare = target.replace(/^(?:\.\/)+/, '').toLowerCase()
  const place = folder(path)
  const from = (place === '' ? bare : `${place}/${bare}`).toLowerCase()
  const found = beside.find(
    other => other.path !== path && (other.path.toLowerCase() === from || other.path.toLowerCase() === bare),
  )
  if (found) return found
  // a bare word is a file only where it looks like one: LICENSE, NOTICE.md
  const named = /[._/]|^[A-Z]{4,}$/.test(target)
  return named
    ? (beside.find(other => other.path !== path && fileName(other.path).toLowerCase() === bare) ?? null)
    : null
}
