import { licensesMentionedIn } from '../../names/index.ts'
import type { License } from '../../report/report.ts'
import { lettersOf } from '../../text/letters.ts'
import { facetOf, saysOf } from '../../verdict/facets.ts'
import { subjectsIn } from '../about/nouns.ts'
import type { SaidClaim } from '../claim.ts'
import { type Facts, isApproved, isOpen, licenseName, licensesOf, namesOfModel, opennessOf } from '../facts.ts'
import {
  type Checking,
  type Look,
  met,
  missing,
  modelsMeant,
  type PartStanding,
  speaksOfOtherSizes,
  unknown,
} from './part.ts'

/** clauses that forbid commerce, and those that limit it to some */
const NO_COMMERCE = ['purpose.noncommercial', 'purpose.research_only', 'purpose.no_production']
const SOME_COMMERCE = ['purpose.separate_commercial', 'scale.revenue', 'scale.users', 'scale.other']
/** clauses by which commerce may be limited, and that are about more than that */
const BY_WHOM = ['entry.registration', 'geo.exclusion']
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

/** "free for commercial use": commerce is allowed, be it to some. */
export const commerce: Look = (said, checking) => asAnswered(commerceOfLicense(said, checking), said, checking)

const commerceOfLicense: Look = (said, checking) =>
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
export const anyCommerce: Look = (said, checking) =>
  asAnswered(
    withoutClauses(said, checking, license => clausesOf(license, SOME_COMMERCE), 'limited-commercial', 'commerce'),
    said,
    checking,
  )

/** What the licenses leave open is as it is answered what may be done with the models that are meant. */
function asAnswered(standing: PartStanding, said: SaidClaim, checking: Checking): PartStanding {
  if (standing.state !== 'unknown' || !said.about.some(one => OF_USED.has(one))) return standing
  const meant = modelsMeant(said, checking)?.models.map(({ name }) => name) ?? []
  const rows = (checking.facts.uses ?? []).filter(
    ({ use, model }) => use === 'commercial' && meant.includes(model ?? ''),
  )
  const [first] = rows
  if (!first || rows.some(({ answer }) => answer !== first.answer)) return standing
  const says = `${first.answer === 'no' ? 'No: who has it may not' : 'Whoever has it may'} ${first.ask}`
  const because = () => [
    checking.findings.add(
      'claimed-license',
      says,
      [first.cited[0] ?? { looked: ['the license'] }, ...first.cited.slice(1)],
      'other terms for it',
    ),
  ]
  if (first.answer === 'yes') return met(because())
  return first.answer === 'no' ? missing(because(), 'limited-commercial', { key: 'commerce' }) : standing
}
const OF_USED: ReadonlySet<string> = new Set(['weights', 'model', 'all', 'license'])

/** "no restrictions on use" */
export const freeUse: Look = (said, checking) =>
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
export const anySharing: Look = (said, checking) =>
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

/** an id as it is said: `intermediate-weights` as "intermediate weights" */
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

/** "under Apache 2.0": the license concluded for what the sentence speaks of is this one, be it with added terms. */
export const named: Look = (said, checking) => {
  const { facts, knowledge } = checking
  const meant = licensesMeant(said, checking)
  const because = findLicenses(meant, checking)
  if (meant.length === 0) return unknown(because)
  const changed = changedIn(said, meant, checking)
  const same = (license: License) => isNamed(said, license, changed, checking)
  const restricts = (license: License) => opennessOf(license, knowledge) === 'restricted'
  // of several texts on data or code the sentence may mean one; what restricts the weights beside it takes from it,
  // and what was not read takes nothing
  const ofParts = said.about.every(about => !OF_WEIGHTS.has(about))
  const takes = (license: License) => !same(license) && restricts(license)
  const some = modelsUnder(said, checking) !== null
  if (meant.some(same) && (some || ofParts || namesSome(said, facts) || !meant.some(takes))) return met(because)
  if (said.license === null) return unknown(because)
  if (changed && !meant.some(same) && !restricts(changed)) return met(because)
  const restricted = changed ?? meant.find(restricts)
  // "Wren is licensed under MIT", as its code is: a name alone may stand for that
  if (
    !isOpen(said.license, knowledge) ||
    !restricted ||
    (changed && said.about.includes('code')) ||
    meant.some(same) ||
    isOfCode(said, facts, changed) ||
    speaksOfOtherSizes(said, facts.models, facts)
  )
    return unknown(because)
  return withAdded(missing(because, 'restricted-license', otherThan(restricted)), changed, checking)
}

/** And nothing was added to it that puts a condition on what may be done. */
export const unchanged: Look = (said, checking) => {
  const meant = licensesMeant(said, checking)
  const changed = changedIn(said, meant, checking)
  if (!changed || meant.some(license => isNamed(said, license, changed, checking))) return met([])
  return withAdded(missing([], 'restricted-license', otherThan(changed)), changed, checking)
}

/** And nothing else restricts any model that is meant: a base with terms of its own, one of several. */
export const everyModel: Look = (said, checking) => {
  const { facts, knowledge } = checking
  const under = modelsUnder(said, checking)
  if (under === null) return met([])
  const { those, all, others } = under
  const license = others.map(licenseName).join(' + ')
  const names = those.length > MOST_NAMES ? '' : `: ${those.map(({ name }) => name).join(', ')}`
  const { some, but } = knowledge.claimParts.holds
  const holds =
    those.length > 0
      ? `${some.replace('{count}', `${those.length} of ${all}`)}${names}`
      : but.replace('{clauses}', `${license} binds it too`)
  return { ...missing(findLicenses(others, checking), facts.term.floor, { key: 'license', license }), holds }
}
/** models named for one claim */
const MOST_NAMES = 6

/** Of the models that are meant those that nothing but the named license restricts; null where that is all of them. */
function modelsUnder(said: SaidClaim, checking: Checking) {
  const { facts, knowledge } = checking
  const id = said.license
  const ofWhole = said.about.some(about => OF_WEIGHTS.has(about) || about === 'license')
  const meant = modelsMeant(said, checking)?.models.map(({ name }) => name) ?? []
  const models = facts.models.flatMap(({ name, term, licenses = [] }) => {
    const binding = licenses.flatMap(at => facts.licenses[at] ?? [])
    const others = binding.filter(
      one => one.id !== null && one.id !== id && opennessOf(one, knowledge) === 'restricted',
    )
    const isUnder = binding.some(one => one.id === id) && (others.length === 0 || term.floor !== 'undetermined')
    return meant.includes(name) && binding.length > 0 ? { name, others, isUnder } : []
  })
  const those = models.filter(({ others, isUnder }) => isUnder && others.length === 0)
  const others = [...new Set(models.flatMap(one => one.others))]
  const told = those.length > 0 || (models.length > 0 && models.every(({ isUnder }) => isUnder))
  return id === null || !ofWhole || !told || others.length === 0 ? null : { those, all: models.length, others }
}

const otherThan = (license: License) => ({ key: 'other-license', license: licenseName(license) })

const withAdded = (standing: PartStanding, changed: License | undefined, checking: Checking) =>
  changed ? withCondition(standing, [changed], limitsOf, checking) : standing

/** Whether a license is the one that a sentence names; of one that was changed its text tells, and no word of it. */
function isNamed(said: SaidClaim, license: License, changed: License | undefined, { knowledge }: Checking): boolean {
  const { license: id, sentence, words, cited } = said
  if (license === changed) return false
  if (id !== null && isOfFamily(id, license, knowledge)) return true
  if (id !== null && license.id !== null) return id === license.id && (changed === undefined || license.text !== null)
  // "[the Model License](LICENSE-MODEL)"
  const { path } = license.text ?? {}
  if (id === null && path !== undefined && cited.some(at => 'quote' in at && at.quote.includes(`](${path})`)))
    return true
  const title = fold(TITLE.exec(words)?.[0] ?? '')
  // a text that differs from the known one keeps its name
  const name = license.name === undefined ? '' : fold(license.name)
  return name !== '' && (fold(sentence).includes(name) || (title.length >= 8 && name.includes(title)))
}

/** The text that is the open one a sentence names, with terms added that take something, and the sentence is silent. */
function changedIn({ license: id, sentence }: SaidClaim, meant: readonly License[], { knowledge }: Checking) {
  if (id === null || !isOpen(id, knowledge) || MODIFIED.test(sentence)) return undefined
  const name = fold(knowledge.licenses.get(id)?.name ?? id)
  return meant.find(
    license =>
      limitsOf(license).length > 0 &&
      opennessOf(license, knowledge) !== 'open' &&
      (license.id === id ||
        (license.id === null && license.match.nearest === id && license.match.kind === 'residue') ||
        (license.class === 'open-with-rider' && fold(licenseName(license)).includes(name))),
  )
}

/** "a modified MIT license" */
const MODIFIED = /modif|модиф|修改|수정/i

/** what is under all the terms that bind the weights */
const OF_WEIGHTS: ReadonlySet<string> = new Set(['weights', 'model', 'all'])

/** "the Model License" may be all of a license's name that a sentence gives */
const TITLE = /[A-Z][\w.-]*(?: [A-Z\d][\w.-]*)+$/

/** "Wren-3B and Wren-7B are under …": of several models the sentence names some, and one text may be theirs. */
function namesSome(said: SaidClaim, { models }: Facts): boolean {
  const sentence = fold(said.sentence)
  const named = models.filter(model => namesOfModel(model).some(name => name.length > 3 && sentence.includes(name)))
  return named.length > 0 && named.length < models.length
}

/** "the Llama community license" names a family whose members have versions, "a modified MIT license" nobody's */
function isOfFamily(named: string, license: License, knowledge: Checking['knowledge']): boolean {
  const family = knowledge.licenses.get(named)
  const member = knowledge.licenses.get(license.id ?? license.match.nearest ?? '')
  if (!family?.family || !member) return false
  if (family.publisher != null) return family.publisher === member.publisher
  const whole = fold(family.name)
  const isChanged = opennessOf(license, knowledge) !== 'open'
  return fold(licenseName(license)).includes(whole) || (isChanged && whole.endsWith(fold(member.name)))
}

/** Whether a named license is that of the code, and the sentence does not speak of the model. */
const isOfCode = ({ license, sentence, tongue }: SaidClaim, facts: Facts, changed: License | undefined) =>
  (['inference-code', 'training-code'] as const).some(part =>
    licensesOf(facts, part).some(
      ({ id, text }) => id !== null && id === license && (changed === undefined || text !== null),
    ),
  ) && !subjectsIn(sentence, tongue).some(({ subject }) => subject === 'model' || subject === 'weights')
