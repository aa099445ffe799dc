import { stringify } from 'yaml'
import type { Document } from '../documents/index.ts'
import type { Report } from '../report/report.ts'
import type { Edits } from './edits.ts'

/**
 * Adds to the card's front matter the keys it lacks; what it says already is left to its publisher. Returns what could
 * not be reached.
 */
export function fixCard(documents: readonly Document[], { wording, release }: Report, edits: Edits): string[] {
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
