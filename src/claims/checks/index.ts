import type { ClaimKind } from '../../knowledge/claim-language.ts'
import type { SaidClaim } from '../claim.ts'
import type { Doubt } from '../standing.ts'
import { type Check, type Checked, type Checking, supported, undetermined } from './check.ts'
import { needsOpenCode, needsOpenData, needsOpenTrainingCode } from './code.ts'
import { needsApproval, needsCommerce, needsFreeUse, needsNamed, needsOpenLicense, needsPermissive } from './license.ts'
import { needsTerm } from './term.ts'

export type { Checked, Checking } from './check.ts'

/** the framework by whose conclusion a claim of the AI Act's treatment is checked */
const AI_ACT = 'eu-ai-act'

const openSource = needsTerm('open-source-ai')
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
  said.about.length === 1 && said.about[0] === 'weights'
    ? needsTerm('open-weights-ai')(said, checking)
    : openSourceOf(said, checking)

const CHECKS = {
  'open-source': openSourceOf,
  'open-weights': needsTerm('open-weights-ai'),
  'open-model': vague,
  'fully-open': fullyOpenOf,
  'truly-open': openSourceOf,
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
  const missing = said.doubt ?? (isPresumed(said, result, checking) ? 'presumed' : null)
  if (missing === null) return result
  const [says, wouldChange] = MISSING[missing]
  const finding = checking.findings.add('claim-not-tested', says, said.cited, wouldChange)
  return undetermined([finding, ...result.because], missing === 'scope' || missing === 'published' ? 'vague' : 'scope')
}

/** Terms that are only presumed for the weights decide nothing; that no data is there, they do not have to. */
function isPresumed({ about }: SaidClaim, { strength }: Checked, { facts }: Checking): boolean {
  const ofModel = about.some(one => one === 'model' || one === 'weights' || one === 'license' || one === 'all')
  return ofModel && strength === 'flat' && facts.term.basis === 'presumed'
}

/** What a claim lacks to be contradicted, and what would give it. */
const MISSING: Readonly<Record<Doubt | 'presumed', readonly [says: string, wouldChange: string]>> = {
  duty: ['The sentence sets a duty or disclaims, and calls it so in passing', 'a sentence that says so for itself'],
  scope: ['The sentence itself says for what, or for whom', 'a sentence without such a limit'],
  reported: ['The sentence reports what others say or want', 'a sentence in the publisher’s own words'],
  published: ['The words say that it was published, and not under which terms', 'a sentence that calls it open'],
  title: ['The words stand in a title', 'a sentence that says so of the release'],
  elsewhere: ['The document may be of something else that is kept here', 'a sentence that names the release'],
  whose: ['Whether the sentence speaks of this release is not proven', 'a sentence that names the release'],
  part: [
    'Which part of the release is meant is not said',
    'a sentence that names the model, its weights, code or data',
  ],
  presumed: [
    'The terms found are only presumed to be those of the weights',
    'a statement that puts the weights under them',
  ],
}
