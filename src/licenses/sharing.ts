import type { FoundClause, Passage } from './clause.ts'
import { moodAt } from './mood.ts'
import { has, run } from './nearby.ts'

/** "hand it on", "distribute": the acts of passing a work on */
export const SHARE: RegExp =
  /\b(?:hand(?:ing|ed)?|pass(?:ing|ed)?|giv(?:e|ing)|send(?:ing)?|ship(?:ping)?|leak(?:ing)?) (?:[\w,]+ ){0,8}?(?:on|along|over|out|around|to|beyond|outside)\b|\b(?:be|been) (?:handed|passed|given|sent|shipped|supplied|moved)\b|\btorrents?\b|\bput (?:it |them |the \w+ )?(?:on|up on|online)\b|\b(?:re-?upload|re-?post|re-?host|supply|supplying|circulat|export|(?<!this )(?<!the )releas|communicat|disclos|divulg|re-?distribut(?!or)|distribut(?!or)|re-?publish|publish|disseminat|mirror|upload|re-?sell|sell|rent|lease|transfer|lend|host)\w*\b|\bsub-licen[cs]e(?=,? (?:or |and )?(?:[\w-]+,? (?:or |and )?){0,3}?(?:re-?distribut|distribut|transfer|sell|publish|disclos|lease|rent|lend))|\bforward(?:ing|ed)?(?= (?:it|them|the|any|this|these|copies|data|on)\b)|\bmak(?:e|ing) (?:[\w-]+ ){0,5}?(?:publicly )?(?:available|accessible)\b|\bshar(?:e|ing)\b(?![ -]?alike)|\bprovid(?:e|ing|ed) (?:it|them|the \w+|any \w+|access)(?= to (?:any |other |another ){0,2}(?:third|others|anyone|persons?|part|people|compan|organi))|\b(?:provid|giv)(?:e|ing) copies\b|\bre-?sale\b|(?:再)?分发(?![者方人])|转移(?=至|给|到)|传播(?![者方人])|散布|发布(?![者方人日])|上传|提供给|(?<!不可)转让|转售|转卖|倒卖|出借|(?<!单独)(?<!单独地)出售|出租|共享|(?:向|给)[^。；，]{0,8}(?:提供|传递|转交)/

/** what runs elsewhere, taken as a work: "you may not copy our platform", "any part of the services" */
export const SERVICE: RegExp =
  /\b(?:our|the|this) (?:entire )?(?:platform|services?|(?:web)?site|app)\b(?<=\b(?:copy|modify|adapt|alter|(?:re)?distribute|(?:re)?publish|(?:re)?sell|share|(?:sub)?license|translate|transfer|lease|rent|mirror),? (?:our|the|this) (?:entire )?\w{3,8})|\b(?:part|portion)s? of (?:the|our) (?:services?|platform|(?:web)?site|app)\b/
const THE_WORK =
  /\baccess to (?:the|our|this) (?:api|services?|platform)\b|\b(?:models?|software|weights|parameters|materials?|data ?sets?|datasets?|databases?|data|the program|works?|corpus|corpora|recordings|transcripts|assets?|archives?|copies|copy|licensed|package|third parties|checkpoints?|artifacts?|the game|games?(?= client| files)|the (?:app|engine)|digital copies|content (?:downloaded|obtained|received|accessed) (?:through|from|via)|(?:downloaded|licensed|our|site) content(?! that)|(?:the|this|our|said) (?:\w+ )?(?:toolkit|library|plug-?in|pack|collection|resource|benchmark|tool|fonts?|art(?:work)?|sdk|source|binar(?:y|ies)|product|annotations|embeddings|lexicon|dictionary|simulator|demo)|voice ?banks?|voices?|files|it|them)\b|\b(?:of|the|these|those|its|original|raw) (?:\w+ ){0,1}?(?:images|videos|pictures|photographs?|photos|texts|articles|annotations|audio|clips|scans|frames|records)\b(?! (?:you )?(?:generated|produced|created|made))|\bin any form\b|\bto (?:any |a |other )?third part(?:y|ies)\b|\bto (?:others|anyone|anybody|outsiders|friends|third parties|other persons?|another|(?:any )?other (?:hubs?|sites?|people|persons?|part(?:y|ies)|compan(?:y|ies)))\b|\boutside (?:of )?(?:your|its|the licensee's) (?:own )?(?:organi[sz]ation|company|institution|team)\b|模型|软件|权重|数据集|本作品|副本|本?服务(?!器)|资源|本(?:项目|仓库|产品|插件|资料|材料|内容)|插件|软件包|(?:上述|以上|该等|前述)(?:内容|资料|作品)|(?:原始|全部|本|该|将)数据(?!集|库|主体|安全|保护)/
/** what is passed on */
export const WORK: RegExp = new RegExp(`${SERVICE.source}|${THE_WORK.source}`)

/** "may not be passed on" */
export const BE_SHARED: RegExp =
  /(?:不得|不能|不可|禁止)[^。；，]{0,20}被(?:二次|再次|再)?(?:发布|分发|转载|公开|传播)|\b(?:(?:may|must|shall|can|will) (?:not )?|cannot |can't )be (?:passed|handed|given|sent|supplied|circulated|lent|leased|rented|released|re-?distributed|distributed|published|sold|transferred|shared|made available|hosted|uploaded|mirrored|posted|forwarded|passed on|sub-?licensed|disclosed)\b|\bbe (?:shared|distributed|passed on|given|forwarded|made available) (?:with|to|outside|beyond)\b|\b(?:may|must|shall) not(?=[.;,]| ?$)|\bmust not leave\b|\b(?:shall|may|will) (?:not|never) leave (?:our|my|the|its|their|your) (?:[\w'-]+ ){0,2}?(?:institution|organi[sz]ation|company|lab(?:oratory)?|university|premises|department|hospital|institute|servers?|network)\b|\b(?:may|must|shall|can) not be (?:[a-z-]+,? (?:and\/or |or |and )?){1,8}?(?:distributed|shared|made available|transferred|re-?sold|sold|disseminated|published|released)\b|\b(?:shall|may|must) not be (?:copied|reproduced|modified), |\bmay be (?:reproduced|copied|stored)(?:,? (?:or|and)? ?[a-z]{4,12}){0,3} (?:or|and) (?:transmitted|distributed|published|passed on)\b|\b(?:is|are) to be (?:re-?)?(?:distributed|shared|passed on|published|transferred|given|made available)\b/

/** "no right to distribute is granted" */
export const GRANT_ALONE: RegExp =
  /\b(?:nobody|no one) else (?:may|can|shall|must) (?:have|get|receive|obtain) (?:it|them|(?:a )?cop(?:y|ies)|the (?:weights|files|data|models?|software))\b|\bmak(?:e|es|ing) no (?:[\w-]+ ){1,4}?available to\b|\bno (?:right|permission|licen[cs]e)s? (?:to|of|for) (?:re-?)?distribut\w+ (?:is|are)\b|\bno (?:re-?)?(?:distribution(?! (?:requirement|obligation|dut))|distributing|sharing|re-?uploading|uploading|mirroring|re-?hosting|torrents|reselling|resale)\b|\b(?:not for (?:re)?distribution|no redistribution|without the right to (?:re)?distribute|(?:right|permission) to (?:re-?)?distribute (?:\w+ ){0,4}is (?:not|reserved|withheld)|not be (?:re)?distributed)\b|(?:禁止|不得)(?:再)?分发|\bhanding on the (?:\w+ )?(?:model|weights|checkpoints?|files) is (?:forbidden|prohibited|not)\b|\b(?:weights|files|model|checkpoints?) (?:are|is) for your (?:own )?use (?:only|alone)\b|^(?:please )?(?:do not|don't|never) (?:re-?)?(?:distribute|share|upload|publish|post|sell)(?: (?:or|and) (?:re-?)?[a-z]{4,12})?\W*$|\bonly (?:the )?(?:original |official )?(?:authors?|licensor|owners?|creators?|we) (?:may|can) (?:re-?)?(?:distribute|publish|share)\b|(?:严禁|请勿|禁止|不得)(?:对外|擅自|私自)?(?:再|二次)?(?:分发|传播|转载)|\b(?:share|give|pass|show|hand|disclose|lend)s? (?:[\w-]+ ){1,4}?(?:with|to) (?:no one|nobody|no other (?:person|party)|no third part(?:y|ies))\b/

/** the leave of whoever licenses the work */
export const CONSENT: RegExp =
  /\bunless (?:expressly |specifically |otherwise )?(?:authori[sz]ed|permitted|approved|agreed)(?: in writing)? by (?:us\b|(?:the|its|our) (?:[\w-]+ ){0,2}?(?:owners?|licensors?|authors?|holders?|company|provider))|\bwithout (?:the |any |such )?(?:permission|consent|authori[sz]ation|approval)\b|\b(?:prior|written|express|explicit|specific|our|licensor's|prior written) (?:written |prior |express |explicit |separate )?(?:consent|permission|approval|authori[sz]ation|agreement)\b|\bconsent in writing\b|未经[^。；，]{0,40}(?:同意|许可|授权)|(?:书面|事先)(?:的)?(?:同意|许可|授权)/

/** sharing that hangs on a consent: "dissemination of the model demands our prior consent" */
const NEEDS =
  /\b(?:requires?|needs?|demands?|(?:is|are) subject to|depends? (?:up)?on|only (?:with|after|upon))\b|(?:须|需|应)(?:经|取得|获得|事先)/

/** "who intends to distribute it shall obtain prior consent" */
const ASKS_FIRST =
  /\b(?:shall|must|ha(?:s|ve) to|needs? to) (?:first |also |always )?(?:obtain|get|ask (?:us )?for|request|seek|receive|secure)\b/
const WORK_OR_DERIVED = new RegExp(`${WORK.source}|\\bderivatives?\\b`)
/** "copying and passing on need an authorization" */
const NEEDS_ZH =
  /(?:再)?(?:分发|发布|传播|转载)[^。；]{0,16}(?:均|都)?(?:需|须|应当?)(?:要)?(?:事先)?(?:获得|取得|经过?|征得)[^。；]{0,10}(?:授权|许可|同意)/

/** the copies stay where they are */
const STAYS =
  /\b(?:must|shall|ha(?:s|ve) to|(?:is|are) to) (?:stay|remain|be kept) (?:\w+ ){0,3}?(?:with(?:in)?|inside|on) (?:your|its|my|our|the licensee|licensee|their|the)\b|\b(?:remains|stays) (?:with(?:in)?|inside|in|at) (?:your|its|my|our|the licensee's|their) (?:own )?(?:institution|organi[sz]ation|company|lab|team|premises|group)\b|\bkeep (?:it|them|the \w+) to (?:yourself|yourselves|myself|ourselves|themselves)\b/

/** "keep it to yourself", "keep the data within your institution" */
const TO_YOURSELF =
  /\bkeep (?:it|them|the \w+) (?:to (?:yourself|yourselves|myself|ourselves|themselves)\b|(?:with)?in(?:side)? (?:your|its|my|our|their|the licensee's) (?:own )?(?:institution|organi[sz]ation|company|team|lab|group|premises)\b)/

/** passing on is allowed in one setting alone */
const ONLY_IN =
  /\b(?:distribut|redistribut|shar|convey|transfer|pass|mak)\w* [^.;]{0,140}\bonly (?:as (?:an? (?:integrated |embedded )?)?(?:part|component) of|in (?:compiled|embedded|binary|object|encrypted) form|embedded in|within|between|to (?:affiliates|employees|(?:other )?(?:academic|research|licensed|registered)))\b/

/** "not to be copied for the purpose of reselling it" forbids the reselling */
export const TO_SHARE: RegExp =
  /\bfor the purposes? of (?:re-?)?(?:selling|renting|leasing|licensing|sub-?licensing|distributing|publishing|sharing)\b/

/** "redistribution or resale is not permitted" names no work */
export const BARE: RegExp =
  /\bno (?:[\w-]{3,16}\/){1,3}(?:re-?)?(?:distribution|sharing|resale)\b|(?:^(?:\W|\d)*|[.;:,] )(?:any |the )?(?:re-?)?(?:distribution|sale|selling|sharing|publication|distributing|passing[- ]on)(?: copies)?(?: of (?:the|any|this) (?:\w+ ){0,2}(?:copies|data|models?|weights|software|files|works?|images|recordings|corpus|dataset)(?:,? in whole or in part,?)?)?(?:,? (?:or|and) [\w-]{2,20}){0,3}(?: in any (?:form|way|manner)| of any kind| of any part| to (?:any )?third part(?:y|ies)| to others)? (?:is|are) (?:strictly |expressly )?(?:not (?:permitted|allowed|licensed|admissible)|prohibited|forbidden|inadmissible)\b/

/** "any use beyond this license, including external distribution, is prohibited" */
export const OUTSIDE: RegExp =
  /\b(?:external|onward|further|third[- ]party|public) (?:re-?)?(?:distribution|sharing|transfer|disclosure|release)\b/

/** "prohibited use: sale, redistribution, …" */
export const LISTED: RegExp =
  /^(?:prohibited|forbidden|not (?:allowed|permitted)|banned|disallowed)(?: uses?| activities)?:? (?:[^.;:]{0,90}[,:] )?(?:and |or )?(?:re-?)?(?:distribution|upload(?:ing)?|sharing|resale)(?= ?[,.;]|$| or | and )/

/** an item of what is forbidden: "sale or redistribution without authorization" */
export const ITEM: RegExp =
  /^(?:any |the )?(?:re-?)?(?:sale|selling|distribution|distributing|publication|sharing|upload(?:ing)?|hosting)(?: (?:or|and) (?:re-?)?[a-z]{4,14})?(?:[.;]?$| (?:of (?:the|this|it|any|[\w-]{3,20})\b|without |to (?:any |third |others)|in any |for (?:money|profit)))/

/** an item of what is withheld, by its name alone: "commercial redistribution" */
export const BARE_ITEM: RegExp =
  /^\W{0,4}(?:any |all )?(?:commercial |public |further |broad |white-label |paid )?(?:re-?)?(?:distribution|distributing|sale|selling|sharing|publication|publishing|upload(?:ing)?|mirroring)(?: rights)?(?:,? (?:or|and) [\w-]{3,20})?\W*$/

/** "any transfer can only be made with our agreement" */
const ONLY_MADE =
  /\b(?:re-?distribution|distribution|transfer|sharing|passing on|publication|disclosure)\b[^;]{0,160}\b(?:can|may|shall|must) only (?:be (?:done|made|carried out|undertaken|effected)|take place|occur|happen)\b/

/** "don't pass the weights on" */
export const PASS_ON: RegExp =
  /\b(?:pass|hand|giv|send|forward|suppl|provid|show|lend)(?:e|es|ing|y|ying)? (?:[\w-]{1,12} ){0,3}?(?:weights|files|models?|checkpoints?|data|datasets?|corpus|database|recordings|videos|images|software|program|materials?|archives?|copies|copy)(?!-)(?: [\w-]{1,14}){0,4} to (?:anyone|anybody|any (?:other|third)|others?\b|other |third |colleagues|friends|people|persons|somebody|someone|outsiders)|\b(?:pass|hand|give|send)(?:ing)? (?:[\w-]{1,12} ){0,2}?(?:weights|files|model|checkpoints?|data|dataset|software|copies|copy) (?:on|along|around|out|away|to (?:others|anyone|third))\b/

/** what is kept from being shared is not the work itself, or the ban is conditional on something harmless */
export const ELSE: RegExp =
  /\badapted material\b|\b(?:notices?|reports?|trademarks?|names?|logos?|marks?|confidential|personal|private|sensitive|user data|output|outputs|feedback|benchmarks?|malware|virus(?:es)?|worms|hoax(?:es)?|spam|content that|information about|information or materials|(?:your|these|the|any) licen[cs]es?|this license|source code form|misinformation|passwords?(?! or (?:the )?(?:data|files|model))|keys?|credentials|accounts?)\b|\b(?:user ?names?|handles|identit(?:y|ies))\b|输出|生成|虚假|信息|(?:[您你]的?|用户的?|个人|患者的?)(?:数据|隐私)|(?:如下|下列|以下)(?:内容|信息)|含有/

/** "except as …, you may not" */
export const EXCEPT_FIRST: RegExp = /^\W*(?:except|unless|other than|subject to(?! the (?:foregoing|above)\b))\b/

/** "refer whoever wants the data to us rather than giving them a copy" */
const RATHER_THAN =
  /\b(?:rather than|instead of|and not) (?:giv|pass|shar|hand|send|suppl|forward|distribut|redistribut)\w* (?:[\w-]+ ){0,4}?(?:cop(?:y|ies)|the (?:data|dataset|corpus|files)|it on)\b/

/** "unauthorized copying or distribution of this file is strictly prohibited" */
const UNAUTHORIZED =
  /\bunauthori[sz]ed (?:[\w-]+,? (?:and |or )?){0,4}?(?:re-?)?(?:distribution|sharing|publication|resale)\b[^.;]{0,90}\b(?:is|are) (?:strictly |expressly )?(?:prohibited|forbidden|not permitted)\b/

/** what must stand in a passage that lets copies be passed on with consent, or in one setting, only */
export const NARROWED: readonly (readonly RegExp[])[] = [
  [WORK, STAYS],
  [TO_YOURSELF],
  [SHARE, WORK, NEEDS, CONSENT],
  [ONLY_IN],
  [NEEDS_ZH],
  [ONLY_MADE, CONSENT],
  [RATHER_THAN],
  [UNAUTHORIZED],
  [SHARE, WORK_OR_DERIVED, ASKS_FIRST, CONSENT],
]

/** Passing on that is let only with consent, in one setting or to nobody outside. */
export function narrowed(passage: Passage): FoundClause | null {
  const text = passage.lower
  const needsZh = passage.language === 'zh' ? run(text, 0, NEEDS_ZH) : null
  if (needsZh && !ELSE.test(text.slice(0, needsZh.end)))
    return { mode: 'ban', at: needsZh.start, parameters: { scope: 'without consent' } }
  const stays = run(text, 60, WORK, STAYS) ?? run(text, 0, TO_YOURSELF)
  if (stays && !ELSE.test(text.slice(stays.start, stays.end)))
    return { mode: 'ban', at: stays.start, parameters: { scope: 'all' } }
  const needs = run(text, 110, SHARE, WORK, NEEDS, CONSENT)
  if (needs && !ELSE.test(text.slice(needs.start, needs.end)) && moodAt(passage, needs.end)?.mode !== 'plea')
    return { mode: 'ban', at: needs.start, parameters: { scope: 'without consent' } }
  const narrowed = run(text, 0, ONLY_IN)
  if (
    narrowed &&
    !has(text, EXCEPT_FIRST) &&
    !/\b(?:source code|license|licence|notice)\b/.test(text.slice(0, narrowed.end))
  )
    return { mode: 'ban', at: 0, parameters: { scope: 'only in part of something else' } }
  const asked = run(text, 110, SHARE, WORK_OR_DERIVED, ASKS_FIRST, CONSENT)
  if (
    asked &&
    !ELSE.test(text.slice(asked.start, asked.end)) &&
    !PURPOSE.test(text.slice(0, asked.end)) &&
    !/\bcommercial\w*\b/.test(text) &&
    moodAt(passage, asked.end)?.mode !== 'plea'
  )
    return { mode: 'ban', at: asked.start, parameters: { scope: 'without consent' } }
  const unauthorized = run(text, 0, UNAUTHORIZED)
  if (unauthorized && !ELSE.test(text.slice(unauthorized.start, unauthorized.end)))
    return { mode: 'ban', at: unauthorized.start, parameters: { scope: 'without consent' } }
  const rather = run(text, 0, RATHER_THAN)
  if (rather && moodAt(passage, rather.start)?.mode === 'duty' && !UNLESS.test(text.slice(rather.start)))
    return { mode: 'ban', at: rather.start, parameters: { scope: 'all' } }
  const made = run(text, 120, ONLY_MADE, CONSENT)
  if (made && !ELSE.test(text.slice(made.start, made.end)))
    return { mode: 'ban', at: made.start, parameters: { scope: 'without consent' } }
  return null
}

/** forbidden only for some purpose: that is a use restriction */
export const PURPOSE: RegExp =
  /\bfor ?[:：]$|\bfor (?:any (?!purpose\b)|the purposes? of|purposes|\(|\w+ purposes|use (?:in|by))|\bin connection with\b|\b(?:within|outside)(?: of)? the (?!model|software|(?:[\w']+ ){0,3}?(?:group|institution|organi[sz]ation|company|team|lab|laboratory|university|consortium|institute|department)\b)|\bin (?:any|one) (?:or more )?of the (?:following|ways)\b|出于|用于|目的/

/** "… or use it for commercial purposes": the purpose is the second verb's */
export const NEXT_VERB: RegExp = /\b(?:or|nor|and) (?:to )?(?:use|using|exploit|deploy|run|train|employ)\b/

/** "except as this license provides": the ban is on a manner of it */
export const UNLESS: RegExp =
  /\b(?:except (?:as(?! (?:an? )?(?:integrated |embedded )?part of)|in|under|with|when|for|that|pursuant|to (?!the (?:limited )?extent))|unless(?! (?:they|those persons|(?:such|the other|the receiving) (?:persons?|part(?:y|ies)|recipients?)|each of them|the recipients?) (?:have|has|are|is) (?:[a-z]+ ){0,3}(?:appl|sign|regist|agree|accept|grant|authori[sz]|bound|obtain))|other than (?:as|under|in|pursuant)|without (?:also |first |including|reproducing|retaining|providing|complying|giving|this|the (?:above|copyright|notice|license)|a copy|such|their|an? )|only (?:if|under|as|in|with)|if (?:the|such|you|it)|in any (?:other )?(?:manner|way) (?:that|other)|that (?:does|do) not|under (?:any )?(?:other|another|different|terms|an?|the)|by itself|separately(?!,? (?:or|in|and|from)\b)|as an? [^.;]{0,40}\bservice\b|as (?:a )?(?:stand|your own)|in violation|in (?:such )?an? (?:manner|fashion|way))\b|除非|未经|除|(?:没有|未|不)(?:保留|附[上带有]|随附|包含)[^。；]{0,24}(?:不得|禁止|不可|不能)[^。；，]{0,14}。?$/

/** all of it, whatever is said of its parts */
export const IN_PART: RegExp = /^(?: itself)?,? (?:(?:either )?in (?:whole|full)|in part)\b/

/** selling as a kind of commercial use, which another kind tells */
export const IN_COMMERCE: RegExp =
  /\bcommercial (?:use|purposes?|exploitation)[ ,:(-]*(?:including|such as|e\.g\.|for example|like)\b[^.;)]{0,140}$/

/** what is not passed on is the license */
export const THE_LICENSE: RegExp = /\b(?:this|your) (?:licen[cs]e|agreement) is (?:personal|granted|not)\b/

/** what someone else does with it, and what some other work's owner may: "by the original broadcaster" */
export const BY_OTHERS: RegExp =
  /\bby (?:the )?(?:original )?(?:\w+ )?(?:owners?|broadcasters?|publishers?|(?:rights|copyright) ?holders?|authors|creators|others)\b/

/** words of export control and of liability, which bind something else */
export const EXPORT: RegExp = /\b(?:re-?)?export\w*\b|\bliable\b|\bliability\b|\brisks?\b|\bdamages\b/

/** what opens an account is kept to oneself, whatever the license */
export const OF_ACCESS: RegExp =
  /(?<!\b(?:data|models?|weights|software|dataset|files) or )\b(?:api keys?|passwords?|credentials)\b(?! (?:or|and) (?:the )?(?:data|models?|weights|software|dataset|files)\b)/

/** what is not passed on, or not to be got round, is the text or the terms themselves; or what a law forbids anyway */
export const OF_TERMS: RegExp =
  /\bcopies of (?:this|the) licen[cs]e(?: document)?\b|\b(?:this|the|these) (?:agreement|licen[cs]e|conditions?|requirements?|obligations?) (?:may|shall|can|must) not be (?:\w+ or )?(?:transferred|assigned|avoided|circumvented|evaded|sold)\b|\bdistribution of (?:only (?:a )?part|a part only)\b|\b(?:primary |main |sole )?purpose of (?:the|your|such) (?:\w+ ){1,2}is not to be\b|\bin any (?:manner|way) (?:that is )?(?:prohibited|forbidden) (?:by|under) (?:any )?(?:applicable )?(?:laws?|regulations?)\b|\bbut not (?:re)?(?:share|distribute),? (?:any )?(?:adapted|modified|derivative)\b/

/** "'Distribution' means making available …" says what a word means */
export const DEFINITION: RegExp = /^\W{0,3}"[^;:.]{1,90}" (?:shall )?(?:means?|refers? to)\b/

/** "if you …": what is said holds in one case */
export const CONDITIONAL: RegExp = /\b(?:if|unless|when|where)\b/

/** the matter of a table row */
export const MATTER: RegExp =
  /^(?:re-?)?(?:distribut\w+|shar(?:ing|e)|publication|publishing|resale|re-?selling|selling|re-?upload\w*|uploading|re-?hosting|mirroring)(?: or [\w-]+| of (?:the )?(?:model|weights|data|dataset|software))?$|^(?:再)?分发$/

/** "except as this license expressly grants" */
export const EXCEPT_AS_GRANTED_ZH: RegExp =
  /除(?:非)?(?:(?:遵守|符合|依照|按照|根据)?本)(?:协议|许可|授权|条款|声明)[^。；]{0,20}(?:外|否则)/
/** "for personal use, changes and copies nobody needs to be asked" */
export const NO_CONSENT_ZH: RegExp = /(?:无需|无须|不需要?|毋须)[^。；，]{0,16}(?:同意|许可|授权)/
