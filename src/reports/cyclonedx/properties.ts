import type { Report } from '../../report.ts'
import { aboutTraining } from '../bom/about-training.ts'
import { plain } from '../foreign.ts'
import type { Names } from '../names.ts'

interface Property {
  readonly name: string
  readonly value: string
}

/** What the bill says of the release in the words of the AI profile of SPDX, which registries of AI bills look for. */
export function metadataProperties(report: Report, names: Names): readonly Property[] {
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
        `${names.framework(framework)} ${edition}${reading ? ` (${reading} reading)` : ''}: ${conclusion}, as assessed by unwash`,
      ),
    ),
    ...property('informationAboutTraining', aboutTraining(report)),
    ...property('unwash:complete', release.complete ? 'true' : 'false'),
  ]
}
