import type { Knowledge } from '../knowledge/knowledge.ts'
import { wordsOf } from '../knowledge/words.ts'
import { reaches } from '../verdict/reaches.ts'
import type { TermId } from '../vocabulary.ts'

/** models of language tell their size in billions, and services mostly have such */
const SIZED = /(?:^|[^a-z0-9])\d{1,4}(?:\.\d)?b(?:[^a-z0-9]|$)/i

/** A model known to reach a term that could stand in for one that does not, by its name; null where none is known. */
export function standIn(id: string, host: string, required: TermId, { tasks, alternatives }: Knowledge): string | null {
  const words = wordsOf(id.slice(id.lastIndexOf('/') + 1)).map(({ text }) => text)
  const named = tasks.find(({ names }) => words.some(word => names.includes(word)))
  const texts = tasks.find(({ hub, named: only }) => !only && hub.includes('text-generation'))
  const task = named ?? (host === 'hosted' || SIZED.test(id) ? texts : undefined)
  const fitting = alternatives.filter(one => one.task === task?.id && one.audit && reaches(one.audit.term, required))
  const model = fitting.toSorted((one, other) => other.year - one.year)[0]?.models.at(-1)
  return model?.id ?? null
}
