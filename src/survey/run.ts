import { createHash } from 'node:crypto'
import type { Known } from '../licenses/known.ts'
import type { Run } from '../store/store.ts'

/** The run of a survey. The same source, unwash and knowledge are the same run: it goes on where it stopped. */
export function runOf(source: string, { version, knowledge }: Known, now = new Date()): Run {
  const id = createHash('sha256').update([source, version, knowledge.version].join('\0')).digest('hex').slice(0, 12)
  return { id, startedAt: now.toISOString(), unwash: version, knowledge: knowledge.version, source }
}
