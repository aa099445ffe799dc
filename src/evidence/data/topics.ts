import type { Citation } from '../../report.ts'
import type { DataTopic } from '../../vocabulary.ts'
import { deniesData, namesData } from './names.ts'
import type { DataAside } from './statement.ts'

/** counts of data, parts of a mixture, spans of time */
const AMOUNT =
  /\b\d[\d,.]{0,15} ?(?:k|m|b|t|million|billion|trillion|thousand|gb|tb)?\+? ?(?:[a-z-]{1,15} ){0,2}(?:tokens?|examples?|samples?|images?|hours?|pairs?|documents?|conversations?|instances?|prompts?|videos?|rows?|sentences?|sequences?|frames?|structures?|words|pages|repositories|languages|domains|links|posts|clips|recordings|articles|books|files|molecules|proteins|speakers|masks|characters|queries|questions)\b|\b\d[\d.]{0,6} ?%|\b\d[\d.]{0,6} ?(?:gb|tb|gib|tib)\b|\d[\d.]{0,8} ?(?:万|亿|T|TB|GB) ?(?:条|个|张|小时|tokens?|数据|语料)/i
const AMOUNT_AFTER =
  /\b(?:tokens|examples|samples|documents|images|hours)\b\W{0,6}\d[\d,.]{0,15} ?(?:[kmbt]\b|million|billion|trillion)/i
const SPAN =
  /\b(?:from|between|until|up to|through|before|cut-?off|prior to|as of)\b.{0,30}\b(?:19|20)\d\d\b|\bknowledge cut-?off\b.{0,40}\d{4}|截至.{0,12}\d{4}/i

/** words that say only that there was data */
const VAGUE =
  /\bpublicly[- ]available\b|\b(?:public|open)(?:ly)? (?:web )?(?:data|sources)\b|\b(?:a )?(?:mix|mixture|combination|variety|range) of\b(?! experts)|\bweb(?:-scale)? (?:data|documents|text|pages)\b|\b(?:large|massive|vast|diverse|broad|high-quality|proprietary|internal|in-house|curated|licensed|unlabeled)\b.{0,40}\b(?:corpus|corpora|datasets?|data|sources|text)\b|\bfrom the (?:internet|web)\b|\b(?:trillions|billions|millions) of\b|海量|大规模|高质量|公开(?:的)?(?:数据|语料)|互联网/i

const SCOPE =
  /\b(?:languages?|multilingual|english|domains?|modalit\w+|diverse|distribution|tokens?|size|amount|knowledge cut-?off)\b|语言|多语|领域|规模/i
const SELECTION =
  /\b(?:collect(?:ed|ing|ion)|crawl\w*|scrap(?:ed|ing)|gather(?:ed|ing)|sampl(?:ed|ing)|select(?:ed|ing|ion)|curat\w+|sourc(?:ed|ing)|obtained|mined|drawn|subset of|up-?sampl\w+|down-?sampl\w+|weighted|mixture (?:weights|ratio)s?|snapshots?|acquired|compiled|assembled)\b|采集|爬取|收集|抽取|选取|采样|挑选/i
const HOW_SELECTED =
  /\b(?:up-?sampl\w+|down-?sampl\w+|snapshots?|mixture (?:weights|ratio)s?|epochs?|stratified|uniformly|weighted by|subset of|dumps? of|api)\b/i
const LABELING =
  /\b(?:annotat\w+|label(?:l?ed|l?ing|s)\b(?! smoothing)|labell?ers?|raters?|crowd-?(?:sourc\w+|work\w+)|human (?:feedback|preferences?|written|demonstrations?|evaluat\w+|review\w*)|preference (?:data|pairs?|datasets?|labels?)|generated (?:by|with|using)|synthetic(?:ally)?|distill(?:ed|ation) (?:from|of)|pseudo-?label\w*|(?:human|model|machine)-(?:written|generated|annotated|labell?ed)|reward models?)\b|标注|人工|合成数据|偏好/i
const HOW_LABELED =
  /\b(?:guidelines?|instructions? (?:to|for) (?:annotators|labell?ers|raters)|inter-?annotator|two annotators|rubrics?|prompted with|prompt template|self-instruct|rejection sampling|best-of-\w+|consensus|agreement)\b|\bgenerated (?:by|with|using) (?:the )?[A-Z][\w.-]{2,}/
const PROCESSING =
  /\b(?:filter(?:ed|ing|s)?|de-?duplicat\w+|de-?dup(?:ed|ing)?|clean(?:ed|ing)|pre-?process(?:ed|ing)|decontaminat\w+|remov(?:ed|ing|al)|normali[sz](?:ed|ing|ation)|quality control|redact\w*|anonymi[sz]\w+|pipeline|tokeni[sz]ed)\b|去重|过滤|清洗|脱敏|预处理/i
const HOW_PROCESSED =
  /\b(?:de-?dup\w*|near-?duplicat\w*|minhash|exact match|n-gram|language identif\w+|perplexity|classifiers?|heuristics?|regex\w*|regular expressions?|pii|personal(?:ly)? (?:identif\w+|information|data)|toxic\w*|profan\w*|block-?lists?|deny-?lists?|decontaminat\w+|hash\w*|thresholds?|rule-based|boilerplate|safe-?search|nsfw|license detection|robots\.txt|bpe|byte[- ]pair|sentencepiece|wordpiece)\b|去重|困惑度|分类器|规则|脱敏/i

/** What a sentence about training data tells on each topic, and whether it says what or only that. `located`: it links to data. */
export function topicsOf(sentence: string, located: boolean): ReadonlyMap<DataTopic, 'specific' | 'generic'> {
  const text = sentence.slice(0, 1_000)
  const named = located || namesData(text)
  const counted = AMOUNT.test(text) || AMOUNT_AFTER.test(text) || SPAN.test(text)
  const topics = new Map<DataTopic, 'specific' | 'generic'>()
  const add = (topic: DataTopic, speaks: boolean, specific: boolean) => {
    if (speaks) topics.set(topic, specific ? 'specific' : 'generic')
  }
  add('provenance', named || (VAGUE.test(text) && !deniesData(text)), named)
  add('scope', counted || SCOPE.test(text), counted)
  add('selection', SELECTION.test(text), named || counted || HOW_SELECTED.test(text))
  add('labeling', LABELING.test(text), located || HOW_LABELED.test(text) || (named && counted))
  add('processing', PROCESSING.test(text), HOW_PROCESSED.test(text))
  return topics
}

/** where a program finds its data, and how it loads it */
const SETTINGS = /\b(?:data|data ?sets?) (?:config\w*|paths?|load(?:ers?|ing)|formats?|director(?:y|ies)|folders?)\b/i

/** how it was drawn, not how often it was shown */
const HOW_DRAWN = /\b(?:up-?sampl\w+|down-?sampl\w+|snapshots?|mixture (?:weights|ratio)s?|stratified|dumps? of)\b/i
/** what it is made of: three kinds or more, right after a word for data */
const KINDS =
  /\b(?:data|data ?sets?|corpus|corpora|texts?|sources|documents|mixture(?![- ]of[- ]experts))\b[^.;]{0,40}?(?:\binclud\w{1,5}|\bcompris\w{1,5}|\bconsist\w{0,4} of|\bencompass\w{0,4}|\bcover\w{0,4}|\bspanning|\bsuch as|[(:]) ?[^.;,]{2,120}, ?[^.;,]{2,120}(?:,| and | or )|(?:数据|语料)[^。；]{0,12}包(?:括|含)[^。；、，]{1,30}[、，][^。；、，]{1,30}[、，]/i
/** who or what wrote it, and how */
const HOW_WRITTEN =
  /\b(?:guidelines?|inter-?annotator|two annotators|rubrics?|prompt(?:ed)? (?:with|template)|teacher model)\b/i
/** who wrote it: with how much of it there is a description, alone it tells only that there was data */
const WRITTEN_BY = /\bgenerated (?:by|with|using) (?:the )?[A-Z][\w.-]{2,}/
const SHARE = /\b\d[\d.]{0,6} ?%/g

/** "trained on 33 million human cells": how much, and of what */
const COUNTED =
  /\b(?:pre-?|fine-?|post-?)?(?:trained|tuned) (?:up)?on (?:(?:an?|the|our|over|about|around|approximately|roughly|more|than|nearly|total|of|set|mix|data ?set|corpus|collection|diverse|large) ){0,6}~?\d[\d,.]{0,15} ?(?:[kmbt]|million|billion|trillion|thousand)?\+? ((?:[a-z][\w-]{1,24},? ){0,4}[a-z][\w-]{2,24}s)\b/i
/** what is counted of any data, and what says nothing of its kind */
const ANY =
  /^(?:tokens?|images?|examples?|samples?|pairs?|documents?|hours?|texts?|frames?|clips?|videos?|audios?|words?|languages?|sequences?|sentences?|instances?|pages?|data|datasets?|labell?ed|unlabell?ed|tagged|annotated|high|quality|high-quality|curated|diverse|different|new|unique|additional|extra|more|public|publicly|available|open|various|web|internet|training|programming|natural|sources?|of|and|the|different)$/i
/** what a training runs on and how long is no data */
const RUN =
  /(?:[gtnx]pus?|cores?|devices?|nodes?|chips?|cards?|machines?|steps?|epochs?|iterations?|days?|weeks?|months?|parameters?)$/i

function countsAKind(text: string): boolean {
  const words = COUNTED.exec(text)?.[1]?.split(/,? /) ?? []
  return !words.some(word => RUN.test(word)) && words.some(word => !ANY.test(word))
}

/** Whether a statement describes data without naming it: two or more shares of it, or how it was selected, labeled or processed. */
export function describes(sentence: string, topics: ReadonlyMap<DataTopic, 'specific' | 'generic'>): boolean {
  const text = sentence.slice(0, 1_000)
  if (SETTINGS.test(text)) return false
  if ((text.match(SHARE)?.length ?? 0) >= 2 || KINDS.test(text) || countsAKind(text)) return true
  if (WRITTEN_BY.test(text) && topics.get('scope') === 'specific') return true
  return HOW_DRAWN.test(text) || HOW_WRITTEN.test(text) || topics.get('processing') === 'specific'
}

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
