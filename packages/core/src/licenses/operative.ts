import { anyOf } from '../text/patterns.ts'
import type { FoundClause } from './clause.ts'

/** the number of an item */
const ITEM = String.raw`^(?:[a-z\d]{1,3}[.)] ?)?`
const QUOTED = String.raw`["'“「《][^"'”」》]{1,60}["'”」》]`
/** `"Model" means …`, `“衍生模型”是指…` */
const DEFINES = new RegExp(
  String.raw`${ITEM}${QUOTED}(?:\s*(?:or|and|,|、|或)\s*${QUOTED})*[\s*]*(?:\([^()]{0,80}\)\s*)?`,
  'u',
)
const MEANS = new RegExp(
  '^(?:shall |also |each |collectively )*' +
    '(?:means?|refers? to|is defined as|is|are|stands for|是指|系指|意指|指|包括|:)',
  'i',
)

/** What a definition says that its term means; null of any other sentence. */
export function meaningIn(sentence: string): string | null {
  const [term] = DEFINES.exec(sentence) ?? []
  const [means, ...rest] = sentence.slice(term?.length ?? 0).split(MEANS, 2)
  return term !== undefined && means === '' ? rest.join(' ') : null
}

/** "Reservation of Rights.", "存续和终止。" */
const RUN_IN = anyOf(
  /^\p{Lu}[\p{L}-]{2,}(?: (?:\p{Lu}[\p{L}-]+|of|and|to|for|the|in|by|&)){0,5}[.:]$/u,
  /^[\p{Script=Han}、]{2,12}[。：]$/u,
)

/** the work, or its terms */
const THINGS = [
  '(?:models?|materials?|works?|outputs?|software|documentation|weights|derivatives?|agreement|license|content|policy)',
  '(?:模型|材料|作品|输出|协议|文档|软件|权重|衍生)',
].join('|')
const THING = new RegExp(
  String.raw`${ITEM}["'“「《](?:(?:licensed|ai|the|许可) ?)?(?:${THINGS}|licensors?|we|us|许可[人方]|我们)` +
    String.raw`(?: (?:derivatives?|works?|materials?|products?)|\p{Script=Han}{0,3})["'”」》]`,
  'iu',
)
/** "For clarity, outputs are not deemed derivatives": what goes on with a definition */
const CLARIFIES = new RegExp(
  '^(?:for (?:clarity|the sake of clarity|(?:the )?avoidance of doubt),? |(?:为(?:清楚|明确)起见|为避免疑义)[，,])' +
    `(?:the )?(?:${THINGS}).{0,120}(?:deemed|considered|includ|视为|包括|属于)`,
  'is',
)

/** what makes whoever goes on a party */
const ACCEPTS = /^(?:by\b|通过|一旦|凡).{0,300}(?:\bagree|\baccept|\bbound\b|同意|接受)/is
/** what a party then agrees to: the terms, and nothing more */
const AGREED = anyOf(
  new RegExp(
    '(?:agreed? to|bound by|accept(?:ed)?) (?:(?:the|all|of|these|this|terms|conditions|content|and) ){0,8}' +
      String.raw`(?:agreement|terms|license|conditions)(?:, which is effective immediately)?\.?$`,
    'i',
  ),
  /(?:同意|接受)(?:本|该|此)(?:许可)?(?:协议|条款)(?:的(?:全部)?(?:内容|条款))?(?:[，,]本协议立即生效)?。?$/,
)

const COMMANDS = anyOf(
  /\b(?:must|shall|cannot|only|solely|exclusively|required|obligated|prohibited|forbidden)\b/i,
  /\b(?:may|will|do|can|agree) not\b|\b(?:is|are) not (?:permitted|allowed|authori[sz]ed|granted)\b|\bagree to\b/i,
  /必须|应当|应|须|不得|禁止|不可|仅|只能/,
)
const NARROWS = anyOf(
  /\b(?:not|non|exclud\w*|except|limited to|other than|(?:less|more|fewer) than|within|outside|until)\b/i,
  /不包括|除外|以外|限|非|除/,
)

/** Whether a sentence says what a term means, and commands nothing. */
export function onlyDefines(sentence: string): boolean {
  const meaning = CLARIFIES.test(sentence) ? sentence : meaningIn(sentence)
  return meaning !== null && !COMMANDS.test(meaning) && (meaning === sentence || !NARROWS.test(meaning))
}

/** Whether what a sentence defines is the work, its terms or who gives it, and no other person, purpose or place. */
export const definesThing = (sentence: string): boolean => THING.test(sentence)

/** Whether a sentence is a heading that stands before its text. */
export const isRunIn = (sentence: string): boolean => RUN_IN.test(sentence) && !COMMANDS.test(sentence)

/** Whether a sentence makes whoever goes on a party, and commands nothing else. */
export const onlyAccepts = (sentence: string): boolean =>
  ACCEPTS.test(sentence) && AGREED.test(sentence) && !COMMANDS.test(sentence.replace(/\bagree to\b/gi, ''))

/**
 * How well a sentence shows what is asked: one that commands it, or whose list does, is before one that commands
 * something, and both are before what only tells; then come definitions, and headings and sentences by which terms are
 * accepted.
 */
export function standing(
  { text, lead = '' }: { readonly text: string; readonly lead?: string },
  { mode, at = 0, end = at }: Partial<Pick<FoundClause, 'mode' | 'at' | 'end'>> = {},
): number {
  if (ACCEPTS.test(text) || isRunIn(text.replace(/^[a-z\d]{1,3}[.)] /, ''))) return 0
  if (meaningIn(text) !== null) return 1
  if (mode === 'definition') return 2
  if (COMMANDS.test(lead) || COMMANDS.test(text.slice(Math.max(0, at - BEFORE), end))) return 4
  return COMMANDS.test(text) ? 3 : 2
}
/** letters before words in which what commands them stands */
const BEFORE = 60
