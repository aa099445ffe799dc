import { releaseRewordings, rewordRaw, type SaidClaim } from '../claims/index.ts'
import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Report } from '../report/report.ts'
import { collectFindings } from '../verdict/index.ts'
import type { Edits } from './edits.ts'

/**
 * Rewords the sentences that are contradicted, each on its own lines; returns what is left of them to do by hand: words
 * in a link, or in a form that others cannot take.
 */
export function fixSentences(
  evidence: Evidence,
  report: Report,
  knowledge: Knowledge,
  edits: Edits,
): { readonly changed: number; readonly left: readonly string[] } {
  const findings = collectFindings()
  for (const finding of report.findings) findings.keep(finding)
  const facts = { ...report, name: report.release.name }
  const left: string[] = []
  let changed = 0
  for (const { said, rewording, instead } of releaseRewordings(evidence, facts, findings, knowledge)) {
    const [line, endLine] = placeOfClaim(said)
    const lines = edits.linesOf(said.path)
    if (lines === null || line === 0) {
      left.push(leftAt(said, line, instead))
      continue
    }
    const raw = lines.slice(line - 1, endLine).join('\n')
    const edited = rewording && rewordRaw(raw, said, rewording)
    if (edited === null) left.push(leftAt(said, line, instead))
    else {
      // no line is added or taken away: the places of the other sentences stay
      lines.splice(line - 1, endLine - line + 1, ...edited.split('\n'))
      changed++
    }
  }
  return { changed, left }
}

function placeOfClaim({ cited: [cited] }: SaidClaim): readonly [number, number] {
  return 'quote' in cited ? [cited.line, cited.endLine] : [0, 0]
}

/** What a publisher has to do by hand, and a sentence that would hold. */
const leftAt = ({ path }: SaidClaim, line: number, instead: string | null) =>
  `${path}:${line} is contradicted, and its words cannot be replaced as they stand: change it by ` +
  `hand${instead === null ? '' : `, such as to: ${instead}`}`
