import type { Clause, Conflict, Evaluation, License, Unread } from '@unwash/core/report/report'
import type { Names } from '../names.ts'
import type { Reporter } from '../reporter.ts'
import { titleOf } from '../sections/lead.ts'
import { bindingOf, limitsSomething } from '../sections/limits.ts'
import { ANSWER_LABELS, CONFLICT_LABELS } from '../words/labels.ts'
import { RESULT_KINDS, type Result, type RuleText, setLog } from './log.ts'
import { CLAIM_RULES, claimResult, clauseResult, clauseRule, UNREAD_RULE, unreadOf } from './rules.ts'

/**
 * For code scanning (SARIF 2.1.0): a result for every requirement that is not met or not answered, every clause that
 * limits the weights, every legal file that was not read, every claim that is contradicted and every conflict.
 */
export const sarif: Reporter = {
  id: 'sarif',
  extension: 'sarif',
  render(report, { names }) {
    const results = [
      ...report.claims
        .filter(({ check }) => check === 'contradicted')
        .map(claim => claimResult(claim, report.findings)),
      ...report.conflicts.map(conflictResult),
      ...bindingOf(report).flatMap(license => [
        ...license.clauses.filter(limitsSomething).map(clause => resultOf(clause, license, names)),
        ...unreadOf(license),
      ]),
      ...(report.unread ?? []).map(unreadResult),
      ...report.evaluations.flatMap(evaluation => requirementResults(evaluation, names)),
    ]
    const requirements = new Map(
      report.evaluations.flatMap(({ framework, requirements }) =>
        requirements.map(({ id, rule }) => [`requirement.${id}`, requirementRule(names.framework(framework), rule)]),
      ),
    )
    return setLog(results, {
      version: report.unwash.version,
      rule: id => requirements.get(id) ?? RULES[id] ?? clauseRule(id.replace(/^clause\./, ''), names),
    })
  },
}

const requirementRule = (framework: string, rule: string): RuleText => ({
  short: rule,
  full: `${framework}: ${rule}`,
  help: 'The message says what was seen. Publish what is missing, or have a person answer what no program can.',
})

const RULES: Readonly<Record<string, RuleText>> = {
  ...CLAIM_RULES,
  unread: UNREAD_RULE,
  'legal-file.not-read': {
    short: 'A legal file that is there and was not wholly read',
    help: 'Give it as text in full, in UTF-8, where it can be read without access.',
  },
  ...Object.fromEntries(Object.entries(CONFLICT_LABELS).map(([kind, label]) => [`conflict.${kind}`, { short: label }])),
}

const conflictResult = ({ kind, because, cited }: Conflict): Result => ({
  ruleId: `conflict.${kind}`,
  kind: 'fail',
  level: 'warning',
  text: because,
  cited,
})

/** A note where it may bind the weights, and else of no interest. */
const unreadResult = ({ says, why, mayBind, ...file }: Unread): Result => ({
  ruleId: 'legal-file.not-read',
  kind: mayBind ? 'fail' : 'informational',
  level: mayBind ? 'note' : 'none',
  text:
    `${file.path} ${says}; ` +
    `${mayBind ? 'what it says may bind the weights' : 'it is of another part, not of the weights'}`,
  cited: [file],
  properties: { why },
})

/** A ban fails; a duty or a right of the publisher is for the reader to weigh. */
const resultOf = (clause: Clause, license: License, names: Names): Result =>
  clauseResult(
    clause,
    `clause.${clause.kind}`,
    clause.mode === 'ban' ? 'fail' : 'review',
    names,
    `${titleOf(license, names)}: `,
  )

function requirementResults({ framework, reading, requirements }: Evaluation, names: Names): readonly Result[] {
  return requirements
    .filter(({ answer }) => answer === 'unmet' || answer === 'unknown' || answer === 'needs-human')
    .map(({ id, answer, because, cited, signoff }) => ({
      ruleId: `requirement.${id}`,
      kind: RESULT_KINDS[answer],
      level: answer === 'unmet' ? 'warning' : 'none',
      text:
        `${names.framework(framework)}${reading ? ` (${reading} reading)` : ''}, ${id}: ` +
        `${ANSWER_LABELS[answer]}: ${because}${signoff ? ` (signed off by ${signoff.who} on ${signoff.on})` : ''}`,
      cited,
      taxa: [{ framework, row: id }],
    }))
}
