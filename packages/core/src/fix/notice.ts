import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LineageStep, Report } from '../report/report.ts'
import type { Edits } from './edits.ts'

/**
 * Adds a NOTICE that names what the release says it was made from, under which terms, and has the line and the words
 * those terms ask for. Returns what is left: what may be a base by another name, and lines where there is a NOTICE
 * already.
 */
export function addNotice(report: Report, knowledge: Knowledge, edits: Edits): string[] {
  const { licenses, release } = report
  const all = report.lineage.filter(({ relation }) => relation !== 'teacher')
  const lineage = all.filter(isNamed)
  const left = [...new Set(all.filter(step => !isNamed(step)).map(({ model }) => model))].map(
    model => `NOTICE does not name ${model}, which the release does not name so as what it is made from: see to it`,
  )
  const required = [...new Set(lineage.flatMap(({ license }) => noticeLines(license, knowledge)))]
  if (edits.has(NOTICE)) return required.map(line => `NOTICE has to have the line “${line}”, if it has not`)
  if (lineage.length === 0) return left
  const named = new Map<string, string>()
  const shown: string[] = []
  for (const step of lineage) {
    const license = licenses.find(one => one.id === step.license)
    const terms = license?.name ?? knowledge.licenses.get(step.license)?.name ?? null
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
  return left
}

/** Whether the release says by this very name that it was made from a model; a longer name is another's. */
function isNamed({ model, relation, cited: [place] }: LineageStep): boolean {
  if (relation === 'unknown' || !place) return false
  const said = 'quote' in place ? place.quote : 'value' in place ? place.value : 'url' in place ? place.url : ''
  const [name, parts] = [partsOf(model), `|${partsOf(said)}|`]
  return parts.includes(`|${name}|`) || parts.includes(`|${name.replaceAll('|', '-')}|`)
}

/** "on Heron-7B (https://hub.example/marsh/heron-7b).": |on|heron-7b|marsh/heron-7b|; a hyphen parts no name. */
const partsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/https?:\/\/[^/\s]{1,100}\//g, ' ')
    .split(/\.?[^a-z\d./_-]+/)
    .filter(part => part !== '')
    .join('|')

const NOTICE = /^notice(?:\.(?:md|txt))?$/i

/** The very lines that terms want to see, where they name any. */
export function noticeLines(license: string | null, { licenses }: Knowledge): string[] {
  const lines = licenses.get(license ?? '')?.clauses.map(({ parameters }) => parameters?.notice) ?? []
  return lines.filter(line => typeof line === 'string')
}

/** the duty to show words of the base's publisher */
const DISPLAY = 'share.branding'
