import type { FoundClause } from './clause.ts'
import { first, has } from './nearby.ts'

/** "must apply for a license", "for commercial licenses please ask" */
export const ZH_ASK: RegExp =
  /(?:必须|须|应当?|需要?|请|事先|另行|提前)[^。；]{0,40}(?:申请|取得|获得|获取|联系|签署|签订|购买)[^。；]{0,40}(?:许可|授权|同意|协议|证书)|(?:申请|取得|获得|获取)[^。；]{0,20}(?:商业|商用)(?:使用)?(?:许可|授权)|(?:商业|商用)(?:使用)?(?:许可|授权|合作)[^。；]{0,12}(?:联系|咨询)|(?:商业|商用)[^。；]{0,20}(?:请|须|应)?(?:另行|事先)?(?:取得|获得|申请|联系)[^。；]{0,12}(?:许可|授权)/
/** "for commercial use please contact the author" */
export const ZH_CONTACT: RegExp =
  /(?:商业|商用)(?:用途|使用|授权)?[^。；，]{0,4}(?:请|须|需)(?:先|事先|提前)?(?:联系|联络)/
/** "for commercial use please fill in the form and apply" */
export const ZH_APPLY: RegExp =
  /(?:商业|商用|营利|盈利)[^。；]{0,40}(?:请|须|需|应)[^。；]{0,90}(?:申请|登记|备案|报备|填写)/
/** "any commercial use needs a separate license" */
export const ZH_NEEDS: RegExp =
  /(?:商业|商用|生产)[^。；，]{0,20}(?:都|均|皆)?(?:需要?|须|应当?)[^。；，]{0,4}(?:单独|另行|额外|另外|书面)的?[^。；，]{0,10}(?:许可|授权|协议)/
/** "to use it in trade you only need to keep the terms" */
const ZH_SUFFICES = /只需[^。；]{0,24}即可|欢迎(?:您|你)?填写/
/** "the following cases need the author's written permission:" */
export const ZH_CASES: RegExp =
  /以下(?:情况|情形|用途|场景|行为|使用)[^。；]{0,8}(?:需要?|须|应当?)[^。；]{0,24}(?:授权|许可|同意)/
/** a condition is set */
const ZH_IF = /如|若|凡|希望|计划|拟/
/** "without permission it may not be used commercially" */
export const ZH_WITHOUT: RegExp = /(?:未经|未取得|未获得?)[^。；]{0,30}(?:许可|授权|同意)[^。；]{0,40}(?:商业|商用)/

/** "Want to ship it in a paid product? Talk to us about a license." */
export const WANTED: RegExp =
  /\b(?:want(?:ing)? to|would like to|plan(?:ning)? to|going to|need to|looking to|interested in)\b[^.;?]{0,100}\?$/
/** the answer to it: "Talk to us about a license." */
export const GET_ONE: RegExp =
  /^(?:then |please |just |first )*(?:get|buy|talk|contact|write|e-?mail|ask|reach out|drop|request|apply|purchase|you(?:'ll)? need)\b[^.;]{0,80}\b(?:licen[cs]\w*|permission|agreement)\b|^(?:then |please |just |first )*(?:drop us|contact|e-?mail|write|talk to|reach out|get in touch|ping|dm|call)\b/

/** another thing to ask for: a mark, a person's consent, a third party's rights, a copy */
export const OTHER: RegExp =
  /\b(?:trademarks?|trade names?|logos?|endorse\w*|copyrighted (?:audio|works?|materials?|content|images?|texts?)|third[- ]part(?:y|ies)['s]* (?:rights?|licen[cs]e|consent)|data subjects?|(?:consent|permission|approval|agreement|release) (?:of|from) (?:the |every |each |any |all )?(?:persons?|people|individuals?|speakers?|artists?|actors?|models depicted)|from (?:the )?(?:individuals?|users?|persons?|patients?|subjects?|parents?|minors?)|copy of (?:this|the) (?:licen[cs]e|agreement)|governmental?|regulatory|export|patent licen[cs]e|proof|receipt|assign(?:ed|ment)?|transfer this|in writing if|(?:obtain|request|get|provide) (?:a copy of )?(?:the )?(?:\w+ ){0,2}source code)\b|商标|个人信息主体|数据主体/

/** nobody needs to be asked */
export const NOT_NEEDED: RegExp =
  /\b(?:does not|do not|doesn't|don't|no longer|not) (?:require|need|have to)\b|\b(?:needs?|requires?) no\b|\bno (?:additional |separate |further |prior )?(?:licen[cs]e|permission|authori[sz]ation|approval|application)s? (?:is |are )?(?:required|needed|necessary)\b|\bwithout (?:the need|needing|having|requiring)\b|不需要|无需|不必|无须|免申请/

/** words of trade */
export const COMMERCIAL: RegExp =
  /(?<!non-)(?<!non )\bcommercial(?:ly|i[sz]\w+)?\b(?! reasonable| (?:vocals?|music|audio|recordings?|tracks?|songs?|films?|artworks?))|\b(?:for|business|corporate|enterprise) (?:gain|profit|use|purposes|users?|deployment)\b|\b(?:earns?|makes?|making|earning) money\b|\bin the course of (?:a |any )?(?:trade|business)\b|\bin (?:a |your |their |our )?(?:paid )?products?\b|\b(?:paid|commercial) (?:games?|apps?|services?)\b|\bin (?:your|their|a|our) (?:own )?(?:business|company)\b|\bmoneti[sz]\w+|\bfor gain\b|\bfor-profit\b|\b(?:companies|businesses|corporations|enterprises)\b|商业|商用|营利|盈利/

/** A license that Chinese words ask for. */
export const askedZh = (text: string): FoundClause | null => {
  if (has(text, NOT_NEEDED) || has(text, OTHER)) return null
  if (has(text, ZH_SUFFICES)) return null
  const apply = first(text, ZH_APPLY)
  if (apply !== null && ZH_IF.test(text.slice(0, apply.index))) return { mode: 'duty', at: apply.index }
  const contact = first(text, ZH_CONTACT)
  if (contact !== null) return { mode: 'duty', at: contact.index }
  if (!has(text, /许可|授权|同意|协议|证书/)) return null
  const without = first(text, ZH_WITHOUT)
  if (without !== null) return { mode: 'duty', at: without.index }
  const cases = first(text, ZH_CASES) ?? first(text, ZH_NEEDS)
  if (cases !== null) return { mode: 'duty', at: cases.index }
  const ask = first(text, ZH_ASK)
  if (ask === null || !(has(text, COMMERCIAL) || has(text, /另行|向(?:我们|许可方|本公司|授权方)/))) return null
  return { mode: /^请/.test(ask[0]) && !has(text, /必须|须|应/) ? 'plea' : 'duty', at: ask.index }
}
