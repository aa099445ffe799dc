import { type Sought, sought } from '../../patterns/index.ts'
import type { Restriction } from './statement.ts'

/** Prose that restricts without naming a license. Advice ("not recommended for", "intended for research") is no restriction. */
const RESTRICTIONS: readonly (readonly [Restriction, Sought])[] = [
  [
    'non-commercial',
    sought(
      /\b(?:only|solely|exclusively|strictly)\b.{0,40}\bnon-?commercial\b|\bnon-?commercial(?: (?:use|purposes?|research|academic|applications?|and|or|,|research use))*\s*only\b/i,
    ),
  ],
  [
    'non-commercial',
    sought(
      /\b(?:is|are|be|may|must|can|shall|do|does)\b.{0,20}\b(?:not|never|cannot)\b.{0,30}\b(?:for|allowed|permitted|used?|using)\b.{0,20}\bcommercial(?:ly| use| purposes?)?\b/i,
    ),
  ],
  [
    'non-commercial',
    sought(
      /\bcommercial (?:use|usage|purposes?)\b.{0,20}\b(?:is|are)\b.{0,12}\b(?:not (?:allowed|permitted)|prohibited|forbidden|strictly)\b/i,
    ),
  ],
  [
    'non-commercial',
    sought(/(?:不得|禁止|不可|不能|严禁|不允许).{0,12}(?:商用|商业)|(?:仅|只)(?:限|供|可|能|用于|允许).{0,12}非商/),
  ],
  [
    'non-commercial',
    sought(
      /商用利用(?:は|を)?(?:不可|禁止|できません)|非商用(?:利用)?(?:のみ|に限)|비상업적.{0,12}(?:만|한정)|상업적.{0,10}(?:금지|불가|수 없)|только.{0,30}некоммерческ|некоммерческ.{0,30}только|(?:nur|ausschlie(?:ß|ss)lich).{0,30}nicht-?kommerziell|(?:uniquement|exclusivement).{0,30}non[- ]commercia|(?:solo|[uú]nicamente|exclusivamente|somente|apenas).{0,30}n(?:o|ão) comercia|(?:solo|esclusivamente).{0,30}non commercia/i,
    ),
  ],
  [
    'research-only',
    sought(/研究(?:目的|用途)(?:のみ|に限)|연구.{0,6}(?:목적|용도)으로만|только.{0,30}исследовательск/i),
  ],
  [
    'research-only',
    sought(
      /\b(?:only|solely|exclusively|strictly)\b.{0,30}\b(?:for )?(?:academic|scientific|research|educational)\b.{0,30}\b(?:use|purposes?|research|only)\b|\b(?:academic|research)(?: and (?:academic|research|educational))?(?: use| purposes?)? only\b/i,
    ),
  ],
  ['research-only', sought(/(?:仅|只)(?:限|供|可|能|用于|允许).{0,16}(?:研究|学术|科研|学习)/)],
  [
    'ask-first',
    sought(
      /\bcommercial(?:ly| use| usage| purposes?| licens\w+)?\b.{0,80}\b(?:please )?(?:contact|request|apply|register|registration|fill|questionnaire|e-?mail|obtain|reach out|written permission)\b/i,
    ),
  ],
  ['ask-first', sought(/(?:商用|商业).{0,50}(?:申请|联系|授权|登记|问卷|填写|邮件)/)],
]

/** A license that is not named, of which only this is said. */
const UNNAMED: readonly (readonly [Restriction, Sought])[] = [
  [
    'non-commercial',
    sought(
      /\b(?:under|has|have|with|carr(?:y|ies)|uses?|is|are) an? (?:\w+ ){0,2}non-?commercial(?: \w+){0,2} licen[cs]e\b/i,
    ),
  ],
  [
    'research-only',
    sought(
      /\b(?:under|has|have|with|carr(?:y|ies)|uses?|is|are) an? (?:\w+ ){0,2}research-only(?: \w+){0,2} licen[cs]e\b/i,
    ),
  ],
]

/** Text about a service, a demo or somebody's data, not about the weights. */
const NOT_THE_MODEL = sought(
  /\b(?:demo|service|website|server|api|space|datasets?|images?|videos?|survey|newsletter)\b/i,
)

const THE_MODEL = sought(/\b(?:models?|weights?|checkpoints?)\b|模型|权重/i)

/** what something was made for is advice, not a condition */
const ADVICE = sought(/\b(?:intended|designed|meant|suitable|recommended|aimed|best suited|inferior)\b|旨在/i)

/** The first way a sentence restricts what may be done with the release, or null; `named` where it also names the license. */
export function restrictionIn(sentence: string, named: boolean): Restriction | null {
  const text = sentence.slice(0, 800)
  if (NOT_THE_MODEL.test(text) && !THE_MODEL.test(text)) return null
  if (ADVICE.test(text)) return null
  for (const [restriction, pattern] of named ? RESTRICTIONS : [...RESTRICTIONS, ...UNNAMED])
    if (pattern.test(text)) return restriction
  return null
}

const ELSEWHERE = sought(
  /\b(?:models?|weights?|checkpoints?)(?:\/\w+)?\b.{0,40}\blicen[cs](?:es?|ing|ed)\b.{0,30}\b(?:var(?:y|ies)|differs?|separately|depends?|individually|by (?:model|version|application))\b|\b(?:weights?|checkpoints?|models?)\b.{0,40}\b(?:have|has|come with|carry) (?:its|their) own licen[cs]es?\b|模型.{0,12}(?:协议|许可).{0,8}(?:各异|不同|单独)/i,
)

/** Whether a sentence says that the weights have terms of their own that are not here. */
export const saysTermsElsewhere = (sentence: string): boolean => ELSEWHERE.test(sentence.slice(0, 800))
