import type { Component } from '../../report.ts'
import { plain } from '../foreign.ts'
import { inJson } from '../json.ts'
import type { Reporter } from '../reporter.ts'
import { newGraph } from './graph.ts'
import { addDataset, addLicense, addModel } from './packages.ts'

/** A bill of materials with the AI and dataset profiles, SPDX 3.0.1 (https://spdx.github.io/spdx-spec/v3.0.1/). */
export const spdx: Reporter = {
  id: 'spdx',
  extension: 'spdx.json',
  render(report, { names }) {
    const graph = newGraph(report)
    const model = addModel(report, names, graph)
    const license = (of: string, { licensing }: Pick<Component, 'licensing'>) => {
      for (const [kind, id] of [
        ['hasDeclaredLicense', licensing.declared],
        ['hasConcludedLicense', licensing.concluded],
      ] as const) {
        const element = addLicense(id, names, graph)
        if (element) graph.relate(of, kind, [element])
      }
    }
    for (const component of report.components) {
      if (component.id === 'weights') license(model, component)
      if (component.presence === 'absent' || component.presence === 'unknown') continue
      if (component.id !== 'datasets' && component.id !== 'evaluation-data') continue
      const dataset = addDataset(component, report, graph)
      license(dataset, component)
      graph.relate(model, component.id === 'datasets' ? 'trainedOn' : 'testedOn', [dataset])
    }
    report.lineage.forEach((step, at) => {
      const base = graph.add('software_Package', `base:${at}`, { name: plain(step.model) })
      graph.relate(model, 'descendantOf', [base])
      license(base, { licensing: { declared: 'NOASSERTION', detected: 'NOASSERTION', concluded: step.license } })
    })
    return inJson(graph.document([model]))
  },
}
