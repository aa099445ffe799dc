import type { Passage } from './clause.ts'
import { askHeading } from './headings.ts'
import { has } from './nearby.ts'

/** what a condition says is not done */
export const FORGOES: RegExp = /\b(?:do|does) not\b|\bdon't\b|\bdoesn't\b|不(?:将|把|会|向|对|再|以|擅自|私自)/
const ON_CONDITION =
  /\b(?:as long as|so long as|provided(?:,? that)?|on (?:the )?condition(?: that)?|only if|(?:under|on|if) the following (?:terms|conditions))\b/
/** "… you do not", right before what is not done */
const YOU_DO_NOT =
  /\b(?:you|they|i|we|users?|licensees?|it) (?:do not|does not|don't|doesn't) (?:[\w-]+,? (?:or |nor |and )?){0,5}$/
const ELSEWHERE = /\b(?:that|which|have|need|want|know|if|unless|without|because|when)\b/
/** "本人承诺：不将数据提供给第三方" */
const PROMISED_ZH = /承诺|保证|同意|遵守/
const WILL_NOT_ZH =
  /(?:^|[，；。、：\s])(?:本人|我们|我方|乙方|申请人)?(?:将|也|均)?不(?:将|把|会|向|对|再|以|擅自|私自)[^，；。]{0,30}$/
const isPromised = askHeading(PROMISED_ZH)
const isUnderConditions = askHeading(/\bconditions?\b|\brequirements?\b|\bas long as\b|\bprovided\b/)

/**
 * Whether the words at a place are what one leaves undone as the price of a permission: "you may use it as long as you
 * do not sell it", or an item "you do not sell it" under conditions.
 */
export function isForgone(passage: Passage, at: number): boolean {
  const before = passage.lower.slice(Math.max(0, at - 240), at)
  if (passage.language === 'zh')
    return (
      WILL_NOT_ZH.test(before) && (PROMISED_ZH.test(passage.lead) || isPromised(passage) || PROMISED_ZH.test(before))
    )
  const said = YOU_DO_NOT.exec(before)
  if (said === null || ELSEWHERE.test(said[0])) return false
  const from = before.slice(0, said.index)
  if (ON_CONDITION.test(from)) return true
  return /^\W*$/.test(from) && (has(passage.lead, ON_CONDITION) || isUnderConditions(passage))
}
