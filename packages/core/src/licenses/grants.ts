import { GRANTS, type Grant } from '../report/vocabulary.ts'
import type { Granting } from './clauses/find.ts'

/** What a text grants to whoever receives the work, and what of the usual rights no sentence of it grants. */
export function grantsIn(granting: readonly Granting[]): { grants: readonly Grant[]; missing: readonly Grant[] } {
  const granted = firstGranting(granting)
  return { grants: GRANTS.filter(grant => granted.has(grant)), missing: GRANTS.filter(grant => !granted.has(grant)) }
}

/** By what is granted, the number of the first passage that grants it. */
export function firstGranting(granting: readonly Granting[]): ReadonlyMap<Grant, number> {
  const first = new Map<Grant, number>()
  for (const { grant, passage } of granting) if (!first.has(grant)) first.set(grant, passage)
  /* what is passed on is copied */
  const distributes = first.get('distribute')
  if (distributes !== undefined && !first.has('copy')) first.set('copy', distributes)
  return first
}
