import type { ClaimKind, ClaimSubject } from '../../knowledge/claim-language.ts'
import type { Speaker } from '../../terms/statements/speaker.ts'
import { readSubject } from '../../terms/statements/subject.ts'
import type { Tongue } from '../languages.ts'
import type { Hit } from '../phrases.ts'
import type { PhraseStanding } from '../whose/standing.ts'
import { headOf, isJoint, joined, type NamedPart, subjectsIn, withNames } from './nouns.ts'

/** how far from the phrase its subject is looked for */
const AFTER = { spaced: 90, unspaced: 24 }

const BEFORE = { spaced: 140, unspaced: 40 }

/** What a claim is about, and whether the words around its phrase say so, not the sentences around it. */
export interface BoundSubject {
  readonly about: readonly ClaimSubject[]
  readonly bound: boolean
}

/** What a claim is about. */
export function subjectOfClaim(
  place: Pick<PhraseStanding, 'hit' | 'text' | 'previous' | 'block' | 'tongue' | 'voice'>,
  names: readonly string[],
): BoundSubject {
  const { hit, text: sentence, previous, block, tongue, voice } = place
  // "open-source code": the phrase's own words are no subject ("source code")
  const plain = sentence.includes('/') ? sentence.replace(PATHS, path => '\u0001'.repeat(path.length)) : sentence
  const masked = plain.slice(0, hit.start) + '\u0001'.repeat(hit.end - hit.start) + plain.slice(hit.end)
  const use = ofUse(hit)
  const nouns = subjectsIn(masked, tongue).filter(({ subject }) => use || subject !== 'output')
  const named = withNames(nouns, masked, names, tongue)
  const byName = named.length > nouns.length
  if (hit.says === 'named-license') {
    const spoken = withNames(subjectsIn(plain, tongue), sentence, voice.models ?? [], tongue)
    const about = ofLicense(hit, sentence, spoken, tongue)
    return { about, bound: about.some(one => one !== 'license') }
  }
  if (hit.says === 'released') return sure(releasedIn(hit, sentence, named, tongue))
  const part = PART_OF_CLAIM[hit.says]
  if (part) return sure(whole([...joinedTo(hit, sentence, named, tongue), part]))
  if (hit.says === 'permissive') return sure(['license'])
  if (hit.says === 'osi-approved') {
    const near = nearest(hit, { sentence, named, byName }, NO_NOUNS, tongue)
    return near.bound ? near : sure(['license'])
  }
  if (hit.says === 'reproducible') return { about: ['all'], bound: named.length > 0 }
  const parts = use ? named.filter(one => one.subject !== 'license') : named
  // one that names nothing goes on about what the one before it was about; "it" is what that names
  const refers = parts.length === 0 && !use && (tongue.refers?.test(sentence) ?? false)
  // and it is no license that something was put under there
  const earlier =
    use || parts.length > 0 ? [] : subjectsIn(previous, tongue).filter(one => !refers || one.subject !== 'license')
  const told = refers ? withNames(earlier, previous, names, tongue) : earlier
  const before = { sentence: previous, named: told, byName: told.length > earlier.length }
  const near = nearest(hit, { sentence, named: parts, byName }, before, tongue, voice.ofMany)
  const about = whole(near.about)
  if (hit.says === 'fully-open' || hit.says === 'truly-open') {
    // what the words themselves have in them ("de código abierto") is no part of the release
    const everything = subjectsIn(block.text.replaceAll(sentence.slice(hit.start, hit.end), ' '), tongue).map(
      one => one.subject,
    )
    const data = everything.includes('data')
    const code = everything.includes('code') || everything.includes('training-code')
    if (data && code && !about.includes('weights')) return { about: ['all'], bound: near.bound }
  }
  return { about, bound: near.bound }
}

/** "the weights were released", and "we release the weights, the training code and all training data" */
function releasedIn({ start, end }: Hit, sentence: string, named: readonly NamedPart[], tongue: Tongue) {
  const found = subjectsIn(sentence.slice(start, end), tongue).map(({ subject }) => subject)
  let at = end
  for (const one of found.length > 0 ? [] : named.filter(one => one.start >= end)) {
    const between = sentence.slice(at, one.start)
    const apart = at > end && !between.includes(',') && !isJoint(between, tongue)
    if (apart || between.length > 40 || /[.;:!?()]/.test(between) || tongue.stop.test(between.replace(/,/g, ' '))) break
    found.push(one.subject)
    at = one.end
  }
  return found.length === 0 ? (['model'] as const) : whole(found)
}

/** "`./models/wren.py`" speaks of a file, not of models */
const PATHS = /(?:\.{0,2}\/)?(?:[\w.-]{1,60}\/){1,12}[\w.-]{0,60}/g

const sure = (about: readonly ClaimSubject[]): BoundSubject => ({ about, bound: true })

/** what may be done with something is said of that, whatever license says so */
const ofUse = ({ says }: Hit) => says === 'commercial-use' || says === 'unrestricted'

/** claims about one part, whose name is in the phrase */
const PART_OF_CLAIM: Readonly<Partial<Record<ClaimKind, ClaimSubject>>> = {
  'open-weights': 'weights',
  'open-data': 'data',
  'open-training-code': 'training-code',
}

/** Weights, data and code together are all there is. */
function whole(list: readonly ClaimSubject[]): readonly ClaimSubject[] {
  const about = distinct(list)
  const has = (...some: readonly ClaimSubject[]) => some.some(one => about.includes(one))
  return has('all') || (has('weights', 'model') && has('data') && has('code', 'training-code')) ? ['all'] : about
}

/** The nouns that share a phrase with its own: "data, code and [weights are open]", "[open weights], data and code". */
function joinedTo(hit: Hit, sentence: string, named: readonly NamedPart[], tongue: Tongue): readonly ClaimSubject[] {
  const inside = subjectsIn(sentence.slice(hit.start, hit.end), tongue)
  if (inside.length === 0) return []
  if ((inside[0]?.start ?? 0) <= (tongue.spaced ? ARTICLE : 0)) {
    const before = named.filter(one => one.end <= hit.start)
    return isJoint(sentence.slice(before.at(-1)?.end ?? hit.start, hit.start), tongue)
      ? joined(before, before.length - 1, -1, sentence, tongue)
      : []
  }
  const after = named.filter(one => one.start >= hit.end)
  const between = sentence.slice(hit.end, after[0]?.start ?? hit.end)
  return between.length < 8 && between.trim().split(' ').length === 1 && isJoint(between, tongue)
    ? joined(after, 0, 1, sentence, tongue)
    : []
}

const ARTICLE = 4

/** words for being open that may have code in them, whatever is open: "de código abierto" */
const MAY_MEAN_CODE = new Set<ClaimKind>(['open-source', 'fully-open', 'truly-open'])

/** A sentence with its nouns, some of which may be names. */
interface Nouns {
  readonly sentence: string
  readonly named: readonly NamedPart[]
  readonly byName: boolean
}

const NO_NOUNS: Nouns = { sentence: '', named: [], byName: false }

/** The noun the phrase describes: what follows it, or what stands before it where it is said of that. */
function nearest(
  hit: Hit,
  { sentence, named, byName }: Nouns,
  previous: Nouns,
  tongue: Tongue,
  ofModels = false,
): BoundSubject {
  const { spaced } = tongue
  const inside = subjectsIn(sentence.slice(hit.start, hit.end), tongue)
  const limit = spaced ? AFTER.spaced : reachOf(sentence.slice(hit.end))
  // "open-sourced: recipes, data": what follows the colon is listed; "an open-source, lively model": it is one more
  // adjective
  const listed = /^\s?[:：,]\s?/.exec(sentence.slice(hit.end, hit.end + 4))?.[0].length ?? 0
  const rest = `${' '.repeat(listed)}${sentence.slice(hit.end + listed)}`
  // a clause further on speaks of something else
  const stop = rest.search(listed > 0 && sentence[hit.end] !== ',' ? /[;!?(]/ : tongue.stop)
  const end = hit.end + Math.min(stop < 0 ? limit : stop, limit)
  // a license is what something is under, unless it stands right behind the phrase, with no more than its name between
  const licensed = (one: NamedPart) =>
    one.subject === 'license' && NAME_BETWEEN.test(sentence.slice(hit.end, one.start))
  const behind = named.filter(one => one.start >= hit.end && (one.subject !== 'license' || licensed(one)))
  const after = behind.filter(one => one.start < end)
  // "besides the model, we open-source …": what stands before the speaker's own clause is not what it gives
  const clause = sentence.slice(0, hit.start).search(CLAUSE)
  const from = tongue.speaker?.test(sentence.slice(clause, hit.start)) ? clause : 0
  const before = named.filter(
    one =>
      one.start >= from && one.end <= hit.start && hit.start - one.end < (spaced ? BEFORE.spaced : BEFORE.unspaced),
  )
  // what is joined to one in reach may stand further on
  const following = after.length === 0 ? [] : joined(behind, headOf(after, sentence, tongue), 1, sentence, tongue)
  const preceding = joined(before, before.length - 1, -1, sentence, tongue)
  if (inside.length > 0 && (!MAY_MEAN_CODE.has(hit.says) || inside.every(one => one.subject !== 'code'))) {
    // "code and weights are open"
    const more = preceding.length > 0 && isJoint(sentence.slice(before.at(-1)?.end, hit.start), tongue) ? preceding : []
    return sure(distinct([...more, ...inside.map(one => one.subject)]))
  }
  const adjacent = after[0] && (licensed(after[0]) || after[0].start - hit.end <= Math.max(2, listed)) ? following : []
  if (adjacent.length > 0) return sure(distinct(adjacent))
  // "is open-sourced as a framework"
  const as = tongue.as.exec(rest)?.[0].length
  const complement =
    as === undefined ? [] : named.filter(one => one.start >= hit.end + as && one.start < hit.end + limit)
  const kind = complement[headOf(complement, sentence, tongue)]
  if (kind) return sure([kind.subject])
  const nearer = tongue.predicate(sentence, hit.start, hit.end) ? preceding : following
  // "le code source est ouvert", but "un modèle à code source ouvert"
  if (nearer === preceding && nearer.length === 0 && inside.length > 0)
    return sure(distinct(inside.map(one => one.subject)))
  const chosen = nearer.length > 0 ? nearer : following.length > 0 ? following : preceding
  if (chosen.length > 0) return sure(distinct(chosen))
  // what else the sentence speaks of, or the one before it
  const elsewhere = named.length > 0 ? named : previous.named
  const earlier = distinct(elsewhere.map(one => one.subject))
  const only = earlier.length === 1
  // a part that stands beside neither the phrase nor what it says something of may be spoken of for itself
  // "the open-source version here is a small model"
  const first = named[0]?.start ?? 0
  const isModel =
    earlier[0] === 'model' &&
    first >= hit.end &&
    tongue.own.links.some(link => link.test(sentence.slice(hit.end, first)))
  // an announcement that calls nothing open but what it is of is of its model
  const isAll = ofModels && earlier.length === 0 && (ENDS.test(rest) || tongue.predicate(sentence, hit.start, hit.end))
  return { about: only ? earlier : ['model'], bound: isAll || (only && (byName || previous.byName || isModel)) }
}

const ENDS = /^\W{0,3}(?:[.,;:!?。，；：！？]|$)/

/** a name in Latin letters counts as one character among those of an unspaced script */
function reachOf(rest: string): number {
  const names = [...rest.slice(0, AFTER.spaced).matchAll(LATIN)]
  return names.reduce((reach, { 0: name, index }) => (index < reach ? reach + name.length - 1 : reach), AFTER.unspaced)
}
const LATIN = /[A-Za-z\d][\w. -]*/g

const CLAUSE = /[^,;:，；：]*$/

/** "open source BSD License", "开源协议" */
const NAME_BETWEEN = /^(?:.?|\s(?:[A-Z\d][\w.-]*\s){1,5})$/

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)]

/** What the sentence puts under the license; the license alone where it does not say. */
function ofLicense(
  hit: Hit,
  sentence: string,
  named: readonly NamedPart[],
  { licenseWords }: Tongue,
): readonly ClaimSubject[] {
  const all = named.filter(one => one.end <= hit.end && one.subject !== 'license')
  // "the model is under the Wren License, the code under MIT": what stands before another license is under that
  const later = all.filter(one => !(licenseWords?.test(sentence.slice(one.end, Math.max(one.end, hit.start))) ?? false))
  const before = later.length > 0 ? later : all
  if (before.length === 0) {
    // "MIT-licensed checkpoints"
    const next = named.find(one => one.start >= hit.end && one.start - hit.end <= 2 && one.subject !== 'license')
    if (next) return [next.subject]
    if (isOfAll(sentence.slice(0, hit.start))) return ['all']
    return [MODEL_NAME.test(sentence.slice(0, hit.start)) ? 'model' : 'license']
  }
  const close = before.filter(one => sentence.slice(one.end, Math.max(one.end, hit.start)).search(/[;；]/) < 0)
  return close.length === 0 ? ['license'] : [...new Set(close.map(one => one.subject))]
}

/** "this work is licensed under": read as the statements of licenses are. */
const isOfAll = (text: string) => readSubject(text, NOBODY).about.join() === 'all'

const nothing = () => false
const NOBODY: Speaker = {
  name: '',
  publisher: null,
  models: [],
  title: '',
  owners: [],
  isPublisher: nothing,
  foreign: nothing,
}

/** a name with a digit or a hyphen in it, or with capitals inside, is a model's more often than anything else */
const MODEL_NAME = /(?<![\w/.-])(?=[\w.-]*(?:-|\d|[a-z][A-Z]))[A-Za-z][\w.-]*[A-Za-z\d]/
