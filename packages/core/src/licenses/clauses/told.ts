import type { LocatedClause } from './find.ts'

/** What clauses of a kind say, each once: where a text calls itself open, or what is flawed in it. */
export function saidBy(clauses: readonly LocatedClause[], kind: string): readonly (LocatedClause & { says: string })[] {
  const seen = new Set<string>()
  return clauses.flatMap(clause => {
    const says = clause.parameters.says
    if (clause.kind !== kind || typeof says !== 'string' || seen.has(says.toLowerCase())) return []
    seen.add(says.toLowerCase())
    return [{ ...clause, says }]
  })
}
