import type { Citation, License } from '../../report/report.ts'
import { lettersOf } from '../../text/letters.ts'
import { facetOf, saysOf } from '../../verdict/facets.ts'
import type { SaidClaim } from '../claim.ts'
import { isApproved, licenseName, licensesOf, opennessOf } from '../facts.ts'
import { type Checking, type LookedPart, met, missing, type PartStanding, unknown } from './part.ts'

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

/** The words of some places, each once; none where they are too long to be told. */
export function quotesIn(cited: readonly Citation[]): string {
  const quotes = new Set(cited.flatMap(at => ('quote' in at ? at.quote : [])))
  const whole = [...quotes].map(quote => `“${quote.replace(/\s+/g, ' ')}”`).join(' ')
  return whole.length <= WHOLE ? whole : ''
}

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

/** And none on passing it on; what does limit it is told, each where it stands. */
export const anySharing: LookedPart = (said, checking) => {
  const narrowing = (license: License) => (opennessOf(license, checking.knowledge) === 'open' ? [] : limitsOf(license))
  const judge = (license: License) =>
    narrowing(license).length > 0 ? 'falls' : license.class === 'unknown' ? 'open' : 'holds'
  const standing = ofLicense(said, checking, judge, 'restricted-license', 'license')
  return standing.state === 'missing'
    ? withCondition(standing, licensesSaid(said, checking), narrowing, checking)
    : standing
}

/** The clauses that take one of the freedoms, or put a condition on it. */
export const limitsOf = ({ clauses }: License): License['clauses'] =>
  clauses.filter(({ against, mode }) => mode !== 'plea' && against.length > 0)

/** Something that is missing, told by the clauses that take it, and what holds with them. */
export function withCondition(
  standing: PartStanding,
  licenses: readonly License[],
  narrowing: (license: License) => License['clauses'],
  checking: Checking,
): PartStanding {
  const { knowledge } = checking
  const found = licenses.flatMap(license => narrowing(license).map(clause => ({ license, clause }))).slice(0, MOST)
  const because = tellClauses(found, checking)
  const brief = [...new Set(found.map(({ clause }) => facetOf(clause, knowledge)))].join('; ')
  const clauses = quotesIn(found.flatMap(({ clause }) => clause.cited)) || brief
  return {
    ...standing,
    because: because.length > 0 ? because : standing.because,
    ...(clauses && { holds: knowledge.claimParts.holds.but.replace('{clauses}', clauses) }),
  }
}

/** What some clauses say, each where it stands. */
export const tellClauses = (
  found: readonly { readonly license: License; readonly clause: License['clauses'][number] }[],
  { findings, knowledge }: Checking,
): string[] =>
  found
    .slice(0, MOST)
    .map(({ license, clause }) =>
      findings.add(
        'claimed-license',
        licenseName(license) +
          (clause.against.length > 0 ? ` ${saysOf(clause, knowledge)}` : `: ${facetOf(clause, knowledge)}`),
        [clause.cited[0] ?? { looked: ['the license'] }, ...clause.cited.slice(1)],
        'a text without this clause',
      ),
    )

/** clauses told for one claim, and letters of their words; longer ones are told in short */
const MOST = 3
const WHOLE = 600

/** What is allowed "under the Wren License" is what that says. */
export function licensesSaid(said: SaidClaim, checking: Checking): readonly License[] {
  const { facts } = checking
  const named = facts.licenses.filter(license => said.license !== null && license.id === said.license)
  return named.length > 0 ? named : licensesMeant(said, checking)
}

/** The licenses of what a claim is about; of all where it is about the license itself. */
export function licensesMeant(said: SaidClaim, { facts }: Checking): readonly License[] {
  const about = new Set(said.about)
  if (about.has('weights') || about.has('model')) return licensesOf(facts, 'weights')
  if (about.has('data')) return licensesOf(facts, 'datasets')
  if (about.has('training-code')) return licensesOf(facts, 'training-code')
  if (about.has('code')) return licensesOf(facts, 'inference-code')
  // a license that the sentence names, or links, is the one it speaks of
  const sentence = fold(said.sentence)
  const named = facts.licenses.filter(
    license =>
      (said.license !== null && license.id === said.license) ||
      isLinked(said, license) ||
      (license.name !== undefined && license.name.length > 5 && sentence.includes(fold(license.name))),
  )
  if (named.length > 0) return named
  const weights = licensesOf(facts, 'weights')
  return weights.length > 0 ? weights : licensesOf(facts, 'inference-code')
}

/** "[the Model License](LICENSE-MODEL)" */
export const isLinked = ({ cited }: SaidClaim, { text }: License) =>
  text !== null && cited.some(at => 'quote' in at && at.quote.includes(`](${text.path})`))

/** letters and digits alone; "Version 1.0" and "1.0" are one */
export const fold = (text: string) => lettersOf(text.toLowerCase().replace(/\bversion\b|\bv(?=\d)/g, ''))

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
