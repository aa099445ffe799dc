import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Report } from '../report/report.ts'
import type { Edits } from './edits.ts'

/**
 * Adds a NOTICE that names what the release was made from, under which terms, and has the line and the words those
 * terms ask for; where it was made from something. Returns what is left where there is a NOTICE already.
 */
export function addNotice({ lineage, licenses, release }: Report, knowledge: Knowledge, edits: Edits): string[] {
  const required = [...new Set(lineage.flatMap(({ license }) => noticeLines(license, knowledge)))]
  if (lineage.length === 0) return []
  if (edits.has(NOTICE)) return required.map(line => `NOTICE has to have the line “${line}”, if it has not`)
  const named = new Map<string, string>()
  const shown: string[] = []
  for (const step of lineage) {
    const license = licenses.find(one => one.id === step.license)
    const terms = license?.name ?? (NAMELESS.has(step.license) ? null : step.license)
    named.set(step.model, terms === null ? step.model : `${step.model}, under ${terms}`)
    const unseen = step.travels.some(({ clause, answer }) => clause === DISPLAY && answer === 'unmet')
    const words = license?.clauses.find(({ kind }) => kind === DISPLAY)?.parameters.text
    if (unseen && typeof words === 'string') shown.push(words)
  }
  const parts = [
    release.name.slice(release.name.lastIndexOf('/') + 1),
    ...required,
    ...new Set(shown),
    ['This release is made from:', ...[...named.values()].map(line => `- ${line}`)].join('\n'),
  ]
  edits.add('NOTICE', `${parts.join('\n\n')}\n`)
  return []
}

const NOTICE = /^notice(?:\.(?:md|txt))?$/i

/** The very lines that terms want to see, where they name any. */
export function noticeLines(license: string | null, { licenses }: Knowledge): string[] {
  const lines = licenses.get(license ?? '')?.clauses.map(({ parameters }) => parameters?.notice) ?? []
  return lines.filter(line => typeof line === 'string')
}

/** the duty to show words of the base's publisher */
const DISPLAY = 'share.branding'
const NAMELESS: ReadonlySet<string> = new Set(['NONE', 'NOASSERTION'])
