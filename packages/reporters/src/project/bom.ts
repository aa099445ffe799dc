import type { ProjectReport, Used } from '@unwash/core/report/project'
import { plain } from '@unwash/core/text/foreign'
import { optional } from '../cyclonedx/data.ts'
import type { Names } from '../names.ts'
import type { ProjectReporter } from '../reporter.ts'
import { addLicense, type Graph, NO_ASSERTION, newGraph } from '../spdx/packages.ts'
import { inJson } from '../ways.ts'
import { placeInWords } from '../words/places.ts'

/** places of one model that are told */
const MOST_PLACES = 100

/** A bill of materials of the models and data that a project uses, CycloneDX 1.6. */
export const cyclonedx: ProjectReporter = {
  id: 'cyclonedx',
  extension: 'cdx.json',
  render: (report, { names }) => inJson(bomOf(report, names)),
}

interface Bom extends Record<string, unknown> {
  readonly components?: readonly unknown[]
}

const ROOT = 'unwash:project'

/** The bill alone. */
function bomOf(report: ProjectReport, names: Names): Bom {
  const components = report.used.map(one => componentOf(one, names))
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: `${report.readAsOf}T00:00:00Z`,
      tools: { components: [toolOf(report)] },
      component: { type: 'application', 'bom-ref': ROOT, name: plain(report.project.name) },
    },
    components,
    dependencies: needing([], ROOT, components),
  }
}

/** Dependencies with what the whole needs of ours: what was there of an earlier run is replaced, all else kept. */
function needing(
  all: readonly unknown[],
  root: unknown,
  ours: readonly Bom[],
  theirs: readonly unknown[] = [],
): readonly unknown[] {
  const refs = ours.map(one => one['bom-ref'])
  const kept = all.filter((one: unknown) => !isObject(one) || !(isOurs(one.ref) || refs.includes(one.ref)))
  const nodes = refs.map(ref => ({ ref }))
  if (typeof root !== 'string') return [...kept, ...nodes]
  const own = kept.find((one: unknown) => isObject(one) && one.ref === root)
  const before =
    isObject(own) && Array.isArray(own.dependsOn) ? own.dependsOn.filter((ref: unknown) => !isOurs(ref)) : []
  const whole = { ...(isObject(own) ? own : {}), ref: root, dependsOn: [...new Set([...before, ...refs, ...theirs])] }
  const rest = own === undefined ? [...kept, whole] : kept.map((one: unknown) => (one === own ? whole : one))
  return [...rest, ...nodes]
}

const toolOf = ({ unwash }: ProjectReport) => ({ type: 'application', name: 'unwash', version: unwash.version })

/** The package URL of a model at the hub; null for all else. */
function hubUrlOf({ of, id, host, revisions, audited }: Used): string | null {
  const revision = audited.revision ?? revisions[0]
  return host === 'hub' && of === 'model' && id.includes('/')
    ? `pkg:huggingface/${id.split('/').map(encodeURIComponent).join('/')}${revision ? `@${revision}` : ''}`
    : null
}

function componentOf(used: Used, names: Names): Bom {
  const { of, id, host, how, revisions, audited, references } = used
  const url = hubUrlOf(used)
  const expression = audited.license === null ? null : names.expression(audited.license)
  const slash = id.indexOf('/')
  const revision = audited.revision ?? revisions[0]
  const hub = host === 'hub' && slash > 0
  return {
    type: of === 'model' ? 'machine-learning-model' : 'data',
    'bom-ref': refOf(of, host, id),
    ...(hub ? { group: plain(id.slice(0, slash)), name: plain(id.slice(slash + 1)) } : { name: plain(id) }),
    ...(revision ? { version: revision } : {}),
    ...(url === null ? {} : { purl: url }),
    ...optional('licenses', expression === null ? [] : [{ expression }]),
    evidence: {
      occurrences: references.slice(0, MOST_PLACES).flatMap(({ cited: [first] }) => {
        return first ? [{ location: placeInWords(first) }] : []
      }),
    },
    properties: [
      { name: 'unwash:host', value: host },
      { name: 'unwash:how', value: how },
      { name: 'unwash:term', value: audited.term },
    ],
  }
}

const refOf = (of: string, host: string, id: string) => `unwash:${of}:${host}:${id}`

/** versions that know models of machine learning, and what a reader of older ones is given instead */
const KNOWS_MODELS = /^1\.(?:[5-9]|\d\d)$/

/**
 * Puts a bill into another one: nothing of that is lost or changed but what an earlier run put there. Throws nothing;
 * where it is no bill of CycloneDX in JSON, says so.
 */
export function putInto(into: unknown, report: ProjectReport, names: Names): Bom | { readonly wrong: string } {
  if (!isObject(into) || into.bomFormat !== 'CycloneDX')
    return { wrong: 'it is no bill of materials of CycloneDX in JSON' }
  const { components = [], specVersion } = into
  if (typeof specVersion !== 'string' || !KNOWS_MODELS.test(specVersion))
    return {
      wrong: `it is of CycloneDX ${String(specVersion).slice(0, 20)}, which knows no models: give one of 1.5 or later`,
    }
  if (!Array.isArray(components)) return { wrong: 'its components are no list' }
  const { dependencies = [], metadata } = into
  if (!Array.isArray(dependencies)) return { wrong: 'its dependencies are no list' }
  const own = report.used.map(one => componentOf(one, names))
  const kept = components.filter((one: unknown) => !isObject(one) || !isOurs(one['bom-ref']))
  // whoever lists a model already knows it by its place at the hub
  const known = new Map(
    kept.flatMap((one: unknown) => (isObject(one) && typeof one.purl === 'string' ? [[bare(one.purl), one]] : [])),
  )
  const knownAs = ({ purl }: Bom) => (typeof purl === 'string' ? known.get(bare(purl)) : undefined)
  const fresh = own.filter(one => knownAs(one) === undefined)
  const theirs = own.flatMap(one => knownAs(one)?.['bom-ref'] ?? [])
  const root = isObject(metadata) && isObject(metadata.component) ? metadata.component['bom-ref'] : undefined
  return { ...into, components: [...kept, ...fresh], dependencies: needing(dependencies, root, fresh, theirs) }
}

const bare = (purl: string) => purl.split(/[@?#]/, 1)[0]?.toLowerCase() ?? ''
const isOurs = (ref: unknown) => typeof ref === 'string' && /^unwash:(?:model|dataset):/.test(ref)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A bill of materials of the models and data that a project uses, SPDX 3.0.1. */
export const spdx: ProjectReporter = {
  id: 'spdx',
  extension: 'spdx.json',
  render(report, { names }) {
    const { project, used, readAsOf } = report
    const graph = newGraph(project.name, report)
    const root = graph.add('software_Package', 'project', { name: plain(project.name) })
    const needed = used.map((one, at) => {
      const element = addUsed(one, `used:${at}`, readAsOf, graph)
      const license = one.audited.license === null ? null : addLicense(one.audited.license, names, graph)
      if (license) graph.relate(element, 'hasDeclaredLicense', [license])
      return element
    })
    graph.relate(root, 'dependsOn', needed)
    return inJson(graph.document([root]))
  },
}

/** A model or a data set, with every field that its profile requires (SPDX 3.0.1, AIPackage and DatasetPackage). */
function addUsed(used: Used, name: string, readAsOf: string, graph: Graph): string {
  const { id, of, references, revisions, audited } = used
  const url = hubUrlOf(used)
  const revision = audited.revision ?? revisions[0]
  const day = `${readAsOf}T00:00:00Z`
  const places = references.slice(0, MOST_PLACES).flatMap(({ cited: [first] }) => (first ? [placeInWords(first)] : []))
  const fields = {
    name: plain(id),
    summary: audited.term,
    comment: `The day on which it was read stands for that of its release. Used: ${plain(places.join(', '))}`,
    software_packageVersion: revision ?? 'NOASSERTION',
    software_downloadLocation: NO_ASSERTION,
    releaseTime: day,
    ...(url === null ? {} : { software_packageUrl: url }),
  }
  return of === 'model'
    ? graph.add('ai_AIPackage', name, { ...fields, software_primaryPurpose: 'model', suppliedBy: NO_ASSERTION })
    : graph.add('dataset_DatasetPackage', name, {
        ...fields,
        software_primaryPurpose: 'data',
        builtTime: day,
        originatedBy: [NO_ASSERTION],
        dataset_datasetType: ['noAssertion'],
      })
}
