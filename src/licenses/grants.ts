import { saidIn, type Worded } from '../modality/said.ts'
import { GRANTS, type Grant } from '../vocabulary.ts'
import type { Passage } from './clause.ts'

/** What a text grants to whoever receives the work, and what of the usual rights no sentence of it grants. */
export function readGrants(
  passages: readonly Passage[],
  knowledge: Worded,
): { grants: readonly Grant[]; missing: readonly Grant[] } {
  const granted = grantingPassages(passages, knowledge)
  return { grants: GRANTS.filter(grant => granted.has(grant)), missing: GRANTS.filter(grant => !granted.has(grant)) }
}

/** The first passage of a text that grants each right, by `knowledge/wordings/grant.…`. */
export function grantingPassages(passages: readonly Passage[], knowledge: Worded): ReadonlyMap<Grant, Passage> {
  const granted = new Map<Grant, Passage>()
  for (const passage of passages) {
    if (granted.size === GRANTS.length) break
    const said = saidIn(passage, knowledge)
    for (const grant of GRANTS) if (!granted.has(grant) && said.has(`grant.${grant}`)) granted.set(grant, passage)
  }
  /* what is passed on is copied */
  const distributes = granted.get('distribute')
  if (distributes && !granted.has('copy')) granted.set('copy', distributes)
  return granted
}
