import { wordsOfTerms } from '../../licenses/account/harmless.ts'
import { isNotice } from '../../licenses/account/notices.ts'
import type { Known } from '../../licenses/known.ts'
import { readSentence } from '../../licenses/sentence.ts'
import type { LicenseClass } from '../../vocabulary.ts'

/** What a sentence that names no license does to what it speaks of. */
export interface Restriction {
  /** what it is called where it is shown */
  readonly name: string
  /** the class of terms that it makes; `unknown` where it was not understood */
  readonly makes: LicenseClass
  /** kinds of the clauses found in it */
  readonly kinds: readonly string[]
}

/** Where a sentence of prose stands. */
export interface Place {
  readonly heading: string
  readonly lead: string
  /** whether it names a license as well */
  readonly named: boolean
  /** whether the weights, or the models, are what it speaks of */
  readonly ofWeights: boolean
  /** words of a picture: they are a name more often than a sentence */
  readonly label?: true
}

/** a heading under which the terms of what is released stand */
const OF_TERMS =
  /\blicen[cs](?:e|es|ing)\b|\bterms\b|\blegal\b|\bconditions of use\b|\b(?:use|usage) (?:polic(?:y|ies)|restrictions?|terms)\b|\b(?:prohibited|unacceptable|forbidden) uses?\b|许可|协议|授权|ライセンス|라이선스|라이센스|лиценз|\b(?:lizenz|licencia|licen[çc]a|licenza)\b/i
/** Whether a heading says that terms follow. */
export const isOfTerms = (heading: string): boolean => OF_TERMS.test(heading)

/** text about a service, a demo or somebody's data, not about the weights */
const NOT_THE_MODEL = /\b(?:demo|service|website|server|api|space|datasets?|images?|videos?|survey|newsletter)\b/i
/** the same, where it is what the sentence speaks of */
const OF_A_SERVICE =
  /^(?:the|this|our|its)? ?(?:\w+ )?(?:demo|service|website|server|api|space|datasets?|images?|videos?|survey|newsletter)\b/i
const THE_MODEL = /\b(?:models?|weights?|checkpoints?)\b|模型|权重/i
/** what something was made for is advice, unless it is for that alone */
const ADVICE = /\b(?:intended|designed|meant|suitable|recommended|aimed|best suited|inferior)\b|旨在/i
const ALONE = /\b(?:only|solely|exclusively|strictly|must|shall|not|no|prohibit\w*|forbid\w*)\b|仅|只|不得|禁止/i
/** without one of these a sentence takes nothing */
const MAY_TAKE =
  /\b(?:only|not|n['’]t|no|never|cannot|must|shall|prohibit\w*|forbid\w*|forbidden|restrict\w*|exclusive\w*|solely|strictly|limited|requir\w*|permission|authori[sz]\w*|consent|contact|apply|request|non-?commercial\w*|except|unless|licen[cs]\w*|agree\w*)\b|不|禁|仅|只|限|须|需|请|非|申请|授权/i
/** below these odds a sentence of prose is not taken for one that takes something */
const MAY_BE = -1
/** what is free for some is not said to be for others */
const FREE_FOR_SOME =
  /\bfree(?:ly)? (?:of charge |to use |available )?(?:for|to) (?:all |any )?(?:\w+ )?(?:research\w*|academi\w*|education\w*|personal|individuals?|students|non-?commercial)\b/i
/** who uses it commercially is told to ask first */
const ASKED =
  /\bcommercial(?:ly| use| usage| purposes?| licens\w+)?\b.{0,80}\b(?:please )?(?:contact|request|apply|register|registration|fill|questionnaire|e-?mail|obtain|reach out|written permission)\b|(?:商用|商业).{0,50}(?:申请|联系|授权|登记|问卷|填写|邮件)/i
/** clauses that a sentence outside of a part on terms may be: what it is for, where, and for whom */
const OF_USE = /^(?:purpose|geo|persons|scale|fee|field\.(?!values))\b/
/** the words of other languages by which non-commercial use, or research, is all that is allowed */
const ELSEWHERE: readonly (readonly [LicenseClass, RegExp])[] = [
  [
    'non-commercial',
    /商用利用(?:は|を)?(?:不可|禁止|できません)|非商用(?:利用)?(?:のみ|に限)|비상업적.{0,12}(?:만|한정)|상업적.{0,10}(?:금지|불가|수 없)|только.{0,30}некоммерческ|некоммерческ.{0,30}только|(?:nur|ausschlie(?:ß|ss)lich).{0,30}nicht-?kommerziell|(?:uniquement|exclusivement).{0,30}non[- ]commercia|(?:solo|[uú]nicamente|exclusivamente|somente|apenas).{0,30}n(?:o|ão) comercia|(?:solo|esclusivamente).{0,30}non commercia/i,
  ],
  ['non-commercial', /研究(?:目的|用途)(?:のみ|に限)|연구.{0,6}(?:목적|용도)으로만|только.{0,30}исследовательск/i],
]

/**
 * How a sentence restricts what may be done with the release, read as the sentences of a license are; null where it
 * does not. Under a heading of terms, or of the weights, one that was not understood is said to be so.
 */
export function restrictionIn(
  sentence: string,
  { heading, lead, named, ofWeights, label }: Place,
  known: Known,
): Restriction | null {
  const text = sentence.slice(0, 800)
  const elsewhere = ELSEWHERE.find(([, pattern]) => pattern.test(text))
  if (elsewhere) return { name: 'a sentence that restricts', makes: elsewhere[0], kinds: [] }
  const underTerms = isOfTerms(heading)
  if (!underTerms && !MAY_TAKE.test(text) && !MAY_TAKE.test(lead)) return null
  if (!underTerms && !ofWeights && !THE_MODEL.test(text)) return null
  if ((underTerms ? OF_A_SERVICE : NOT_THE_MODEL).test(text) && !THE_MODEL.test(text)) return null
  const { bars, makes, harmless, read, takes } = readSentence(text, { heading, lead }, known)
  if ((harmless && bars.length === 0) || known.isApproved?.(text) || isNotice(text, known.knowledge)) return null
  const advised = ADVICE.test(text) && !ALONE.test(text)
  const counts = underTerms || bars.some(({ kind }) => OF_USE.test(kind))
  if (makes && counts && !advised)
    return { name: `a sentence: ${said(bars[0]?.kind, known)}`, makes, kinds: bars.map(({ kind }) => kind) }
  if (ASKED.test(text) && !advised)
    return {
      name: 'a sentence: permission to be asked first',
      makes: 'community-restricted',
      kinds: ['purpose.separate_commercial'],
    }
  if (!underTerms || advised || (label && !ALONE.test(text)) || (read && wordsOfTerms(text, known.knowledge) === 0))
    return null
  if (read && takes < MAY_BE && !FREE_FOR_SOME.test(text)) return null
  // beside the name of a license only what narrows it is more than the name
  return named && !ALONE.test(text) ? null : { name: 'a sentence that was not understood', makes: 'unknown', kinds: [] }
}

const said = (kind: string | undefined, { knowledge }: Known): string =>
  (kind !== undefined && knowledge.clauses.get(kind)?.name.toLowerCase()) || 'restricts'

const APART =
  /\b(?:models?|weights?|checkpoints?)(?:\/\w+)?\b.{0,40}\blicen[cs](?:es?|ing|ed)\b.{0,30}\b(?:var(?:y|ies)|differs?|separately|depends?|individually|by (?:model|version|application))\b|\b(?:weights?|checkpoints?|models?)\b.{0,40}\b(?:have|has|come with|carry) (?:its|their) own licen[cs]es?\b|模型.{0,12}(?:协议|许可).{0,8}(?:各异|不同|单独)/i

/** Whether a sentence says that the weights have terms of their own that are not here. */
export const saysTermsElsewhere = (sentence: string): boolean => APART.test(sentence.slice(0, 800))
