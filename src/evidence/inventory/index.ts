import type { Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Citation } from '../../report.ts'
import type { Release } from '../../sources/release.ts'
import { COMPONENTS } from '../../vocabulary.ts'
import type { DataFound } from '../data/index.ts'
import type { ComponentFound, Metadata, WeightsFound } from '../evidence.ts'
import { codeComponents } from './code.ts'
import { dataComponents } from './data.ts'
import { documentComponents } from './papers.ts'
import { weightsComponents } from './weights.ts'

/** Takes the inventory of the 17 components, in the order of the Model Openness Framework. `library` names a public library that runs the model. */
export function takeInventory(
  release: Release,
  documents: readonly Document[],
  card: Document | null,
  metadata: Metadata,
  weights: WeightsFound,
  data: DataFound,
  library: Citation | null,
  knowledge: Knowledge,
): ComponentFound[] {
  const found = [
    ...weightsComponents(release, documents, weights),
    ...codeComponents(release, documents, library, metadata, knowledge),
    ...dataComponents(release, documents, data, metadata.bases.length > 0),
    ...documentComponents(release, documents, card, metadata, knowledge.hosts),
  ]
  return COMPONENTS.flatMap(id => found.filter(component => component.id === id).slice(0, 1))
}
