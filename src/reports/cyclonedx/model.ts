import type { Citation, Report, TextCitation } from '../../report.ts'
import { plain } from '../foreign.ts'
import type { Names } from '../names.ts'
import { signersOf } from '../signers.ts'
import { dataOf } from './data.ts'
import { MODEL } from './declarations.ts'
import { licensesOf, optional } from './licenses.ts'

/** places of a license shown as occurrences */
const MOST_OCCURRENCES = 50

/** The release as a machine-learning model with its card, licenses, ancestors and evidence (`metadata.component`). */
export function modelOf(report: Report, names: Names): object {
  const weights = report.components.find(({ id }) => id === 'weights')
  const { release, lineage } = report
  const signers = signersOf(report)
  return {
    type: 'machine-learning-model',
    'bom-ref': MODEL,
    name: plain(release.name),
    ...(release.publisher ? { publisher: plain(release.publisher) } : {}),
    ...(release.revision ? { version: release.revision } : {}),
    description: plain(
      `${names.term(report.term.id)}${signers === null ? '' : ` (${signers})`}${report.term.facets.length > 0 ? `: ${report.term.facets.join('; ')}` : ''}`,
    ),
    ...optional('licenses', weights ? licensesOf(weights.licensing, names) : []),
    ...optional('pedigree', lineage.length > 0 ? { ancestors: lineage.map(step => ancestorOf(step, names)) } : null),
    modelCard: { modelParameters: { datasets: dataOf(report).map(({ ref }) => ({ ref })) } },
    evidence: evidenceOf(report, names),
    properties: [
      { name: 'unwash:term', value: report.term.id },
      { name: 'unwash:floor', value: report.term.floor },
      { name: 'unwash:ceiling', value: report.term.ceiling },
      ...(signers === null ? [] : [{ name: 'unwash:signed-off', value: signers }]),
      ...limitsOf(report, names).map(value => ({ name: 'unwash:limit', value })),
      ...report.components.map(({ id, presence }) => ({ name: `unwash:component:${id}`, value: presence })),
    ],
  }
}

function ancestorOf({ model, license, relation }: Report['lineage'][number], names: Names): object {
  const expression = names.expression(license)
  return {
    type: 'machine-learning-model',
    name: plain(model),
    ...(expression === null ? {} : { licenses: [{ expression }] }),
    properties: [{ name: 'unwash:relation', value: relation }],
  }
}

function evidenceOf({ licenses }: Report, names: Names): object {
  const detected = licenses.map(license => ({
    license: { name: plain(license.name ?? names.license(license.id ?? 'NOASSERTION')) },
  }))
  const places = licenses
    .flatMap(license => [...license.cited, ...license.clauses.flatMap(clause => clause.cited)])
    .filter(isText)
    .map(({ path, line }) => ({ location: plain(path), line }))
  const occurrences = [...new Map(places.map(place => [`${place.location}:${place.line}`, place])).values()]
  return { ...optional('licenses', detected), ...optional('occurrences', occurrences.slice(0, MOST_OCCURRENCES)) }
}

const isText = (citation: Citation): citation is TextCitation => 'quote' in citation

/** what the licenses limit, in the words of the clauses */
function limitsOf({ licenses }: Report, names: Names): readonly string[] {
  const limiting = licenses.flatMap(license =>
    license.clauses.filter(({ against, mode }) => against.length > 0 && mode !== 'plea'),
  )
  return [...new Set(limiting.map(({ kind }) => names.clause(kind)))]
}
