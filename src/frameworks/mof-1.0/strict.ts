import { resolveId } from '../../licenses/names.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import { MOT_COMPONENTS } from '../../mot/components.ts'
import type { ComponentId } from '../../vocabulary.ts'
import { citedTogether, met, together, unknown, unmet } from '../answers.ts'
import type { Judgement, Subject } from '../framework.ts'
import { looked } from '../looking.ts'
import { isOffered } from '../offer.ts'
import { judgeOpenness, nameOf } from '../openness.ts'
import { componentOf, componentPart, type Part, weightsPart } from '../parts.ts'
import { judgePresence } from '../presence.ts'
import { at } from './components.ts'

/** One component as the specification asks: there, and under an open license made for its type that is said of it. */
export function judgeStrictly(subject: Subject, id: ComponentId): Judgement {
  const rights = componentOf(subject, id)
  if (!rights)
    return unknown(`Whether ${id.replaceAll('-', ' ')} is there could not be seen.`, looked(subject.case.evidence))
  const presence = judgeThere(subject, id)
  if (presence.answer === 'unmet') return at('missing', presence)
  const part = id === 'weights' ? weightsPart(subject.model) : componentPart(rights)
  const terms = judgeTerms(part, id, subject)
  const judged = together(presence, terms)
  if (judged.answer === 'met') return at('included', terms)
  if (judged.answer !== 'unmet') return judged
  return at(part.readings.length === 0 ? 'unlicensed' : 'invalid', judged)
}

function judgeThere(subject: Subject, id: ComponentId): Judgement {
  const { evidence } = subject.case
  const declared = componentOf(subject, id)?.found.declared
  if (declared) return met('A form declares that it is released; it was not looked at.', declared.cited)
  if (id !== 'weights') return judgePresence(subject, id)
  const { offer, cited } = evidence.weights
  if (isOffered(subject)) return met('The weights are here, or it is said where they are.', cited)
  if (offer === 'none' && !evidence.release.complete)
    return unknown('No weights were seen in a listing that is not complete.', cited)
  return unmet('The weights are not given to everyone.', cited)
}

const TYPES = { code: 'code', data: 'data', document: 'documents' } as const

function judgeTerms(part: Part, id: ComponentId, { case: { knowledge } }: Subject): Judgement {
  const { type } = MOT_COMPONENTS[id]
  const { approved, licenses } = knowledge.mof.appropriate[type]
  const made = (reading: LicenseReading) => {
    const spdx = reading.license.id === null ? null : (resolveId(reading.license.id, null, knowledge)?.spdx ?? null)
    return (
      reading.openness === 'open' && ((approved && reading.osiApproved) || (spdx !== null && licenses.includes(spdx)))
    )
  }
  const open = judgeOpenness(part, 'conformant', knowledge)
  const others = part.readings.filter(reading => !made(reading))
  const cited = citedTogether(part.readings.map(({ license }) => license.cited)) ?? part.cited
  if (part.readings.length > 0 && others.length === 0)
    return met(`${namesOf(part.readings)} is an open license for ${TYPES[type]}.`, cited)
  // what is not open fails for that, not for its type
  const mistyped = others.filter(({ openness }) => openness === 'open')
  if (mistyped.length === 0 || others.length > mistyped.length) return open
  return unmet(
    `${namesOf(mistyped)} is open, and not a license for ${TYPES[type]}, which ${part.what} count as.`,
    cited,
  )
}

const namesOf = (readings: readonly LicenseReading[]) => readings.map(nameOf).join(' and ')
