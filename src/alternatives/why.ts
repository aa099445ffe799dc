import { inFewWords } from '../evidence/compute/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownAlternative, RecordedAudit } from '../knowledge/schemas/alternatives.ts'
import { isHigher } from './more-open.ts'

/** Why one may take it: what it may be, its size beside the one sought, what is given, and what one gives up. */
export function whyOf(
  entry: KnownAlternative,
  audit: RecordedAudit,
  model: KnownAlternative['models'][number],
  parameters: number | null,
  { terms, tasks }: Pick<Knowledge, 'terms' | 'tasks'>,
): string {
  const confirmed =
    audit.review.length > 0 && isHigher(audit.ceiling, audit.term)
      ? `${terms.get(audit.ceiling)?.label ?? audit.ceiling} if a reviewer confirms ${audit.review.join(' and ')}`
      : null
  const sized =
    model.parameters === null
      ? 'its size is not known here'
      : `${inFewWords(model.parameters)} parameters${parameters === null ? ', the size here not being known' : `, ${inFewWords(parameters)} here`}`
  const task = tasks.find(({ id }) => id === entry.task)
  return [
    confirmed,
    [task?.name ?? entry.task, sized, entry.languages.join(' and '), String(entry.year)].filter(Boolean).join('; '),
    entry.open.length > 0 ? `given: weights, ${entry.open.join(', ')}` : null,
    entry.nearMiss ?? null,
    `one gives up: ${entry.givesUp}`,
  ]
    .filter(part => part !== null)
    .join('. ')
}
