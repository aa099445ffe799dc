import { licensesMentionedIn } from '../../names/index.ts'
import type { License } from '../../report/report.ts'
import { lettersOf } from '../../text/letters.ts'
import { facetOf, saysOf } from '../../verdict/facets.ts'
import type { SaidClaim } from '../claim.ts'
import { isApproved, licenseName, licensesOf, opennessOf } from '../facts.ts'
import { asAnswered, modelsMeant } from './model.ts'
import { type Checking, type LookedPart, met, missing, type PartStanding, unknown } from './part.ts'

/** clauses that forbid commerce, and those that limit it to some */
const NO_COMMERCE = ['purpose.noncommercial', 'purpose.research_only', 'purpose.no_production']
const SOME_COMMERCE = ['purpose.separate_commercial', 'scale.revenue', 'scale.users', 'scale.other']
const BY_WHOM = ['entry.registration', 'geo.exclusion']
const VENDORS: readonly string[] = ['revenue-capped', 'community-restricted']
const COPYLEFT = ['share.same_license']

/** "an open source license": the license meant is open. */
export const approvedOrOpen: LookedPart = (said, checking) =>
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
export const approved: LookedPart = (said, checking) =>
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
export const permissive: LookedPart = (said, checking) =>
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

/** "free for commercial use": commerce is allowed, be it to some. */
export const commerce: LookedPart = (said, checking) => asAnswered(commerceOfLicense(said, checking), said, checking)

const commerceOfLicense: LookedPart = (said, checking) =>
  ofLicense(
    said,
    checking,
    license => {
      const has = (kinds: readonly string[]) => clausesOf(license, kinds).length > 0
      if (has(SOME_COMMERCE)) return 'holds'
      if (has(BY_WHOM) || VENDORS.includes(license.class)) return 'open'
      if (license.class === 'non-commercial' || has(NO_COMMERCE)) return 'falls'
      return opennessOf(license, checking.knowledge) === 'unknown' ? 'open' : 'holds'
    },
    'limited-commercial',
    'commerce',
  )

/** And to all of any size. */
export const anyCommerce: LookedPart = (said, checking) =>
  asAnswered(
    withoutClauses(said, checking, license => clausesOf(license, SOME_COMMERCE), 'limited-commercial', 'commerce'),
    said,
    checking,
  )

/** "no restrictions on use" */
export const freeUse: LookedPart = (said, checking) =>
  ofLicense(
    said,
    checking,
    license => {
      const openness = opennessOf(license, checking.knowledge)
      if (openness === 'restricted' || limitsOf(license).some(clause => clause.against.includes('use'))) return 'falls'
      return openness === 'open' || limitsOf(license).length > 0 ? 'holds' : 'open'
    },
    'restricted-license',
    'license',
  )

/** And none on passing it on. */
export const anySharing: LookedPart = (said, checking) =>
  withoutClauses(
    said,
    checking,
    license => (opennessOf(license, checking.knowledge) === 'open' ? [] : limitsOf(license)),
    'restricted-license',
    'license',
  )

/** The clauses of some kinds that bind. */
const clausesOf = ({ clauses }: License, kinds: readonly string[]) =>
  clauses.filter(({ kind, mode }) => mode !== 'plea' && kinds.includes(kind))

/** The clauses that take one of the freedoms, or put a condition on it. */
export const limitsOf = ({ clauses }: License): License['clauses'] =>
  clauses.filter(({ against, mode }) => mode !== 'plea' && against.length > 0)

/** Whether no license has clauses that narrow the words; what does is told, each where it stands. */
function withoutClauses(
  said: SaidClaim,
  checking: Checking,
  narrowing: (license: License) => License['clauses'],
  instead: string,
  key: string,
): PartStanding {
  const judge = (license: License) =>
    narrowing(license).length > 0 ? 'falls' : license.class === 'unknown' ? 'open' : 'holds'
  const standing = ofLicense(said, checking, judge, instead, key)
  return standing.state === 'missing'
    ? withCondition(standing, licensesSaid(said, checking), narrowing, checking)
    : standing
}

/** Something that is missing, told by the clauses that take it, and what holds with them. */
export function withCondition(
  standing: PartStanding,
  licenses: readonly License[],
  narrowing: (license: License) => License['clauses'],
  { findings, knowledge }: Checking,
): PartStanding {
  const found = licenses.flatMap(license => narrowing(license).map(clause => ({ license, clause }))).slice(0, MOST)
  const because = found.map(({ license, clause }) =>
    findings.add(
      'claimed-license',
      `${licenseName(license)} ${saysOf(clause, knowledge)}`,
      [clause.cited[0] ?? { looked: ['the license'] }, ...clause.cited.slice(1)],
      'a text without this clause',
    ),
  )
  const quotes = new Set(found.flatMap(({ clause: { cited } }) => cited.flatMap(at => ('quote' in at ? at.quote : []))))
  const whole = [...quotes].map(quote => `“${quote.replace(/\s+/g, ' ')}”`).join(' ')
  const brief = [...new Set(found.map(({ clause }) => facetOf(clause, knowledge)))].join('; ')
  const clauses = whole !== '' && whole.length <= WHOLE ? whole : brief
  return {
    ...standing,
    because: because.length > 0 ? because : standing.because,
    ...(clauses && { holds: knowledge.claimParts.holds.but.replace('{clauses}', clauses) }),
  }
}

/** clauses told for one claim, and letters of their words; longer ones are told in short */
const MOST = 3
const WHOLE = 600

/** What is allowed "under the Wren License" is what that says. */
function licensesSaid(said: SaidClaim, checking: Checking): readonly License[] {
  const { facts } = checking
  const named = facts.licenses.filter(license => said.license !== null && license.id === said.license)
  return named.length > 0 ? named : licensesMeant(said, checking)
}

/** The licenses of what a claim is about; of all where it is about the license itself. */
export function licensesMeant(said: SaidClaim, checking: Checking): readonly License[] {
  const { facts } = checking
  const about = new Set(said.about)
  if (about.has('weights') || about.has('model')) return licensesOfModels(said, checking)
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

/** letters and digits alone; "Version 1.0" and "1.0" are one */
export const fold = (text: string) => lettersOf(text.toLowerCase().replace(/\bversion\b|\bv(?=\d)/g, ''))

/** Of several models those that the sentence names are under the licenses that their terms rest on. */
function licensesOfModels(said: SaidClaim, checking: Checking): readonly License[] {
  const all = licensesOf(checking.facts, 'weights')
  const models = modelsMeant(said, checking)?.models ?? []
  // "all are under the Wren License, except those that are under the Heron License"
  const isOfSeveral = licensesMentionedIn(said.sentence, checking.knowledge).length > 1
  if (isOfSeveral || models.length === 0 || models.length === checking.facts.models.length) return all
  const because = new Set(models.flatMap(({ term }) => term.because))
  const told = checking.findings.all.flatMap(({ id, says }) => (because.has(id) ? says : []))
  const theirs = all.filter(
    license => license.name !== undefined && told.some(says => says.includes(licenseName(license))),
  )
  return theirs.length > 0 ? theirs : all
}

/** What is found of licenses that a claim is checked by. */
export function findLicenses(licenses: readonly License[], { findings, facts }: Checking): string[] {
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
        `${licenseName(license)} covers ${license.covers.map(spoken).join(', ') || 'what is released'}; its class is ` +
          spoken(license.class),
        [license.cited[0] ?? { looked: ['the release'] }, ...license.cited.slice(1, 2)],
        license.class === 'unknown' ? 'these terms in words that can be read, or their name' : 'other terms for it',
      ),
    )
}

const spoken = (id: string) => id.replaceAll('-', ' ')

function ofLicense(
  said: SaidClaim,
  checking: Checking,
  judge: (license: License) => 'holds' | 'falls' | 'open',
  instead: string,
  key: string,
): PartStanding {
  const { facts } = checking
  const meant = licensesSaid(said, checking)
  const because = findLicenses(meant, checking)
  if (said.license !== null && !meant.some(({ id }) => id === said.license)) return unknown(because)
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
    ? missing(because, instead, { key, license: licenseName(falls) })
    : unknown(because)
}
