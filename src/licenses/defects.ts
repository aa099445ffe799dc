import type { ClauseContext, Passage } from './clause.ts'
import { contextOf } from './clauses/definitions.ts'
import { quoteFrom } from './clauses/quote.ts'
import { attend, every, first, has } from './nearby.ts'

/** A flaw of drafting: a blank left in, an attachment that is promised and not there, two sentences that cannot both hold. */
export interface Defect {
  readonly kind: 'placeholder' | 'attachment' | 'contradiction'
  readonly says: string
  readonly line: number
  readonly endLine: number
  readonly quote: string
}

const PLACEHOLDERS: readonly RegExp[] = [
  /\[ ?(?:the )?(?:[a-z]+ ){0,2}(?:name|number|address|jurisdiction|territory|effective date)\]/,
  /\[ ?(?:insert|your|todo|tbd|fill|url|link|hyperlink|date|name of (?!copyright owner)|company|licensor|model|email|address|state|jurisdiction|country|xx+|contact|support|e-?mail|placeholder|\?{2,}|_{2,}|\.{3,}|●)[^\][]{0,60}\]/,
  /\[[^\][]{0,40}\b(?:tbd|to be (?:added|determined|completed|inserted|filled|supplied|agreed)(?: (?:in|by) [\w ]{1,30})?|here)\]/,
  /<(?:insert|your|todo|tbd|url|link|name|company|date)[^<>]{0,40}>/,
  /\{\{[^{}]{1,40}\}\}/,
  /\b(?:of|by|in|is) (?:the )?(?:, |[.]$)/,
  /\bxx{2,}\b(?!\.)|\btbd\b|\b(?:lorem ipsum|todo:)/,
  /copyright (?:\(c\) |© )?(?:\[(?:year|yyyy|fullname)\]|<year>|\{year\})/,
  /\[(?:待定|插入|填写|此处)[^\][]{0,20}\]|（待定）|【(?:待|插入|填)[^】]{0,20}】/,
]
/** the part of a license that shows how to apply it holds blanks on purpose */
const TEMPLATE =
  /^(?:appendix:? ?)?how to (?:apply|use)\b|\bboilerplate notice\b|\bto apply (?:this|the) [\w .-]{0,40}licen[cs]e\b|\bfollowing (?:template|boilerplate)\b/
/** a line of a form is for whoever signs to fill in */
const FORM_FIELD =
  /^\W{0,4}(?:your |full |contact |legal |academic )*(?:name|institution|position|e-?mail|affiliation|date|signature|title|address|organi[sz]ation|phone|department|supervisor|country)(?: address| number)?\W{0,4}[:：]/
/** the line from which a text shows how to apply it */
const templateIn = (passages: readonly Passage[]): number =>
  passages.find(({ lower }) => has(lower, TEMPLATE))?.line ?? Number.POSITIVE_INFINITY

/** The blank a passage still holds, and where. */
export const placeholderIn = (passage: Passage, context: ClauseContext): { says: string; at: number } | null => {
  const text = passage.lower
  if (!has(text, /[[<{【（]|xxx|tbd|todo|lorem|of (?:, |\.$)/)) return null
  if (has(text, FORM_FIELD)) return null
  for (const pattern of PLACEHOLDERS) {
    const match = first(text, pattern)
    if (match === null) continue
    if (passage.line >= context.once(templateIn)) return null
    return {
      says: `a blank is left in: ${passage.text.slice(match.index, match.index + match[0].length)}`,
      at: match.index,
    }
  }
  return null
}

const REFERS =
  /\b(attachment|exhibit|annex|schedule|appendix) ?("?[a-f]"?|[ivx]{1,3}|\d)\b(?!\.\d)|(附件|附录|附表)\s?([一二三四五六七八九十\d]|[a-f]\b)/g
const labelOf = (match: RegExpMatchArray): string =>
  match[1] === undefined ? `${match[3] ?? ''}${match[4] ?? ''}` : `${match[1]} ${(match[2] ?? '').replaceAll('"', '')}`

/** "the voice supplement, including schedule a": what another document holds */
const OF_ANOTHER =
  /\b(?:supplement|addendum|(?:licen[cs]e|agreement|policy|terms)),? (?:including|with|and) (?:its |the )?$|\b(?:its|their|whose) $/
const OF_THE_LICENSE = /^ ?,? of (?:the|that) (?:[\w-]+ ){0,3}(?:licen[cs]e|agreement)\b/
/** whether a text sums up the license of another work */
const tellsOfAnother = (passages: readonly Passage[]): boolean =>
  passages.some(({ lower }) => has(lower, /\b(?:agree to|under|of|by|with) that (?:licen[cs]e|agreement)\b/))

/** An attachment that a passage refers to and that stands nowhere in the text. */
export const missingAttachmentIn = (passage: Passage, context: ClauseContext): { says: string; at: number } | null => {
  if (!has(passage.lower, /attachment|exhibit|annex|schedule|appendix|附件|附录|附表/)) return null
  for (const match of every(passage.lower, REFERS)) {
    const label = labelOf(match)
    if (startsWith(passage.lower, label)) continue
    const elsewhere =
      /\b(?:of|to|in) (?:the|that|such|your) (?:[\w-]+ ){0,3}(?:directive|regulation|act|agreement with|treaty|convention)\b|^[^.;]{0,30} (?:of|at|in|under) <?https?:/
    if (elsewhere.test(passage.lower.slice(match.index, match.index + 80))) continue
    if (context.once(startsOf).has(label)) continue
    if (OF_ANOTHER.test(passage.lower.slice(0, match.index))) continue
    if (OF_THE_LICENSE.test(passage.lower.slice(match.index + match[0].length)) && context.once(tellsOfAnother))
      continue
    return {
      says: `${passage.text.slice(match.index, match.index + match[0].length)} is referred to and is not in the text`,
      at: match.index,
    }
  }
  return null
}

/** the attachments that have a heading or paragraph of their own in a text */
const startsOf = (passages: readonly Passage[]): ReadonlySet<string> =>
  new Set(
    passages.flatMap(({ lower }) => {
      const first = lower.slice(0, 30).replace(/["'(]/g, '').matchAll(REFERS).next()
      return first.done || first.value.index > 4 ? [] : [labelOf(first.value)]
    }),
  )

const startsWith = (text: string, label: string): boolean => {
  const start = text.slice(0, label.length + 4).replace(/["'(]/g, '')
  return start.startsWith(label)
}

/** a sentence that forbids, or that speaks of what the work makes, is no opposite */
const ASIDE = /\b(?:not|nor|without|outputs?|unless|consent)\b/
const OPPOSITES: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /(?<![a-z-])revocable\b(?! by law)|(?<!不)可撤销/,
    /\birrevocable\b[^.;]{0,120}\b(?:licen[cs]e|rights?|grants?)\b|\b(?:licen[cs]e|rights?|grants?)\b[^.;]{0,120}\birrevocable\b|不可撤销/,
    'the grant is called revocable here and irrevocable elsewhere',
  ],
  [
    /\bnon-?sub-?licen[cs]able\b|不可再许可|不可转授权/,
    /(?:right|licen[cs]e|permission|may|to) [^.;]{0,120}\bsub-?licen[cs]e\b(?! or)|(?<!不)可再许可/,
    'the grant is called non-sublicensable here and lets one sublicense elsewhere',
  ],
  [
    /\b(?:only|solely|exclusively) for (?:[\w-]+ ){0,3}non-?commercial\b|\bcommercial use is (?:strictly )?(?:prohibited|forbidden|not (?:allowed|permitted))\b|禁止商用|不得用于商业/,
    /\b(?:including|for any|free for|permits?|allows?|both) (?:[\w-]+ ){0,4}(?<!non-)commercial (?:use|purposes?)\b|可免费商用|允许商用/,
    'commercial use is barred here and allowed elsewhere',
  ],
]

/** Blanks left in, attachments not there, and sentences that contradict each other. */
export const readDefects = (text: string, passages: readonly Passage[]): readonly Defect[] => {
  const context = contextOf(passages)
  const rawLines = text.split('\n')
  const defects: Defect[] = []
  const missing = new Set<string>()
  for (const [place, passage] of passages.entries()) {
    attend(passages, place, passage)
    const blank = placeholderIn(passage, context)
    if (blank !== null)
      defects.push({ kind: 'placeholder', says: blank.says, ...quoteFrom(rawLines, passage, blank.at) })
    const attachment = missingAttachmentIn(passage, context)
    if (attachment !== null && !missing.has(attachment.says.toLowerCase())) {
      missing.add(attachment.says.toLowerCase())
      defects.push({ kind: 'attachment', says: attachment.says, ...quoteFrom(rawLines, passage, attachment.at) })
    }
  }
  for (const [one, other, says] of OPPOSITES) {
    const here = passages.find((passage, place) => {
      attend(passages, place, passage)
      return has(passage.lower, one) && !has(passage.lower, /\b(?:patent|trademark|third[- ]part)/)
    })
    if (
      here === undefined ||
      !passages.some(
        passage =>
          passage !== here &&
          passage.language === here.language &&
          other.test(passage.lower) &&
          !one.test(passage.lower) &&
          !has(passage.lower, ASIDE),
      )
    )
      continue
    defects.push({ kind: 'contradiction', says, ...quoteFrom(rawLines, here, here.lower.search(one)) })
  }
  return defects
}
