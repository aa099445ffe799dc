import type { Knowledge } from '../../knowledge/knowledge.ts'
import { licensesMentionedIn, type ResolvedLicense, resolveId, resolveLink } from '../../names/index.ts'
import type { Cited } from '../../report/report.ts'
import type { LicenseClass } from '../../report/vocabulary.ts'
import { harmlessKind } from '../account/harmless.ts'
import { readDeclared, readUnread } from '../declared.ts'
import type { LicenseReading } from '../reading.ts'

/** a text that is no known one and has fewer letters than this may only say where the license is */
export const LONGEST_POINTER = 900

/** words with a slash or an ending, or in the style of LICENSE */
const TARGET = /https?:\/\/[^\s)>\]"'`]{4,300}|(?:\.{0,2}\/)?[\w.-]{1,80}(?:\/[\w.-]{1,80}){0,6}/g

/** Where a short text leads: a file, a license that is known by its link or name, or an address. */
export type Pointed =
  | { readonly is: 'file'; readonly path: string; readonly target: string }
  | { readonly is: 'license'; readonly license: ResolvedLicense }
  | { readonly is: 'address'; readonly address: string }

/** The addresses in a text, and what looks like a path. */
export const targetsIn = (content: string): readonly string[] =>
  (content.match(TARGET) ?? []).map(target => target.replace(/[.,;:]+$/, ''))

/**
 * Where a text leads: to a file that is there first, then to a license, then to an address; null where it leads
 * nowhere.
 * `fileAt` knows the path of the file that a target names.
 */
export function pointedAt(
  content: string,
  fileAt: (target: string) => string | null,
  knowledge: Knowledge,
): Pointed | null {
  const targets = targetsIn(content)
  for (const target of targets) {
    const path = fileAt(target)
    if (path !== null) return { is: 'file', path, target }
  }
  const license =
    targets.map(target => resolveLink(target, knowledge)).find(found => found !== null) ??
    licensesMentionedIn(content, knowledge)
      .map(({ id }) => resolveId(id, null, knowledge))
      .find(found => found !== null)
  if (license) return { is: 'license', license }
  const address = targets.find(target => /^https?:\/\//.test(target))
  return address === undefined ? null : { is: 'address', address }
}

/** Whether something in a text was not understood, or restricts. */
const saysMore = ({ license: { parts = [] } }: LicenseReading): boolean =>
  parts.some(({ is }) => is === 'unread' || is === 'possible' || is === 'clause')

const statesTerms = ({ license: { parts = [], grants } }: LicenseReading): boolean =>
  grants.length > 0 || parts.some(({ is }) => is === 'clause')

/** What the name of terms that were not read shows. */
export function guessClass(name: string): LicenseClass {
  if (/non-?commercial|research|academic|evaluation|\bnc\b|非商|研究/i.test(name)) return 'non-commercial'
  if (/community|restricted|responsible|rail\b|社区/i.test(name)) return 'community-restricted'
  return 'unknown'
}

/** A short text that leads to a license, with its own readings. */
interface Pointing {
  readonly content: string
  readonly own: readonly LicenseReading[]
  readonly cited: Cited
}

/**
 * What a short text comes to that leads to a license: that, and where it says more than where it is, itself as well, or
 * in place of a mere name. Its own readings where files lead to each other.
 */
export function readPointed(
  { content, own, cited }: Pointing,
  pointed: Pointed,
  follow: (path: string) => readonly LicenseReading[],
  knowledge: Knowledge,
): readonly LicenseReading[] {
  const there = (): readonly LicenseReading[] => {
    if (pointed.is === 'file') return follow(pointed.path)
    if (pointed.is === 'license') return [readDeclared(pointed.license, cited, knowledge)]
    return [readUnread(`the terms at ${pointed.address} (not read)`, guessClass(pointed.address), cited)]
  }
  const followed = there()
  if (followed.length === 0) return own
  // what an address leads to was not read either
  const says = pointed.is === 'address' ? statesTerms : saysMore
  const target = pointed.is === 'license' ? null : pointed.is === 'file' ? pointed.target : pointed.address
  const only = target !== null && harmlessKind(content.replace(target, 'LICENSE').trim(), knowledge) !== null
  if (only || !own.some(says) || followed.every(({ openness }) => openness === 'restricted')) return followed
  const held = followed.filter(({ license }) => license.text !== null)
  return held.length === 0 ? own : [...own, ...held]
}
