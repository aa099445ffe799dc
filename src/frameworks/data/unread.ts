import type { Citation } from '../../report.ts'
import type { ComponentId } from '../../vocabulary.ts'
import type { Subject } from '../framework.ts'
import { componentOf } from '../parts.ts'

/** documents that may tell about training data */
const TELLING = ['data-card', 'technical-report', 'research-paper'] as const satisfies readonly ComponentId[]

/** Documents that may tell about the training data and were not read: a linked paper, report or data card, a PDF in the release. */
export function unreadDocuments(subject: Subject): readonly Citation[] {
  const { release } = subject.case.evidence
  return TELLING.flatMap(id => {
    const found = componentOf(subject, id)?.found
    if (found?.presence === 'linked') return found.cited.slice(0, 1)
    return found?.presence === 'released'
      ? found.cited.filter(citation => 'path' in citation && !release.texts.has(citation.path))
      : []
  })
}

/** The same, and the pages of data sets that the documents link to. */
export function unreadPlaces(subject: Subject): readonly Citation[] {
  const { evidence } = subject.case
  const pages = evidence.data.statements.filter(({ located }) => located)
  const named = evidence.metadata.datasets.map(({ cited }) => cited[0])
  return [...unreadDocuments(subject), ...pages.map(({ citation }) => citation), ...named].slice(0, 4)
}
