import type { Knowledge } from '../../knowledge/knowledge.ts'
import { licensesMentionedIn, type ResolvedLicense, resolveId, resolveName } from '../../names/index.ts'
import { once } from '../../once.ts'
import { LICENSE, tokensOf } from '../../wordings/tokens.ts'
import { isOpenClass } from '../class.ts'
import { isElsewhere, isTermsPlace } from './free.ts'
import { harmlessKind, isOfTerms, wordsOfTerms } from './harmless.ts'
import { beginsNotice, isNames } from './holders.ts'

/** longer than a line with many holders and their addresses */
const LONGEST_NOTICE = 400
/** words of the name of a work in a title, besides its size ("8B") */
const MOST_OF_NAME = 2
/** longer than any title */
const LONGEST_TITLE = 120

const titleWords = once(({ notices: { titles, parts } }: Knowledge) => {
  const set = (words: readonly string[]) => new Set(words.flatMap(word => tokensOf(word).map(token => token.word)))
  return {
    fields: new Set(parts.fields),
    terms: set(titles.terms),
    titles: set(titles.words),
    neverTitles: set(titles.never),
  }
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
  const { titles, neverTitles } = titleWords(knowledge)
  const mentions = licensesMentionedIn(text, knowledge)
  const licenses = mentions.map(({ start, end }) => ({ start, end, token: '{license}' }))
  const rest = tokensOf(text, licenses).filter(
    ({ word, start, end }) =>
      !titles.has(word) &&
      (!/^\{(?:license|date|number|address|file)\}$/.test(word) || (word === '{number}' && end - start > LONGEST_WORD)),
  )
  const elsewhere = isElsewhere(knowledge)
  const leads = tokensOf(text).some(
    ({ word, start, end }) => /^\{(?:address|file)\}$/.test(word) && elsewhere(text.slice(start, end)),
  )
  if (leads) return undefined
  const sized = rest.filter(({ word }) => /^\d/.test(word)).length
  const isName = rest.every(
    ({ word, capital, start, end }) =>
      (capital || /^\d{1,4}\D{0,2}$/.test(word)) &&
      !neverTitles.has(word) &&
      !isRunTogether(text.slice(start, end), knowledge),
  )
  const named = rest.length > sized && rest.length - sized <= MOST_OF_NAME && isName && mentions.length === 0
  if (rest.length > 0 && (!named || wordsOfTerms(rest.map(({ word }) => word).join(' '), knowledge) > 0))
    return undefined
  const [first] = mentions
  return first === undefined ? null : resolveName(first.spelled, knowledge)
}

/** longer words are several, and so are those of a few beginnings in capitals */
const LONGEST_WORD = 20
const SHORTEST_WITHIN = 5

/** Whether what is written as a word is several, of which one is of terms: "NoCommercialUse". */
function isRunTogether(word: string, knowledge: Knowledge): boolean {
  if (word.length > LONGEST_WORD) return true
  if (word.length < 2 * SHORTEST_WITHIN) return false
  for (let from = 0; from + SHORTEST_WITHIN <= word.length; from++)
    for (let to = from + SHORTEST_WITHIN; to <= word.length; to++)
      if (to - from < word.length && isOfTerms(word.slice(from, to), knowledge, ['binding', 'topics'])) return true
  return false
}

/** Whether words name a license or a file of terms, or are the title of terms: "MIT License, trial version". */
export function namesTerms(words: string, knowledge: Knowledge): boolean {
  if (licensesMentionedIn(words, knowledge).length > 0) return true
  const { terms } = titleWords(knowledge)
  const isTitle = !SENTENCE.test(words)
  return tokensOf(words).some(({ word, start, end }) =>
    /^\{(?:file|address)\}$/.test(word) ? isTermsPlace(knowledge)(words.slice(start, end)) : isTitle && terms.has(word),
  )
}
const SENTENCE = /[.!?。！？]["'”’)）]*\s*$/

/** Whether a line of a file with several licenses says whose part follows: "LICENSE FOR FooNet". */
export const isPartHeading = (line: string, knowledge: Knowledge): boolean => {
  const [, part = ''] = PART_HEADING.exec(line) ?? []
  return part !== '' && (isWork(part, knowledge) || wordsOfTerms(part.replace(OF_PART, ''), knowledge) === 0)
}
const PART_HEADING = /^[\s\W]{0,80}(?:licen[cs]es?|notices?|for|the licen[cs]e)(?: (?:for|of|from))? ([^.;!?]{1,60})$/i
const OF_PART = /licen[cs]es?|software|code/gi

/** Whether words are the name of a work and nothing else: "Harbor Research TideNet", with a word no language has. */
function isWork(words: string, knowledge: Knowledge): boolean {
  const named = tokensOf(words.replace(OF_PART, ''))
  const never = new Set(knowledge.notices.holders.never)
  const isName = named.every(({ word, capital }) => capital && !never.has(word))
  return isName && named.some(({ start, end }) => /\p{Ll}\p{Lu}|\d/u.test(words.slice(start, end)))
}

const NUMBERED =
  /^\s*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[IVX]{1,5}\.|§\s?\d{1,2}|第[一二三四五六七八九十\d]{1,3}[条章节])\s+[^.;:!?。；：！？]{2,60}$/u
/** words of the heading of a section */
const MOST_OF_HEADING = 8

/** Whether a line is the numbered heading of a section, with no word that terms are made of: "4. Definitions". */
export const isSectionHeading = (line: string, knowledge: Knowledge): boolean =>
  NUMBERED.test(line) && tokensOf(line).length <= MOST_OF_HEADING && wordsOfTerms(line, knowledge) === 0

/** "Files: https://…", "License: BSD": what an entry of a list of parts says of one */
const FIELD = /^[\s\W]{0,10}(\p{L}[\p{L} ]{1,30})[:：]\s*(\S.{0,200})$/u
/** words of the name of a part */
const MOST_OF_PART = 4

/**
 * Whether lines are an entry of a list of others' parts: its name, or none, then who holds it, where it is and which
 * open license it has, each on a line. Where that license is named, or another entry goes before, a link may lead to
 * any text: it is that part's own license.
 */
export function isPartOfOthers(lines: readonly string[], follows: boolean, knowledge: Knowledge): boolean {
  const [first = '', ...rest] = lines
  const isNamed = lines.some(
    line => isFieldOfPart(line, false, knowledge) && licensesMentionedIn(line, knowledge).length > 0,
  )
  const isOwn = (line: string): boolean => isFieldOfPart(line, follows || isNamed, knowledge)
  const isField = (line: string): boolean =>
    isNotice(line, knowledge) || isOwn(line) || harmlessKind(line, knowledge) === 'notice'
  const isName = tokensOf(first).length <= MOST_OF_PART && wordsOfTerms(first, knowledge) === 0
  return lines.some(isOwn) && (isField(first) || isName) && rest.every(isField)
}

function isFieldOfPart(line: string, follows: boolean, knowledge: Knowledge): boolean {
  const [, key = '', value = ''] = FIELD.exec(line) ?? []
  const { fields, titles } = titleWords(knowledge)
  if (!fields.has(key.trim().toLowerCase())) return false
  const licenses = licensesMentionedIn(value, knowledge).map(({ id, start, end }) => ({
    id,
    start,
    end,
    token: LICENSE,
  }))
  if (licenses.some(({ id }) => !isOpenClass(resolveId(id, null, knowledge)?.class ?? 'unknown'))) return false
  const elsewhere = isElsewhere(knowledge)
  return tokensOf(value, licenses).every(
    ({ word, start, end }) =>
      word === LICENSE ||
      titles.has(word) ||
      (/^\{(?:address|file|date|number)\}$/.test(word) && (follows || !elsewhere(value.slice(start, end)))),
  )
}

/** The value of an SPDX tag; null where the line is none. */
export const tagOf = (line: string): string | null => {
  const value = /^\W{0,20}SPDX-License-Identifier:(.{1,200})$/i.exec(line.trim())?.[1]
  return value === undefined ? null : value.replace(/(?:\*\/|-->)$/, '').trim()
}

/** Whether a license that was found is one that is named, or of a family that is: "BSD License" over its third one. */
export const sameLicense = (found: ResolvedLicense, named: ResolvedLicense): boolean =>
  found.id === named.id ||
  (found.spdx !== null && found.spdx === named.spdx) ||
  (named.family && found.class === named.class && found.id.startsWith(`${named.id}-`))

/** Whether a tag gives a license, alone or as a choice. */
export function tagNames(tag: string, license: ResolvedLicense): boolean {
  const names = new Set([license.id, license.spdx, ...(license.known?.spdx ?? [])].map(id => id?.toLowerCase()))
  return tag
    .replace(/[()]/g, ' ')
    .split(/\s+or\s+/i)
    .some(
      one =>
        names.has(one.trim().toLowerCase()) ||
        names.has(
          one
            .trim()
            .toLowerCase()
            .replace(/-(?:only|or-later)$/, ''),
        ),
    )
}
