import { citeLines } from '../../documents/cite.ts'
import type { Cited } from '../../report.ts'
import { harmlessKind } from '../account/harmless.ts'
import { isOpenClass } from '../class.ts'
import { readDeclared, readUnread } from '../declared.ts'
import type { Known } from '../known.ts'
import { mentionsIn, resolveId, resolveLink } from '../names.ts'
import type { LicenseReading } from '../reading.ts'
import type { Given, GivenText, Tell } from './given.ts'
import { folderOf, nameOf } from './policies.ts'

/** a text that is no known one and shorter than this only says where the license is */
const LONGEST = 900
/** words with a slash or an ending, or in the style of LICENSE */
const TARGET = /https?:\/\/[^\s)>\]"'`]{4,300}|(?:\.{0,2}\/)?[\w.-]{1,80}(?:\/[\w.-]{1,80}){0,6}/g

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
  if (text.content.length > LONGEST) return null
  const cited: Cited = [citeLines(text.path, lines, Math.max(1, lines.findIndex(line => line.trim() !== '') + 1))]
  const targets = (text.content.match(TARGET) ?? []).map(target => target.replace(/[.,;:]+$/, ''))
  for (const target of targets) {
    const next = fileAt(target, text.path, beside)
    if (!next) continue
    tell(
      'pointer-followed',
      `${text.path} only says where the license is: ${next.path} was read in its place`,
      cited,
      'a license text in the file itself',
    )
    // what it says besides binds as well
    const only = harmlessKind(text.content.replace(target, 'LICENSE').trim(), known.knowledge) !== null
    return { next, readings: saysMore(reading) && !only ? [reading] : [] }
  }
  const resolved =
    targets.map(target => resolveLink(target, known.knowledge)).find(found => found !== null) ??
    mentionsIn(text.content, known.knowledge)
      .map(mention => resolveId(mention.id, null, known.knowledge))
      .find(found => found !== null)
  // a text that says more than where an open license is, is more than a pointer
  if (resolved && isOpenClass(resolved.class) && saysMore(reading)) return null
  if (resolved) {
    tell(
      'named-only',
      `${text.path} names ${resolved.name} and does not hold its text`,
      cited,
      'the text of the license',
    )
    return { next: null, readings: [readDeclared(resolved, cited, known.knowledge)] }
  }
  const address = targets.find(target => /^https?:\/\//.test(target))
  // short terms of its own are not only a pointer
  if (!address || reading.license.grants.length > 0) return null
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
  const folder = folderOf(path)
  const from = (folder === '' ? bare : `${folder}/${bare}`).toLowerCase()
  const found = beside.find(
    other => other.path !== path && (other.path.toLowerCase() === from || other.path.toLowerCase() === bare),
  )
  if (found) return found
  // a bare word is a file only where it looks like one: LICENSE, NOTICE.md
  const named = /[._/]|^[A-Z]{4,}$/.test(target)
  return named ? (beside.find(other => other.path !== path && nameOf(other.path).toLowerCase() === bare) ?? null) : null
}
