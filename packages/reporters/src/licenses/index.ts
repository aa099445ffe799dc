import type { Clause, Finding, FrameworkReading, License, LicensesReport } from '@unwash/core/report/report'
import { inWords } from '@unwash/core/text/phrase'
import { grantsIn, permitsAnything } from '@unwash/core/uses/answers'
import type { Names } from '../names.ts'
import { joined, type Line, lines, look, NOT_ADVICE, type Page, type Section } from '../page.ts'
import type { LicensesRenderOptions, LicensesReporter, ReportersOf } from '../reporter.ts'
import { RESULT_KINDS, type Result, type RuleText, setLog } from '../sarif/log.ts'
import { clauseResult, clauseRule, UNREAD_RULE, unreadOf } from '../sarif/rules.ts'
import { titleOf } from '../sections/lead.ts'
import { waysOf } from '../ways.ts'
import { count } from '../words/counts.ts'
import { CLASS_LABELS, GRANT_LABELS, MATCH_LABELS, RESIDUE_LABELS } from '../words/labels.ts'
import { placesOf } from '../words/places.ts'
import { changes, clauses, duties, flaws, frameworks, type LicenseSection, limits, notUnderstood } from './sections.ts'

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

/** A page for each license, and what is to be known of the texts that were not read. */
export function licensesPages({ licenses, findings }: LicensesReport, names: Names): readonly Page[] {
  const pages = licenses.map(license => pageOf(license, names))
  const about = notRead(findings)
  const last = pages.at(-1)
  if (!last)
    return [
      {
        subject: [look('strong', 'unwash license')],
        title: 'No license read',
        lead: [],
        sections: about,
        foot: NOT_ADVICE,
      },
    ]
  return [...pages.slice(0, -1), { ...last, sections: [...last.sections, ...about], foot: NOT_ADVICE }]
}

/** What is to be known of texts that were not read. */
export function notRead(findings: readonly Pick<Finding, 'says' | 'cited' | 'wouldChange'>[]): readonly Section[] {
  if (findings.length === 0) return []
  const items = findings.map((finding): [Line, ...Line[]] => [
    [finding.says, ' ', ...placesOf(finding.cited, 1)],
    [look('faint', `what would change it: ${finding.wouldChange}`)],
  ])
  return [{ heading: 'To be known', blocks: [{ kind: 'list', items }] }]
}

function pageOf(license: License, names: Names): Page {
  const path = license.text?.path ?? null
  const language = license.language ? `, read as ${license.language}` : ''
  const named = license.cited.length > 0 ? placesOf(license.cited, 1) : []
  return {
    subject:
      path === null
        ? [...named, look('faint', ', a name without its text')]
        : [look('strong', path), look('faint', language)],
    title: titleOf(license, names),
    lead: [lines(...leadOf(license, names))],
    sections: sectionsOf(license).flatMap(section => section(license, names) ?? []),
    foot: [],
  }
}

/** What limits it first, then what was not understood; of a text that only resembles a known one, changes come last. */
const sectionsOf = ({ match }: License): readonly LicenseSection[] =>
  match.kind === 'related'
    ? [limits, notUnderstood, duties, frameworks, clauses, flaws, changes]
    : [limits, notUnderstood, changes, duties, frameworks, clauses, flaws]

function leadOf(license: License, names: Names): readonly Line[] {
  const { match, missingGrants = [], selfLabels, readWith = [] } = license
  const lead: Line[] = [[CLASS_LABELS[license.class]]]
  const grants = grantsIn(license)
  if (license.text !== null) {
    const nearest = match.nearest === null || match.nearest === license.id ? '' : ` ${names.license(match.nearest)}`
    const twins = match.twins?.length
      ? `, word for word also ${inWords(match.twins.slice(0, 3).map(names.license))}`
      : ''
    lead.push([
      'Its text: ',
      look(match.kind === 'exact' ? 'good' : 'ask', `${MATCH_LABELS[match.kind]}${nearest}`),
      twins,
    ])
    const gives: Line =
      grants.length > 0
        ? ['Grants: ', look('good', inWords(grants.map(grant => GRANT_LABELS[grant])))]
        : [
            'Grants: ',
            look(
              'bad',
              license.grants.length > 0 ? 'nothing that was understood whole' : 'nothing that was recognized',
            ),
            permitsAnything(license) ? '' : '; what is not forbidden is not permitted by that',
          ]
    lead.push(
      missingGrants.length > 0 && grants.length > 0
        ? [...gives, '; no grant found of: ', look('ask', inWords(missingGrants.map(grant => GRANT_LABELS[grant])))]
        : gives,
    )
  }
  if (readWith.length > 0) lead.push(['Read with: ', look('place', readWith.join(', '))])
  if (selfLabels.length > 0) {
    const labels = selfLabels.slice(0, 3).map((label): Line => [`“${label.says}” `, ...placesOf(label.cited, 1)])
    lead.push(['Calls itself: ', ...joined(labels, ', ')])
  }
  return lead
}

const { terminal, json, markdown } = waysOf<LicensesReport, LicensesRenderOptions>((report, { names }) =>
  licensesPages(report, names),
)

/** The ways to show what was read of license texts; the first is the usual one. */
export const licensesReporters: ReportersOf<LicensesReport, LicensesRenderOptions> = [terminal, json, markdown, sarif]
