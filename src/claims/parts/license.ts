import type { License } from '../../report/report.ts'
import { lettersOf } from '../../text/letters.ts'
import { subjectsIn } from '../about/nouns.ts'
import type { SaidClaim } from '../claim.ts'
import { type Facts, isApproved, isOpen, licensesOf, nameOf, namesOf, opennessOf } from '../facts.ts'
import { speaksOfOtherSizes } from './model.ts'
import { type Checking, type Look, met, missing, type Standing, unknown } from './part.ts'

/** clauses that forbid commerce, and those that limit it to some */
const NO_COMMERCE = ['purpose.noncommercial', 'purpose.research_only', 'purpose.no_production']
const SOME_COMMERCE = [
  'purpose.separate_commercial',
  'scale.revenue',
  'scale.users',
  'scale.other',
  'entry.registration',
  'geo.exclusion',
]
/** classes of terms that a vendor draws up for whom it likes to have as a user */
const VENDORS: readonly string[] = ['revenue-capped', 'community-restricted']
/** a duty to keep the license on what is made from the work */
const COPYLEFT = ['share.same_license']

/** "an open source license": the license meant is open. */
export const approvedOrOpen: Look = (said, checking) =>
  ofLicense(
    said,
    checking,
    license => {
      const openness = opennessOf(license, checking.knowledge)
      if (openness === 'open') return isApproved(license, checking.knowledge) ? 'holds' : 'open'
      return openness === 'restricted' ? 'falls' : 'open'
    },
    'restricted-license',
    'license',
  )

/** "OSI-approved" */
export const approved: Look = (said, checking) =>
  ofLicense(
    said,
    checking,
    license => {
      if (isApproved(license, checking.knowledge)) return 'holds'
      return license.id !== null && license.class !== 'unknown' ? 'falls' : 'open'
    },
    'restricted-license',
    'not-osi',
  )

/** "a permissive license": open, and without a duty to keep it on what is made from the work. */
export const permissive: Look = (said, checking) =>
  ofLicense(
    said,
    checking,
    license => {
      const openness = opennessOf(license, checking.knowledge)
      if (openness === 'restricted' || license.clauses.some(clause => COPYLEFT.includes(clause.kind))) return 'falls'
      return openness === 'open' ? 'holds' : 'open'
    },
    'restricted-license',
    'license',
  )

/** "free for commercial use" */
export const commerce: Look = (said, checking) =>
  ofLicense(
    said,
    checking,
    license => {
      const kinds = license.clauses.filter(clause => clause.mode !== 'plea').map(clause => clause.kind)
      // commerce on request, or for some, is limited and not forbidden
      if (VENDORS.includes(license.class) || kinds.some(kind => SOME_COMMERCE.includes(kind))) return 'open'
      if (license.class === 'non-commercial' || kinds.some(kind => NO_COMMERCE.includes(kind))) return 'falls'
      return opennessOf(license, checking.knowledge) === 'unknown' ? 'open' : 'holds'
    },
    'limited-commercial',
    'commerce',
  )

/** "no restrictions on use" */
export const freeUse: Look = (said, checking) =>
  ofLicense(
    said,
    checking,
    license => {
      const limits = license.clauses.some(clause => clause.against.includes('use'))
      if (opennessOf(license, checking.knowledge) === 'restricted' || limits) return 'falls'
      return opennessOf(license, checking.knowledge) === 'open' ? 'holds' : 'open'
    },
    'restricted-license',
    'license',
  )

/** "under Apache 2.0": the license concluded for what the sentence speaks of is this one. */
export const named: Look = (said, checking) => {
  const { facts, knowledge } = checking
  const meant = licensesMeant(said, facts)
  const because = findLicenses(meant, checking)
  const title = fold(TITLE.exec(said.words)?.[0] ?? '')
  const same = (license: License) =>
    // a text that differs from the known one keeps its name
    said.license === null || license.id === null
      ? license.name !== undefined &&
        (fold(said.sentence).includes(fold(license.name)) || (title.length >= 8 && fold(license.name).includes(title)))
      : license.id === said.license || isOfFamily(said.license, license.id ?? '', checking)
  if (meant.length === 0) return unknown(because)
  // of several texts on data or code the sentence may mean one; what restricts the weights beside it takes from it,
  // and what was not read takes nothing
  const several = said.about.every(about => !OF_WEIGHTS.has(about)) || namesSome(said, facts)
  const takes = (license: License) => !same(license) && opennessOf(license, knowledge) === 'restricted'
  if (meant.some(same) && (several || !meant.some(takes))) return met(because)
  if (said.license === null) return unknown(because)
  const restricted = meant.find(license => opennessOf(license, knowledge) === 'restricted')
  // "Wren is licensed under MIT", as its code is: a name alone may stand for that
  if (
    !isOpen(said.license, knowledge) ||
    !restricted ||
    meant.some(same) ||
    isOfCode(said, facts) ||
    speaksOfOtherSizes(said, facts.models, facts)
  )
    return unknown(because)
  return missing(because, 'restricted-license', { key: 'other-license', license: nameOf(restricted) })
}

/** what is under all the terms that bind the weights */
const OF_WEIGHTS: ReadonlySet<string> = new Set(['weights', 'model', 'all'])

/** "the Model License" may be all of a license's name that a sentence gives */
const TITLE = /[A-Z][\w.-]*(?: [A-Z\d][\w.-]*)+$/

/** "Wren-3B and Wren-7B are under …": of several models the sentence names some, and one text may be theirs. */
function namesSome(said: SaidClaim, { models }: Facts): boolean {
  const sentence = fold(said.sentence)
  const named = models.filter(model => namesOf(model).some(name => name.length > 3 && sentence.includes(name)))
  return named.length > 0 && named.length < models.length
}

/** letters and digits alone; "Version 1.0" and "1.0" are one */
const fold = (text: string) => lettersOf(text.toLowerCase().replace(/\bversion\b|\bv(?=\d)/g, ''))

/** "the Llama community license" names a family whose members have versions */
function isOfFamily(named: string, found: string, { knowledge }: Checking): boolean {
  const family = knowledge.licenses.get(named)
  const member = knowledge.licenses.get(found)
  return (family?.family ?? false) && family?.publisher != null && family.publisher === member?.publisher
}

/** The licenses of what a claim is about; of all where it is about the license itself. */
function licensesMeant(said: SaidClaim, facts: Facts): readonly License[] {
  const about = new Set(said.about)
  if (about.has('weights') || about.has('model')) return licensesOf(facts, 'weights')
  if (about.has('data')) return licensesOf(facts, 'datasets')
  if (about.has('training-code')) return licensesOf(facts, 'training-code')
  if (about.has('code')) return licensesOf(facts, 'inference-code')
  // a license that the sentence names is the one it speaks of
  const sentence = fold(said.sentence)
  const named = facts.licenses.filter(
    license =>
      (said.license !== null && license.id === said.license) ||
      (license.name !== undefined && license.name.length > 5 && sentence.includes(fold(license.name))),
  )
  if (named.length > 0) return named
  const weights = licensesOf(facts, 'weights')
  return weights.length > 0 ? weights : licensesOf(facts, 'inference-code')
}

function findLicenses(licenses: readonly License[], { findings, facts }: Checking): string[] {
  if (licenses.length === 0) {
    const weights = facts.components.find(component => component.id === 'weights')
    return [
      findings.add(
        'claimed-license',
        'No license was found for what the sentence speaks of',
        [weights?.cited[0] ?? { looked: ['the release'] }],
        'a statement or a text that puts it under a license',
      ),
    ]
  }
  return licenses
    .slice(0, 3)
    .map(license =>
      findings.add(
        'claimed-license',
        `${nameOf(license)} covers ${license.covers.map(spoken).join(', ') || 'what is released'}; its class is ` +
          spoken(license.class),
        [license.cited[0] ?? { looked: ['the release'] }, ...license.cited.slice(1, 2)],
        'other terms for it',
      ),
    )
}

/** an id as it is said: `intermediate-weights` as "intermediate weights" */
const spoken = (id: string) => id.replaceAll('-', ' ')

function ofLicense(
  said: SaidClaim,
  checking: Checking,
  judge: (license: License) => 'holds' | 'falls' | 'open',
  instead: string,
  key: string,
): Standing {
  // what is allowed "under the Wren License" is what that says
  const { facts } = checking
  const named = facts.licenses.filter(license => said.license !== null && license.id === said.license)
  const meant = named.length > 0 ? named : licensesMeant(said, facts)
  const because = findLicenses(meant, checking)
  if (said.license !== null && named.length === 0) return unknown(because)
  if (meant.length === 0) {
    const none = facts.models.length > 0 && facts.term.ceiling === 'unlicensed-weights'
    return none ? missing(facts.term.because, instead, { key: 'no-license' }) : unknown(because)
  }
  const judged = meant.map(judge)
  if (judged.every(one => one === 'holds')) return met(because)
  const falls = meant.find((_, at) => judged[at] === 'falls')
  // terms that nobody read beside those that restrict take nothing from these
  const unread = (at: number) => meant[at]?.class === 'unknown'
  return falls && judged.every((one, at) => one === 'falls' || (one === 'open' && unread(at)))
    ? missing(because, instead, { key, license: nameOf(falls) })
    : unknown(because)
}

/** Whether a named license is that of the code, and the sentence does not speak of the model. */
const isOfCode = ({ license, sentence, tongue }: SaidClaim, facts: Facts) =>
  (['inference-code', 'training-code'] as const).some(part =>
    licensesOf(facts, part).some(({ id }) => id !== null && id === license),
  ) && !subjectsIn(sentence, tongue).some(({ subject }) => subject === 'model' || subject === 'weights')
