import type { Clause, FrameworkReading, License, LicensesReport } from '@unwash/core/report/report'
import type { Names } from '../names.ts'
import type { LicensesReporter } from '../reporter.ts'
import { RESULT_KINDS, type Result, type RuleText, setLog } from '../sarif/log.ts'
import { clauseResult, clauseRule, UNREAD_RULE, unreadOf } from '../sarif/rules.ts'
import { titleOf } from '../sections/lead.ts'
import { count } from '../words/counts.ts'
import { RESIDUE_LABELS } from '../words/labels.ts'

/**
 * For code scanning: a result for every framework, limiting clause, changed passage and text not read (SARIF 2.1.0).
 */
export const sarif: LicensesReporter = {
  id: 'sarif',
  extension: 'sarif',
  render(report, { names, version }) {
    const results = [...report.licenses.flatMap(license => resultsOf(license, names)), ...findingsOf(report)]
    return setLog(results, { version, rule: id => ruleText(id, names), taxonomies: taxaOf(report) })
  },
}

function ruleText(id: string, names: Names): RuleText {
  if (id.startsWith('framework.'))
    return { short: `What ${id.slice('framework.'.length).toUpperCase()} makes of the license` }
  if (id === 'unread') return UNREAD_RULE
  if (id === 'residue') return { short: 'The text differs from a known one' }
  if (id.startsWith('finding.')) return { short: 'Something could not be read, or was read elsewhere' }
  return clauseRule(id, names)
}

function resultsOf(license: License, names: Names): readonly Result[] {
  const { frameworks = [] } = license
  const title = titleOf(license, names)
  return [
    ...frameworks.map(
      (reading): Result => ({
        ruleId: `framework.${reading.framework}`,
        kind: RESULT_KINDS[reading.verdict],
        level: reading.verdict === 'unmet' ? 'error' : 'none',
        text: `${title}: ${reading.says}`,
        cited: reading.cited,
        taxa: reading.rows.map(row => ({ framework: reading.framework, row })),
      }),
    ),
    ...license.clauses.map(clause => clauseResult(clause, clause.kind, kindOf(clause, frameworks), names)),
    ...unreadOf(license),
    ...license.match.residue.map(
      (change): Result => ({
        ruleId: 'residue',
        kind: change.reads === 'condition' ? 'review' : 'informational',
        level: 'none',
        text: `${change.side} ${count(change.words, 'word')}, read as ${RESIDUE_LABELS[change.reads]}`,
        cited: license.text
          ? [
              {
                path: license.text.path,
                line: change.line,
                endLine: change.endLine,
                quote: change.quote ?? '',
                cut: change.cut,
              },
            ]
          : [],
      }),
    ),
  ]
}

/** A clause fails where a framework says it blocks, is for review where one asks, and informs otherwise. */
function kindOf({ kind }: Clause, frameworks: readonly FrameworkReading[]): 'fail' | 'review' | 'informational' {
  const weighed = frameworks.filter(reading => reading.because.includes(kind))
  if (weighed.some(reading => reading.verdict === 'unmet')) return 'fail'
  return weighed.length > 0 ? 'review' : 'informational'
}

const findingsOf = ({ findings }: LicensesReport): readonly Result[] =>
  findings.map(finding => ({
    ruleId: `finding.${finding.kind}`,
    kind: 'open',
    level: 'none',
    text: `${finding.says}; what would change it: ${finding.wouldChange}`,
    cited: finding.cited,
  }))

function taxaOf({ licenses }: LicensesReport): ReadonlyMap<string, ReadonlySet<string>> {
  const taxa = new Map<string, Set<string>>()
  for (const { framework, rows } of licenses.flatMap(license => license.frameworks ?? []))
    taxa.set(framework, new Set([...(taxa.get(framework) ?? []), ...rows]))
  return taxa
}
