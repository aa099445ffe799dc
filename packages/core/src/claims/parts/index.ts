import type { ClaimSubject } from '../../knowledge/claim-language.ts'
import { licensesMentionedIn } from '../../names/index.ts'
import type { ClaimPart } from '../../report/claim-parts.ts'
import type { SaidClaim, WhyDoubtful } from '../claim.ts'
import { isOpen, licenseName, licensesOf, opennessOf } from '../facts.ts'
import { ANSWERED, ANSWERED_OF } from './commerce.ts'
import { anySharing, approved, approvedOrOpen, freeUse, permissive } from './license.ts'
import { factsMeant, type Meant, MODEL_PARTS, modelsMeant, nothingIsOpen } from './model.ts'
import { everyModel, named, unchanged } from './named.ts'
import {
  type Checked,
  type Checking,
  type LookedPart,
  met,
  missing,
  openCode,
  openData,
  openTrainingCode,
  type Part,
  releasedCode,
  unknown,
} from './part.ts'

export type { Checked, Checking } from './part.ts'

/** the framework by whose conclusion a claim of the AI Act's treatment is checked */
const AI_ACT = 'eu-ai-act'

const treatment: LookedPart = (_, { facts, findings }) => {
  const evaluation = facts.evaluations.find(one => one.framework === AI_ACT)
  const decisive =
    evaluation?.requirements.find(row => row.answer === evaluation.conclusion) ?? evaluation?.requirements[0]
  if (!evaluation || !decisive) return unknown(facts.term.because.slice(0, 2))
  const because = [
    findings.add(
      'claimed-treatment',
      decisive.because,
      [decisive.cited[0] ?? { looked: ['the release'] }],
      decisive.rule,
    ),
  ]
  if (evaluation.conclusion === 'met') return met(because)
  return evaluation.conclusion === 'unmet' ? missing(because, 'partly-open') : unknown(because)
}

/** How the parts are looked at that are not of one model. */
const PARTS_LOOKED_AT: Readonly<Partial<Record<ClaimPart, LookedPart>>> = {
  'released-code': releasedCode,
  'open-code': openCode,
  'open-training-code': openTrainingCode,
  'open-data': openData,
  'approved-or-open': approvedOrOpen,
  approved,
  permissive,
  'free-use': freeUse,
  'any-sharing': anySharing,
  named,
  unchanged,
  'every-model': everyModel,
  treatment,
}

/**
 * Checks a claim by its parts: contradicted where one that the words cannot do without is missing, going too far where
 * another is, holding where all are met. Only what is proven to be said of this release is contradicted.
 */
export function checkClaim(said: SaidClaim, all: Checking): Checked {
  const checking = { ...all, facts: factsMeant(said, all) }
  const result = worst(said.about.map(subject => checkOf(subject, said, checking)))
  if (result.check !== 'contradicted' || said.doubt === null) return result
  if (said.doubt === 'part' && (result.strength === 'flat' ? nothingIsOpen(checking) : isOfSome(result))) return result
  const [says, wouldChange] = MISSING[said.doubt]
  const finding = checking.findings.add('claim-not-tested', says, said.cited, wouldChange)
  const vague = said.doubt === 'scope' || said.doubt === 'published'
  return { ...untold([finding, ...result.because], vague ? 'vague' : 'scope'), parts: result.parts }
}

/** Whether words fall because of some models alone, which are named: whatever else they speak of. */
const isOfSome = ({ parts, holds }: Checked) =>
  holds !== undefined && parts.every(({ part, state }) => (state === 'missing') === (part === 'every-model'))

const untold = (because: readonly string[], strength: Checked['strength'] = 'scope'): Checked => ({
  check: 'undetermined',
  strength,
  because,
  instead: null,
  parts: [],
  reasons: [],
})

/** What a claim says of one subject. */
function checkOf(subject: ClaimSubject, said: SaidClaim, checking: Checking): Checked {
  const { facts, knowledge, findings } = checking
  const needs = knowledge.claimParts.parts.find(
    ({ says, about }) => says.includes(said.says) && (about?.includes(subject) ?? true),
  )
  // words without a fixed meaning cannot be tested
  if (!needs || needs.must.length + needs.also.length === 0) return untold(facts.term.because.slice(0, 2), 'vague')
  const ofModel = [...needs.must, ...needs.also].some(
    part => part in MODEL_PARTS || (part in ANSWERED && ANSWERED_OF.has(subject)),
  )
  if (!ofModel) {
    const look = (part: ClaimPart): Part => ({
      part,
      ...(ANSWERED[part]?.(null, said, checking) ?? (PARTS_LOOKED_AT[part] ?? notLooked)(said, checking)),
    })
    return verdict(needs.must.map(look), needs.also.map(look), checking)
  }
  // "we open-source it under Apache 2.0" says what it means by the word: the terms; "fully" means all of it
  const also = said.says !== 'fully-open' && namesTerms(said, checking) ? [] : needs.also
  const meant = modelsMeant(said, checking)
  if (meant === null) return untold([findings.add('claim-not-tested', ...OTHER_MODEL(said))])
  return together(
    meant.models.map(({ name, term }) => {
      const look = (part: ClaimPart): Part => ({
        part,
        ...(MODEL_PARTS[part]?.(term, said, checking) ??
          ANSWERED[part]?.(name, said, checking) ??
          (PARTS_LOOKED_AT[part] ?? notLooked)(said, checking)),
      })
      return verdict(needs.must.map(look), also.map(look), checking)
    }),
    meant,
    said,
    checking,
  )
}

/** Whether a sentence names an open license. */
const namesTerms = ({ sentence }: SaidClaim, { knowledge }: Checking): boolean =>
  licensesMentionedIn(sentence, knowledge).some(({ id }) => isOpen(id, knowledge))

const notLooked: LookedPart = () => unknown([])

const OTHER_MODEL = ({ cited }: SaidClaim) =>
  [
    'The sentence speaks of a size that was not read',
    cited,
    'the release of that model, or a sentence that names one that is here',
  ] as const

function verdict(must: readonly Part[], also: readonly Part[], checking: Checking): Checked {
  const parts = [...must, ...also]
  const lacks = (list: readonly Part[]) => list.filter(({ state }) => state === 'missing')
  const core = lacks(must)
  const rest = lacks(also)
  const found = core.length > 0 ? core : rest
  const [first] = found
  // what must be weighed decides what can be said in place of the words, before what else is missing
  const asked = must.filter(({ state, reason }) => state === 'unknown' && reason)
  const told = first ? [...asked, ...found] : parts
  const because = [...new Set(told.flatMap(part => part.because))].slice(0, MOST_REASONS)
  if (!first) {
    if (parts.some(({ state }) => state === 'unknown')) return { ...untold(because), parts }
    return { check: 'supported', strength: null, because, instead: null, parts, reasons: [] }
  }
  const reasons = (asked.length > 0 ? asked : found).flatMap(({ reason }) => reason ?? [])
  return {
    check: 'contradicted',
    strength: core.length > 0 ? 'flat' : 'scope',
    because,
    instead: first.instead ?? null,
    ...(must.every(({ state }) => state === 'met') ? { holds: holdsOf(rest, checking) } : {}),
    parts,
    reasons,
  }
}

/** findings, and models, named for one claim */
const MOST_REASONS = 6
const MOST_NAMES = 6

/** "true of the weights (Apache License 2.0); not given: training data and training code" */
function holdsOf(lacking: readonly Part[], { facts, knowledge }: Checking): string {
  const { holds } = knowledge.claimParts
  const [own] = lacking.flatMap(part => part.holds ?? [])
  if (own !== undefined) return own
  const [license] = licensesOf(facts, 'weights').filter(one => opennessOf(one, knowledge) === 'open')
  const weights = `${holds.weights}${license ? holds.license.replace('{license}', licenseName(license)) : ''}`
  const parts = lacking.flatMap(({ part }) => holds.parts[part] ?? [])
  return `${weights}${holds.lacks.replace('{parts}', parts.join(holds.and))}`
}

/**
 * Several models: words hold of them where they hold of each, and fall where they fall of each, as little as of any.
 * Said of all, or of models by name, of which some are not so, they go too far.
 */
function together(
  each: readonly Checked[],
  { models, each: all }: Meant,
  said: SaidClaim,
  checking: Checking,
): Checked {
  const { findings, knowledge } = checking
  const [first] = each
  if (!first) return untold([])
  const falls = each.filter(({ check }) => check === 'contradicted')
  // what defeats the words comes before what holds of others
  const because = [...new Set([...falls, ...each].flatMap(one => one.because))].slice(0, MOST_REASONS)
  const { holds } = knowledge.claimParts
  const told = (words: string, of: Checked['strength'], check: Checked['check'] = 'contradicted') => {
    const those = models.filter((_, at) => each[at]?.check === check && each[at]?.strength === of)
    const names = those.length > MOST_NAMES ? '' : `: ${those.map(({ name }) => name).join(', ')}`
    return { those, says: `${words.replace('{count}', `${those.length} of ${models.length}`)}${names}` }
  }
  // "we open everything": one that is not is enough
  const flat = said.about.includes('all') ? falls.find(({ strength }) => strength === 'flat') : undefined
  if (flat) return { ...flat, because, models }
  if (falls.length === each.length) {
    const chosen = falls.find(({ strength }) => strength === 'scope') ?? first
    const except = chosen.holds === undefined ? '' : told(holds.except, 'flat')
    return {
      ...chosen,
      because,
      models,
      ...(except && except.those.length > 0 && { holds: chosen.holds + except.says }),
    }
  }
  const same = each.every(({ check }) => check === first.check)
  if (same) return { ...first, because }
  const [one] = falls
  if (all && one) {
    const holding = told(holds.some, null, 'supported')
    return { ...one, strength: 'scope', because, models, ...(holding.those.length > 0 && { holds: holding.says }) }
  }
  const differ = findings.add(
    'claim-not-tested',
    'The words hold of some of the models and not of others, and the sentence does not say which it means',
    said.cited,
    'a sentence that names the models it speaks of',
  )
  return { ...untold(falls.length > 0 ? [differ, ...because] : because), parts: first.parts }
}

/** Several subjects hold together or not at all. */
function worst(all: readonly Checked[]): Checked {
  const because = [...new Set(all.flatMap(one => one.because))].slice(0, MOST_REASONS)
  const falls = all.find(({ check }) => check === 'contradicted')
  const chosen = falls ?? all.find(({ check }) => check === 'undetermined') ?? all[0]
  return chosen ? { ...chosen, because } : untold([])
}

/** What a claim lacks to be contradicted, and what would give it. */
const MISSING: Readonly<Record<WhyDoubtful, readonly [says: string, wouldChange: string]>> = {
  scope: ['The sentence itself says for what, or for whom', 'a sentence without such a limit'],
  reported: ['The sentence reports what others say or want', 'a sentence in the publisher’s own words'],
  published: ['The words say that it was published, and not under which terms', 'a sentence that calls it open'],
  title: ['The words stand in a title', 'a sentence that says so of the release'],
  elsewhere: ['The document may be of something else that is kept here', 'a sentence that names the release'],
  whose: ['Whether the sentence speaks of this release is not proven', 'a sentence that names the release'],
  unasserted: [
    'The sentence does not say so of the release’s own model in so many words',
    'a sentence with the release as its subject: “… is an open-source model”',
  ],
  part: [
    'Which part of the release is meant is not said',
    'a sentence that names the model, its weights, code or data',
  ],
}
