import { met, needsHuman, unknown, unmet } from '../answers.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { looked } from '../looking.ts'
import { notOffered } from '../offer.ts'
import { judgeOpenness, nameOf } from '../openness.ts'
import { componentOf, weightsPart } from '../parts.ts'

/** Parameters: whether anyone can have them, under which terms, and whether that is said of them. */
export const parameters = {
  'OSAID-P1': judgeReleased,
  'OSAID-P2': subject => judgeOpenness(weightsPart(subject.model), 'approved', subject.case.knowledge),
  'OSAID-P3': judgeAssertion,
  'OSAID-P4': subject => {
    const found = componentOf(subject, 'intermediate-weights')?.found
    if (!found)
      return unknown('Whether intermediate checkpoints are there could not be seen.', looked(subject.case.evidence))
    if (found.presence === 'released' || found.presence === 'linked')
      return met('Intermediate checkpoints are given.', found.cited)
    return found.presence === 'absent'
      ? unmet('No intermediate checkpoints were found; this does not count against it.', found.cited)
      : unknown('Whether intermediate checkpoints are given could not be seen.', found.cited)
  },
} as const satisfies Record<string, Judge>

function judgeReleased(subject: Subject): Judgement {
  const { evidence, lineage } = subject.case
  const { offer, cited, part } = evidence.weights
  const { gate } = evidence.metadata
  const withheld = notOffered(subject)
  if (withheld) return withheld
  if (gate)
    return needsHuman('Access to the weights is gated; whether anyone gets it needs review.', [...gate.cited, ...cited])
  if (part === 'delta')
    return needsHuman(
      'What is here is the difference to the weights of a base; whether anyone can have the base needs review.',
      cited,
    )
  if (part === 'adapter') {
    const [base] = lineage
    return base
      ? met(`The adapter is here, and names the base it belongs to: ${base.model}.`, [...cited, ...base.cited])
      : unknown('What is here is an adapter, and its base is not named.', cited)
  }
  return offer === 'in-tree'
    ? met('The weights are in the release.', cited)
    : met('The release says where to download the weights.', cited)
}

/** "An explicit assertion accompanying the parameters": a statement of license that speaks of the weights. */
function judgeAssertion({ model }: Subject): Judgement {
  const names = model.floor.map(nameOf).join(' and ')
  if (model.reach === 'not-looked') return unknown('The place where the weights are was not looked at.', model.cited)
  if (model.reach === 'none' || model.floor.length === 0)
    return unmet('Nothing is said of the terms of the weights.', model.cited)
  if (model.floor.some(reading => reading.openness === 'restricted'))
    return unmet(`What is said of the weights is ${names}: not free to all.`, model.cited)
  return model.reach === 'stated'
    ? met(`The release says of the weights that they are under ${names}.`, model.cited)
    : needsHuman(`${names} lies beside the weights, and does not say that it covers them.`, model.cited)
}
