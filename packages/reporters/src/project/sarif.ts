import type { Baseline, ProjectReport } from '@unwash/core/report/project'
import type { Names } from '../names.ts'
import type { ProjectReporter } from '../reporter.ts'
import { type Result, type RuleText, setLog } from '../sarif/log.ts'

const RULES: Readonly<Record<string, RuleText>> = {
  uses: { short: 'A model or data set is named here, with its terms' },
  untold: {
    short: 'Something is loaded here whose name cannot be told',
    help: 'Name it as a constant, or in unwash.yml.',
  },
  gate: { short: 'A gate is not met', help: 'Use something that meets the gate, or change the gate.' },
  conflict: { short: "Terms of what is used beside the project's own license" },
  duty: { short: 'A duty of what is used is not seen to be kept', help: 'Do what the duty asks, where it is due.' },
  claim: { short: 'A claim of the project on what it uses', help: 'Say what holds of what is used.' },
  change: { short: 'Terms changed since unwash.lock', help: 'Read the new terms, and lock them when they are fine.' },
}

/** For code scanning: every place that names a model, and what does not hold (SARIF 2.1.0). */
export const sarif: ProjectReporter = {
  id: 'sarif',
  extension: 'sarif',
  render: (report, { names, before }) =>
    setLog(resultsOf(report, names), {
      version: report.unwash.version,
      rule: id => RULES[id] ?? { short: id },
      ...(before ? { before: resultsOf(before, names) } : {}),
    }),
}

function resultsOf(report: Baseline & Pick<ProjectReport, 'changes'>, names: Names): Result[] {
  return [
    ...report.breaches.map(
      ({ id, rule, says, cited }): Result => ({
        ruleId: 'gate',
        key: `${id} ${rule}`,
        kind: 'fail',
        level: 'error',
        text: `${id}, ${rule}: ${says}`,
        cited,
      }),
    ),
    ...report.used.flatMap(({ id, audited, references }) =>
      references.map(
        ({ cited }): Result => ({
          ruleId: 'uses',
          key: id,
          kind: 'informational',
          level: 'none',
          text:
            `${id}: ${names.term(audited.term)}, ` +
            `${audited.license === null ? 'license not known' : names.license(audited.license)}. ${audited.says}`,
          cited: cited.slice(0, 1),
        }),
      ),
    ),
    ...report.conflicts.map(
      ({ id, kind, because, cited }): Result => ({
        ruleId: 'conflict',
        key: `${id} ${kind}`,
        kind: 'review',
        level: 'none',
        text: because,
        cited,
      }),
    ),
    ...report.duties
      .filter(({ answer }) => answer !== 'met')
      .map(
        ({ id, clause, because, when, answer, cited }): Result => ({
          ruleId: 'duty',
          key: `${id} ${clause}`,
          kind: answer === 'unknown' ? 'open' : 'review',
          level: 'none',
          text: `${id}: ${because} Due when ${when}.`,
          cited,
        }),
      ),
    ...report.claims
      .filter(({ check }) => check !== 'supported')
      .map(
        ({ says, check, cited }): Result => ({
          ruleId: 'claim',
          key: says,
          kind: check === 'contradicted' ? 'fail' : 'open',
          level: check === 'contradicted' ? 'warning' : 'none',
          text: `“${says}”: ${check}`,
          cited,
        }),
      ),
    ...(report.changes ?? []).map(
      ({ id, kind, before, now }): Result => ({
        ruleId: 'change',
        key: `${id} ${kind}`,
        kind: 'review',
        level: 'none',
        text: `${id}: ${kind} was ${before ?? 'none'}, is ${now ?? 'none'}`,
        cited: [{ path: 'unwash.lock' }],
      }),
    ),
    ...report.untold.map(
      ({ says, via, cited }): Result => ({
        ruleId: 'untold',
        key: via,
        kind: 'open',
        level: 'none',
        text: `${via}: ${says}`,
        cited,
      }),
    ),
  ]
}
