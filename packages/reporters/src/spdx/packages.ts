import type { Component, Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { shortHash } from '@unwash/core/verdict/findings'
import { aboutTraining, addressOf, dataName, type NamedSource } from '../bom/data-sources.ts'
import { purlOf } from '../bom/purl.ts'
import type { Names } from '../names.ts'
import { placeInWords } from '../words/places.ts'
import { signersOf } from '../words/signers.ts'

const DATE_STANDS_IN = 'When it was released is not known; the day on which it was read stands in its place.'

/** The model, with every field that the AI profile requires (SPDX 3.0.1, AI, AIPackage). */
export function addModel(report: Report, names: Names, graph: Graph): string {
  const { release, term, evaluations, about } = report
  const purl = purlOf(report)
  // a hash of one file is one of the package only where that file is all of the weights
  const hashes = about?.weights?.length === 1 ? about.weights.map(hashOf) : []
  const signers = signersOf(report)
  return graph.add('ai_AIPackage', 'model', {
    name: plain(release.name),
    summary: `${names.term(term.id).replace(/ \*$/, '')}${names.proof(term)}${signers === null ? '' : ` (${signers})`}`,
    description: plain(
      report.findings
        .filter(({ id }) => term.because.includes(id))
        .map(({ says, cited }) => `${says} (${cited.map(placeInWords).join(', ')})`)
        .join('. '),
    ),
    comment: plain(
      [about?.published ? '' : DATE_STANDS_IN, signers === null ? '' : `The term is ${signers}.`]
        .filter(Boolean)
        .join(' ') || 'Read by unwash.',
    ),
    software_packageVersion: release.revision ?? 'NOASSERTION',
    software_downloadLocation: release.places.find(addressOf) ?? NO_ASSERTION,
    software_primaryPurpose: 'model',
    releaseTime: `${about?.published ?? report.readAsOf}T00:00:00Z`,
    suppliedBy: supplierOf(report, graph),
    ai_standardCompliance: evaluations.map(
      ({ framework, edition, reading, conclusion }) =>
        `${names.framework(framework)} ${edition}${reading ? ` (${reading} reading)` : ''}: ${conclusion}, as ` +
        'assessed by unwash',
    ),
    ...(term.facets.length > 0 ? { ai_limitation: term.facets.join('; ') } : {}),
    ai_informationAboutTraining: aboutTraining(report) ?? 'noAssertion',
    ...(purl === null ? {} : { software_packageUrl: purl }),
    ...(about?.task ? { ai_domain: [plain(about.task)] } : {}),
    ...(about?.architecture ? { ai_typeOfModel: [plain(about.architecture)] } : {}),
    ...(hashes.length > 0 ? { verifiedUsing: hashes } : {}),
  })
}

/**
 * A set of data, or all of it where no set is named, with every field that the dataset profile requires (SPDX 3.0.1,
 * Dataset, DatasetPackage).
 */
export function addDataset(
  component: Component,
  source: NamedSource | null,
  name: string,
  report: Report,
  graph: Graph,
): string {
  const { cited } = source ?? component
  const url = cited.flatMap(citation => ('url' in citation ? [citation.url] : [])).find(url => addressOf(url))
  const told = source ? ` For ${source.stages.join(', ')}; ${source.ladder}; can be had: ${source.obtainable}.` : ''
  return graph.add('dataset_DatasetPackage', name, {
    name: source ? plain(source.name) : dataName(component),
    comment: `${DATE_STANDS_IN}${told} Seen: ${plain(cited.map(placeInWords).join(', '))}`,
    software_downloadLocation: addressOf(source?.where) ?? url ?? NO_ASSERTION,
    software_primaryPurpose: 'data',
    releaseTime: `${report.readAsOf}T00:00:00Z`,
    builtTime: `${report.readAsOf}T00:00:00Z`,
    originatedBy: [NO_ASSERTION],
    dataset_datasetType: ['noAssertion'],
  })
}

/** A license expression as an element of its own; null where no license is named. */
export function addLicense(id: string, names: Names, graph: Graph): string | null {
  const expression = names.expression(id)
  return expression === null
    ? null
    : graph.add('simplelicensing_LicenseExpression', `license:${expression.replaceAll(' ', '-')}`, {
        simplelicensing_licenseExpression: expression,
      })
}

/** A hash as SPDX has it (SPDX 3.0.1, Core, Hash). */
const hashOf = ({ sha256 }: { readonly sha256: string }) => ({ type: 'Hash', algorithm: 'sha256', hashValue: sha256 })

function supplierOf({ release }: Report, graph: Graph): string {
  if (!release.publisher) return NO_ASSERTION
  return graph.add('Organization', 'publisher', { name: plain(release.publisher) })
}

/** says that nothing is asserted where the format wants an element (SPDX 3.0.1, Core, NoAssertionElement) */
export const NO_ASSERTION = 'https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement'

/** the one creation info that all elements share */
const CREATION = '_:creation'

/** The elements of a document, each with an id that is the same between runs. */
export interface Graph {
  /** adds an element once and gives its id */
  add(type: string, name: string, properties: object): string
  relate(from: string, relationshipType: string, to: readonly string[]): void
  document(rootElement: readonly string[]): object
}

/** An empty graph for a report of something. */
export function newGraph(of: string, { readAsOf, unwash }: Pick<Report, 'readAsOf' | 'unwash'>): Graph {
  const base = `urn:unwash:${shortHash(of)}`
  const elements = new Map<string, object>()
  const agent = `${base}:tool-organization`
  const tool = `${base}:tool`
  const graph: Graph = {
    add(type, name, properties) {
      const spdxId = `${base}:${name}`
      if (!elements.has(spdxId)) elements.set(spdxId, { type, spdxId, creationInfo: CREATION, ...properties })
      return spdxId
    },
    relate(from, relationshipType, to) {
      const name = `relationship:${shortHash(`${from} ${relationshipType} ${to.join(' ')}`)}`
      if (to.length > 0) graph.add('Relationship', name, { from, relationshipType, to })
    },
    document(rootElement) {
      const all = [...elements.values()]
      return {
        '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
        '@graph': [
          {
            type: 'CreationInfo',
            '@id': CREATION,
            specVersion: '3.0.1',
            created: `${readAsOf}T00:00:00Z`,
            createdBy: [agent],
            createdUsing: [tool],
          },
          { type: 'Organization', spdxId: agent, creationInfo: CREATION, name: 'unwash' },
          { type: 'Tool', spdxId: tool, creationInfo: CREATION, name: `unwash ${unwash.version}` },
          ...all,
          {
            type: 'SpdxDocument',
            spdxId: `${base}:document`,
            creationInfo: CREATION,
            rootElement,
            element: [...elements.keys()],
            profileConformance: ['core', 'software', 'ai', 'dataset', 'simpleLicensing'],
          },
        ],
      }
    },
  }
  return graph
}
