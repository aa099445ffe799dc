import type { ClaimSubject } from '../../knowledge/claim-language.ts'
import type { Tongue } from '../languages.ts'
import { placesOf } from '../whose/names.ts'

/** characters between a part and the name of what it is a part of */
const OWNED = { spaced: 40, unspaced: 6 }

/** The release's own names stand for its model. */
export function withNames(
  named: readonly NamedPart[],
  text: string,
  names: readonly string[],
  tongue: Tongue,
): readonly NamedPart[] {
  const own = placesOf(text, names).flatMap(({ start, end }) => {
    const taken = named.some(one => one.start < end && one.end > start)
    // "the training code of Wren"
    const owned = named.findLast(one => one.end <= start && start - one.end < OWNED.spaced)
    const part = owned !== undefined && !isJoint(text.slice(owned.end, start), tongue)
    // "Wren's code", "the Wren source code", "Wren 的代码"
    const next = named.find(one => one.start >= end)
    const between = next === undefined ? '' : text.slice(end, next.start)
    const whose =
      next !== undefined && HAD.has(next.subject) && (tongue.spaced ? OF_NEXT.test(between) : isInRow(between))
    return taken || part || whose ? [] : [{ subject: 'model' as const, start, end }]
  })
  return own.length === 0 ? named : [...named, ...own].sort((one, other) => one.start - other.start)
}

/** between an owner and what it has */
const OF_NEXT = /^(?:['’]s?\s|\s)$/
/** the phrase itself, masked, is no word between them */
const isInRow = (between: string) => !between.includes('\u0001') && /^[^，。；：、,;:]{0,12}$/.test(between)

/** what a model is said to have, and is not */
const HAD = new Set<ClaimSubject>(['code', 'training-code', 'data', 'output', 'weights', 'license'])

/** The parts of a release that a text names, without those that only tell whose another is. */
export function subjectsIn(text: string, tongue: Tongue): NamedPart[] {
  const { subjects } = tongue
  const all: NamedPart[] = []
  for (const { subject, words } of subjects) for (const place of words.all(text)) all.push({ subject, ...place })
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
  { subject, start, end }: NamedPart,
  before: NamedPart | undefined,
  after: NamedPart | undefined,
  text: string,
  { of, spaced }: Tongue,
): boolean {
  if (subject !== 'model' && subject !== 'weights') return false
  // "the assistant data": a noun right before a part tells whose it is
  if (spaced && after && OWNABLE.has(after.subject) && text.slice(end, after.start) === ' ') return true
  const part = spaced ? before : after
  if (part === undefined || !OWNABLE.has(part.subject)) return false
  const between = spaced ? text.slice(part.end, start) : text.slice(end, part.start)
  return (
    between.length <= (spaced ? OWNED.spaced : OWNED.unspaced) && of.test(between) && !/[,;:.，；：、]/.test(between)
  )
}

/** parts of a release that belong to its model */
const OWNABLE = new Set<ClaimSubject>(['code', 'training-code', 'data'])

/** A noun of a sentence that is a part of a release, and where it stands. */
export interface NamedPart {
  readonly subject: ClaimSubject
  readonly start: number
  readonly end: number
}

/** A noun and those joined to it, onward or backward. */
export function joined(
  list: readonly NamedPart[],
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

/**
 * "datasets for training, and the code is open": another clause; "the open weights and the code": one with its own
 * article.
 */
function isList(between: string, step: 1 | -1, { spaced, language }: Tongue): boolean {
  if (!spaced) return true
  const words = (between.toLowerCase().match(/[\p{L}&]+/gu) ?? []).filter(word => !language.joins.includes(word))
  return words.length <= (step > 0 ? 1 : 2) && !words.some(word => language.ends.includes(word))
}

/**
 * "an open-source model training framework": of nouns in a row, with nothing but words between them, the last is meant.
 */
export function headOf(list: readonly NamedPart[], sentence: string, { spaced, stop, language }: Tongue): number {
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

/** Whether what stands between two nouns joins them: "and", a comma. */
export function isJoint(between: string, { language, spaced }: Tongue): boolean {
  const words = spaced ? between.toLowerCase().split(/\s+/) : [...language.joins].filter(word => between.includes(word))
  return language.joins.some(word => words.includes(word)) || /[、&/]/.test(between) || /^\s*,\s*$/.test(between)
}
