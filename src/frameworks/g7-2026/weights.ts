import { citedTogether, met, needsHuman, together, unknown, unmet } from '../answers.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { notOffered, offered } from '../offer.ts'
import { judgeOpenness, kindsOf } from '../openness.ts'
import { componentOf, componentPart, weightsPart } from '../parts.ts'
import { judgeRunning, libraryTerms } from '../presence.ts'

/** Weights and deployment code: free of charge, available, under an open source license. */
export const weights = {
  'G7-F': judgeCharge,
  // a gate is a matter of the term's facets, not of whether there are weights
  'G7-W': subject => notOffered(subject) ?? offered(subject),
  'G7-L': subject => {
    const terms = judgeOpenness(weightsPart(subject.model), 'conformant', subject.case.knowledge)
    const code = judgeCodeTerms(subject)
    return code ? together(terms, code) : terms
  },
  'G7-D': subject => judgeRunning(subject, 'inference-code'),
} as const satisfies Record<string, Judge>

/** A price is a clause of a kind that the framework's file names. */
function judgeCharge({ case: { knowledge }, model, framework }: Subject): Judgement {
  const kinds = framework.requirements.find(({ id }) => id === 'G7-F')?.clauses ?? []
  const priced = model.floor
    .flatMap(({ license }) => license.clauses)
    .filter(({ kind, mode }) => kinds.includes(kind) && mode !== 'plea')
  const cited = citedTogether(priced.map(clause => clause.cited))
  if (cited) {
    const barred = model.floor.some(({ bars }) => bars.some(({ kind }) => kinds.includes(kind)))
    return barred
      ? unmet(`The terms ask a price: ${kindsOf(priced, knowledge)}.`, cited)
      : needsHuman(`A clause may be a price: ${kindsOf(priced, knowledge)}.`, cited)
  }
  if (model.floor.length === 0 && model.reach === 'not-looked')
    return unknown('The terms of the weights were not looked at.', model.cited)
  const unread = model.floor.filter(({ openness }) => openness === 'unknown')
  const unreadAt = citedTogether(unread.map(({ license }) => license.cited))
  if (unreadAt) return unknown('Terms of the weights were not read: whether they ask a price is not known.', unreadAt)
  return met(
    'No price was found in the terms of the weights.',
    citedTogether(model.floor.map(({ license }) => license.cited)) ?? model.cited,
  )
}

/** The license of the deployment code: a public library's, else that of the inference code in the release; null without either. */
function judgeCodeTerms(subject: Subject): Judgement | null {
  const library = libraryTerms(subject)
  const own = componentOf(subject, 'inference-code')
  const here =
    own?.found.presence === 'released' ? judgeOpenness(componentPart(own), 'approved', subject.case.knowledge) : null
  // either will do: the library runs it as well as the code here
  if (!library || !here) return library ?? here
  return here.answer === 'met' ? here : library
}
