import { citedTogether, needsHuman, notApplicable, together, unknown, unmet } from '../answers.ts'
import { canBeHad, judgeKnownSets, knownSets } from '../data/known.ts'
import type { Judge, Judgement, Row, Subject } from '../framework.ts'
import { overLineage, ownFact } from '../lineage.ts'
import { canShowAbsence, looked, notSeen } from '../looking.ts'
import { judgeOpenness } from '../openness.ts'
import { componentOf, componentPart } from '../parts.ts'

/** The full training data, or why it is withheld and what is told in its place. */
export const data = {
  'G7-D1': subject =>
    overLineage(subject, { part: 'openData', open: 'needs-human', closed: 'unmet' }, () => judgeData(subject)),
  'G7-D2': judgeReason,
} as const satisfies Record<string, Judge>

function judgeData(subject: Subject): Judgement {
  const { evidence, knowledge } = subject.case
  const fact = ownFact(subject, 'openData')
  const known = knownSets(subject)
  if (known) return judgeKnownSets(known, subject, fact?.open === true)
  if (fact) {
    return fact.open
      ? needsHuman(
          'The training data of this model is open elsewhere; what rights are in its contents, and whether all of it can still be had, needs review.',
          [fact.cited],
        )
      : unmet('The training data of this model is not open.', [fact.cited])
  }
  const rights = componentOf(subject, 'datasets')
  const held = citedTogether([withheld(subject).map(({ citation }) => citation)])
  if (held) return unmet('Training data is withheld.', held)
  if (!rights) return unknown('Whether training data is given could not be seen.', looked(evidence))
  const { found } = rights
  switch (found.ladder) {
    case 'released':
      // seen here: that it is all of it, and what rights are in its contents, no listing can say
      return found.presence === 'released'
        ? together(
            judgeOpenness(componentPart(rights), 'conformant', knowledge),
            needsHuman(
              'Training data is in the release; whether it is all of it, and the rights in its contents, need review.',
              found.cited,
            ),
          )
        : unknown('A link is said to lead to the training data; it was not followed.', found.cited)
    case 'obtainable':
    case 'listed':
      return unknown(
        'Training data is named; whether it is all of it, and can be had under open terms, was not looked at.',
        found.cited,
      )
    case 'described':
      return unmet('Training data is described, and not given.', found.cited)
    case 'vague':
      return unmet('Training data is spoken of in general, and not given.', found.cited)
    default:
      return canShowAbsence(evidence)
        ? unmet('No training data was found, and no word on where it is.', found.cited)
        : unknown('Whether training data is given could not be seen.', found.cited)
  }
}

const withheld = ({ case: { evidence } }: Subject) => evidence.data.asides.filter(({ kind }) => kind === 'withheld')

/** A reason is asked for what is withheld; whether it is a good one is never for a program. */
function judgeReason(subject: Subject, row: Row): Judgement {
  const { evidence } = subject.case
  const full = row('G7-D1')
  const known = knownSets(subject)
  const held = withheld(subject)
  const cited = citedTogether([held.map(({ citation }) => citation)])
  if (cited) {
    return held.some(({ reasoned }) => reasoned)
      ? needsHuman(
          'Data is withheld and something is said of why: whether that makes sharing impossible needs review.',
          cited,
        )
      : unmet('Data is withheld, and no reason is given.', cited)
  }
  if (known && full.answer === 'unmet' && canBeHad(known) && subject.case.lineage.length === 0) {
    return needsHuman(
      'The data is given, under rights in its contents that are not stated: whether that is Open Source AI needs review.',
      known.cited,
    )
  }
  if (full.answer === 'met' || full.answer === 'needs-human')
    return notApplicable('No training data was found to be withheld.', full.cited)
  const found = componentOf(subject, 'datasets')?.found
  // what is withheld is a base's: its publisher would have to say why, in documents that are not here
  if (full.answer === 'unmet' && subject.case.lineage.length > 0 && judgeData(subject).answer !== 'unmet') {
    return unknown('Data of a base is not given; whether its publisher says why was not looked at.', full.cited)
  }
  if (full.answer !== 'unmet')
    return unknown('Whether any of the training data is withheld could not be seen.', full.cited)
  if (found && (found.ladder === 'described' || found.ladder === 'vague')) {
    return unmet('The training data is not given, and the documents say nothing of why.', [
      ...found.cited,
      ...looked(evidence),
    ])
  }
  return notSeen(
    evidence,
    'The training data is not given, and the documents say nothing of why.',
    'Whether a reason is given for withholding data could not be seen.',
  )
}
