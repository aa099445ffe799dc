import { plain } from '../foreign.ts'
import { inJson } from '../json.ts'
import type { Reporter } from '../reporter.ts'
import { dataComponent, dataOf } from './data.ts'
import { declarationsOf, MODEL, standardsOf } from './declarations.ts'
import { listEvidence } from './evidence.ts'
import { identityOf, modelOf, RELEASE } from './model.ts'
import { metadataProperties } from './properties.ts'
import { serialOf } from './serial.ts'
import { hasDeclarations, NEWEST } from './spec.ts'

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
