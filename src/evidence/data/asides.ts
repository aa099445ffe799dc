import type { Citation } from '../../report.ts'
import { namesData } from './names.ts'
import type { DataAside } from './statement.ts'

const WITHHELD: readonly RegExp[] = [
  /\b(?:cannot|can't|could not|did not|didn['’]t|unable to|not able to|do not|don't|will not|won't|not (?:be )?(?:permitted|allowed) to)\b.{0,40}\b(?:release|share|publish|distribute|disclose|open-?source|provide)\b.{0,60}\b(?:data|datasets?|corpus|corpora|it|them)\b/i,
  /\b(?:data|datasets?|corpus|corpora)\b.{0,60}(?:\b(?:is|are|was|were|will|can|could|may)\b.{0,12}\b(?:not|never)|\bcan(?:not|['’]t))\b.{0,20}\b(?:released|shared|published|distributed|disclosed|public|publicly available|available|open-?sourced?)\b/i,
  /(?:数据|语料).{0,20}(?:不|无法|暂不)(?:开源|公开|发布|提供)/,
]
const REASON =
  /\b(?:because|since|due to|owing to|as (?:it|they) (?:contain|include)|for (?:privacy|legal|copyright|licensing|contractual|safety) reasons|privacy|copyright\w*|licens\w+|legal(?:ly)?|confidential\w*|personal(?:ly)? (?:data|information|identif\w+)|patients?|consent|third[- ]part(?:y|ies))\b|由于|因为|隐私|版权/i
const PRIVATE =
  /\b(?:proprietary|in-?house|internal(?:ly)?(?: collected| curated| annotated)?|private|confidential|non-?public|user(?:-generated)? (?:data|conversations|interactions|logs))\b.{0,40}\b(?:data|datasets?|corpus|corpora|sources|text|images|examples|conversations|interactions|logs)\b|\bdata\b.{0,30}\bfrom (?:our )?(?:users|customers|services|products)\b|\b(?:data|datasets?|corpus|corpora|texts?|images|examples|samples|prompts|recordings)\b[^.;]{0,40}\b(?:(?:that )?we (?:have )?)?(?:collected|gathered|written|annotated|created)(?: by (?:our|the) (?:own )?(?:team|staff|annotators|company)| in[- ]house| internally)\b|\bcustom (?:[a-z-]{2,20} ){0,2}(?:examples|samples|prompts|questions|conversations)\b|\b(?:self-collected|custom[-‑ ]made|hand[-‑ ]?(?:crafted|written|made))\b[^.;,]{0,30}\b(?:data|datasets?|corpus|corpora|examples|samples|prompts|questions|conversations)\b|(?:私有|内部|自有|自建|自采).{0,6}(?:数据|语料)/i
const THIRD_PARTY =
  /\b(?:licensed|purchased|bought|acquired|commercial(?:ly)?(?: available| licensed)?|third[- ]party|partner(?:ed)?|vendors?)\b.{0,30}\b(?:data|datasets?|corpus|corpora|content|images|text|sources|archives?)\b|\b(?:data|datasets?|content|images|text)\b.{0,30}\b(?:licensed from|purchased from|bought from|provided by (?:partners|vendors|third))/i
const NONE =
  /\b(?:no|without(?: any)?|(?:does|do|did) not (?:use|include|contain)(?: any)?|not (?:use|include|contain)(?: any)?)\b.{0,12}\b(?:proprietary|private|licensed|third[- ]party|internal|in-house|non-?public|paid|user|customer)\b.{0,20}\b(?:data|datasets?|sources|content)\b|\b(?:only|solely|exclusively|entirely)\b.{0,40}\b(?:publicly available|public|open|openly licensed)\b.{0,30}\b(?:data|datasets?|sources|corpora|corpus)\b|\b(?:data|datasets?|sources)\b.{0,30}\b(?:are|is) all (?:public|open)/i
/** "openly licensed" and "permissively licensed" data is not bought */
const OPEN_TERMS = /\b(?:openly|permissively|freely|liberally|creative commons|open)[- ]licensed\b|\blicensed under\b/gi

/** What a sentence about training data says of data that is not simply given. */
export function asidesIn(sentence: string, citation: Citation, located: boolean): DataAside[] {
  const text = sentence.slice(0, 1_000).replace(OPEN_TERMS, 'open')
  const found: DataAside[] = []
  const add = (kind: DataAside['kind']) =>
    found.push({ kind, citation, reasoned: REASON.test(text), named: namesData(text), located })
  if (NONE.test(text)) add('none')
  else {
    if (PRIVATE.test(text)) add('private')
    if (THIRD_PARTY.test(text)) add('third-party')
  }
  if (WITHHELD.some(pattern => pattern.test(text))) add('withheld')
  return found
}
