import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import { tokensOf } from '../../wordings/tokens.ts'
import { mentionsIn, type ResolvedLicense, resolveName } from '../names.ts'
import { wordsOfTerms } from './harmless.ts'

/** longer than a line with many holders and their addresses */
const LONGEST_NOTICE = 400
/** longer than any title */
const LONGEST_TITLE = 120

const wordsOf = once((knowledge: Knowledge) => {
  const { holders, titles } = knowledge.notices
  const set = (words: readonly string[]) => new Set(words.flatMap(word => tokensOf(word).map(token => token.word)))
  const list = (words: readonly string[]) => words.map(word => word.toLowerCase())
  return {
    begins: list(holders.begins),
    joins: set(holders.joins),
    groups: set(holders.groups),
    institutions: set(holders.institutions),
    never: new Set(holders.never),
    neverHan: holders.never.filter(word => /[\u4e00-\u9fff]/.test(word)),
    titles: set(titles.words),
  }
})

/** Whether a line begins as a copyright notice does. */
export const beginsNotice = (line: string, knowledge: Knowledge): boolean => {
  const start = line.replace(/^[^\p{L}©℗(]{0,40}(?:\((?!c\)))?/iu, '').toLowerCase()
  return wordsOf(knowledge).begins.some(word => start.startsWith(word))
}

/** Whether a line is a copyright notice and nothing else: marks, years, names, and words that stand for holders. */
export function isNotice(line: string, knowledge: Knowledge): boolean {
  return line.length <= LONGEST_NOTICE && beginsNotice(line, knowledge) && isNames(line, knowledge)
}

/** Whether words are names, with years and addresses among them. */
export function isNames(text: string, knowledge: Knowledge): boolean {
  const { joins, groups, institutions, never, neverHan } = wordsOf(knowledge)
  if (neverHan.some(word => text.includes(word))) return false
  let last = ''
  for (const { word, start, end } of tokensOf(text)) {
    const before = last
    last = word
    if (/^\{(?:address|mail|date|number|file)\}$/.test(word)) continue
    if (never.has(word)) return false
    if (word === 'for') {
      if (!institutions.has(before)) return false
      continue
    }
    // with a capital somewhere, or of letters that have none
    const written = text.slice(start, end)
    const isName = /[\p{Lu}\d]/u.test(written) || !/\p{Ll}/u.test(written)
    if (!isName && !joins.has(word) && !groups.has(word)) return false
  }
  return true
}

/** The license that a title names, `null` where it names none; `undefined` where the line is no title. */
export function titleOf(line: string, knowledge: Knowledge): ResolvedLicense | null | undefined {
  const text = line.trim()
  if (text === '' || text.length > LONGEST_TITLE) return undefined
  const resolved = resolveName(text.replace(/^[#*=\s]+|[#*=\s:]+$/g, ''), knowledge)
  if (resolved) return resolved
  const { titles } = wordsOf(knowledge)
  const mentions = mentionsIn(text, knowledge)
  const named = mentions.map(({ start, end }) => ({ start, end, token: '{license}' }))
  const rest = tokensOf(text, named).filter(
    ({ word }) => !titles.has(word) && !/^\{(?:license|date|number|address)\}$/.test(word),
  )
  if (rest.length > 0) return undefined
  const [first] = mentions
  return first === undefined ? null : resolveName(first.spelled, knowledge)
}

/** Whether a line of a file with several licenses says whose part follows: "LICENSE FOR FooNet". */
export const isPartHeading = (line: string, knowledge: Knowledge): boolean =>
  /^[\s\W]{0,80}(?:licen[cs]es?|notices?|for|the licen[cs]e)(?: (?:for|of|from))? [^.;!?]{1,60}$/i.test(line) &&
  wordsOfTerms(line.replace(/licen[cs]es?|software|code/gi, ''), knowledge) === 0

/** The value of an SPDX tag; null where the line is none. */
export const tagOf = (line: string): string | null =>
  /^\W*SPDX-License-Identifier:\s*(.{1,200}?)\s*(?:\*\/|-->)?\s*$/i.exec(line)?.[1] ?? null
