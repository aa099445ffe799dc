import type { Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { fnv, mix } from '@unwash/core/text/hash'
import { aboutTraining } from '../bom/data-sources.ts'
import type { Names } from '../names.ts'
import type { Reporter } from '../reporter.ts'
import { inJson } from '../ways.ts'
import { dataComponent, dataOf, hasDeclarations, listEvidence, NEWEST, type Spec } from './data.ts'
import { declarationsOf, MODEL, standardsOf } from './declarations.ts'
import { identityOf, modelOf, RELEASE } from './model.ts'

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
