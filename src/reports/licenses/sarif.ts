import type { Citation, Clause, FrameworkReading, License, LicensesReport } from '../../report.ts'
import { shortHash } from '../../verdict/findings.ts'
import type { Answer } from '../../vocabulary.ts'
import { count } from '../counts.ts'
import { plain } from '../foreign.ts'
import { inJson } from '../json.ts'
import { MODE_LABELS, RESIDUE_LABELS } from '../labels.ts'
import type { Names } from '../names.ts'
import { detailsOf } from '../sections/details.ts'
import { titleOf } from '../sections/title.ts'
import type { LicensesReporter } from './reporter.ts'

/** SARIF 2.1.0 §3.27.9: what an answer is there */
const KINDS = {
  met: 'pass',
  unmet: 'fail',
  unknown: 'open',
  'needs-human': 'review',
  'not-applicable': 'notApplicable',
} as const satisfies Record<Answer, string>
type Kind = (typeof KINDS)[Answer] | 'informational'

interface Result {
  readonly ruleId: string
  readonly kind: Kind
  readonly level: 'error' | 'warning' | 'none'
  readonly text: string
  readonly cited: readonly Citation[]
  readonly taxa: readonly { readonly framework: string; readonly row: string }[]
}

/** For code scanning: a result for every framework, limiting clause, changed passage and text not read (SARIF 2.1.0). */
export const sarif: LicensesReporter = {
  id: 'sarif',
  extension: 'sarif',
  render(report, { names, version }) {
    const results = [...report.licenses.flatMap(license => resultsOf(license, names)), ...findingsOf(report)]
    const rules = [...new Set(results.map(result => result.ruleId))]
    const taxa = taxaOf(report)
    return inJson({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'unwash',
              version,
              rules: rules.map(id => ({ id, shortDescription: { text: ruleText(id, names) } })),
              supportedTaxonomies: [...taxa.keys()].map(framework => ({ name: framework.toUpperCase() })),
            },
          },
          taxonomies: [...taxa].map(([framework, rows]) => ({
            name: framework.toUpperCase(),
            shortDescription: { text: `${framework.toUpperCase()}, its requirements` },
            taxa: [...rows].map(id => ({ id })),
          })),
          columnKind: 'utf16CodeUnits',
          results: results.map(result => setResult(result, rules)),
        },
      ],
    })
  },
}

function ruleText(id: string, names: Names): string {
  if (id.startsWith('framework.')) return `What ${id.slice('framework.'.length).toUpperCase()} makes of the license`
  if (id === 'residue') return 'The text differs from a known one'
  if (id.startsWith('finding.')) return 'Something could not be read, or was read elsewhere'
  return names.clause(id)
}

function resultsOf(license: License, names: Names): readonly Result[] {
  const { frameworks = [] } = license
  const title = titleOf(license, names)
  return [
    ...frameworks.map(
      (reading): Result => ({
        ruleId: `framework.${reading.framework}`,
        kind: KINDS[reading.verdict],
        level: reading.verdict === 'unmet' ? 'error' : 'none',
        text: `${title}: ${reading.says}`,
        cited: reading.cited,
        taxa: reading.rows.map(row => ({ framework: reading.framework, row })),
      }),
    ),
    ...license.clauses.map(clause => clauseResult(clause, frameworks, names)),
    ...license.match.residue.map(
      (change): Result => ({
        ruleId: 'residue',
        kind: change.reads === 'condition' ? 'review' : 'informational',
        level: 'none',
        text: `${change.side} ${count(change.words, 'word')}, read as ${RESIDUE_LABELS[change.reads]}`,
        cited: license.text
          ? [{ path: license.text.path, line: change.line, endLine: change.endLine, quote: change.quote ?? '' }]
          : [],
        taxa: [],
      }),
    ),
  ]
}

/** A clause fails where a framework says it blocks, is for review where one asks, and informs otherwise. */
function clauseResult(clause: Clause, frameworks: readonly FrameworkReading[], names: Names): Result {
  const weighed = frameworks.filter(reading => reading.because.includes(clause.kind))
  const fails = weighed.some(reading => reading.verdict === 'unmet')
  const kind = fails ? 'fail' : weighed.length > 0 ? 'review' : 'informational'
  const details = detailsOf(clause.parameters)
  return {
    ruleId: clause.kind,
    kind,
    level: fails ? 'warning' : 'none',
    text: `${MODE_LABELS[clause.mode]} ${names.clause(clause.kind)}${details ? `: ${details}` : ''}`,
    cited: clause.cited,
    taxa: [],
  }
}

const findingsOf = ({ findings }: LicensesReport): readonly Result[] =>
  findings.map(finding => ({
    ruleId: `finding.${finding.kind}`,
    kind: 'open',
    level: 'none',
    text: `${finding.says}; what would change it: ${finding.wouldChange}`,
    cited: finding.cited,
    taxa: [],
  }))

function taxaOf({ licenses }: LicensesReport): ReadonlyMap<string, ReadonlySet<string>> {
  const taxa = new Map<string, Set<string>>()
  for (const { framework, rows } of licenses.flatMap(license => license.frameworks ?? []))
    taxa.set(framework, new Set([...(taxa.get(framework) ?? []), ...rows]))
  return taxa
}

function setResult({ ruleId, kind, level, text, cited, taxa }: Result, rules: readonly string[]): object {
  const [first] = cited
  const locations = cited.flatMap(citation => locationOf(citation) ?? [])
  const seed = first && 'quote' in first ? `${first.path} ${first.quote}` : first && 'path' in first ? first.path : ''
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId),
    kind,
    level,
    message: { text: plain(text) },
    ...(locations.length > 0 ? { locations } : {}),
    ...(taxa.length > 0
      ? { taxa: taxa.map(({ framework, row }) => ({ id: row, toolComponent: { name: framework.toUpperCase() } })) }
      : {}),
    partialFingerprints: { 'unwash/v1': shortHash(`${ruleId} ${seed} ${text}`) },
  }
}

/** A citation as a place of SARIF, or null where it names no file. */
export function locationOf(cited: Citation): object | null {
  if (!('path' in cited)) return null
  const uri = cited.path.split('/').map(encodeURIComponent).join('/')
  const artifactLocation = { uri }
  if (!('quote' in cited)) return { physicalLocation: { artifactLocation } }
  const snippet = cited.quote === '' ? {} : { snippet: { text: cited.quote } }
  return {
    physicalLocation: { artifactLocation, region: { startLine: cited.line, endLine: cited.endLine, ...snippet } },
  }
}
