import type { Claim, Clause, Finding, License } from '@unwash/core/report/report'
import { unreadParts } from '../licenses/unread.ts'
import type { Names } from '../names.ts'
import { detailsOf } from '../sections/details.ts'
import { type Stands, standsOf } from '../words/checks.ts'
import { MODE_LABELS } from '../words/labels.ts'
import type { Result, RuleText } from './log.ts'

/** What the rules of claims look for. */
export const CLAIM_RULES: Readonly<Record<string, RuleText>> = {
  'claim.contradicted': {
    short: 'A claim of the publisher that what was seen contradicts',
    help: 'Say what holds instead, as the result suggests, or publish what the claim is about.',
  },
  'claim.goes-too-far': {
    short: 'A claim of the publisher that is true of the weights, and not of the system',
    help: 'Say what holds, as the result suggests, or publish the training data and code.',
  },
  'claim.undetermined': {
    short: 'A claim of the publisher that could not be tested',
    help: 'Publish or name what would show whether the claim holds.',
  },
}

const SAID = {
  contradicted: 'is contradicted',
  'goes too far': 'goes too far',
  undetermined: 'could not be tested',
  supported: 'holds',
} as const satisfies Record<Stands, string>

/** A claim as a result at its line: one that is contradicted fails, one that could not be tested is open. */
export function claimResult(claim: Claim, findings: readonly Finding[]): Result {
  const { says, because, suggestion, holds, cited } = claim
  const seen = findings.filter(({ id }) => because.includes(id))
  const stands = standsOf(claim)
  const fails = claim.check === 'contradicted'
  return {
    ruleId: `claim.${fails ? stands.replaceAll(' ', '-') : 'undetermined'}`,
    kind: fails ? 'fail' : 'open',
    level: stands === 'contradicted' ? 'error' : fails ? 'warning' : 'none',
    text: [
      `"${says}" ${SAID[stands]}`,
      ...(holds ? [`what holds: ${holds}`] : []),
      ...seen.map(finding => finding.says),
      ...(suggestion ? [`what would hold: ${suggestion}`] : []),
    ].join('; '),
    cited,
    related: seen.flatMap(finding => finding.cited),
  }
}

/** The rule on what was not understood. */
export const UNREAD_RULE: RuleText = {
  short: 'Words of a license that were not understood',
  full:
    'Words of a legal text that no reader knows: whether they limit anything is open, and the text is not called ' +
    'open.',
  help: 'Read the words, or have them read by a lawyer.',
}

/** A kind of clause, in the words of the knowledge. */
export function clauseRule(kind: string, names: Names): RuleText {
  const full = names.clauseAbout(kind)
  return {
    short: names.clause(kind),
    ...(full ? { full } : {}),
    help: 'Read the clause at its lines, and keep to it where it applies to you.',
  }
}

/** Words of a license that nobody has read: they are for a person. */
export const unreadOf = (license: License): readonly Result[] =>
  unreadParts(license).map(({ line, endLine, quote = '', cut, why }) => ({
    ruleId: 'unread',
    kind: 'fail',
    level: 'note',
    text: why === undefined ? 'These words were not understood' : `These words were not understood: ${why}`,
    cited: license.text ? [{ path: license.text.path, line, endLine, quote, cut }] : [],
  }))

/** A clause as a result at its lines; `of` begins what is said of it. */
export function clauseResult(
  { kind: clause, mode, parameters, cited }: Clause,
  ruleId: string,
  kind: 'fail' | 'review' | 'informational',
  names: Names,
  of = '',
): Result {
  const details = detailsOf(parameters)
  return {
    ruleId,
    kind,
    level: kind === 'fail' ? 'warning' : 'none',
    text: `${of}${names.clause(clause)} (${MODE_LABELS[mode]})${details ? `: ${details}` : ''}`,
    cited,
  }
}
