import { citedTogether, met, unknown, unmet } from '../answers.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { kindsOf, nameOf } from '../openness.ts'

/** Facts about the terms that the weights come under. */
export const terms = {
  'TF-terms-of-use': ({ model }) => {
    const cited = citedTogether(model.floor.map(({ license }) => license.cited))
    if (cited) return met(`The weights come under ${[...new Set(model.floor.map(nameOf))].join(' and ')}.`, cited)
    return model.reach === 'none'
      ? unmet('No terms were found for the weights.', model.cited)
      : unknown('The terms of the weights were not looked at.', model.cited)
  },
  'TF-users': subject => judgeClauses(subject, 'TF-users', 'users'),
  'TF-uses': subject => judgeClauses(subject, 'TF-uses', 'uses'),
} as const satisfies Record<string, Judge>

/** Whether the terms speak of it; the kinds of clauses are those that the framework's file names. */
function judgeClauses(
  { case: { evidence, knowledge }, model, framework }: Subject,
  id: string,
  what: string,
): Judgement {
  const kinds = framework.requirements.find(requirement => requirement.id === id)?.clauses ?? []
  const found = model.floor.flatMap(({ license }) => license.clauses).filter(({ kind }) => kinds.includes(kind))
  const { gate } = evidence.metadata
  const asked = id === 'TF-users' && gate ? [gate.cited] : []
  const cited = citedTogether([...found.map(clause => clause.cited), ...asked])
  if (cited)
    return met(
      found.length > 0 ? `The terms speak of ${what}: ${kindsOf(found, knowledge)}.` : 'A gate tells who is let in.',
      cited,
    )
  if (model.floor.length === 0 || model.floor.some(({ openness }) => openness === 'unknown'))
    return unknown(`The terms were not read: whether they speak of ${what} is not known.`, model.cited)
  return unmet(
    `Nothing about ${what} was found in the terms.`,
    citedTogether(model.floor.map(({ license }) => license.cited)) ?? model.cited,
  )
}
