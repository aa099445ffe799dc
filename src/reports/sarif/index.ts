import type { Clause, Conflict, Evaluation, License, Unread } from '../../report.ts'
import { ANSWER_LABELS, CONFLICT_LABELS, MODE_LABELS } from '../labels.ts'
import type { Names } from '../names.ts'
import type { Reporter } from '../reporter.ts'
import { detailsOf } from '../sections/details.ts'
import { bindingOf, limitsSomething } from '../sections/limits.ts'
import { titleOf } from '../sections/title.ts'
import { CLAIM_RULES, claimResult } from './claims.ts'
import { KINDS, type Result, setLog } from './log.ts'

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
      ...bindingOf(report).flatMap(license =>
        license.clauses.filter(limitsSomething).map(clause => clauseResult(clause, license, names)),
      ),
      ...(report.unread ?? []).map(unreadResult),
      ...report.evaluations.flatMap(evaluation => requirementResults(evaluation, names)),
    ]
    const rules = new Map(
      report.evaluations.flatMap(({ requirements }) => requirements.map(({ id, rule }) => [`requirement.${id}`, rule])),
    )
    return setLog(results, {
      version: report.unwash.version,
      ruleText: id => rules.get(id) ?? RULES[id] ?? names.clause(id.replace(/^clause\./, '')),
    })
  },
}

const RULES: Readonly<Record<string, string>> = {
  ...CLAIM_RULES,
  'legal-file.not-read': 'A legal file that is there and was not wholly read',
  ...Object.fromEntries(Object.entries(CONFLICT_LABELS).map(([kind, label]) => [`conflict.${kind}`, label])),
}

const conflictResult = ({ kind, because, cited }: Conflict): Result => ({
  ruleId: `conflict.${kind}`,
  kind: 'fail',
  level: 'warning',
  text: because,
  cited,
})

/** Whether it binds is open, or of no interest where it cannot bind the weights. */
const unreadResult = ({ says, why, mayBind, ...file }: Unread): Result => ({
  ruleId: 'legal-file.not-read',
  kind: mayBind ? 'open' : 'informational',
  level: 'none',
  text: `${file.path} ${says}; ${mayBind ? 'what it says may bind the weights' : 'it is of another part, not of the weights'}`,
  cited: [file],
  properties: { why },
})

/** A ban fails; a duty or a right of the publisher is for the reader to weigh. */
function clauseResult(clause: Clause, license: License, names: Names): Result {
  const details = detailsOf(clause.parameters)
  const bans = clause.mode === 'ban'
  return {
    ruleId: `clause.${clause.kind}`,
    kind: bans ? 'fail' : 'review',
    level: bans ? 'warning' : 'none',
    text: `${titleOf(license, names)}: ${names.clause(clause.kind)} (${MODE_LABELS[clause.mode]})${details ? `: ${details}` : ''}`,
    cited: clause.cited,
  }
}

function requirementResults({ framework, reading, requirements }: Evaluation, names: Names): readonly Result[] {
  return requirements
    .filter(({ answer }) => answer === 'unmet' || answer === 'unknown' || answer === 'needs-human')
    .map(({ id, answer, because, cited, signoff }) => ({
      ruleId: `requirement.${id}`,
      kind: KINDS[answer],
      level: answer === 'unmet' ? 'warning' : 'none',
      text: `${names.framework(framework)}${reading ? ` (${reading} reading)` : ''}, ${id}: ${ANSWER_LABELS[answer]}: ${because}${signoff ? ` (signed off by ${signoff.who} on ${signoff.on})` : ''}`,
      cited,
      taxa: [{ framework, row: id }],
    }))
}
