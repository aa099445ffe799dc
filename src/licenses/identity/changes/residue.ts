import { anyOf } from '../../../text/patterns.ts'
import type { ResidueReading } from '../../../vocabulary.ts'

/**
 * How words that were added to a known text read: a permission, a plea, a notice, a disclaimer, or a condition. What
 * could bind the reader is a condition; only a text that plainly does something else is anything else.
 */

/** Phrases with a binding word that do not bind: they disclaim, or widen. */
const HARMLESS = [
  /\bin no event (?:shall|will)\b/g,
  /\b(?:shall|will|can|may)(?: not|not) be (?:held )?(?:liable|responsible)\b/g,
  /\bnot (?:be )?(?:liable|responsible)\b|\bunless required by (?:applicable )?law\b/g,
  /\b(?:included|including),? (?:but )?(?:not limited to|without limitation)\b/g,
  /\bwithout (?:any )?(?:restriction|limitation|warrant(?:y|ies)|guarantees?)s?\b/g,
  /\bwithout (?:any )?(?:conditions? of any kind)s?\b/g,
  /\bno (?:express |implied )?(?:warrant(?:y|ies)|guarantees?|liability)\b/g,
  /\bnot (?:provide|make|give|offer) (?:any )?(?:warrant(?:y|ies)|guarantees?)\b|\broyalty[- ]free\b/g,
  /\bfree of charge\b|\b(?:without|no) (?:fee|charge|royalt(?:y|ies))\b/g,
  /\b(?:is|are) not (?:required|obligat(?:ed|ory)|necessary)\b|\bneed not\b/g,
  /\b(?:does|do) not (?:apply|limit|restrict|reduce)\b|\bif (?:you|they) agree\b/g,
]

/** Words that forbid or demand, in English. */
const BINDS = anyOf(
  /\b(?:shall|must|may not|nobody|no one|noone|can ?not|can't|do(?:es)? not|don't)\b/,
  /\b(?:not (?:be )?(?:use|used|sell|sold|permitted|allowed|distribute|distributed|for|intended|licensed|granted))\b/,
  /\b(?:prohibit(?:s|ed|ion)?|forbid(?:s|den)?|disallow(?:s|ed)?|only|solely|exclusively)\b/,
  /\b(?:provided that|provided,? however|on condition|contingent|require[sd]?|requirements?)\b/,
  /\b(?:requiring|obligat(?:ed|ion|ions)|ha(?:s|ve) to|need(?:s|ed)? (?:to|a|an)|agree(?:s|d)?)\b/,
  /\b(?:undertake|refrain|comply|compliance|consent|approval|permission (?:of|from|is required))\b/,
  /\b(?:non-?commercial(?:ly)?|commercial(?:ly)?)\b/,
  /\b(?:academic|research|educational|personal) (?:uses?|purposes?|research)\b/,
  /\b(?:internal|evaluation|private|scholarly) (?:uses?|purposes?|research)\b/,
  /\b(?:for (?:academic|research|educational|personal|evaluation)|revenue|monthly active)\b/,
  /\b(?:royalt(?:y|ies)|pay(?:s|ment|able)?|purchase|terminat(?:e|es|ed|ion)|revok(?:e|es|ed|able))\b/,
  /\b(?:cease|indemnif(?:y|ies|ication)|compet(?:e|ing|itor|itors)|military|surveillance|unlawful)\b/,
  /\b(?:illegal|request a license|apply for|obtain (?:a|an|our|written|prior)|contact us (?:for|to))\b/,
  /\b(?:prevail|supersede[sd]?|prominently|display|copyleft|reserve[sd]? the right)\b/,
)

/** Words that narrow; in a sentence about liability they narrow the liability. */
const NARROWS = anyOf(
  /\b(?:no (?:right|license|permission|part|one|use|other|person|commercial|derivative)|nor|neither)\b/,
  /\b(?:never|without|restrict(?:s|ed|ion|ions)?|except|exclud(?:e|es|ed|ing)|unless|until)\b/,
  /\b(?:condition(?:s|ed|al)?|subject to|limited to|responsible for|authoriz(?:ation|ed by)|fees?)\b/,
  /\b(?:govern(?:s|ed))\b/,
)

/** The same in other languages: Chinese first, then single strong words of some others. */
const BINDS_ELSEWHERE = anyOf(
  /必须|必需|不得|不可|不能|不许|不允许|禁止|严禁|禁用|仅|只能|只可|只限|应当|应该|应在|应向|须|需要|需在|需向|非商|商业|商用|除非|除外|限于|限制|限定|同意|遵守|义务|要求/,
  /终止|撤销|授权申请|申请|付费|收费|なければ|禁止|のみ|てはならない|商用|금지|해야|만 |상업|запрещ|долж|только/,
  /\b(?:doit|doivent|interdit[es]?|uniquement|seulement|sous réserve|ne peut|nicht|muss|müssen|nur)\b/,
  /\b(?:verboten|untersagt|darf|debe[n]?|prohibid[oa]s?|s[oó]lo|solamente|únicamente|no puede)\b/,
  /\b(?:deve[m]?|proibid[oa]s?|somente|apenas|vietat[oi]|soltanto|solo)\b/,
)

const PLEA = anyOf(
  /\bwe (?:would |kindly |only |just |also |strongly |highly |greatly |politely |merely ){0,2}(?:ask)\b/,
  /\bwe (?:would |kindly |only |just |also |strongly |highly |greatly |politely |merely ){0,2}(?:request)\b/,
  /\bwe (?:would |kindly |only |just |also |strongly |highly |greatly |politely |merely ){0,2}(?:encourage)\b/,
  /\bwe (?:would |kindly |only |just |also |strongly |highly |greatly |politely |merely ){0,2}(?:hope)\b/,
  /\bwe (?:would |kindly |only |just |also |strongly |highly |greatly |politely |merely ){0,2}(?:appreciate)\b/,
  /\bwe (?:would |kindly |only |just |also |strongly |highly |greatly |politely |merely ){0,2}(?:invite)\b/,
  /\bwe (?:would |kindly |only |just |also |strongly |highly |greatly |politely |merely ){0,2}(?:recommend)\b/,
  /\bwe (?:would |kindly |only |just |also |strongly |highly |greatly |politely |merely ){0,2}(?:suggest)\b/,
  /\b(?:is|are) (?:strongly )?(?:encouraged|welcome|invited|requested)\b/,
  /\bwould (?:be )?appreciate[d]?\b|\bplease\b|\bkindly\b|建议|鼓励|希望|恳请|欢迎|请引用|感谢/,
)

const GRANTS = anyOf(
  /\bpermission(?: is)?(?: hereby)? (?:granted|given)\b|\b(?:hereby )?grants?\b|\bgranted\b/,
  /\byou (?:may|can|are free to)\b/,
  /\bmay (?:also )?(?:be )?(?:used?|cop(?:y|ied)|modif(?:y|ied)|distributed?|freely)\b/,
  /\b(?:is|are) (?:permitted|allowed|free to)\b|\bfree(?:ly)? (?:to|for|use)\b|\bpermits?\b|\ballows?\b/,
  /\bredistribution and use\b|\bfor any purpose\b|\bdedicate[sd]?\b|\bpublic domain\b|可以|允许|授予|许可您|免费/,
)

const DISCLAIMS = anyOf(
  /\b(?:liab(?:le|ility|ilities)|warrant(?:y|ies|ed)|as[- ]is|merchantability|damages?)\b/,
  /\b(?:disclaim(?:s|ed|er|ers)?|at your own risk|no responsibility|guarantees?d?|fitness for)\b/,
  /\b(?:non-?infringement)\b|免责|不承担|责任|担保|保证/,
)

/** Letters outside Latin, Greek and Chinese: a language whose binding words are not known here. */
const UNREAD = /[\u0400-\u1fff\u3040-\u30ff\uac00-\ud7a3]{2}/

const straight = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\s*_>`#|]+/g, ' ')
    .toLowerCase()

/** Sentences; a decimal point ends none. */
const sentences = (text: string): readonly string[] => text.split(/[.;!?](?=\s|$)|[。；！？]/)

function readSentence(sentence: string): ResidueReading {
  const open = HARMLESS.reduce((rest, words) => rest.replace(words, ' '), sentence)
  if (BINDS.test(open) || BINDS_ELSEWHERE.test(open) || UNREAD.test(open)) return 'condition'
  if (DISCLAIMS.test(sentence)) return 'disclaimer'
  if (NARROWS.test(open)) return 'condition'
  if (PLEA.test(sentence)) return 'plea'
  if (GRANTS.test(sentence)) return 'permission'
  return 'notice'
}

/** the heaviest first: a stretch reads as the heaviest of its sentences */
const WEIGHT = ['condition', 'plea', 'permission', 'disclaimer', 'notice'] as const

/** Reads words in English or Chinese; other languages read as a condition where a word of theirs may bind. */
export function readResidue(words: string): ResidueReading {
  let heaviest: number = WEIGHT.length - 1
  for (const sentence of sentences(straight(words))) {
    heaviest = Math.min(heaviest, WEIGHT.indexOf(readSentence(sentence)))
    if (heaviest === 0) break
  }
  return WEIGHT[heaviest] ?? 'notice'
}

/** Whether a sentence gives a right: taking words out of it takes a right away. */
export const grantsRight = (words: string): boolean => GRANTS.test(straight(words))
