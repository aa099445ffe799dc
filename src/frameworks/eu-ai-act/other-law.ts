import { met, needsHuman, notApplicable, unknown, unmet } from '../answers.ts'
import type { Judge } from '../framework.ts'
import { looked } from '../looking.ts'
import { unionExclusion } from './exclusion.ts'

/** Roles, and other law that may concern the reader: told, and never counted. */
export const otherLaw = {
  'EU-25': ({ model }, row) => {
    const general = row('EU-G1')
    const open = model.floor.length > 0 && model.floor.every(({ openness }) => openness === 'open')
    if (general.answer === 'met') return unmet('A general-purpose model is left out of this exception.', general.cited)
    if (general.answer === 'unmet')
      return open
        ? met('It does not look like a general-purpose model, and its license is open.', [
            ...general.cited,
            ...model.cited,
          ])
        : unmet('Its license is not open.', model.cited)
    return unknown('Whether it is a general-purpose model is not known.', general.cited)
  },
  'EU-D1': subject => {
    const excluded = unionExclusion(subject)
    const what = excluded?.scope ? excluded.scope : 'the model'
    return excluded
      ? needsHuman(
          `The terms keep ${what} out of the Union: whoever integrates it into a system for the Union market is considered its provider there. If that is you, its duties are yours.`,
          excluded.cited,
        )
      : notApplicable('No exclusion of the Union was seen.', subject.model.cited)
  },
  'PLD-1': subject =>
    needsHuman('Whether it is supplied outside a commercial activity needs review.', looked(subject.case.evidence)),
  'CRA-1': subject =>
    needsHuman('What it is under that Act, and who answers for it, needs review.', looked(subject.case.evidence)),
} as const satisfies Record<string, Judge>
