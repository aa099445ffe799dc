import { loadLicenseKnowledge } from '@unwash/knowledge/load'
import { type ClauseKnowledge, findClauses, type LocatedClause } from '../../src/licenses/clauses/find.ts'
import { kindsOf } from '../../src/licenses/clauses/kinds/index.ts'

/** All that the repository knows. */
export const knowledge = await loadLicenseKnowledge()

/** All kinds of clause. */
export const kinds = kindsOf(knowledge)

/** The clauses of a text, by all wordings there are. */
export const clausesIn = (text: string): readonly LocatedClause[] => findClauses(text, knowledge)

/** What is known, with the wordings of one kind alone. */
export const knowledgeOf = (kind: string): ClauseKnowledge => ({
  clauses: knowledge.clauses,
  modalities: knowledge.modalities,
  patterns: knowledge.patterns,
  wordings: knowledge.wordings.filter(file => file.kind === kind),
})
