import type { Judge, Judgement, Subject } from '../framework.ts'
import { met, needsHuman, notApplicable, together, unknown, unmet } from '../framework.ts'
import { isOffered, judgeRunning } from '../presence.ts'
import { judgeAbsence } from './clauses.ts'
import { asksFirst, findSentence } from './sentence.ts'

/** Whether the model is monetized: a price, a dual license, services or personal data in return. */
export const monetization = {
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
