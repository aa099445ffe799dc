import parse, { type Expression } from 'spdx-expression-parse'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { LICENSE_CLASSES } from '../report/vocabulary.ts'
import { resolveLink } from './link.ts'
import { licensesMentionedIn } from './mentions.ts'
import { type ResolvedLicense, resolveId, resolveWords } from './resolved.ts'
import { nameWords } from './words.ts'

const OPERATOR = /((?<=[\s)])(?:and|or)(?=[\s(])|[()])/i
/** "WITH LLVM-exception": an exception only adds permissions */
const EXCEPTION = /\swith\s(?=\S*exception)\S{1,60}$/i
/** more operands than any real expression; a metadata value is foreign input */
const MOST_PARTS = 20

/**
 * Reads "Apache-2.0 AND (MIT OR CC-BY-4.0)", its operands in any spelling. "and" is as open as the least open part,
 * "or" as the most open one; an operand nobody knows makes the whole unknown (null).
 */
function resolveExpression(value: string, resolve: (leaf: string) => ResolvedLicense | null): ResolvedLicense | null {
  const leaves: ResolvedLicense[] = []
  const formal: string[] = []
  for (const token of value.split(OPERATOR)) {
    const part = token?.trim()
    if (part === undefined || part === '') continue
    if (/^(?:and|or)$/i.test(part) || part === '(' || part === ')') {
      formal.push(part.toUpperCase())
      continue
    }
    const leaf = resolve(part.replace(EXCEPTION, ''))
    if (!leaf || leaves.length >= MOST_PARTS) return null
    formal.push(`LicenseRef-${leaves.length}`)
    leaves.push(leaf)
  }
  if (leaves.length === 0) return null
  try {
    return build(parse(formal.join(' ')), leaves)
  } catch {
    // not an expression: the parser throws on anything else
    return null
  }
}

function build(parsed: Expression, leaves: readonly ResolvedLicense[]): ResolvedLicense | null {
  if ('license' in parsed) return leaves[Number(parsed.license.slice('LicenseRef-'.length))] ?? null
  const parts = [build(parsed.left, leaves), build(parsed.right, leaves)]
  const [left, right] = parts
  if (!left || !right) return null
  const operator = parsed.conjunction
  const byOpenness = [left, right].sort((a, b) => licenseRank(a) - licenseRank(b))
  const decides = (operator === 'and' ? byOpenness[1] : byOpenness[0]) ?? left
  return {
    id: `${inner(left)} ${operator.toUpperCase()} ${inner(right)}`,
    name: `${left.name} ${operator} ${right.name}`,
    class: decides.class,
    fsfFree: operator === 'and' ? left.fsfFree && right.fsfFree : left.fsfFree || right.fsfFree,
    osiApproved: operator === 'and' ? left.osiApproved && right.osiApproved : left.osiApproved || right.osiApproved,
    known: null,
    spdx: left.spdx && right.spdx ? `${left.spdx} ${operator.toUpperCase()} ${right.spdx}` : null,
    family: left.family || right.family,
    compound: { operator, parts: [left, right] },
  }
}

function licenseRank(license: ResolvedLicense): number {
  return LICENSE_CLASSES.indexOf(license.class)
}

function inner(license: ResolvedLicense): string {
  return license.compound ? `(${license.id})` : license.id
}

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
