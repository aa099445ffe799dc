import type { Framework } from '../../knowledge/knowledge.ts'
import type { Answer } from '../../report/vocabulary.ts'
import {
  type Evaluator,
  type Judge,
  type Judgement,
  met,
  needsHuman,
  notApplicable,
  type RowAnswer,
  rowsTogether,
  type Subject,
  together,
  unknown,
  unmet,
} from '../framework.ts'
import { readingName } from '../openness.ts'
import { isOffered, judgeRunning, notOffered } from '../presence.ts'
import { applicability } from './applicability.ts'
import { citedOf, clausesOn, judgeAbsence, judgeRight, overLicenses, unionExclusion } from './clauses.ts'
import { owed } from './owed.ts'
import { publicity } from './publicity.ts'
import { asksFirst, findSentence } from './sentence.ts'

/** Whether the model is monetized: a price, a dual license, services or personal data in return. */
const monetization = {
  'EU-M1': subject => judgeAbsence(subject, 'EU-M1', 'price'),
  'EU-M2': subject => judgeAbsence(subject, 'EU-M2', 'dual license'),
  'EU-M3': judgeService,
  'EU-M4': subject => judgeAbsence(subject, 'EU-M1', 'duty to buy support or training'),
  'EU-M5': judgePlace,
  'EU-M6': subject => {
    const gate = judgePersonalData(subject)
    return subject.model.floor.length === 0 || gate.answer === 'unknown'
      ? gate
      : together(gate, onlyAgainst(judgeAbsence(subject, 'EU-M6', 'registration with personal data'), gate))
  },
  'EU-M7': subject => {
    const offer = findSentence(subject.case.evidence, PAID)
    return offer
      ? needsHuman('The documents speak of a paid offer; whether it is only an optional extra needs review.', [offer])
      : notApplicable('No paid offer was seen in the documents.', subject.case.evidence.looked.cited)
  },
} as const satisfies Record<string, Judge>

/** A license that was not read says nothing against a download that asks for nothing. */
const onlyAgainst = (clauses: Judgement, otherwise: Judgement): Judgement =>
  clauses.answer === 'unmet' || clauses.answer === 'needs-human' ? clauses : otherwise

const PAID = new RegExp(
  String.raw`\b(?:our (?:pricing|prices)|paid (?:plan|tier|version|support|service)|enterprise (?:edition|` +
    'version|plan|license|support)|commercial (?:support|offering|licen[cs]es? (?:(?:is|are) )?available)|' +
    String.raw`subscription|contact (?:our )?sales)\b|付费|商业版|企业版`,
  'i',
)
const KEY = new RegExp(
  String.raw`\b(?:licen[cs]e|activation|product) keys?\b|\brequires? (?:an? )?(?:paid |` +
    String.raw`active )?(?:subscription|api key)\b|激活码|授权码`,
  'i',
)

function judgeService(subject: Subject): Judgement {
  const { evidence } = subject.case
  const key = findSentence(evidence, KEY)
  if (key)
    return needsHuman('The documents speak of a key or subscription; whether the model needs it needs review.', [key])
  const runs = judgeRunning(subject, 'inference-code')
  return runs.answer === 'met'
    ? met(`Nothing paid is needed to run it. ${runs.because}`, runs.cited)
    : unknown('What runs the model, and whether that is free of charge, could not be seen.', runs.cited)
}

function judgePlace({ case: { evidence } }: Subject): Judgement {
  const { offer, cited, links } = evidence.weights
  const { release } = evidence
  const linked = links.find(link => link.own && link.owner !== null)
  if (linked) return met('The weights are in an open repository.', linked.cited)
  const inRepository = release.source === 'git' || release.source === 'hub' || release.publisher !== null
  if ((offer === 'in-tree' || offer === 'named' || offer === 'card') && inRepository)
    return met('The weights are in the repository that was read.', cited)
  if (offer === 'api') return unmet('The model is offered through a service of the publisher only.', cited)
  return unknown('Where the weights can be had, and under which conditions of the place, could not be seen.', cited)
}

function judgePersonalData(subject: Subject): Judgement {
  const { evidence } = subject.case
  const { gate } = evidence.metadata
  const { offer, cited } = evidence.weights
  if (gate)
    return needsHuman(
      'A gate stands before the weights, and passes on who asks; that this serves security alone must be shown.',
      gate.cited,
    )
  if (offer === 'on-request')
    return needsHuman('The weights are given on request; what is asked for needs review.', cited)
  const asked = asksFirst(subject)
  if (asked) return asked
  if (isOffered(subject)) return met('The weights can be downloaded, and nothing is asked for.', cited)
  return unknown('How the weights are had could not be seen.', cited)
}

/** The license of the weights: four rights, four disqualifiers, and restrictions for safety. */
const license = {
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

/** Roles, and other law that may concern the reader: told, and never counted. */
const otherLaw = {
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
          `The terms keep ${what} out of the Union: whoever integrates it into a system for the Union market is ` +
            'considered its provider there. If that is you, its duties are yours.',
          excluded.cited,
        )
      : notApplicable('No exclusion of the Union was seen.', subject.model.cited)
  },
  'PLD-1': subject =>
    needsHuman(
      'Whether it is supplied outside a commercial activity needs review.',
      subject.case.evidence.looked.cited,
    ),
  'CRA-1': subject =>
    needsHuman('What it is under that Act, and who answers for it, needs review.', subject.case.evidence.looked.cited),
} as const satisfies Record<string, Judge>

const VERDICT = 'EU-V'
/** Groups whose required rows are conditions of the exemption. */
export const CONDITIONS: readonly string[] = ['license', 'disqualifiers', 'monetization', 'publicity']
const SYSTEMIC = 'EU-G3'
const GENERAL_PURPOSE = 'EU-G1'

const OWED = 'A policy on copyright and a public summary of the training content are owed in any case (EU-R1, EU-R2).'

/** The conclusion, as a row: what decides, and what is owed all the same. */
const verdict = {
  [VERDICT]: ({ framework }, row) => {
    const { answer, ids, judgement } = conditions(framework, row)
    const general = row(GENERAL_PURPOSE)
    const list = ids.join(', ')
    if (general.answer === 'unmet')
      return notApplicable(
        `It does not look like a general-purpose AI model (${GENERAL_PURPOSE}), which can be rebutted: then ` +
          `there is nothing to be exempt from. ${AS_ONE[answer](list)}`,
        together(general, judgement).cited,
      )
    const known =
      general.answer === 'met' ? '' : ` Whether it is a general-purpose AI model is not settled (${GENERAL_PURPOSE}).`
    const tail = `${known} ${OWED}`
    const { cited } = judgement
    switch (answer) {
      case 'unmet':
        return unmet(
          `In our assessment the conditions of Article 53(2) do not appear to be met: ${list}.${tail}`,
          cited,
        )
      case 'unknown':
        return unknown(`Whether the conditions of Article 53(2) are met is not known: ${list}.${tail}`, cited)
      case 'needs-human':
        return needsHuman(
          `Nothing was seen against the conditions of Article 53(2); a person must judge ${list}.${tail}`,
          cited,
        )
      default:
        return met(`In our assessment the conditions of Article 53(2) appear to be met.${tail}`, cited)
    }
  },
} as const satisfies Record<string, Judge>

const AS_ONE = {
  unmet: list => `As one, it would not appear to meet the conditions of Article 53(2): ${list}.`,
  unknown: list => `As one, it would remain to be seen whether it meets the conditions of Article 53(2): ${list}.`,
  'needs-human': list => `As one, a person would have to judge ${list}.`,
  met: () => 'As one, it would appear to meet the conditions of Article 53(2).',
  'not-applicable': () => 'As one, it would appear to meet the conditions of Article 53(2).',
} as const satisfies Record<Answer, (list: string) => string>

/** The conclusion is the verdict's answer. */
const conclude = (_: Framework, row: RowAnswer): Answer => row(VERDICT).answer

function conditions({ requirements }: Framework, row: RowAnswer) {
  const asked = requirements.filter(
    ({ id, group, severity }) => id === SYSTEMIC || (severity === 'required' && CONDITIONS.includes(group)),
  )
  return rowsTogether(
    asked.map(({ id }) => id),
    row,
    SYSTEMIC,
  )
}

/**
 * The EU AI Act's exemption for open general-purpose AI models, Article 53(2), as the Commission's guidelines read it.
 */
export const euAiAct: Evaluator = {
  id: 'eu-ai-act',
  judges: { ...applicability, ...license, ...monetization, ...publicity, ...owed, ...otherLaw, ...verdict },
  conclude,
}
