import { stringify } from 'yaml'
import { releaseRewordings, rewordRaw, type SaidClaim } from '../claims/index.ts'
import type { Document } from '../documents/index.ts'
import { type Evidence, gather } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Known } from '../licenses/known.ts'
import type { Release } from '../release/release.ts'
import type { Report } from '../report/report.ts'
import { collectFindings } from '../verdict/index.ts'
import { type Edits, editsOf } from './edits.ts'
import { addLicenses, type TextOf } from './licenses.ts'
import { addNotice } from './notice.ts'

/**
 * Rewords the sentences that are contradicted, each on its own lines; returns what is left of them to do by hand: words
 * in a link, or in a form that others cannot take.
 */
function fixSentences(
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

/**
 * Adds to the card's front matter the keys it lacks; what it says already is left to its publisher. Returns what could
 * not be reached.
 */
function fixCard(documents: readonly Document[], { wording, release }: Report, edits: Edits): string[] {
  if (!wording || Object.keys(wording.card).length === 0) return []
  const card = documents.find(document => document.path === 'README.md')
  if (!card) {
    if (edits.has(/^readme/i)) return []
    const name = release.name.slice(release.name.lastIndexOf('/') + 1)
    const sentence = wording.sentence === null ? '' : `\n${wording.sentence}\n`
    edits.add('README.md', `---\n${stringify(wording.card)}---\n\n# ${name}\n${sentence}`)
    return []
  }
  const front = card.frontMatter
  const missing = Object.fromEntries(
    Object.entries(wording.card).filter(([key]) => !front?.keys.has(key) && fits(key, front)),
  )
  if (Object.keys(missing).length === 0) return []
  const lines = edits.linesOf(card.path)
  if (lines === null) return [card.path]
  const end = lines[0]?.endsWith('\r') ? '\r' : ''
  const added = stringify(missing)
    .trimEnd()
    .split('\n')
    .map(line => line + end)
  if (front) lines.splice(front.endLine - 1, 0, ...added)
  else lines.unshift(`---${end}`, ...added, `---${end}`, end)
  return []
}

/**
 * A name and a link of a license belong to one the hubs have no tag for; beside a tag they would say something else.
 */
function fits(key: string, front: Document['frontMatter']): boolean {
  const said = front?.data.license
  return !key.startsWith('license_') || said === undefined || said === 'other'
}

export type { TextOf } from './licenses.ts'

/** A patch to review, and what it leaves to do. */
interface Fix {
  /** a unified diff; empty where nothing need be changed */
  readonly patch: string
  /** sentences that are worded anew in it */
  readonly changed: number
  /** what its publisher has to do by hand, in words */
  readonly left: readonly string[]
}

/**
 * What a release's publisher would change in it, as a patch of its files: license texts that are named and missing, a
 * notice of what it is made from, the front matter of its card, and the sentences that are contradicted. Nothing is
 * written.
 */
export function fixRelease(release: Release, report: Report, { knowledge }: Known, textOf: TextOf): Fix {
  const evidence = gather(release, knowledge)
  const edits = editsOf(release)
  // lines are counted as they are on disk: what adds lines comes last
  const sentences = fixSentences(evidence, report, knowledge, edits)
  const texts = addLicenses(report, knowledge, textOf, edits)
  const notice = addNotice(report, knowledge, edits)
  const card = fixCard(evidence.documents, report, edits)
  return {
    patch: edits.patch(),
    changed: sentences.changed,
    left: [
      ...sentences.left,
      ...texts,
      ...notice,
      ...card.map(path => `${path} is not plain UTF-8: set its front matter by hand`),
    ],
  }
}
