import type { Mode } from '../vocabulary.ts'
import type { Passage } from './clause.ts'
import { askHeading } from './headings.ts'
import { ASK_FIRST, IF_YOU, MEANS, NOT_GRANTED, OR_ELSE, PROHIBITION, READ } from './moods/leads.ts'
import {
  CROSSED,
  DEMANDING,
  FORBIDDING,
  NOT_COVERED,
  OF_OTHERS,
  SAID_AFTER,
  TOLD,
  WORDS,
  type Word,
} from './moods/words.ts'
import { first, has } from './nearby.ts'
import { searchFor } from './patterns/beginnings.ts'

/** The mood of the words at a place: forbidden, owed, allowed or asked for. */
export interface Mood {
  readonly mode: Extract<Mode, 'ban' | 'duty' | 'grant' | 'plea'>
  /** where the governing words stand in the passage; -1 when they stand in the sentence that leads its list */
  readonly at: number
  /** where they end; 0 when they stand in the lead */
  readonly end: number
}

/** Words one of which stands wherever something is banned, for the key-word pass; "t" is the end of "don't". */
export const BAN_WORDS: readonly string[] =
  'not cannot t neither nor no nobody never prohibit forbidden barred banned precluded restricted excluded exclude avoid refrain without breach violation account ends terminates abstain desist excluded nothing out reserved outside ✗ ✘ ❌ 🚫 ⛔ 不 禁 无权 勿'.split(
    ' ',
  )
let search: ReturnType<typeof searchFor> | undefined
/** made when first asked for: a command that reads known texts does without */
const english = (text: string): readonly RegExpExecArray[] => {
  search ??= searchFor(WORDS.map(([, words]) => words))
  return search(text)
}
const CHINESE = new RegExp(WORDS.map(([, , words]) => `(${words.source})`).join('|'), 'g')
const HAN = /[\u4e00-\u9fff]/
/** "if you distribute …, you should" sets a condition; "should" alone advises */
const CONDITION = /\b(?:if|when|where) (?:you|the user|users|licensee)\b/
const anyOf = (...words: readonly Word[]): RegExp => {
  const chosen = WORDS.filter(([word]) => words.includes(word))
  return new RegExp(
    [
      `\\b(?:${chosen.map(([, english]) => english.source).join('|')})`,
      ...chosen.map(([, , chinese]) => chinese.source),
      SAID_AFTER.source,
    ].join('|'),
  )
}
/** Matches, among others, every passage in which something is banned. */
export const BANS = new RegExp(`${anyOf('ban', 'negative').source}|${FORBIDDING.source}|[✗✘❌⛔]|🚫`)
/** Matches, among others, every passage in which something is owed: "should" owes under a condition. */
export const OWES = new RegExp(`${anyOf('duty').source}|\\bshould\\b|${TOLD.source}`)
const AUXILIARY = /^(?:may|can|shall|will|must)$/
/** how far before an act its governing words may stand, in characters: long lists of verbs are usual */
const REACH_BEFORE = 700
const REACH_AFTER = 160

/** the act stands in a clause of its own: "… when you distribute" */
const SUBORDINATE =
  /\b(?:when|where|if|whenever|while|once|after|before) (?:you |it |they |licensee |the user )?(?:re-?)?$/

/** What governs the words at `index` of `passage.lower`, or null if nothing does. Pleas are moods too. */
export function moodAt(passage: Passage, index: number): Mood | null {
  const { own, lead, after } = moodsOf(passage)
  if (!SUBORDINATE.test(passage.lower.slice(Math.max(0, index - 30), index))) {
    let before: Mood | null = null
    for (const mood of own) {
      if (mood.end > index) {
        /* "no rival service may be made with it": the ban begins before the words and ends after them */
        if (mood.mode === 'ban' && mood.at < index && passage.lower.startsWith('no ', mood.at)) before = mood
        break
      }
      before = mood
    }
    if (before && before.at >= index - REACH_BEFORE) {
      /* "you may use it; redistribution is prohibited" says the latter of the latter */
      const own = after && NEXT_CLAUSE.test(passage.lower.slice(before.end, index)) ? saidAfter(passage, index) : null
      /* "the right to host it is reserved to the licensor" grants nothing */
      if (after && own === null && RIGHT.test(passage.lower.slice(before.at, before.end))) {
        const kept = saidAfter(passage, index)
        if (kept !== null && KEPT.test(passage.lower.slice(kept.at, kept.end))) return kept
      }
      return own ?? before
    }
  }
  /* "you agree to: avoid passing it on" */
  if (lead?.mode === 'duty' && TO_AVOID.test(passage.lower)) return UNDER
  return (after ? saidAfter(passage, index) : null) ?? lead ?? underHeading(passage) ?? toldTo(passage, index)
}

/** what one agrees to leave undone, as an item of what one agrees to */
const TO_AVOID = /^(?:[\w -]{3,40}[:.] )?(?:avoid|make no (?:attempt|effort)s?|undertake no|no) \S/
/** a heading that forbids speaks of passages of fewer lines than this */
export const FEW_LINES = 4
const forbidsBelow = askHeading(FORBIDDING)
const UNDER: Mood = { mode: 'ban', at: -1, end: 0 }

const underHeading = (passage: Passage): Mood | null =>
  CROSSED.test(passage.lower) ||
  (passage.endLine - passage.line < FEW_LINES && passage.lower.length < 300 && forbidsBelow(passage))
    ? UNDER
    : null

function toldTo(passage: Passage, index: number): Mood | null {
  const told = passage.language === 'en' ? first(passage.lower, TOLD) : null
  return told && told.index + told[0].length <= index + 12 && index - told[0].length < 200
    ? { mode: 'duty', at: 0, end: 0 }
    : null
}

/** what begins a clause of its own within a sentence */
const NEXT_CLAUSE = /[;；:]|\b(?:but|however|whereas|while)\b|, (?:and|yet)\b|，(?:对|但|而|其他|其余)/

const RIGHT = /^(?:right|licen[cs]e|permission) to/
const KEPT = /reserved|excluded|not (?:granted|conferred)/

function saidAfter(passage: Passage, index: number): Mood | null {
  const said = SAID_AFTER.exec(passage.lower.slice(index, index + REACH_AFTER))
  if (!said || /[;；]|\. /.test(passage.lower.slice(index, index + said.index))) return null
  return { mode: said[2] ? 'duty' : 'ban', at: index + said.index, end: index + said.index + said[0].length }
}

/** Whether the words at `index` are forbidden. */
export const isBanned = (passage: Passage, index: number): boolean => moodAt(passage, index)?.mode === 'ban'

/** Whether the words at `index` are owed. */
export const isOwed = (passage: Passage, index: number): boolean => moodAt(passage, index)?.mode === 'duty'

/** Whether a passage, or the sentence that leads it, forbids or demands anything at all: a quick look before a long one. */
export function holds(passage: Passage, ...modes: readonly Mood['mode'][]): boolean {
  const { own, lead, after } = moodsOf(passage)
  return (
    after ||
    (modes.includes('ban') &&
      (underHeading(passage) !== null || (lead?.mode === 'duty' && TO_AVOID.test(passage.lower)))) ||
    (lead !== null && modes.includes(lead.mode)) ||
    own.some(mood => modes.includes(mood.mode)) ||
    (modes.includes('duty') && passage.language === 'en' && has(passage.lower, TOLD))
  )
}

/** words that lead away from the act: it is part of something else that is forbidden */
const AWAY =
  /\b(?:that|which|who|whose|alleging|pertaining|advertising|publicity|claims?|infring\w*|because|names?|when|if|where|unless|but|about|concerning|regarding|rights?|against|terms|conditions|licen[cs]es?|notices?|except|outputs?|outside|within|well|from)\b|(?<!part(?:y|ies)|others|anyone|person|entity|allow|attempt|permit) to\b/
/** "activities other than distribution are not covered" */
const OTHER_THAN = /\b(?:other than|except(?: for)?|apart from) (?:[\w/]{1,20} ){0,5}$/
/** a ban for some case only, or for whoever cannot keep the terms */
const CONDITIONAL =
  /\b(?:if|unless|otherwise|in the event)\b|(?:若|如果?)[^。；，]{0,8}(?:不接受|不同意|不能|无法)|(?:没有|未|不)(?:保留|附[上带有]|随附|包含)[^。；，]{0,20}，?[^。；，]{0,2}$/

/** Whether the words at `index` are themselves what is forbidden, without a condition, and not part of some other act. */
export function isBannedOutright(passage: Passage, index: number): boolean {
  const mood = moodAt(passage, index)
  if (mood?.mode !== 'ban') return false
  if (mood.at >= index)
    return !CONDITIONAL.test(passage.lower.slice(0, index)) && !OTHER_THAN.test(passage.lower.slice(0, index))
  const before = passage.lower.slice(0, Math.max(mood.at, 0))
  return (
    !CONDITIONAL.test(before) && !has(passage.lead, CONDITIONAL) && !AWAY.test(passage.lower.slice(mood.end, index))
  )
}

interface Moods {
  readonly own: readonly Mood[]
  readonly lead: Mood | null
  /** "is prohibited" or "is required" stands somewhere in the passage */
  readonly after: boolean
}

const NONE: Moods = { own: [], lead: null, after: false }

/** many kinds ask about the same passage */
const read = new WeakMap<Passage, Moods>()

/** Whether a passage tells of the terms of others, which bind nobody here. */
export const isOfOthers = (passage: Passage): boolean => moodsOf(passage) === NONE

function moodsOf(passage: Passage): Moods {
  let moods = read.get(passage)
  if (!moods) {
    moods = has(passage.lower, OF_OTHERS)
      ? NONE
      : { own: moodsIn(passage.lower), lead: leadMood(passage.lead), after: has(passage.lower, SAID_AFTER) }
    read.set(passage, moods)
  }
  return moods
}

/** the items of a list come one after the other and share their lead */
let latest: { readonly lead: string; readonly mood: Mood | null } = { lead: '', mood: null }

function leadMood(lead: string): Mood | null {
  if (lead !== latest.lead) latest = { lead, mood: readLead(lead) }
  return latest.mood
}

function readLead(lead: string): Mood | null {
  const end = lead.slice(-REACH_BEFORE).replace(OR_ELSE, ':')
  if (DEMANDING.test(end)) return { mode: 'duty', at: -1, end: 0 }
  if (FORBIDDING.test(end)) return UNDER
  if (MEANS.test(end)) return null
  if (NOT_COVERED.test(end)) return null
  if (NOT_GRANTED.test(end)) return { mode: 'ban', at: -1, end: 0 }
  if (ASK_FIRST.test(end) && /\b(?:must|shall|need|have to|required|requires?)\b/.test(end))
    return { mode: 'ban', at: -1, end: 0 }
  const moods = moodsIn(end)
  /* "a license, without the right to sublicense, to:" forbids nothing in its list */
  const last = moods.findLast(({ at, end: to }) => !end.startsWith('without', at) || to >= end.trimEnd().length - 2)
  /* "you may distribute it only if you:" demands what its list says */
  if (last?.mode === 'plea' && READ.test(end)) return null
  if (last) return { mode: last.mode === 'grant' && IF_YOU.test(end) ? 'duty' : last.mode, at: -1, end: 0 }
  if (IF_YOU.test(end)) return { mode: 'duty', at: -1, end: 0 }
  if (PROHIBITION.test(end)) return { mode: 'ban', at: -1, end: 0 }
  const said = SAID_AFTER.exec(end)
  return said ? { mode: said[2] ? 'duty' : 'ban', at: -1, end: 0 } : null
}

function moodsIn(text: string): readonly Mood[] {
  const moods = moodsOfMatches(text, english(text))
  if (!HAN.test(text)) return moods
  return [...moods, ...moodsOfMatches(text, text.matchAll(CHINESE))].sort((one, other) => one.at - other.at)
}

/** the groups of a match are the words of `WORDS`, by number */
function moodsOfMatches(text: string, matches: Iterable<RegExpExecArray>): Mood[] {
  const moods: Mood[] = []
  /** where the words after which "may" forbids begin; -1 for none */
  let negative = -1
  for (const match of matches) {
    const word = WORDS[match.findIndex((words, group) => group > 0 && words !== undefined) - 1]?.[0]
    if (word === 'negative') negative = match.index
    if (word === undefined || word === 'negative' || word === 'none') continue
    /* "nobody owns it: you may use it" begins anew */
    const turned = negative >= 0 && AUXILIARY.test(match[0]) && !/[:;]/.test(text.slice(negative, match.index))
    const owed = match[0] === 'should' && CONDITION.test(text.slice(0, match.index))
    moods.push({ mode: turned ? 'ban' : owed ? 'duty' : word, at: match.index, end: match.index + match[0].length })
    if (word !== 'ban') negative = -1
  }
  return moods
}
