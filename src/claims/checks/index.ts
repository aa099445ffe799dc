import type { ClaimKind } from '../../knowledge/claim-language.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { mentionsIn } from '../../names/index.ts'
import type { License } from '../../report.ts'
import { lettersOf } from '../../text/letters.ts'
import type { ComponentId } from '../../vocabulary.ts'
import { subjectsIn } from '../about/nouns.ts'
import type { SaidClaim } from '../claim.ts'
import { type Facts, licensesOf, opennessOf } from '../facts.ts'
import type { Doubt } from '../whose/standing.ts'
import { type Check, type Checked, type Checking, supported, undetermined } from './check.ts'
import { needsOpenCode, needsOpenData, needsOpenTrainingCode } from './code.ts'
import { needsApproval, needsCommerce, needsFreeUse, needsNamed, needsOpenLicense, needsPermissive } from './license.ts'
import { maySpeakOfAnother, namesModel, namesVersion, needsTerm } from './term.ts'

export type { Checked, Checking } from './check.ts'

/** the framework by whose conclusion a claim of the AI Act's treatment is checked */
const AI_ACT = 'eu-ai-act'

const openSource = needsTerm('open-source-ai')
const openWeights = needsTerm('open-weights-ai')
/** "fully open" is proven only with the data; what may still be open source is not contradicted */
const fullyOpen = needsTerm('open-source-ai-with-open-data', 'open-source-ai')

/** words without a fixed meaning cannot be tested */
const vague: Check = (_, { facts }) => undetermined(facts.term.because.slice(0, 2), 'vague')

const aiAct: Check = (_, { facts, findings }) => {
  const evaluation = facts.evaluations.find(one => one.framework === AI_ACT)
  const decisive =
    evaluation?.requirements.find(row => row.answer === evaluation.conclusion) ?? evaluation?.requirements[0]
  if (!evaluation || !decisive) return undetermined(facts.term.because.slice(0, 2))
  const because = [
    findings.add(
      'claimed-treatment',
      decisive.because,
      [decisive.cited[0] ?? { looked: ['the release'] }],
      decisive.rule,
    ),
  ]
  if (evaluation.conclusion === 'met') return supported(because)
  return evaluation.conclusion === 'unmet'
    ? { check: 'contradicted', strength: 'flat', because, instead: 'partly-open', reasons: [] }
    : undetermined(because)
}

const reproducible: Check = (said, checking) => {
  const code = needsOpenTrainingCode(said, checking)
  const data = needsOpenData({ ...said, says: 'open-data' }, checking)
  const because = [...code.because, ...data.because]
  if (code.check === 'supported' && data.check === 'supported') return supported(because)
  return data.check === 'contradicted' ? { ...data, because, instead: 'partly-open' } : undetermined(because)
}

/** By what a claim says it is open source of. */
const openSourceOf: Check = (said, checking) => {
  const parts = said.about.map(subject => {
    switch (subject) {
      case 'code':
        return needsOpenCode(said, checking)
      case 'training-code':
        return needsOpenTrainingCode(said, checking)
      case 'data':
        return needsOpenData(said, checking)
      case 'license':
        return needsOpenLicense(said, checking)
      case 'all':
        return fullyOpen(said, checking)
      case 'weights':
        return openWeights(said, checking)
      default:
        return said.says === 'fully-open' ? fullyOpen(said, checking) : openSource(said, checking)
    }
  })
  return worst(parts)
}

/** Several parts hold together or not at all. */
function worst(parts: readonly Checked[]): Checked {
  const because = [...new Set(parts.flatMap(part => part.because))].slice(0, 6)
  const falls = parts.find(part => part.check === 'contradicted')
  const open = parts.find(part => part.check === 'undetermined')
  const chosen = falls ?? open ?? parts[0]
  return chosen ? { ...chosen, because } : undetermined([])
}

/** weights "fully open for research" are open with a limit in the same breath */
const fullyOpenOf: Check = (said, checking) =>
  said.about.length === 1 && said.about[0] === 'weights' ? openWeights(said, checking) : openSourceOf(said, checking)

/** how "truly" open something is has no meaning that could be tested, but weights with limits are not it */
const trulyOpen: Check = (said, checking) => {
  const result = openWeights(said, checking)
  return result.check === 'contradicted' ? result : undetermined(result.because, 'vague')
}

const CHECKS = {
  'open-source': openSourceOf,
  'open-weights': openWeights,
  'open-model': vague,
  'fully-open': fullyOpenOf,
  'truly-open': trulyOpen,
  'osi-approved': needsApproval,
  'open-data': needsOpenData,
  'open-training-code': needsOpenTrainingCode,
  reproducible,
  'commercial-use': needsCommerce,
  unrestricted: needsFreeUse,
  permissive: needsPermissive,
  'named-license': needsNamed,
  'ai-act': aiAct,
} as const satisfies Record<ClaimKind, Check>

/** Checks a claim: contradicted only if even the ceiling falls short and the claim is proven to be of this release, supported only if the floor suffices. */
export function checkClaim(said: SaidClaim, checking: Checking): Checked {
  const result = CHECKS[said.says](said, checking)
  if (result.check !== 'contradicted') return result
  const missing = said.doubt ?? unproven(said, result, checking)
  const earlier = missing === 'presumed' && namesVersion(said, checking)
  if (missing === null || (OF_SOME.has(missing) && !earlier && nothingIsOpen(result, checking))) return result
  const [says, wouldChange] = MISSING[missing]
  const finding = checking.findings.add('claim-not-tested', says, said.cited, wouldChange)
  return undetermined([finding, ...result.because], missing === 'scope' || missing === 'published' ? 'vague' : 'scope')
}

/** doubts of which part, or which model, is meant, and of whose terms reach it */
const OF_SOME: ReadonlySet<Doubt | Unproven> = new Set<Doubt | Unproven>(['part', 'presumed', 'several', 'inherited'])

/** Whichever part a sentence means, it is under terms that restrict: the release has no others. */
function nothingIsOpen({ strength }: Checked, { facts, knowledge }: Checking): boolean {
  const { licenses, models, term } = facts
  if (strength !== 'flat' || term.id === 'undetermined' || models.length === 0) return false
  const restricted = licenses.filter(license => isRestricting(license, knowledge))
  const covers = (part: string) => restricted.some(license => license.covers.some(own => own === part))
  // terms that nobody read, of what is under terms that restrict anyway, open nothing
  const addsTo = (license: License) => license.class === 'unknown' && license.covers.every(covers)
  return (
    covers('code') &&
    restricted.some(license => !isInherited(license, facts)) &&
    licenses.every(license => restricted.includes(license) || addsTo(license))
  )
}

const isRestricting = (license: License, knowledge: Knowledge) => opennessOf(license, knowledge) === 'restricted'

/** Only what is known of another model, which the weights start from, says so. */
const isInherited = ({ cited }: License, { name }: Facts) =>
  cited.every(one => 'fact' in one && !lettersOf(one.fact).startsWith(lettersOf(name)))

/** the parts whose absence a claim may fall by */
const SOURCE: Readonly<Record<string, ComponentId>> = { data: 'datasets', 'training-code': 'training-code' }

/** Whether all that a claim falls by is linked or here: what was not looked at is not proven to be missing. */
const isNotMissing = ({ reasons }: Checked, { components }: Facts) =>
  reasons.length > 0 &&
  reasons.every(({ key }) =>
    components.some(({ id, presence }) => id === SOURCE[key] && (presence === 'linked' || presence === 'released')),
  )

type Unproven = 'inherited' | 'part' | 'presumed' | 'unread' | 'linked' | 'named' | 'several'

/** Why what contradicts a claim about the model is itself not proven, or does not meet what is said; else null. */
function unproven(said: SaidClaim, result: Checked, checking: Checking): Unproven | null {
  const { about, sentence } = said
  const { facts, knowledge } = checking
  const ofModel = about.some(one => one === 'model' || one === 'weights' || one === 'license' || one === 'all')
  if (!ofModel) return null
  if (facts.term.id === 'undetermined' || isNotMissing(result, facts)) return 'unread'
  if (result.reasons.some(({ key }) => key === 'no-weights') && LINK.test(sentence)) return 'linked'
  // that no data is there is proven also where the terms of the weights are presumed
  if (result.strength === 'flat' && facts.term.basis === 'presumed') return 'presumed'
  const licenses = licensesOf(facts, 'weights')
  const open = licenses.filter(license => opennessOf(license, knowledge) === 'open')
  const named = new Set(mentionsIn(sentence, knowledge).map(({ id }) => id.toLowerCase()))
  const namesOpen = open.some(({ id }) => id !== null && named.has(id.toLowerCase()))
  if (namesOpen && open.length === licenses.length && facts.term.id === 'open-weights-ai') return 'named'
  if (maySpeakOfAnother(said, checking)) return 'several'
  if (said.says === 'named-license' && isCodeLicense(said, facts)) return 'part'
  if (result.strength !== 'flat') return null
  const restricted = licenses.filter(license => isRestricting(license, knowledge))
  if (open.length === 0 || restricted.length === 0) return null
  if (restricted.every(license => isInherited(license, facts))) return 'inherited'
  return facts.models.length < 2 || !namesModel(said, checking) ? 'several' : null
}

/** "Wren is licensed under the Hedgerow License", as its code is: a name alone may stand for that. */
const isCodeLicense = ({ license, sentence, tongue }: SaidClaim, facts: Facts) =>
  (['inference-code', 'training-code'] as const).some(part =>
    licensesOf(facts, part).some(({ id }) => id !== null && id === license),
  ) && !subjectsIn(sentence, tongue).some(({ subject }) => subject === 'model' || subject === 'weights')

const LINK = /\]\(|https?:\/\//

/** What a claim lacks to be contradicted, and what would give it. */
const MISSING: Readonly<Record<Doubt | Unproven, readonly [says: string, wouldChange: string]>> = {
  duty: ['The sentence sets a duty or disclaims, and calls it so in passing', 'a sentence that says so for itself'],
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
  unread: [
    'What decides was not read: terms, or the place where the weights lie',
    'a copy of that place, or --online, so that it can be read',
  ],
  linked: ['The sentence links what it speaks of, and the link was not followed', 'a copy of what it links'],
  named: [
    'The sentence names the license, and the weights are under it; what is missing is code or data',
    'a sentence that says the model is open without naming its license',
  ],
  several: [
    'Some of the weights are under open terms and some are not, and the sentence does not say which it means',
    'a statement of which weights are under which license',
  ],
  inherited: [
    'The publisher puts the weights under open terms; what limits them are the terms of the model that they start from',
    'a statement of the publisher on the terms of that model',
  ],
  presumed: [
    'The terms found are only presumed to be those of the weights',
    'a statement that puts the weights under them',
  ],
}
