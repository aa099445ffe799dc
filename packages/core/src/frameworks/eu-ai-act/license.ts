import type { Judge, Judgement, Subject } from '../framework.ts'
import { met, needsHuman, notApplicable, together, unknown, unmet } from '../framework.ts'
import { readingName } from '../openness.ts'
import { notOffered } from '../presence.ts'
import { citedOf, clausesOn, judgeAbsence, judgeRight, overLicenses, unionExclusion } from './clauses.ts'
import { asksFirst } from './sentence.ts'

/** The license of the weights: four rights, four disqualifiers, and restrictions for safety. */
export const license = {
  'EU-L1': subject => {
    const way = judgeWay(subject)
    const clauses = subject.model.floor.length === 0 ? null : judgeAbsence(subject, 'EU-L1', 'limit on who may have it')
    // what nobody reads in the license does not keep anyone from a download
    return clauses && clauses.answer !== 'unknown' ? together(way, clauses) : way
  },
  'EU-L2': subject => judgeRight(subject, 'EU-L2', 'use the model', 'use'),
  'EU-L3': subject => judgeRight(subject, 'EU-L3', 'change the model', 'modify'),
  'EU-L4': subject => judgeRight(subject, 'EU-L4', 'pass the model on', 'distribute'),
  'EU-L5a': subject => judgeAbsence(subject, 'EU-L5a', 'limit to non-commercial use or research'),
  'EU-L5b': subject => judgeAbsence(subject, 'EU-L5b', 'ban on distribution'),
  'EU-L5c': subject => judgeAbsence(subject, 'EU-L5c', 'threshold of users or size'),
  'EU-L5d': subject => judgeAbsence(subject, 'EU-L5d', 'separate commercial license'),
  'EU-L6': judgeSafety,
} as const satisfies Record<string, Judge>

/** How one gets the weights. */
function judgeWay(subject: Subject): Judgement {
  const { evidence } = subject.case
  const { offer, cited } = evidence.weights
  const { gate } = evidence.metadata
  const excluded = unionExclusion(subject)
  if (excluded && excluded.scope === null)
    return unmet('Access is kept from people in the European Union.', excluded.cited)
  if (offer === 'on-request')
    return unmet('The weights are given on request, at the discretion of the publisher.', cited)
  const withheld = notOffered(subject)
  if (withheld) return withheld
  const asked = asksFirst(subject)
  if (asked) return asked
  if (!gate) return met('The weights can be downloaded, and no gate before them was seen.', cited)
  return needsHuman(
    gate.fields.length > 0
      ? `Access asks for a form (${gate.fields.slice(0, 5).join(', ')}); whether that is reasonable verification ` +
          'needs review.'
      : 'Access asks to accept terms first; whether that is a restriction needs review.',
    gate.cited,
  )
}

/** Restrictions of use are allowed for safety alone, which a person judges; without any there is nothing to judge. */
function judgeSafety(subject: Subject): Judgement {
  const { model, case: current } = subject
  if (model.floor.length === 0)
    return unknown('There is no license in which to look for use restrictions.', model.cited)
  const judged = overLicenses(subject, readings => {
    const { blocks, asks } = clausesOn(readings, 'EU-L6', current.knowledge)
    if (blocks.length + asks.length > 0) return judgeAbsence(subject, 'EU-L6', 'use restriction')
    return readings[0].openness === 'unknown'
      ? unknown(`${readingName(readings[0])}: its words were not read.`, citedOf(readings, subject))
      : notApplicable(`${readingName(readings[0])} has no use restriction that was found.`, citedOf(readings, subject))
  })
  return judged
}
