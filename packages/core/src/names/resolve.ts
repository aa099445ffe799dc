import type { Knowledge } from '../knowledge/knowledge.ts'
import { resolveExpression } from './expression.ts'
import { resolveLink } from './link.ts'
import { licensesMentionedIn } from './mentions.ts'
import { type ResolvedLicense, resolveId, resolveWords } from './resolved.ts'
import { nameWords } from './words.ts'

/** longer than any license name or expression in use; a metadata value is foreign input */
const LONGEST_VALUE = 300

/** What a metadata value says when it names no license. */
type Placeholder = 'other' | 'unknown' | 'none'

const PLACEHOLDERS: Readonly<Record<string, Placeholder>> = {
  other: 'other',
  custom: 'other',
  proprietary: 'other',
  unknown: 'unknown',
  noassertion: 'unknown',
  'n/a': 'unknown',
  na: 'unknown',
  tbd: 'unknown',
  none: 'none',
  unlicensed: 'none',
}

/** Whether a metadata value says that a license is another, is not known or is not there, without naming one. */
export function placeholderOf(spelled: string): Placeholder | null {
  return PLACEHOLDERS[spelled.trim().toLowerCase()] ?? null
}

/**
 * The license that a metadata value names: a Hugging Face or SPDX id, a title, an everyday spelling, an SPDX
 * expression of these, or the address of a license. Null for a placeholder (see `placeholderOf`) and when the value
 * holds anything that no license name accounts for: "MIT with restrictions" is not MIT.
 */
export function resolveName(spelled: string, knowledge: Knowledge): ResolvedLicense | null {
  const value = spelled.trim()
  if (value === '' || value.length > LONGEST_VALUE || placeholderOf(value) !== null) return null
  if (/^https?:\/\//i.test(value)) return resolveLink(value, knowledge)
  return resolveOne(value, knowledge) ?? resolveExpression(value, leaf => resolveOne(leaf, knowledge))
}

function resolveOne(value: string, knowledge: Knowledge): ResolvedLicense | null {
  return resolveWords(value, knowledge) ?? resolveRange(value, knowledge) ?? resolveRepeated(value, knowledge)
}

const RANGE = /(\+|[\s(-]or (?:any )?(?:later|newer|above)(?: versions?)?\)?|[\s(-]only\)?)$/i

/** "GNU GPL v3 or later", "LGPL v2.1 only", "MPL-2.0+": a range is read off, never assumed. */
function resolveRange(value: string, knowledge: Knowledge): ResolvedLicense | null {
  const range = RANGE.exec(value)
  if (!range) return null
  const base = resolveWords(value.slice(0, range.index), knowledge)
  if (!base?.known) return null
  const ending = /only/i.test(range[0]) ? '-only' : '-or-later'
  return { ...base, spdx: base.known.spdx.find(id => id.endsWith(ending)) ?? base.spdx }
}

/** One license named twice, as in "MIT License (MIT)" or "Creative Commons Attribution 4.0 (CC BY 4.0)". */
function resolveRepeated(value: string, knowledge: Knowledge): ResolvedLicense | null {
  const bracket = value.indexOf('(')
  if (bracket < 1 || !value.endsWith(')')) return null
  const first = licensesMentionedIn(`license: ${value.slice(0, bracket)}`, knowledge)
  const second = licensesMentionedIn(`license: ${value.slice(bracket + 1, -1)}`, knowledge)
  const [one, two] = [first[0], second[0]]
  if (!one || !two || first.length > 1 || second.length > 1 || one.id !== two.id) return null
  const rest = nameWords(value).filter(word => !word.legal)
  const named = [...nameWords(one.spelled), ...nameWords(two.spelled)].filter(word => !word.legal)
  return rest.length === named.length ? resolveId(one.id, null, knowledge) : null
}
