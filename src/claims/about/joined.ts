import type { ClaimSubject } from '../../knowledge/claim-language.ts'
import type { Tongue } from '../languages.ts'

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
