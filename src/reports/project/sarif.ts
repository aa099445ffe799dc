import type { ProjectReport } from '../../project/report.ts'
import type { Citation } from '../../report.ts'
import { shortHash } from '../../verdict/findings.ts'
import { plain } from '../foreign.ts'
import { inJson } from '../json.ts'
import type { Names } from '../names.ts'
import type { ProjectReporter } from './reporter.ts'

interface Result {
  readonly rule: keyof typeof RULES
  readonly kind: 'fail' | 'review' | 'open' | 'informational'
  readonly level: 'error' | 'warning' | 'note' | 'none'
  readonly text: string
  readonly cited: readonly Citation[]
}

const RULES = {
  uses: 'A model or data set is named here, with its terms',
  untold: 'Something is loaded here whose name cannot be told',
  gate: 'A gate is not met',
  conflict: "Terms of what is used beside the project's own license",
  duty: 'A duty of what is used is not seen to be kept',
  claim: 'A claim of the project on what it uses',
  change: 'Terms changed since unwash.lock',
} as const

/** For code scanning: every place that names a model, and what does not hold (SARIF 2.1.0). */
export const sarif: ProjectReporter = {
  id: 'sarif',
  extension: 'sarif',
  render(report, { names }) {
    const results = resultsOf(report, names)
    const rules = Object.keys(RULES)
    return inJson({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'unwash',
              version: report.unwash.version,
              rules: Object.entries(RULES).map(([id, text]) => ({ id, shortDescription: { text } })),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: results.map(({ rule, kind, level, text, cited }) => {
            const locations = cited.flatMap(one => locationOf(one) ?? [])
            return {
              ruleId: rule,
              ruleIndex: rules.indexOf(rule),
              kind,
              level,
              message: { text: plain(text) },
              ...(locations.length > 0 ? { locations } : {}),
              partialFingerprints: { 'unwash/v1': shortHash(`${rule} ${text} ${seedOf(cited)}`) },
            }
          }),
        },
      ],
    })
  },
}

function resultsOf(report: ProjectReport, names: Names): Result[] {
  return [
    ...report.breaches.map(
      ({ id, rule, says, cited }): Result => ({
        rule: 'gate',
        kind: 'fail',
        level: 'error',
        text: `${id}, ${rule}: ${says}`,
        cited,
      }),
    ),
    ...report.used.flatMap(({ id, audited, references }) =>
      references.map(
        ({ cited }): Result => ({
          rule: 'uses',
          kind: 'informational',
          level: 'none',
          text: `${id}: ${names.term(audited.term)}, ${audited.license === null ? 'license not known' : names.license(audited.license)}. ${audited.says}`,
          cited: cited.slice(0, 1),
        }),
      ),
    ),
    ...report.conflicts.map(
      ({ because, cited }): Result => ({ rule: 'conflict', kind: 'review', level: 'none', text: because, cited }),
    ),
    ...report.duties
      .filter(({ answer }) => answer !== 'met')
      .map(
        ({ id, because, when, answer, cited }): Result => ({
          rule: 'duty',
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
          rule: 'claim',
          kind: check === 'contradicted' ? 'fail' : 'open',
          level: check === 'contradicted' ? 'warning' : 'none',
          text: `“${says}”: ${check}`,
          cited,
        }),
      ),
    ...(report.changes ?? []).map(
      ({ id, kind, before, now }): Result => ({
        rule: 'change',
        kind: 'review',
        level: 'none',
        text: `${id}: ${kind} was ${before ?? 'none'}, is ${now ?? 'none'}`,
        cited: [],
      }),
    ),
    ...report.untold.map(
      ({ says, via, cited }): Result => ({
        rule: 'untold',
        kind: 'open',
        level: 'none',
        text: `${via}: ${says}`,
        cited,
      }),
    ),
  ]
}

const seedOf = ([first]: readonly Citation[]) =>
  first && 'quote' in first ? `${first.path} ${first.quote}` : first && 'path' in first ? first.path : ''

function locationOf(cited: Citation): object | null {
  if (!('path' in cited)) return null
  const artifactLocation = { uri: cited.path.split('/').map(encodeURIComponent).join('/') }
  if (!('endLine' in cited)) return { physicalLocation: { artifactLocation } }
  const snippet = cited.quote === '' ? {} : { snippet: { text: cited.quote } }
  return {
    physicalLocation: { artifactLocation, region: { startLine: cited.line, endLine: cited.endLine, ...snippet } },
  }
}
