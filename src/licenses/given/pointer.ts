import { citeLines } from '../../documents/cite.ts'
import { fileName, folder } from '../../evidence/paths.ts'
import type { Cited } from '../../report.ts'
import { harmlessKind } from '../account/harmless.ts'
import { isOpenClass } from '../class.ts'
import { readDeclared, readUnread } from '../declared.ts'
import type { Known } from '../known.ts'
import type { LicenseReading } from '../reading.ts'
import type { Given, GivenText, Tell } from './given.ts'
import { LONGEST_POINTER, pointedAt } from './pointed.ts'

/** Where a short text leads. */
export interface Followed {
  /** a text beside it, to be read in its place */
  readonly next: GivenText | null
  /** or what is known of the license it names */
  readonly readings: readonly LicenseReading[]
}

/** Follows a text that only points to a license: to a file beside it, by name, or to an address, which is not read. */
export function followPointer(
  text: GivenText,
  lines: readonly string[],
  { beside }: Given,
  known: Known,
  tell: Tell,
  reading: LicenseReading,
): Followed | null {
  if (text.content.length > LONGEST_POINTER) return null
  const cited: Cited = [citeLines(text.path, lines, Math.max(1, lines.findIndex(line => line.trim() !== '') + 1))]
  const pointed = pointedAt(text.content, target => fileAt(target, text.path, beside)?.path ?? null, known.knowledge)
  if (pointed?.is === 'file') {
    tell(
      'pointer-followed',
      `${text.path} only says where the license is: ${pointed.path} was read in its place`,
      cited,
      'a license text in the file itself',
    )
    // what it says besides binds as well
    const only = harmlessKind(text.content.replace(pointed.target, 'LICENSE').trim(), known.knowledge) !== null
    const next = beside.find(({ path }) => path === pointed.path) ?? null
    return { next, readings: saysMore(reading) && !only ? [reading] : [] }
  }
  if (pointed?.is === 'license') {
    const { license } = pointed
    // a text that says more than where an open license is, is more than a pointer
    if (isOpenClass(license.class) && saysMore(reading)) return null
    tell(
      'named-only',
      `${text.path} names ${license.name} and does not hold its text`,
      cited,
      'the text of the license',
    )
    return { next: null, readings: [readDeclared(license, cited, known.knowledge)] }
  }
  // short terms of its own are not only a pointer
  if (pointed === null || reading.license.grants.length > 0) return null
  const { address } = pointed
  tell('url-not-read', `${text.path} leads to ${address}, which was not read`, cited, 'the text at that address')
  return { next: null, readings: [readUnread(`the terms at ${address}`, 'unknown', cited)] }
}

/** Whether something in a text was not understood, or restricts. */
export const saysMore = ({ license: { parts = [] } }: LicenseReading): boolean =>
  parts.some(({ is }) => is === 'unread' || is === 'possible' || is === 'clause')

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
