import type { Citation, Report, TextCitation } from '@unwash/core/report/report'
import { isDerived } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { addressOf } from '../bom/data-sources.ts'
import { basePurl, purlOf } from '../bom/purl.ts'
import type { Names } from '../names.ts'
import { signersOf } from '../words/signers.ts'
import { dataOf, declaredProperty, hasLines, licensesOf, optional, type Spec } from './data.ts'
import { MODEL } from './declarations.ts'

/** places of a license shown as occurrences */
const MOST_OCCURRENCES = 50

/** the `bom-ref` of the release as the thing that the bill is of */
export const RELEASE = 'release'

/** What the release is called, by whom, and at which commit. */
export function identityOf(report: Report): object {
  const { name, publisher, revision } = report.release
  const purl = purlOf(report)
  const who = publisher ? plain(publisher) : null
  return {
    type: 'machine-learning-model',
    ...(who ? { supplier: { name: who }, publisher: who, group: who } : {}),
    name: plain(name),
    ...(revision ? { version: revision } : {}),
    ...(purl ? { purl } : {}),
  }
}

/** The release as a machine-learning model with its card, files, licenses, ancestors and evidence. */
export function modelOf(report: Report, names: Names, spec: Spec): object {
  const weights = report.components.find(({ id }) => id === 'weights')
  const { about } = report
  const derived = report.lineage.filter(isDerived)
  const parts = report.lineage.filter(({ relation }) => relation === 'part')
  const files = about?.weights ?? []
  const signers = signersOf(report)
  return {
    'bom-ref': MODEL,
    ...identityOf(report),
    description: plain(
      `${names.term(report.term.id)}${names.proof(report.term)}${signers === null ? '' : ` (${signers})`}${report.term.facets.length > 0 ? `: ${report.term.facets.join('; ')}` : ''}`,
    ),
    ...optional('licenses', weights ? licensesOf(weights.licensing, names, spec) : []),
    // one hash is of the whole where one file is all of the weights
    ...optional('hashes', files.length === 1 ? files.map(hashOf) : []),
    ...optional('externalReferences', referencesOf(report)),
    ...optional(
      'pedigree',
      derived.length > 0 ? { ancestors: derived.map(step => ancestorOf(step, report, names)) } : null,
    ),
    ...optional('components', [
      ...(files.length > 1
        ? files.map(file => ({ type: 'file', name: plain(file.path), hashes: [hashOf(file)] }))
        : []),
      ...parts.map(step => ancestorOf(step, report, names)),
    ]),
    modelCard: {
      modelParameters: {
        ...(about?.task ? { task: plain(about.task) } : {}),
        ...(about?.architecture ? { modelArchitecture: plain(about.architecture) } : {}),
        datasets: dataOf(report).map(({ ref }) => ({ ref })),
      },
      ...(about?.task ? { considerations: { useCases: [plain(about.task)] } } : {}),
    },
    evidence: evidenceOf(report, names, spec),
    properties: [
      { name: 'unwash:term', value: report.term.id },
      { name: 'unwash:floor', value: report.term.floor },
      { name: 'unwash:ceiling', value: report.term.ceiling },
      ...(about?.library ? [{ name: 'unwash:library', value: plain(about.library) }] : []),
      ...(weights ? declaredProperty(weights.licensing, names, spec) : []),
      ...(signers === null ? [] : [{ name: 'unwash:signed-off', value: signers }]),
      ...limitsOf(report, names).map(value => ({ name: 'unwash:limit', value })),
      ...report.components.map(({ id, presence }) => ({ name: `unwash:component:${id}`, value: presence })),
    ],
  }
}

const hashOf = ({ sha256 }: { readonly sha256: string }) => ({ alg: 'SHA-256', content: sha256 })

function ancestorOf({ model, license, relation }: Report['lineage'][number], report: Report, names: Names): object {
  const expression = names.expression(license)
  const purl = basePurl(model, report)
  return {
    type: 'machine-learning-model',
    name: plain(model),
    ...(purl ? { purl } : {}),
    ...(expression === null ? {} : { licenses: [{ expression }] }),
    properties: [{ name: 'unwash:relation', value: relation }],
  }
}

function evidenceOf({ licenses }: Report, names: Names, spec: Spec): object {
  const detected = licenses.map(license => ({
    license: { name: plain(license.name ?? names.license(license.id ?? 'NOASSERTION')) },
  }))
  const places = licenses
    .flatMap(license => [...license.cited, ...license.clauses.flatMap(clause => clause.cited)])
    .filter(isText)
    .map(({ path, line }) =>
      hasLines(spec) ? { location: plain(path), line } : { location: `${plain(path)}:${line}` },
    )
  const occurrences = [...new Map(places.map(place => [JSON.stringify(place), place])).values()]
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

/** the components whose addresses are papers or reports */
const DOCUMENTS: ReadonlySet<string> = new Set(['research-paper', 'technical-report'])

/** Where the release is, where its history is kept, and what was written of it. */
function referencesOf({ release, components, about }: Report): readonly object[] {
  const page = addressOf(release.places[0])
  const papers = components
    .filter(({ id }) => DOCUMENTS.has(id))
    .flatMap(({ cited }) => cited.flatMap(one => ('url' in one ? (addressOf(one.url) ?? []) : [])))
  const references = [
    ...(page === null ? [] : pagesOf(page, release.source, about?.kind === 'dataset')),
    ...papers.map(url => ({ type: 'documentation', url })),
  ]
  return [...new Map(references.map(one => [`${one.type} ${one.url}`, one])).values()]
}

/** A repository is page, download and history in one; a hub shows the card on the page. */
const pagesOf = (url: string, source: string, isData: boolean) => [
  { type: 'website', url },
  { type: 'distribution', url },
  ...(source === 'git' || source === 'hub' ? [{ type: 'vcs', url }] : []),
  ...(source === 'hub' && !isData ? [{ type: 'model-card', url }] : []),
]
