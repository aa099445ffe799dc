/** "you may not remove or obscure any notice" keeps the notices with every copy */
export const REMOVE: RegExp =
  /\bremoval of\b|\b(?:remov|alter|obscur|delet|eras|modif|deface|conceal|omit|strip|hid)(?:e|es|ed|ing|ify|y)?\b|(?:删除|去除|移除|修改|遮盖|隐藏|更改)/

/** what is kept with every copy */
export const KEPT: RegExp =
  /\b(?:copyright|proprietary|licen[cs]\w*|attribution|legal|trademark|other)\b[^.;]{0,60}\b(?:notices?|legends?|statements?|markings?|labels)\b|\b(?:notices|legends|copyright information)\b|(?:版权|许可|著作权|权利|专有)[^。；，]{0,8}(?:声明|信息|标识|标签|标记)|\b(?:original|author|source|dataset|data|model|project) attributions?\b/

/** "attribution and license notices must not be removed" */
export const NOT_REMOVED: RegExp =
  /\b(?:attributions?|notices?|legends|credits?)\b[^.;]{0,40}\b(?:must|may|shall|can) not be (?:\w+ )?(?:removed|altered|obscured|deleted|stripped|hidden|omitted)\b/

/** keeping, giving or showing */
export const KEEP: RegExp =
  /\b(?:retain|includ|keep|(?<=\bbe )provided|provid(?!ers?\b|ed (?:for|by|in|under|as|herein|to|that)\b)|giv|reproduc|preserv|accompan|appear|identif|attribut|credit|cit|contain|display|indicat|mention|attach|come|travel|carr|bear|furnish|suppl|go|goes|ship|enclos|append|hand|name|list|quot|set out|link back|reproduc|cop(?:y|ies) of)\w*\b|保留|包含|附带|注明|标注|标示|显示|展示|提供|署名|标明|\b(?:leav|travel|accompan)\w*\b|附上|附带/

/** a notice, a credit, the text of the terms */
export const NOTICE: RegExp =
  /\b(?:copyright (?:line|information|text|mark|statement)s?|legends?|(?:these|this) (?:terms|text|license|licence|agreement|conditions)|(?:a |the )?copy of these|(?:the )?(?:list|names?) of (?:the )?(?:authors|contributors|creators)|authorship|where (?:it|you got it|the \w+) (?:came|comes) from|original authors?|by name|(?:a |readable )?cop(?:y|ies) of (?:these|the) terms|present (?:conditions|terms)|us credit|(?:copyright|attribution|permission|license|legal|proprietary) (?:notices?|statements?)|notices?|"notice"|attributions?|appropriate credit|credit|acknowledge?ment|copy of (?:this|the) (?:license|licence|agreement|terms|public license)|(?:the )?(?:source|name) and (?:the )?author|author(?:'s|s)? name|the creator)\b|版权(?:声明|信息|标识|归属)|许可(?:声明|文本|证文本)|署名|出处|来源|作者(?:信息|姓名|名称)|原作者|以下(?:版权|来源|署名)?信息|(?:本|许可)协议(?:的)?(?:副本|文本)|声明|本(?:许可|协议)(?=。|，|并|和|、|全文|文本|副本|$)|\b(?:legend|the licen[cs]e file|present text|copyright notice|authorship|the line ")\b|\bthe line\b|本许可证|\bcopy of the (?:[\w.-]+ ){1,4}?(?:(?:community |model )?licen[cs]e|(?:license )?agreement|(?:open)?rail(?:\+{0,2}-\w)?)(?![\w+])/

/** notices, as the subject of a sentence */
export const PASSIVE: RegExp =
  /\b(?:(?:copyright|author) (?:lines?|notices?|statements?|information)|legends?|this (?:text|license|licence|agreement)|these terms|copyright notices?|permission notices?|this notice|notices?|attribution|credit)\b|(?:版权|许可|署名)声明|\bnames? of the (?:authors?|creators?|licensor)\b|\bauthorship\b|\bsource of (?:the|this)\b/

/** "must be kept" */
export const PAST: RegExp =
  /\b(?:(?:shall|must|should)(?: always)? be|ha(?:s|ve) to be|(?:is|are) to be|needs? to be) (?:included|retained|reproduced|preserved|given|kept|attached|supplied|passed|left|handed|provided)\b|\bis required\b|(?:应当?|须|必须|需)[^。；]{0,6}(?:包含|包括|保留|附)|\b(?:shall|must) be (?:set (?:forth|out)|shown|stated|named|displayed)\b|\b(?:shall|must) be (?:acknowledged|credited|mentioned)\b/

/** "provided this license is included with any copies", "redistribution requires attribution" */
export const IF_INCLUDED: RegExp =
  /\b(?:provided|as long as|so long as|on condition)(?: that)? (?:this|the|these|all|any|its) (?:\w+ ){0,2}?(?:licen[cs]e|terms|notices?|agreement|text|credits?)(?: and [\w ]{1,30})? (?:is|are|remains?|stays?|be) (?:\w+ )?(?:included|kept|retained|preserved|attached|reproduced|intact|left|given|visible|in place)\b|\b(?:provided|as long as|so long as|on condition)(?: that)? [^.;:]{3,110}\b(?:is|are|be) (?:\w+ )?(?:cited|credited|acknowledged|attributed|mentioned)\b|\b(?:redistribut\w+|distribution|sharing|copies|copying|publication|use|reuse)\b[^.;]{0,50}\brequires? (?!no\b|neither\b)(?:\w+ ){0,2}?(?:attribution|credit|(?:a |the )?(?:licen[cs]e|copyright) notice)\b/

/** "… except that you reproduce the above notice" */
export const EXCEPT_KEPT: RegExp =
  /\b(?:except|unless|provided|only if)\b[^.;]{0,140}\byou (?:also )?(?:reproduce|retain|include|keep|preserve|give)\b[^.;]{0,40}\b(?:notices?|copy of this|attribution|credit)\b/

/** "30 days' notice", "notice of any material changes": word of what happens */
export const OF_EVENT: RegExp =
  /\bnotices? to you\b|\b(?:days'?|prior|written|advance|upon|reasonable) notices?\b|\bnotices? of (?:any |such |all |the )?(?:material |significant )?(?:changes?|updates?|amendments?|terminat\w+|breach|claims?)\b/

/** "you may distribute copies if (a) you give recipients …": the conditions of a permission are owed */
export const MAY_IF: RegExp =
  /\b(?:may|can|free to|allowed to|permitted to|welcome to) (?:[\w,]{1,20} ){0,6}(?:re-?)?(?:distribute|reproduce|share|convey|copy|publish|use|adapt|modify)\b[^.;]{0,160}\b(?:if|provided|as long as|so long as|on condition|subject to)\b/

/** "you may use it if you give credit" */
export const IF_YOU: RegExp = /\bif you (?:also |always |clearly )?$/

/** "you may share it, provided that: - this license text is included" */
export const IF_LEAD: RegExp = /\b(?:provided|if|as long as|so long as|on condition|subject to)\b[^.;]{0,60}$/

/** "… is kept", among the conditions */
export const IS_KEPT: RegExp =
  /\b(?:licen[cs]e|notices?|terms|agreement|credits?|attribution|citation)\b[^.;]{0,40}\b(?:is|are|remains?|stays?) (?:\w+ )?(?:included|kept|retained|preserved|attached|reproduced|intact|left|given|visible)\b/

/** the text itself goes with the copies */
export const ATTACH: RegExp = /\b(?:attach|include|enclose|append|accompany \w+ with)\b/
export const THIS_TEXT: RegExp = /\bthis (?:licen[cs]e|document|agreement|text)\b/
/** "you may add your own notices" */
export const OF_ONES_OWN: RegExp = /\b(?:add|attach|include|append) (?:your|their|its) own\b[^.;]*$/
