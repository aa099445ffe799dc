import type { Licensing } from '@unwash/core/report/report'
import { isDerived } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { sourcesOf } from '../bom/data-sources.ts'
import type { Reporter } from '../reporter.ts'
import { inJson } from '../ways.ts'
import { addDataset, addLicense, addModel, newGraph } from './packages.ts'

/** A bill of materials with the AI and dataset profiles, SPDX 3.0.1 (https://spdx.github.io/spdx-spec/v3.0.1/). */
export const spdx: Reporter = {
  id: 'spdx',
  extension: 'spdx.json',
  render(report, { names }) {
    const { source, name, revision } = report.release
    const graph = newGraph(`${source} ${name} ${revision ?? report.readAsOf}`, report)
    const model = addModel(report, names, graph)
    const license = (of: string, licensing: Pick<Licensing, 'declared' | 'concluded'>) => {
      for (const [kind, id] of [
        ['hasDeclaredLicense', licensing.declared],
        ['hasConcludedLicense', licensing.concluded],
      ] as const) {
        const element = addLicense(id, names, graph)
        if (element) graph.relate(of, kind, [element])
      }
    }
    for (const component of report.components) {
      if (component.id === 'weights') license(model, component.licensing)
      if (component.presence === 'absent' || component.presence === 'unknown') continue
      if (component.id !== 'datasets' && component.id !== 'evaluation-data') continue
      const sources = sourcesOf(component)
      const datasets = (sources.length > 0 ? sources : [null]).map((source, at) => {
        const name = source ? `${component.id}:${at}` : component.id
        const dataset = addDataset(component, source, name, report, graph)
        license(dataset, source ?? component.licensing)
        return dataset
      })
      graph.relate(model, component.id === 'datasets' ? 'trainedOn' : 'testedOn', datasets)
    }
    report.lineage.forEach((step, at) => {
      const base = graph.add('software_Package', `base:${at}`, { name: plain(step.model) })
      graph.relate(model, isDerived(step) ? 'descendantOf' : step.relation === 'part' ? 'contains' : 'other', [base])
      license(base, { declared: 'NOASSERTION', concluded: step.license })
    })
    return inJson(graph.document([model]))
  },
}
