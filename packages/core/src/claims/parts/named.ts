import type { License } from '../../report/report.ts'
import { subjectsIn } from '../about/nouns.ts'
import type { SaidClaim } from '../claim.ts'
import { type Facts, isOpen, licenseName, licensesOf, namesOfModel, opennessOf } from '../facts.ts'
import { findLicenses, fold, isLinked, licensesMeant, limitsOf, withCondition } from './license.ts'
import { modelsMeant, speaksOfOtherSizes } from './model.ts'
import { type Checking, type LookedPart, met, missing, type PartStanding, unknown } from './part.ts'

/** "under Apache 2.0": the license concluded for what the sentence speaks of is this one, be it with added terms. */
export const named: LookedPart = (said, checking) => {
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
    (!facts.some && isOfCode(said, facts, changed)) ||
    speaksOfOtherSizes(said, facts.models, facts)
  )
    return unknown(because)
  return withAdded(missing(because, 'restricted-license', otherThan(restricted)), changed, checking)
}

/** And nothing was added to it that puts a condition on what may be done. */
export const unchanged: LookedPart = (said, checking) => {
  const meant = licensesMeant(said, checking)
  const changed = changedIn(said, meant, checking)
  if (!changed || meant.some(license => isNamed(said, license, changed, checking))) return met([])
  return withAdded(missing([], 'restricted-license', otherThan(changed)), changed, checking)
}

/** And nothing else restricts any model that is meant: a base with terms of its own, one of several. */
export const everyModel: LookedPart = (said, checking) => {
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
  // "the code and the weights are under …" is said of one's own work, not of a base that facts tell of
  const ofOwn = those.length === 0 && said.about.includes('code')
  const binds = others.filter(({ cited }) => !ofOwn || cited.some(at => 'path' in at))
  return id === null || !ofWhole || !told || binds.length === 0 ? null : { those, all: models.length, others }
}

const otherThan = (license: License) => ({ key: 'other-license', license: licenseName(license) })

const withAdded = (standing: PartStanding, changed: License | undefined, checking: Checking) =>
  changed ? withCondition(standing, [changed], limitsOf, checking) : standing

/** Whether a license is the one that a sentence names; of one that was changed its text tells, and no word of it. */
function isNamed(said: SaidClaim, license: License, changed: License | undefined, { knowledge }: Checking): boolean {
  const { license: id, sentence, words } = said
  if (license === changed) return false
  if (id !== null && isOfFamily(id, license, knowledge)) return true
  if (id !== null && license.id !== null) return id === license.id && (changed === undefined || license.text !== null)
  if (id === null && isLinked(said, license)) return true
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

/** "a modified MIT license", "MIT with changed terms" */
const MODIFIED = /modif|changed|модиф|修改|수정/i

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
