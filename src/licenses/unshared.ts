import { promisedByLicensor } from './actor.ts'
import type { ClauseContext, FoundClause, Passage } from './clause.ts'
import { governing } from './enumerated.ts'
import { isForgone, isRuledOut } from './forgone.ts'
import { hasHeading } from './headings.ts'
import { isBanned, isBannedOutright, moodAt } from './mood.ts'
import { has, type Run, run, runs } from './nearby.ts'
import { clauseAt } from './parts.ts'
import {
  BARE_ITEM,
  BE_SHARED,
  BY_OTHERS,
  CONDITIONAL,
  CONSENT,
  ELSE,
  EXCEPT_FIRST,
  EXPORT,
  IN_COMMERCE,
  IN_PART,
  ITEM,
  LISTED,
  NEXT_VERB,
  PURPOSE,
  SHARE,
  THE_LICENSE,
  UNLESS,
  WORK,
} from './sharing.ts'

/** An item of what is forbidden or withheld that names the sharing alone. */
export function itemOf(passage: Passage): FoundClause | null {
  const text = passage.lower
  const item = passage.lead === '' && !hasHeading(passage) ? null : run(text, 0, ITEM)
  if (
    item &&
    isBannedOutright(passage, 0) &&
    (!UNLESS.test(text) || CONSENT.test(text) || /\bwithout auth/.test(text)) &&
    !ELSE.test(text)
  )
    return { mode: 'ban', at: 0, parameters: { scope: /\bwithout\b/.test(text) ? 'without consent' : 'all' } }
  const named = passage.lead === '' ? null : run(text, 0, BARE_ITEM)
  if (named && moodAt(passage, text.length - 1)?.mode === 'ban')
    return { mode: 'ban', at: 0, parameters: { scope: 'all' } }
  const listed = run(text, 0, LISTED)
  return listed ? { mode: 'ban', at: listed.start, parameters: { scope: 'all' } } : null
}

/** what opens a door is kept from others, whatever the license */
const OF_ENTRY = /^(?:\W|your )*(?:accounts?|tokens?|seats?|keys?|tickets?)\b/

/** "the dataset cannot be passed on" */
export function keptFrom(passage: Passage): FoundClause | null {
  const text = passage.lower
  if (has(text, OF_ENTRY)) return null
  for (const kept of runs(text, 60, WORK, BE_SHARED)) {
    const place = kept.parts[1]?.at ?? kept.start
    const after = text.slice(place, kept.end + 100)
    if (ELSE.test(text.slice(kept.start, kept.end)) || UNLESS.test(after) || CONDITIONAL.test(text.slice(0, place)))
      continue
    if (PURPOSE.test(after) || has(text, EXCEPT_FIRST)) continue
    /* "your data will not leave our servers" */
    if (/\byour (?:\w+ )?$/.test(text.slice(0, kept.start))) continue
    /* "it cannot be redistributed by us" */
    if (/^ by (?:us|me|the authors|our)\b/.test(text.slice(kept.end))) continue
    if (/\bnot\b/.test(kept.parts[1]?.words ?? '') || isBanned(passage, kept.end - 1))
      return { mode: 'ban', at: kept.start, parameters: { scope: 'all' } }
  }
  return null
}

/** Chinese names the work first: "上述内容均不得发布" */
export function sharedZh(passage: Passage): FoundClause | null {
  const text = passage.lower
  const chinese = passage.language === 'zh' ? run(text, 24, WORK, SHARE) : null
  const place = chinese?.parts[1]?.at ?? 0
  if (
    chinese &&
    (isForgone(passage, place) ||
      (isBannedOutright(passage, place) &&
        (isBannedOutright(passage, chinese.start) || !/[，；。]/.test(text.slice(chinese.start, chinese.end))))) &&
    !PURPOSE.test(clauseAt(text.slice(0, chinese.end), chinese.start)) &&
    !ELSE.test(text.slice(chinese.start, chinese.end + 14)) &&
    (!has(text, UNLESS) || has(text, CONSENT))
  )
    return { mode: 'ban', at: chinese.start, parameters: { scope: has(text, CONSENT) ? 'without consent' : 'all' } }
  return null
}

/** "you may not transfer this agreement or any right under it" */
const OF_THE_LICENSE =
  /^\w+ (?:this|the|such) (?:agreement|contract|licen[cs]e)\b|\bany rights?\b[^.;]{0,20}\bunder it$/

/** "you cannot charge for, sell or take donations for the source": a price is barred */
const CHARGED = /\bcharg(?:e|ing) (?:for|a fee|money)\b[^.;]{0,30}$/

/** Whether what is said of sharing is part of something else: a kind of commerce, the license itself, what the licensor cannot do. */
const isAside = (text: string, found: Run): boolean =>
  IN_COMMERCE.test(text.slice(0, found.start)) ||
  CHARGED.test(text.slice(0, found.start)) ||
  (found.parts[1]?.words === 'it' && THE_LICENSE.test(text.slice(0, found.start))) ||
  /\bby (?:us|me|ourselves)\b/.test(text.slice(found.start, found.end + 12)) ||
  OF_THE_LICENSE.test(text.slice(found.start, found.end))

/** "you may not distribute the model": the sharing is ruled out, and by nothing that only narrows how it is done */
export function sharedOutright(passage: Passage, context: ClauseContext): FoundClause | null {
  const text = passage.lower
  for (const found of runs(text, 130, SHARE, WORK)) {
    if (isAside(text, found)) continue
    if (!isRuledOut(passage, found.start)) continue
    const banned = moodAt(passage, found.start)?.at ?? 0
    if (promisedByLicensor(passage, context, banned) || has(text, EXPORT)) continue
    if (banned > found.end && BY_OTHERS.test(text.slice(found.start, banned))) continue
    if (has(text, EXCEPT_FIRST) && !CONSENT.test(text.slice(0, 60))) continue
    const own = text.slice(found.end).search(NEXT_VERB)
    const said = own < 0 ? text : text.slice(0, found.end + own)
    if (PURPOSE.test(governing(said, found.start)) || has(passage.lead, PURPOSE)) continue
    const after = text.slice(found.start, found.end + 140)
    /* "the toolkit, in whole or in part, or its art as stand-alone files" */
    const whole = IN_PART.test(text.slice(found.end))
    if (!whole && UNLESS.test(after) && !CONSENT.test(after)) continue
    if (ELSE.test(text.slice(found.start, found.end + (passage.language === 'zh' ? 10 : 0)))) continue
    return { mode: 'ban', at: found.start, parameters: { scope: CONSENT.test(after) ? 'without consent' : 'all' } }
  }
  return null
}
