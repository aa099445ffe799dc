import { loadLicenseKnowledge } from '../../src/knowledge/load.ts'
import type { ClauseKind } from '../../src/licenses/clause.ts'
import { findClauses, type LocatedClause } from '../../src/licenses/clauses/find.ts'

/** All that the repository knows. */
export const knowledge = await loadLicenseKnowledge()

/** The clauses of a text, by all wordings there are. */
export const clausesIn = (text: string, kinds?: readonly ClauseKind[]): readonly LocatedClause[] =>
  findClauses(text, knowledge, kinds)
