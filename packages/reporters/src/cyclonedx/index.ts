import type { Citation, Report, TextCitation } from '@unwash/core/report/report'
import { isDerived } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { fnv, mix } from '@unwash/core/text/hash'
import { aboutTraining, addressOf } from '../bom/data-sources.ts'
import { basePurl, purlOf } from '../bom/purl.ts'
import type { Names } from '../names.ts'
import type { Reporter } from '../reporter.ts'
import { inJson } from '../ways.ts'
import { signersOf } from '../words/signers.ts'
import {
  dataComponent,
  dataOf,
  declaredProperty,
  hasDeclarations,
  licensesOf,
  listEvidence,
  NEWEST,
  optional,
  type Spec,
} from './data.ts'
import { declarationsOf, MODEL, standardsOf } from './declarations.ts'

/** places of a license shown as occurrences */
const MOST_OCCURRENCES = 50

/** the `bom-ref` of the release as the thing that the bill is of */
const RELEASE = 'release'

/** What the release is called, by whom, and at which commit. */
function identityOf(report: Report): object {
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
function modelOf(report: Report, names: Names, spec: Spec): object {
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
      hasDeclarations(spec) ? { location: plain(path), line } : { location: `${plain(path)}:${line}` },
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

interface Property {
  readonly name: string
  readonly value: string
}

/** What the bill says of the release in the words of the AI profile of SPDX, which registries of AI bills look for. */
function metadataProperties(report: Report, names: Names): readonly Property[] {
  const { release, about, evaluations } = report
  const property = (name: string, value: string | null | undefined): readonly Property[] =>
    value ? [{ name, value: plain(value) }] : []
  return [
    ...property('suppliedBy', release.publisher),
    ...property('primaryPurpose', about?.task),
    ...property('domain', about?.task),
    ...evaluations.flatMap(({ framework, edition, reading, conclusion }) =>
      property(
        'standardCompliance',
        `${names.framework(framework)} ${edition}${reading ? ` (${reading} reading)` : ''}: ${conclusion}, as ` +
          'assessed by unwash',
      ),
    ),
    ...property('informationAboutTraining', aboutTraining(report)),
    ...property('unwash:complete', release.complete ? 'true' : 'false'),
  ]
}

/**
 * The serial number of a bill of materials: a UUID of version 8 (RFC 9562) made of all that is in it, so that the same
 * report has the same one and any other has its own.
 */
function serialOf(report: Report, spec: Spec): string {
  const all = JSON.stringify([spec, report])
  const hex = [1, 2, 3, 4]
    .map(salt =>
      mix(fnv(`${salt}${all}`))
        .toString(16)
        .padStart(8, '0'),
    )
    .join('')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ]
  return `urn:uuid:${parts.join('-')}`
}

/** A machine-learning bill of materials, CycloneDX 1.5 to 1.7 (https://cyclonedx.org/docs/1.7/json/). */
export const cyclonedx: Reporter = {
  id: 'cyclonedx',
  extension: 'cdx.json',
  render(report, { names, spec = NEWEST }) {
    const evidence = listEvidence(report)
    const declarations = declarationsOf(report, names, evidence)
    const data = dataOf(report)
    const { publisher } = report.release
    return inJson({
      $schema: `http://cyclonedx.org/schema/bom-${spec}.schema.json`,
      bomFormat: 'CycloneDX',
      specVersion: spec,
      serialNumber: serialOf(report, spec),
      version: 1,
      metadata: {
        timestamp: `${report.readAsOf}T00:00:00Z`,
        tools: { components: [{ type: 'application', name: 'unwash', version: report.unwash.version }] },
        // what the bill is of; the model with its card stands among the components, where consumers look for it
        component: { ...identityOf(report), 'bom-ref': RELEASE },
        ...(publisher ? { supplier: { name: plain(publisher) } } : {}),
        properties: metadataProperties(report, names),
      },
      components: [modelOf(report, names, spec), ...data.map(one => dataComponent(one, names, spec))],
      dependencies: [
        { ref: RELEASE, dependsOn: [MODEL] },
        { ref: MODEL, dependsOn: data.map(({ ref }) => ref) },
      ],
      ...(hasDeclarations(spec) ? { definitions: { standards: standardsOf(report, names) }, declarations } : {}),
    })
  },
}
