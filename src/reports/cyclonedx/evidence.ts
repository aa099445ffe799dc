import type { Citation, Report } from '../../report.ts'
import { shortHash } from '../../verdict/findings.ts'
import { plain } from '../words/foreign.ts'
import { placeOf } from '../words/places.ts'
import { citedWords, marked } from '../words/quoted.ts'

/** What is cited, gathered once and pointed to by `bom-ref` (CycloneDX 1.7, `declarations.evidence`). */
export interface EvidenceList {
  /** the refs of these citations, each added where it is new */
  refs(cited: readonly Citation[]): string[]
  readonly all: readonly object[]
}

/** An empty list of evidence, all of it gathered on the day the report is of. */
export function listEvidence({ readAsOf }: Pick<Report, 'readAsOf'>): EvidenceList {
  const all: object[] = []
  const known = new Set<string>()
  return {
    all,
    refs: cited => [
      ...new Set(
        cited.map(citation => {
          const ref = `evidence:${shortHash(JSON.stringify(citation))}`
          if (!known.has(ref)) {
            known.add(ref)
            all.push(setEvidence(ref, citation, readAsOf))
          }
          return ref
        }),
      ),
    ],
  }
}

function setEvidence(ref: string, citation: Citation, day: string): object {
  const words = 'key' in citation ? marked({ quote: citation.value, cut: citation.cut }) : citedWords(citation)
  const contents = words !== null ? { attachment: { content: plain(words), contentType: 'text/plain' } } : null
  return {
    'bom-ref': ref,
    propertyName: `unwash:${kindOf(citation)}`,
    description: plain(placeOf(citation)),
    ...(contents ? { data: [{ name: plain(placeOf(citation)), contents }] } : {}),
    created: `${day}T00:00:00Z`,
  }
}

function kindOf(citation: Citation): string {
  if ('looked' in citation) return 'absence'
  if ('fact' in citation) return 'knowledge'
  if ('url' in citation) return 'link'
  if ('key' in citation) return 'metadata'
  return 'quote' in citation ? 'text' : 'file'
}
