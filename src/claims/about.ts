import type { ClaimKind, ClaimSubject } from '../knowledge/claim-language.ts'
import { readSubject, type Speaker } from '../licensing/statements/subject.ts'
import { escaped } from './pattern.ts'
import type { Hit } from './phrases.ts'
import type { Tongue } from './tongue.ts'

/** how far from the phrase its subject is looked for */
const AFTER = { spaced: 90, unspaced: 24 }
const BEFORE = { spaced: 140, unspaced: 40 }

interface Named {
  readonly subject: ClaimSubject
  readonly start: number
  readonly end: number
}

/** What a claim is about, and whether the words around its phrase say so, not the sentences around it. */
export interface Bound {
  readonly about: readonly ClaimSubject[]
  readonly bound: boolean
}

/** What a claim is about. */
export function aboutOf(
  hit: Hit,
  sentence: string,
  previous: string,
  around: string,
  tongue: Tongue,
  names: readonly string[],
  models: readonly string[] = [],
): Bound {
  // "open-source code": the phrase's own words are no subject ("source code")
  const plain = sentence.includes('/') ? sentence.replace(PATHS, path => '\u0001'.repeat(path.length)) : sentence
  const masked = plain.slice(0, hit.start) + '\u0001'.repeat(hit.end - hit.start) + plain.slice(hit.end)
  const named = withNames(subjectsIn(masked, tongue), masked, names, tongue)
  if (hit.says === 'named-license') {
    const spoken = withNames(subjectsIn(plain, tongue), sentence, shortNames(models), tongue)
    const about = ofLicense(hit, sentence, spoken, tongue)
    return { about, bound: about.some(one => one !== 'license') }
  }
  const part = PARTS[hit.says]
  if (part) return sure(whole([...joinedTo(hit, sentence, named, tongue), part]))
  if (hit.says === 'permissive') return sure(['license'])
  if (hit.says === 'osi-approved') {
    const near = nearest(hit, sentence, '', named, tongue)
    return near.bound ? near : sure(['license'])
  }
  if (hit.says === 'reproducible') return { about: ['all'], bound: named.length > 0 }
  const parts = ofUse(hit) ? named.filter(one => one.subject !== 'license') : named
  const near = nearest(hit, sentence, ofUse(hit) ? '' : previous, parts, tongue)
  const about = whole(near.about)
  if (hit.says === 'fully-open' || hit.says === 'truly-open') {
    // what the words themselves have in them ("de código abierto") is no part of the release
    const everything = subjectsIn(around.replaceAll(sentence.slice(hit.start, hit.end), ' '), tongue).map(
      one => one.subject,
    )
    const data = everything.includes('data')
    const code = everything.includes('code') || everything.includes('training-code')
    if (data && code && !about.includes('weights')) return { about: ['all'], bound: near.bound }
  }
  return { about, bound: near.bound }
}

/** "`./models/wren.py`" speaks of a file, not of models */
const PATHS = /(?:\.{0,2}\/)?(?:[\w.-]{1,60}\/){1,12}[\w.-]{0,60}/g

const sure = (about: readonly ClaimSubject[]): Bound => ({ about, bound: true })

/** what may be done with something is said of that, whatever license says so */
const ofUse = ({ says }: Hit) => says === 'commercial-use' || says === 'unrestricted'

/** claims about one part, whose name is in the phrase */
const PARTS: Readonly<Partial<Record<ClaimKind, ClaimSubject>>> = {
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
function joinedTo(hit: Hit, sentence: string, named: readonly Named[], tongue: Tongue): readonly ClaimSubject[] {
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

/** a phrase may begin with an article before its noun */
const ARTICLE = 4

/** characters between a part and the name of what it is a part of */
const OWNED = { spaced: 40, unspaced: 6 }

/** "hedgerow/Wren-3B" is called Wren-3B in a sentence. */
const shortNames = (models: readonly string[]) => models.map(name => name.slice(name.lastIndexOf('/') + 1))

/** The release's own names stand for its model. */
function withNames(named: readonly Named[], text: string, names: readonly string[], tongue: Tongue): readonly Named[] {
  const own = names.flatMap(name => {
    const { index: start, length } = placeOf(name, text)
    const taken = named.some(one => one.start < start + length && one.end > start)
    // "the training code of Wren"
    const owned = named.findLast(one => one.end <= start && start - one.end < OWNED.spaced)
    const part = owned !== undefined && !isJoint(text.slice(owned.end, start), tongue)
    // "Wren's code", "the Wren source code", "Wren 的代码"
    const next = named.find(one => one.start >= start + length)
    const whose = next !== undefined && HAD.has(next.subject) && OF_NEXT.test(text.slice(start + length, next.start))
    return start < 0 || taken || part || whose ? [] : [{ subject: 'model' as const, start, end: start + length }]
  })
  return own.length === 0 ? named : [...named, ...own].sort((one, other) => one.start - other.start)
}

/** between an owner and what it has */
const OF_NEXT = /^(?:['’]s?\s|\s|\s?(?:的|之|の|의)\s?)$/
/** what a model is said to have, and is not */
const HAD = new Set<ClaimSubject>(['code', 'training-code', 'data', 'weights', 'license'])

/** Where a name stands in a text, whatever stands between its parts: "Wren-3B" is written "Wren 3B" too. */
function placeOf(name: string, text: string): { readonly index: number; readonly length: number } {
  const exact = name.length > 2 ? text.indexOf(name) : -1
  if (exact >= 0 || name.length <= 2) return { index: exact, length: name.length }
  const known = spellings.get(name) ?? spelling(name)
  spellings.set(name, known)
  const found = known?.exec(text)
  return found ? { index: found.index, length: found[0].length } : { index: -1, length: 0 }
}

const spellings = new Map<string, RegExp | null>()

/** Its parts in a row, or a capitalized word that begins as it does: "Heron" of heron-7b. */
function spelling(name: string): RegExp | null {
  const parts = name.match(/[\p{L}\d.]+/gu) ?? []
  const stem = /^\p{L}{5,}/u.exec(name)?.[0]
  const begun = stem ? [`${stem.charAt(0).toUpperCase()}${escaped(stem.slice(1).toLowerCase())}[\\p{L}\\d.-]*`] : []
  const spelled = parts.length < 2 ? [] : [parts.map(anyCase).join('[-_ ]{0,2}')]
  const all = [...spelled, ...begun]
  return all.length === 0 ? null : new RegExp(`(?<![\\p{L}\\d])(?:${all.join('|')})(?![\\p{L}\\d])`, 'u')
}

const anyCase = (word: string) =>
  escaped(word).replace(/\p{L}/gu, letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)

/** A noun and those joined to it, onward or backward. */
function joined(
  list: readonly Named[],
  at: number,
  step: 1 | -1,
  sentence: string,
  tongue: Tongue,
): readonly ClaimSubject[] {
  const first = list[at]
  if (!first) return []
  const next = list[at + step]
  const between = next ? sentence.slice(Math.min(first.end, next.end), Math.max(first.start, next.start)) : ''
  const more = next && between.length < 24 && isJoint(between, tongue) && isList(between, step, tongue)
  return more ? [...joined(list, at + step, step, sentence, tongue), first.subject] : [first.subject]
}

/** "datasets for training, and the code is open": another clause; "the open weights and the code": one with its own article. */
function isList(between: string, step: 1 | -1, { spaced, language }: Tongue): boolean {
  if (!spaced) return true
  const words = (between.toLowerCase().match(/[\p{L}&]+/gu) ?? []).filter(word => !language.joins.includes(word))
  return words.length <= (step > 0 ? 1 : 2) && !words.some(word => language.ends.includes(word))
}

function subjectsIn(text: string, tongue: Tongue): Named[] {
  const { subjects } = tongue
  const all: Named[] = []
  for (const { subject, pattern } of subjects)
    for (const match of text.matchAll(pattern))
      all.push({ subject, start: match.index, end: match.index + match[0].length })
  // the longer name is meant: "training code" is no "code", "language model code" no model
  const named = all
    .filter(
      one =>
        !all.some(
          other =>
            other !== one &&
            other.start <= one.start &&
            other.end >= one.end &&
            (other.end - other.start > one.end - one.start || (one.subject === 'code' && other.subject !== 'code')),
        ),
    )
    .sort((one, other) => one.start - other.start)
  return named.filter((one, at) => !isOwner(one, named[at - 1], named[at + 1], text, tongue))
}

/** "the code of the model", "模型的代码": what a part belongs to is not spoken of. */
function isOwner(
  { subject, start, end }: Named,
  before: Named | undefined,
  after: Named | undefined,
  text: string,
  { of, spaced }: Tongue,
): boolean {
  if (subject !== 'model' && subject !== 'weights') return false
  // "the assistant data": a noun right before a part tells whose it is
  if (spaced && after && OWNABLE.has(after.subject) && text.slice(end, after.start) === ' ') return true
  const part = spaced ? before : after
  if (of === null || part === undefined || !OWNABLE.has(part.subject)) return false
  const between = spaced ? text.slice(part.end, start) : text.slice(end, part.start)
  return (
    between.length <= (spaced ? OWNED.spaced : OWNED.unspaced) && of.test(between) && !/[,;:.，；：、]/.test(between)
  )
}

/** parts of a release that belong to its model */
const OWNABLE = new Set<ClaimSubject>(['code', 'training-code', 'data'])

/** words for being open that may have code in them, whatever is open: "de código abierto" */
const CALLED = new Set<ClaimKind>(['open-source', 'fully-open', 'truly-open'])

/** The noun the phrase describes: what follows it, or what stands before it where it is said of that. */
function nearest(hit: Hit, sentence: string, previous: string, named: readonly Named[], tongue: Tongue): Bound {
  const { spaced } = tongue
  const inside = subjectsIn(sentence.slice(hit.start, hit.end), tongue)
  const limit = spaced ? AFTER.spaced : AFTER.unspaced
  // "open-sourced: recipes, data": what follows the colon is listed; "an open-source, lively model": it is one more adjective
  const listed = /^\s?[:：,]\s?/.exec(sentence.slice(hit.end, hit.end + 4))?.[0].length ?? 0
  const rest = `${' '.repeat(listed)}${sentence.slice(hit.end + listed)}`
  // a clause further on speaks of something else
  const stop = rest.search(listed > 0 && sentence[hit.end] !== ',' ? /[;!?(]/ : tongue.stop)
  const end = hit.end + Math.min(stop < 0 ? limit : stop, limit)
  // a license is what something is under, unless it stands right behind the phrase
  const after = named.filter(
    one => one.start >= hit.end && one.start < end && (one.subject !== 'license' || one.start - hit.end <= 2),
  )
  const before = named.filter(
    one => one.end <= hit.start && hit.start - one.end < (spaced ? BEFORE.spaced : BEFORE.unspaced),
  )
  const following = joined(after, headOf(after, sentence, tongue), 1, sentence, tongue)
  const preceding = joined(before, before.length - 1, -1, sentence, tongue)
  if (inside.length > 0 && (!CALLED.has(hit.says) || inside.every(one => one.subject !== 'code'))) {
    // "code and weights are open"
    const more = preceding.length > 0 && isJoint(sentence.slice(before.at(-1)?.end, hit.start), tongue) ? preceding : []
    return sure(distinct([...more, ...inside.map(one => one.subject)]))
  }
  const adjacent = after[0] && after[0].start - hit.end <= Math.max(2, listed) ? following : []
  if (adjacent.length > 0) return sure(distinct(adjacent))
  // "is open-sourced as a framework"
  const as = tongue.as?.exec(rest)?.[0].length
  const complement =
    as === undefined ? [] : named.filter(one => one.start >= hit.end + as && one.start < hit.end + limit)
  const kind = complement[headOf(complement, sentence, tongue)]
  if (kind) return sure([kind.subject])
  const first = tongue.predicate(sentence, hit.start, hit.end) ? preceding : following
  // "le code source est ouvert", but "un modèle à code source ouvert"
  if (first === preceding && first.length === 0 && inside.length > 0)
    return sure(distinct(inside.map(one => one.subject)))
  const chosen = first.length > 0 ? first : following.length > 0 ? following : preceding
  if (chosen.length > 0) return sure(distinct(chosen))
  // what else the sentence speaks of; one that names nothing goes on about what the one before it was about
  const elsewhere = named.length > 0 ? named : subjectsIn(previous, tongue)
  const earlier = distinct(elsewhere.map(one => one.subject))
  const only = earlier.length === 1
  // a part that is named behind the phrase is what something is for
  if (only && named.length > 0 && PARTIAL.has(earlier[0] ?? 'all') && named.every(one => isFar(hit, one, sentence)))
    return { about: ['model'], bound: false }
  return { about: only ? earlier : ['model'], bound: named.length > 0 && only }
}

/** more words behind the phrase than "the open-sourced part of the data" has */
const isFar = (hit: Hit, { start }: Named, sentence: string) =>
  start >= hit.end && sentence.slice(hit.end, start).trim().split(/\s+/).length > 3

const PARTIAL = new Set<ClaimSubject>(['code', 'training-code', 'data', 'license'])

/** "an open-source model training framework": of nouns in a row, with nothing but words between them, the last is meant. */
function headOf(list: readonly Named[], sentence: string, { spaced, stop, language }: Tongue): number {
  let at = 0
  if (!spaced) return at
  for (let next = list[1]; next; next = list[at + 1]) {
    const between = sentence.slice(list[at]?.end, next.start)
    const plain = /^[\s-](?:[\p{L}\p{N}-]+\s){0,2}$/u.test(between) && !stop.test(between)
    if (!plain || between.split(' ').some(word => language.joins.includes(word))) break
    at++
  }
  return at
}

function isJoint(between: string, { language, spaced }: Tongue): boolean {
  const words = spaced ? between.toLowerCase().split(/\s+/) : [...language.joins].filter(word => between.includes(word))
  return language.joins.some(word => words.includes(word)) || /[、&/]/.test(between) || /^\s*,\s*$/.test(between)
}

/** What the sentence puts under the license; the license alone where it does not say. */
function ofLicense(
  hit: Hit,
  sentence: string,
  named: readonly Named[],
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
    return [NAMED.test(sentence.slice(0, hit.start)) ? 'model' : 'license']
  }
  const close = before.filter(one => sentence.slice(one.end, Math.max(one.end, hit.start)).search(/[;；]/) < 0)
  return close.length === 0 ? ['license'] : distinct(close.map(one => one.subject))
}

/** "this work is licensed under": read as the statements of licenses are. */
const isOfAll = (text: string) => readSubject(text, NOBODY).about.join() === 'all'

const NOBODY: Speaker = { name: '', publisher: null, models: [], foreign: () => false }

/** a name with a digit or a hyphen in it, or with capitals inside, is a model's more often than anything else */
const NAMED = /(?<![\w/.-])(?=[\w.-]*(?:-|\d|[a-z][A-Z]))[A-Za-z][\w.-]*[A-Za-z\d]/

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)]
