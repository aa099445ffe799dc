import type { Framework } from '../knowledge/knowledge.ts'
import type { Answer } from '../report/vocabulary.ts'
import type { Evaluator, Judge, Judgement, RowAnswer, Subject } from './framework.ts'
import { citedTogether, met, needsHuman, notApplicable, rollUp, together, unknown, unmet } from './framework.ts'
import { canBeHad, judgeKnownSets, knownSets } from './known-data.ts'
import { overLineage, ownFact } from './lineage.ts'
import { judgeOpenness, kindsOf } from './openness.ts'
import { componentOf, componentPart, weightsPart } from './parts.ts'
import { judgeRunning, judgeTrainingCode, libraryTerms, notOffered, notSeen, offered } from './presence.ts'

/** Weights and deployment code: free of charge, available, under an open source license. */
const weights = {
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
  const [known] = model.floor.flatMap(({ openness, license }) =>
    openness !== 'unknown' && license.id !== null ? [license.name ?? license.id] : [],
  )
  const terms = known ? `Terms beside ${known}` : 'Terms of the weights'
  if (unreadAt) return unknown(`${terms} were not read: whether they ask a price is not known.`, unreadAt)
  return met(
    'No price was found in the terms of the weights.',
    citedTogether(model.floor.map(({ license }) => license.cited)) ?? model.cited,
  )
}

/**
 * The license of the deployment code: a public library's, else that of the inference code in the release; null without
 * either.
 */
function judgeCodeTerms(subject: Subject): Judgement | null {
  const library = libraryTerms(subject)
  const own = componentOf(subject, 'inference-code')
  const here =
    own?.found.presence === 'released' ? judgeOpenness(componentPart(own), 'approved', subject.case.knowledge) : null
  // either will do: the library runs it as well as the code here
  if (!library || !here) return library ?? here
  return here.answer === 'met' ? here : library
}

/** Training code of this model, under an open source license, over the whole lineage. */
const trainingCode = {
  'G7-T': subject => overLineage(subject, { part: 'openCode', open: 'met', closed: 'unmet' }, () => judgeOwn(subject)),
} as const satisfies Record<string, Judge>

function judgeOwn(subject: Subject): Judgement {
  const presence = judgeTrainingCode(subject)
  const rights = componentOf(subject, 'training-code')
  if (rights?.found.presence === 'released') {
    return together(presence, judgeOpenness(componentPart(rights), 'approved', subject.case.knowledge))
  }
  const fact = ownFact(subject, 'openCode')
  if (!fact) return presence
  return fact.open
    ? met('The training code of this model is open, elsewhere.', [fact.cited])
    : unmet('The training code of this model is not open.', [fact.cited, ...presence.cited])
}

/** The full training data, or why it is withheld and what is told in its place. */
const data = {
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
          'The training data of this model is open elsewhere; what rights are in its contents, and whether all ' +
            'of it can still be had, needs review.',
          [fact.cited],
        )
      : unmet('The training data of this model is not open.', [fact.cited])
  }
  const rights = componentOf(subject, 'datasets')
  const held = citedTogether([withheld(subject).map(({ citation }) => citation)])
  if (held) return unmet('Training data is withheld.', held)
  if (!rights) return unknown('Whether training data is given could not be seen.', evidence.looked.cited)
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
      return evidence.looked.isWhole
        ? unmet('No training data was found, and no word on where it is.', found.cited)
        : unknown('Whether training data is given could not be seen.', found.cited)
  }
}

const withheld = ({ case: { evidence } }: Subject) => evidence.data.asides.filter(({ kind }) => kind === 'withheld')

/** A reason is asked for what is withheld; whether it is a good one is never for a program. */
function judgeReason(subject: Subject, row: RowAnswer): Judgement {
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
      'The data is given, under rights in its contents that are not stated: whether that is Open Source AI needs ' +
        'review.',
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
      ...evidence.looked.cited,
    ])
  }
  return notSeen(
    evidence,
    'The training data is not given, and the documents say nothing of why.',
    'Whether a reason is given for withholding data could not be seen.',
  )
}

/** the full data, or a reason and information in its place: the second is asked only of what is withheld */
const DATA = ['G7-D1', 'G7-D2'] as const

/** Whether the model is Open Source AI in the G7's words, with open data or with data information in its place. */
function conclude(framework: Framework, row: RowAnswer): Answer {
  const data: readonly string[] = DATA
  const others = framework.requirements.filter(({ id, severity }) => severity !== 'informative' && !data.includes(id))
  return rollUp([...others.map(({ id }) => row(id).answer), either(row(DATA[0]).answer, row(DATA[1]).answer)])
}

/** The better of the two ways. */
function either(full: Answer, instead: Answer): Answer {
  if (instead === 'not-applicable') return full
  const order = ['met', 'needs-human', 'unknown', 'unmet'] as const satisfies readonly Answer[]
  return order.find(answer => answer === full || answer === instead) ?? 'unknown'
}

/** The terms of the G7 Vision on AI openness: what each of them asks. */
export const g72026: Evaluator = {
  id: 'g7-2026',
  judges: { ...weights, ...trainingCode, ...data },
  conclude,
}
