import parse, { type Expression } from 'spdx-expression-parse'
import { LICENSE_CLASSES } from '../report/vocabulary.ts'
import type { ResolvedLicense } from './resolved.ts'

const OPERATOR = /((?<=[\s)])(?:and|or)(?=[\s(])|[()])/i
/** "WITH LLVM-exception": an exception only adds permissions */
const EXCEPTION = /\swith\s(?=\S*exception)\S{1,60}$/i
/** more operands than any real expression; a metadata value is foreign input */
const MOST_PARTS = 20

/**
 * Reads "Apache-2.0 AND (MIT OR CC-BY-4.0)", its operands in any spelling. "and" is as open as the least open part,
 * "or" as the most open one; an operand nobody knows makes the whole unknown (null).
 */
export function resolveExpression(
  value: string,
  resolve: (leaf: string) => ResolvedLicense | null,
): ResolvedLicense | null {
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
