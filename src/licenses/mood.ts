import type { Mode } from '../vocabulary.ts'
import type { Passage } from './clause.ts'
import { has } from './nearby.ts'
import { searchFor } from './patterns/beginnings.ts'

/** The mood of the words at a place: forbidden, owed, allowed or asked for. */
export interface Mood {
  readonly mode: Extract<Mode, 'ban' | 'duty' | 'grant' | 'plea'>
  /** where the governing words stand in the passage; -1 when they stand in the sentence that leads its list */
  readonly at: number
  /** where they end; 0 when they stand in the lead */
  readonly end: number
}

type Word = 'ban' | 'duty' | 'grant' | 'plea' | 'none' | 'negative'

/**
 * The words that set a mood, most specific first: English ones begin at a word, Chinese ones anywhere. `negative` turns
 * the next "may" into a ban ("neither you nor any affiliate may"); `none` is a phrase that holds such a word without
 * its mood ("may not apply", "is not limited to").
 */
const WORDS: readonly (readonly [Word, RegExp, RegExp])[] = [
  [
    'none',
    /(?:may|shall|will|do|does|must|should) not (?:apply|be liable|be responsible|be held|be construed|be deemed|limit|restrict|prohibit|prevent|preclude|forbid|affect|be limited|be required|be obligated|be interpreted|constitute)\b|(?:is|are|be) not (?:limited to|required|obligated|obliged|prohibited)\b|not (?:only|limited to)\b|if (?:you|licensee) (?:do not|does not|cannot|can not|may not|fail)\b|nothing in (?:this|these)\b/,
    /不限于|不得迟于|不承担|无需|不需要|只需|如需|若需|不必|无须|不影响|不可撤销|不可转让|不可再许可|不可转授权|不可抗力/,
  ],
  [
    'ban',
    /(?:may|shall|must|will|can|could) (?:also )?not\b|(?:may|shall|must|will|can) neither\b|(?:may|shall|must|can) never\b|(?<=^|[.;:,)] |\b(?:please|then|and|or) )(?:do not|don't|never) (?=[a-z])|(?:cannot|can't|won't|mustn't|shan't)\b|not (?:be )?(?:permitted|allowed|authorized|authorised|entitled|licensed)(?: to)?\b|does not (?:grant|give|convey|permit|allow|authorize|include)(?: you| licensee)?(?: the| any| a)?(?: rights?| licen[cs]e| permission)?(?: to)?\b|(?:agree|agrees|undertake|undertakes|covenant|covenants) not to\b|(?<=\band |; |\) )not (?:to )?(?=[a-z])|agrees? to not\b|(?:prohibited|precluded|barred|restricted|excluded) from\b|refrain from\b|no attempts? to\b|(?:forbidden|prohibited) (?:to|uses?)\b|(?:license|agreement|policy|terms) prohibits?\b|no (?:rights?|license|permission)(?: is granted)? to\b|without (?:the |any )?right to\b|not have (?:the |any )?(?:right|permission)\b/,
    /不得|(?:承诺|同意|保证)不|禁止|严禁|不可以|不允许|不应|不能|不许|不准|不可|无权|勿/,
  ],
  [
    'negative',
    /neither\b|nor\b|no one\b|nobody\b|no (?:person|recipient|licensee|user|part|portion|copy|copies|outputs?|third party)\b|in no event\b|under no circumstances?\b/,
    /任何人不/,
  ],
  [
    'plea',
    /encouraged? to\b|encourages\b|encourage (?:you|users?|everyone|anyone|others|the|all|licensees?|people)\b|(?:we|also|strongly) encourage\b|(?:only|kindly) ask\b|ask (?:that|you)\b|please\b|recommend(?:ed|s)?\b|(?:are|is) invited to\b|would appreciate\b|we hope\b|kindly\b|should\b/,
    /建议|鼓励|希望|呼吁|恳请|欢迎|(?<![申聘邀])请(?!求)/,
  ],
  [
    'duty',
    /(?:shall|must|will|has to|have to|needs? to|agrees? to|undertakes? to)\b|(?:is|are|be) (?:required|obligated|obliged) to\b|as a condition\b/,
    /应当|必须|务必|有义务|须(?!知)|(?<![相响对供适反])应(?![用答急对付收])|需要|(?<![所必])需(?!求)/,
  ],
  [
    'grant',
    /(?:may|can)\b|(?:is|are) (?:permitted|allowed|free|entitled|authorized|authorised|licensed) to\b|grants?\b|(?:right|license|licence|permission|freedom) to\b|reserves? the right\b/,
    /可以|允许|有权|授予|(?<![许认])可(?![能靠见])/,
  ],
]

/** Words one of which stands wherever something is banned, for the key-word pass; "t" is the end of "don't". */
export const BAN_WORDS: readonly string[] =
  'not cannot t neither nor no nobody never prohibit forbidden barred banned precluded restricted excluded refrain without 不 禁 无权 勿'.split(
    ' ',
  )
/** The same for what is owed; "should" owes under a condition. */
export const DUTY_WORDS: readonly string[] =
  'shall must will has have need needs agree undertake required obligat obliged condition should mandatory 应 须 务必 有义务 需'.split(
    ' ',
  )

const english = searchFor(WORDS.map(([, words]) => words))
const CHINESE = new RegExp(WORDS.map(([, , words]) => `(${words.source})`).join('|'), 'g')
const HAN = /[\u4e00-\u9fff]/
/** said after the act: "redistribution is strictly prohibited" */
const SAID_AFTER =
  /\b(?:is|are|be|being) (?:strictly |expressly |hereby |also )?(?:(prohibited|forbidden|barred|banned|not permitted|not allowed|not authorized|not licensed)|(required|mandatory|obligatory))\b|(严格禁止|被禁止|是禁止的)/
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
export const BANS = anyOf('ban', 'negative')
/** Matches, among others, every passage in which something is owed: "should" owes under a condition. */
export const OWES = new RegExp(`${anyOf('duty').source}|\\bshould\\b`)
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
      if (mood.end > index) break
      before = mood
    }
    if (before && before.at >= index - REACH_BEFORE) return before
  }
  if (after) {
    const said = SAID_AFTER.exec(passage.lower.slice(index, index + REACH_AFTER))
    if (said)
      return { mode: said[2] ? 'duty' : 'ban', at: index + said.index, end: index + said.index + said[0].length }
  }
  return lead
}

/** Whether the words at `index` are forbidden. */
export const isBanned = (passage: Passage, index: number): boolean => moodAt(passage, index)?.mode === 'ban'

/** Whether the words at `index` are owed. */
export const isOwed = (passage: Passage, index: number): boolean => moodAt(passage, index)?.mode === 'duty'

/** Whether a passage, or the sentence that leads it, forbids or demands anything at all: a quick look before a long one. */
export function holds(passage: Passage, ...modes: readonly Mood['mode'][]): boolean {
  const { own, lead, after } = moodsOf(passage)
  return after || (lead !== null && modes.includes(lead.mode)) || own.some(mood => modes.includes(mood.mode))
}

/** words that lead away from the act: it is part of something else that is forbidden */
const AWAY =
  /\b(?:that|which|who|whose|alleging|pertaining|advertising|publicity|claims?|infring\w*|because|names?|when|if|where|unless|but|about|concerning|regarding|rights?|against|terms|conditions|licen[cs]es?|notices?|except|outputs?|outside|within|well|from)\b|(?<!part(?:y|ies)|others|anyone|person|entity|allow|attempt|permit) to\b/
/** a ban for some case only, or for whoever cannot keep the terms */
const CONDITIONAL = /\b(?:if|unless|otherwise|in the event)\b/

/** Whether the words at `index` are themselves what is forbidden, without a condition, and not part of some other act. */
export function isBannedOutright(passage: Passage, index: number): boolean {
  const mood = moodAt(passage, index)
  if (mood?.mode !== 'ban') return false
  if (mood.at >= index) return !CONDITIONAL.test(passage.lower.slice(0, index))
  const before = passage.lower.slice(0, Math.max(mood.at, 0))
  return (
    !CONDITIONAL.test(before) && !CONDITIONAL.test(passage.lead) && !AWAY.test(passage.lower.slice(mood.end, index))
  )
}

interface Moods {
  readonly own: readonly Mood[]
  readonly lead: Mood | null
  /** "is prohibited" or "is required" stands somewhere in the passage */
  readonly after: boolean
}

/** many kinds ask about the same passage */
const read = new WeakMap<Passage, Moods>()

function moodsOf(passage: Passage): Moods {
  let moods = read.get(passage)
  if (!moods) {
    moods = { own: moodsIn(passage.lower), lead: leadMood(passage.lead), after: has(passage.lower, SAID_AFTER) }
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
  const end = lead.slice(-REACH_BEFORE)
  const moods = moodsIn(end)
  /* "a license, without the right to sublicense, to:" forbids nothing in its list */
  const last = moods.findLast(({ at, end: to }) => !end.startsWith('without', at) || to >= end.trimEnd().length - 2)
  if (last) return { mode: last.mode, at: -1, end: 0 }
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
  let negative = false
  for (const match of matches) {
    const word = WORDS[match.findIndex((words, group) => group > 0 && words !== undefined) - 1]?.[0]
    if (word === 'negative') negative = true
    if (word === undefined || word === 'negative' || word === 'none') continue
    const turned = negative && AUXILIARY.test(match[0])
    const owed = match[0] === 'should' && CONDITION.test(text.slice(0, match.index))
    moods.push({ mode: turned ? 'ban' : owed ? 'duty' : word, at: match.index, end: match.index + match[0].length })
    if (word !== 'ban') negative = false
  }
  return moods
}
