import type { Report } from '../../report.ts'
import { shortHash } from '../../verdict/findings.ts'

/** says that nothing is asserted where the format wants an element (SPDX 3.0.1, Core, NoAssertionElement) */
export const NO_ASSERTION = 'https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement'

/** the one creation info that all elements share */
const CREATION = '_:creation'

/** The elements of a document, each with an id that is the same between runs. */
export interface Graph {
  /** adds an element once and gives its id */
  add(type: string, name: string, properties: object): string
  relate(from: string, relationshipType: string, to: readonly string[]): void
  document(rootElement: readonly string[]): object
}

/** An empty graph for a report of something. */
export function newGraph(of: string, { readAsOf, unwash }: Pick<Report, 'readAsOf' | 'unwash'>): Graph {
  const base = `urn:unwash:${shortHash(of)}`
  const elements = new Map<string, object>()
  const agent = `${base}:tool-organization`
  const tool = `${base}:tool`
  const graph: Graph = {
    add(type, name, properties) {
      const spdxId = `${base}:${name}`
      if (!elements.has(spdxId)) elements.set(spdxId, { type, spdxId, creationInfo: CREATION, ...properties })
      return spdxId
    },
    relate(from, relationshipType, to) {
      const name = `relationship:${shortHash(`${from} ${relationshipType} ${to.join(' ')}`)}`
      if (to.length > 0) graph.add('Relationship', name, { from, relationshipType, to })
    },
    document(rootElement) {
      const all = [...elements.values()]
      return {
        '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
        '@graph': [
          {
            type: 'CreationInfo',
            '@id': CREATION,
            specVersion: '3.0.1',
            created: `${readAsOf}T00:00:00Z`,
            createdBy: [agent],
            createdUsing: [tool],
          },
          { type: 'Organization', spdxId: agent, creationInfo: CREATION, name: 'unwash' },
          { type: 'Tool', spdxId: tool, creationInfo: CREATION, name: `unwash ${unwash.version}` },
          ...all,
          {
            type: 'SpdxDocument',
            spdxId: `${base}:document`,
            creationInfo: CREATION,
            rootElement,
            element: [...elements.keys()],
            profileConformance: ['core', 'software', 'ai', 'dataset', 'simpleLicensing'],
          },
        ],
      }
    },
  }
  return graph
}
