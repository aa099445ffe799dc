import { isCircumstance } from './circumstance.ts'
import type { Passage } from './clause.ts'
import { askHeading } from './headings.ts'
import { BANS, holds, isOfOthers, moodAt } from './mood.ts'
import { FORBIDDING, NOT_COVERED } from './moods/words.ts'
import { every, first, has } from './nearby.ts'

/** "Prohibited uses include:" governs its list without a verb */
const PROHIBITED_LIST =
  /\b(?:prohibited|restricted|forbidden|banned|disallowed|impermissible|unacceptable)\b[^.:]{0,60}\b(?:uses?|purposes?|activities|actions|applications|conduct|content|behaviou?r|practices)\b|\buse[- ](?:based )?restrictions?\b|\b(?:uses?|activities) (?:that )?(?:is|are) (?:strictly )?(?:prohibited|forbidden|restricted|not (?:allowed|permitted)|off[- ]limits|ruled out|excluded)\b|\b(?:uses?|applications?|activities|purposes|practices) (?:that )?(?:is|are) (?:strictly )?(?:off[- ]limits|out of bounds|ruled out|excluded|banned|barred)\b|\b(?:uses?|activities|purposes) not (?:permitted|allowed)\b|同意不(?:会)?(?:以|将|使用|用)|禁止(?:的)?(?:用途|行为|使用|用于|内容)|(?:使用)?限制用途|不得用于|\b(?:prohibited|restricted|forbidden|excluded) (?:sectors?|fields?|industries|domains?)\b|\b(?:prohibited|forbidden|banned|not (?:allowed|permitted)) [|:]|^\W*(?:\d+[.)]? )?(?:strictly|absolutely|expressly|explicitly) (?:prohibited|forbidden|banned)\b/
/** who bears the risk, what the work is fit for, what a government buys: nothing is forbidden */
const NO_BAN =
  /\b(?:cannot|can't|does not|do not|is not|are not|isn't|not) (?:intended to )?(?:replace|substitute|(?:be )?a (?:substitute|replacement) for|an alternative to)\b[^.;]{0,40}\b(?:professional\w*|medical|legal|human|experts?|expertise|doctors?|qualified|advice|judge?ment)\b|\bnot (?:be |been )?(?:designed|intended|manufactured|tested|fault[- ]tolerant|suitable|recommended|licensed for use in)\b|\bat (?:your|its|their) own risk\b|\b(?:not|no circumstances?|no (?:legal )?theory)\b[^.;]{0,80}\bliable\b|\bno event\b|\bdfars?\b|\bfar \d|\bcommercial (?:computer software|items?)\b|\bwarrant(?:y|ies) (?:of|that|for)\b|\bdisclaims?\b|不承担|(?:不能|无法)(?:替代|代替|取代)/
const OUT_OF_SCOPE = /\bout[- ]of[- ]scope\b|\bintended use|\blimitations\b/
const isUnderList = askHeading(PROHIBITED_LIST)
const isOutOfScope = askHeading(OUT_OF_SCOPE)

const FORBIDS =
  /不得|禁止|严禁|不应|不可(?!能)|勿|不允许|不许|不准|无权|您|你们|用户|使用者|被许可方|不能(?:用于|将)|用途|限制/
/** "you may … only if you do not use it for …", and terms that are defined to be shut out elsewhere */
const CONDITION_NOT =
  /\b(?:you|licensees?|users?) (?:do |does |are )?not (?:us(?:e|ed|ing)|exploit|engage|appl(?:y|ied))\b|\b(?:is|are) not (?:used|misused|employed|deployed|applied)(?= (?:for|in|to|by|as|with|on)\b)|\b(?:as long as|so long as|provided(?: that)?|on condition that|only if) (?:you|they|it|the \w+) (?:do not|don't|does not|doesn't|never|is not|are not|isn't|aren't)\b/
/** "您同意不以下述方式使用": the agreement is a ban */
const AGREE_NOT_ZH = /同意不(?:会)?(?:以|将|使用|用)[^。]*$/
const DEFINES_FORBIDDEN =
  /"?\b(?:excluded|prohibited|restricted|forbidden|competing|impermissible|unpermitted) (?:purposes?|uses?|activit(?:y|ies))"? (?:shall )?(?:means?|includes?)\b/

const RELATIVE =
  /\b(?:acts?|activit(?:y|ies)|anything|applications?|behaviou?r|conduct|content|information|manner|models?|products?|programs?|purposes?|services?|software|systems?|tools?|us(?:es?|age)|ways?|works?) (?:that|which) $/

/** Matches, among others, every passage that could forbid anything, its lead or its heading. */
export const MAY_FORBID = new RegExp(
  [BANS, PROHIBITED_LIST, CONDITION_NOT, DEFINES_FORBIDDEN, FORBIDDING].map(({ source }) => source).join('|'),
)

/** many kinds ask about the same passage */
const known = new WeakMap<Passage, boolean>()

/** Whether a passage could forbid anything: a quick look that most passages fail. */
export const mayForbid = (passage: Passage): boolean => {
  let may = known.get(passage)
  if (may === undefined) {
    const { lower: text } = passage
    may =
      (holds(passage, 'ban') ||
        has(text, PROHIBITED_LIST) ||
        has(passage.lead, PROHIBITED_LIST) ||
        isUnderList(passage) ||
        has(text, CONDITION_NOT) ||
        has(text, FORBIDDING) ||
        has(text, DEFINES_FORBIDDEN)) &&
      !has(text, NO_BAN) &&
      !has(text, NOT_COVERED) &&
      !isOfOthers(passage) &&
      /* what a model cannot do is no ban */
      (passage.language === 'en' || has(text, FORBIDS) || has(passage.lead, FORBIDS))
    known.set(passage, may)
  }
  return may
}

/**
 * Where in a passage something is forbidden by the passage or by what leads its list; -1 when nothing is. As an `object`
 * it may be what another forbidden act is done to: "acts that disturb public order".
 */
export const forbiddenAt = (passage: Passage, words: RegExp, as: 'act' | 'object' = 'act'): number => {
  if (!mayForbid(passage)) return -1
  const { lower: text } = passage
  const isIt = as === 'act' ? isForbiddenAct : isForbidden
  let from = 0
  for (let tries = 0; tries < 8; tries++) {
    const match = words.exec(from === 0 ? text : text.slice(from))
    if (match === null) return -1
    const at = from + match.index
    if (isIt(passage, at)) return at
    from = at + Math.max(1, match[0].length)
  }
  return -1
}

/** Whether the words at a place are themselves what is forbidden, and no circumstance of another forbidden act. */
export const isForbiddenAct = (passage: Passage, at: number): boolean =>
  isForbidden(passage, at) && !isCircumstance(passage, at)

/** Whether the words at a place are a use that is forbidden. */
export const isForbidden = (passage: Passage, at: number): boolean => {
  if (!mayForbid(passage)) return false
  const { lower: text } = passage
  const before = text.slice(Math.max(0, at - 260), at)
  if (AGREE_NOT_ZH.test(before)) return true
  if (CONDITION_NOT.test(text.slice(Math.max(0, at - 260), at + 14)) || DEFINES_FORBIDDEN.test(before)) return true
  const mood = moodAt(passage, at)
  /* "any act that may endanger": what an act may do is not what one may do */
  if (
    (mood?.mode === 'grant' || mood?.mode === 'duty') &&
    mood.at > 0 &&
    RELATIVE.test(text.slice(Math.max(0, mood.at - 24), mood.at))
  )
    return isForbidden(passage, mood.at - 2)
  if (mood !== null && mood.at >= 0) return mood.mode === 'ban'
  if (mood?.mode === 'ban') return true
  if (has(passage.lead, PROHIBITED_LIST) || PROHIBITED_LIST.test(text.slice(Math.max(0, at - 200), at)))
    return !isOutOfScope(passage)
  /* a list right under "Prohibited uses" */
  return (
    mood === null &&
    passage.lead === '' &&
    isUnderList(passage) &&
    text.length < 400 &&
    passage.line === passage.endLine
  )
}

/** acts of use */
const USE =
  /\b(?:(?:mis)?us(?:e|es|ed|ing|age)|clon(?:e|ing)|generation|creation|production|dissemination|engag(?:e|es|ing)|permit|assist|allow|applied|deploy\w*|exploit\w*|utili[sz]e\w*|employ(?:ed|ing)?|appl(?:y|ying|ications?)|generat(?:e|es|ed|ing)|creat(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|spread\w*|direct(?:ed)?|put (?:in)?to|serve|conduct|facilitat\w+|promot\w+|run|operat\w+|do(?:ing)?|make|making|scam|harass|impersonat(?:e|ing)|deceive|profiling|attempts?|purposes?)\b|使用|用于|从事|利用|用途|生成|制作|传播|实施|\b(?:uses this|defraud|stalk)\b/g

/** "by using it you agree not to:", for a list to finish */
const OPEN_BAN = /\b(?:agrees? not|not|never|refrain(?:ing)? from|prohibited from)(?: to)?: ?$/

/** Where in a passage a use is forbidden; -1 where none is. */
export const forbiddenUse = (passage: Passage): number => {
  const open = first(passage.lower, OPEN_BAN)
  if (open !== null && isForbidden(passage, passage.lower.length - 1)) return open.index
  let tries = 0
  for (const match of every(passage.lower, USE)) {
    if (tries++ > 8) return -1
    if (isForbidden(passage, match.index)) {
      const mood = moodAt(passage, match.index)
      return mood !== null && mood.at >= 0 && mood.at < match.index ? mood.at : match.index
    }
  }
  return -1
}
