import { releaseRewordings, rewordRaw, type SaidClaim } from '../claims/index.ts'
import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Report } from '../report.ts'
import { collectFindings } from '../verdict/index.ts'
import type { Edits } from './edits.ts'

/** Rewords the sentences that are contradicted, each on its own lines; returns where one could not be reached, its words broken up by markup. */
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
  for (const { said, rewording } of releaseRewordings(evidence, facts, findings, knowledge)) {
    const [line, endLine] = placeOf(said)
    const lines = edits.linesOf(said.path)
    if (lines === null || line === 0) {
      left.push(`${said.path}:${line}`)
      continue
    }
    const raw = lines.slice(line - 1, endLine).join('\n')
    const edited = rewording && rewordRaw(raw, said, rewording)
    if (edited === null) left.push(`${said.path}:${line}`)
    else {
      // no line is added or taken away: the places of the other sentences stay
      lines.splice(line - 1, endLine - line + 1, ...edited.split('\n'))
      changed++
    }
  }
  return { changed, left }
}

function placeOf({ cited: [cited] }: SaidClaim): readonly [number, number] {
  return 'quote' in cited ? [cited.line, cited.endLine] : [0, 0]
}
