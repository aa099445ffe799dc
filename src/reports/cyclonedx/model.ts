import type { Citation, Component, Report, TextCitation } from '../../report.ts'
import { plain } from '../foreign.ts'
import type { Names } from '../names.ts'
import { MODEL } from './declarations.ts'

/** places of a license shown as occurrences */
const MOST_OCCURRENCES = 50

/** The release as a machine-learning model with its card, licenses, ancestors and evidence (`metadata.component`). */
export function modelOf(report: Report, names: Names): object {
  const weights = report.components.find(({ id }) => id === 'weights')
  const { release, lineage } = report
  return {
    type: 'machine-learning-model',
    'bom-ref': MODEL,
    name: plain(release.name),
    ...(release.publisher ? { publisher: plain(release.publisher) } : {}),
    ...(release.revision ? { version: release.revision } : {}),
    description: `${names.term(report.term.id)}${report.term.facets.length > 0 ? `: ${report.term.facets.join('; ')}` : ''}`,
    ...optional('licenses', weights ? licensesOf(weights, names) : []),
    ...optional('pedigree', lineage.length > 0 ? { ancestors: lineage.map(step => ancestorOf(step, names)) } : null),
    modelCard: { modelParameters: { datasets: dataOf(report).map(({ ref }) => ({ ref })) } },
    evidence: evidenceOf(report, names),
    properties: [
      { name: 'unwash:term', value: report.term.id },
      { name: 'unwash:floor', value: report.term.floor },
      { name: 'unwash:ceiling', value: report.term.ceiling },
      ...limitsOf(report, names).map(value => ({ name: 'unwash:limit', value })),
      ...report.components.map(({ id, presence }) => ({ name: `unwash:component:${id}`, value: presence })),
    ],
  }
}

/** The data the model was made from and measured with, as far as it is given or described. */
export function dataOf(report: Report): readonly { readonly ref: string; readonly component: Component }[] {
  return report.components
    .filter(({ id, presence }) => (id === 'datasets' || id === 'evaluation-data') && presence !== 'absent')
    .map(component => ({ ref: `data:${component.id}`, component }))
}

/** A set of data as a component of its own. */
export function dataComponent(ref: string, component: Component, names: Names): object {
  const url = component.cited.flatMap(citation => ('url' in citation ? [citation.url] : [])).at(0)
  return {
    type: 'data',
    'bom-ref': ref,
    name: component.id === 'datasets' ? 'training data' : 'evaluation data',
    ...optional('licenses', licensesOf(component, names)),
    data: [{ type: 'dataset', name: component.id, ...(url ? { contents: { url } } : {}) }],
    properties: [{ name: 'unwash:presence', value: component.presence }],
  }
}

function licensesOf({ licensing }: Component, names: Names): readonly object[] {
  return (['declared', 'concluded'] as const).flatMap(acknowledgement => {
    const expression = names.expression(licensing[acknowledgement])
    return expression === null ? [] : [{ expression, acknowledgement }]
  })
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

/** a property that is left out where there is nothing to say */
function optional(name: string, value: object | readonly object[] | null): object {
  return value === null || (Array.isArray(value) && value.length === 0) || Object.keys(value).length === 0
    ? {}
    : { [name]: value }
}
