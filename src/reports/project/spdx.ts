import type { Used } from '../../project/report.ts'
import type { ProjectReporter } from '../reporter.ts'
import { type Graph, NO_ASSERTION, newGraph } from '../spdx/graph.ts'
import { addLicense } from '../spdx/packages.ts'
import { inJson } from '../ways.ts'
import { plain } from '../words/foreign.ts'
import { placeOf } from '../words/places.ts'
import { hubUrlOf } from './cyclonedx.ts'

/** places of one model that are told */
const MOST_PLACES = 100

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
  const places = references.slice(0, MOST_PLACES).flatMap(({ cited: [first] }) => (first ? [placeOf(first)] : []))
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
