import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import { tokensOf } from '../../wordings/tokens.ts'
import { mentionsIn, type ResolvedLicense, resolveName } from '../names.ts'
import { isElsewhere } from './free.ts'
import { wordsOfTerms } from './harmless.ts'
import { beginsNotice, isNames } from './holders.ts'

/** longer than a line with many holders and their addresses */
const LONGEST_NOTICE = 400
/** words of the name of a work in a title, besides its size ("8B") */
const MOST_OF_NAME = 2
/** longer than any title */
const LONGEST_TITLE = 120

const wordsOf = once(({ notices: { titles } }: Knowledge) => {
  const set = (words: readonly string[]) => new Set(words.flatMap(word => tokensOf(word).map(token => token.word)))
  return { titles: set(titles.words), neverTitles: set(titles.never) }
})

/** Whether a line is a copyright notice and nothing else: marks, years, names, and words that stand for holders. */
export function isNotice(line: string, knowledge: Knowledge): boolean {
  return line.length <= LONGEST_NOTICE && beginsNotice(line, knowledge) && isNames(line, knowledge)
}

/** The license that a title names, `null` where it names none; `undefined` where the line is no title. */
export function titleOf(line: string, knowledge: Knowledge): ResolvedLicense | null | undefined {
  const text = line.trim()
  if (text === '' || text.length > LONGEST_TITLE) return undefined
  const resolved = resolveName(text.replace(/^[#*=\s]+|[#*=\s:]+$/g, ''), knowledge)
  if (resolved) return resolved
  const { titles, neverTitles } = wordsOf(knowledge)
  const mentions = mentionsIn(text, knowledge)
  const licenses = mentions.map(({ start, end }) => ({ start, end, token: '{license}' }))
  const rest = tokensOf(text, licenses).filter(
    ({ word }) => !titles.has(word) && !/^\{(?:license|date|number|address|file)\}$/.test(word),
  )
  const elsewhere = isElsewhere(knowledge)
  const leads = tokensOf(text).some(
    ({ word, start, end }) => /^\{(?:address|file)\}$/.test(word) && elsewhere(text.slice(start, end)),
  )
  if (leads) return undefined
  const sized = rest.filter(({ word }) => /^\d/.test(word)).length
  const isName = rest.every(({ word, capital }) => (capital || /^\d/.test(word)) && !neverTitles.has(word))
  const named = rest.length > sized && rest.length - sized <= MOST_OF_NAME && isName && mentions.length === 0
  if (rest.length > 0 && (!named || wordsOfTerms(rest.map(({ word }) => word).join(' '), knowledge) > 0))
    return undefined
  const [first] = mentions
  return first === undefined ? null : resolveName(first.spelled, knowledge)
}

/** Whether a line of a file with several licenses says whose part follows: "LICENSE FOR FooNet". */
export const isPartHeading = (line: string, knowledge: Knowledge): boolean =>
  /^[\s\W]{0,80}(?:licen[cs]es?|notices?|for|the licen[cs]e)(?: (?:for|of|from))? [^.;!?]{1,60}$/i.test(line) &&
  wordsOfTerms(line.replace(/licen[cs]es?|software|code/gi, ''), knowledge) === 0

/** The value of an SPDX tag; null where the line is none. */
export const tagOf = (line: string): string | null => {
  const value = /^\W{0,20}SPDX-License-Identifier:(.{1,200})$/i.exec(line.trim())?.[1]
  return value === undefined ? null : value.replace(/(?:\*\/|-->)$/, '').trim()
}
