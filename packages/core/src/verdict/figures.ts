import { computeWords } from '../evidence/compute/index.ts'
import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Note } from '../report/report.ts'
import type { Findings } from './findings.ts'

/**
 * Figures of compute that cannot be what they are said to be: each a finding with its line, and a note, since they were
 * left out.
 */
export function findOddFigures(evidence: Evidence, knowledge: Knowledge, findings: Findings): readonly Note[] {
  return computeWords(evidence, knowledge).oddities.map(({ says, cited }) => {
    findings.add('figure-unit', says, [cited], 'the figure with the unit it is counted in')
    if (!('path' in cited)) return { says }
    return { says: 'line' in cited ? `line ${cited.line}: ${says}` : says, path: cited.path }
  })
}
