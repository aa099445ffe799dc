import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Worded } from '../../modality/said.ts'
import { once } from '../../once.ts'

/** What prose says beside what clauses do: `knowledge/statements`, ready to be looked for. */
export const statementWordings = once(
  ({ statements, modalities, patterns }: Knowledge): Worded => ({ wordings: statements, modalities, patterns }),
)
