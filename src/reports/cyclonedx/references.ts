import type { Report } from '../../report.ts'
import { addressOf } from '../bom/data-sources.ts'

/** the components whose addresses are papers or reports */
const DOCUMENTS: ReadonlySet<string> = new Set(['research-paper', 'technical-report'])

/** Where the release is, where its history is kept, and what was written of it. */
export function referencesOf({ release, components, about }: Report): readonly object[] {
  const page = addressOf(release.places[0])
  const papers = components
    .filter(({ id }) => DOCUMENTS.has(id))
    .flatMap(({ cited }) => cited.flatMap(one => ('url' in one ? (addressOf(one.url) ?? []) : [])))
  const references = [
    ...(page === null ? [] : pagesOf(page, release.source, about?.kind === 'dataset')),
    ...papers.map(url => ({ type: 'documentation', url })),
  ]
  return [...new Map(references.map(one => [`${one.type} ${one.url}`, one])).values()]
}

/** A repository is page, download and history in one; a hub shows the card on the page. */
const pagesOf = (url: string, source: string, isData: boolean) => [
  { type: 'website', url },
  { type: 'distribution', url },
  ...(source === 'git' || source === 'hub' ? [{ type: 'vcs', url }] : []),
  ...(source === 'hub' && !isData ? [{ type: 'model-card', url }] : []),
]
