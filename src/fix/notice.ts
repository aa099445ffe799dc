import type { Report } from '../report.ts'
import type { Edits } from './edits.ts'

/**
 * Adds a NOTICE that names what the release was made from, under which terms, and shows the words those terms ask for;
 * where it was made from something.
 */
export function addNotice({ lineage, licenses, release }: Report, edits: Edits): void {
  if (lineage.length === 0 || edits.has(/^notice(?:\.(?:md|txt))?$/i)) return
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
    ...new Set(shown),
    ['This release is made from:', ...[...named.values()].map(line => `- ${line}`)].join('\n'),
  ]
  edits.add('NOTICE', `${parts.join('\n\n')}\n`)
}

/** the duty to show words of the base's publisher */
const DISPLAY = 'share.branding'
const NAMELESS: ReadonlySet<string> = new Set(['NONE', 'NOASSERTION'])
