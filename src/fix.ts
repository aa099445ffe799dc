import { createTwoFilesPatch } from 'diff'
import { releaseRewordings, rewordRaw, type SaidClaim } from './claims/index.ts'
import { gather } from './evidence/index.ts'
import type { Known } from './licenses/known.ts'
import type { Report } from './report.ts'
import type { Release } from './sources/release.ts'
import { collectFindings } from './verdict/index.ts'

/** A patch to review, and the contradicted sentences it could not reach. */
export interface Fix {
  /** a unified diff; empty where nothing need be changed */
  readonly patch: string
  readonly changed: number
  /** where a sentence stands whose words are broken up by markup */
  readonly left: readonly string[]
}

/** The sentences of a release that are contradicted, made true, as a patch of its files. Nothing is written. */
export function fixRelease(release: Release, report: Report, { knowledge }: Known): Fix {
  const findings = collectFindings()
  for (const finding of report.findings) findings.keep(finding)
  const evidence = gather(release, knowledge)
  const facts = { ...report, name: report.release.name }
  const files = new Map<string, string[]>()
  const left: string[] = []
  let changed = 0
  for (const { said, rewording } of releaseRewordings(evidence, facts, findings, knowledge)) {
    const content = release.texts.get(said.path)?.content
    const [line, endLine] = placeOf(said)
    if (content === undefined || line === 0) continue
    const lines = files.get(said.path) ?? content.split('\n')
    files.set(said.path, lines)
    const raw = lines.slice(line - 1, endLine).join('\n')
    const edited = rewording && rewordRaw(raw, said, rewording)
    if (edited === null) left.push(`${said.path}:${line}`)
    else {
      // no line is added or taken away: the places of the other sentences stay
      lines.splice(line - 1, endLine - line + 1, ...edited.split('\n'))
      changed++
    }
  }
  return { patch: [...files].map(([path, lines]) => patchOf(path, release, lines)).join(''), changed, left }
}

function patchOf(path: string, release: Release, lines: readonly string[]): string {
  const before = release.texts.get(path)?.content ?? ''
  const after = lines.join('\n')
  if (after === before) return ''
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, '', '', { context: 2 }).replace(/^=+\n/, '')
}

function placeOf({ cited: [cited] }: SaidClaim): readonly [number, number] {
  return 'quote' in cited ? [cited.line, cited.endLine] : [0, 0]
}
