import { inJson } from '../json.ts'
import type { Reporter } from '../reporter.ts'
import { dataComponent, dataOf } from './data.ts'
import { declarationsOf, standardsOf } from './declarations.ts'
import { listEvidence } from './evidence.ts'
import { modelOf } from './model.ts'

/** A machine-learning bill of materials, CycloneDX 1.7 (https://cyclonedx.org/docs/1.7/json/). */
export const cyclonedx: Reporter = {
  id: 'cyclonedx',
  extension: 'cdx.json',
  render(report, { names }) {
    const evidence = listEvidence(report)
    const timestamp = `${report.readAsOf}T00:00:00Z`
    const declarations = declarationsOf(report, names, evidence)
    return inJson({
      $schema: 'http://cyclonedx.org/schema/bom-1.7.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.7',
      version: 1,
      metadata: {
        timestamp,
        tools: { components: [{ type: 'application', name: 'unwash', version: report.unwash.version }] },
        component: modelOf(report, names),
      },
      components: dataOf(report).map(data => dataComponent(data, names)),
      definitions: { standards: standardsOf(report, names) },
      declarations,
    })
  },
}
