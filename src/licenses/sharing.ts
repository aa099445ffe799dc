/** Passing a work on, by any verb. */
export const SHARE: RegExp =
  /\b(?:hand(?:ing|ed)?|pass(?:ing|ed)?|giv(?:e|ing)|send(?:ing)?|ship(?:ping)?|leak(?:ing)?) (?:[\w,]+ ){0,8}?(?:on|along|over|out|around|to|beyond|outside)\b|\b(?:be|been) (?:handed|passed|given|sent|shipped|supplied|moved)\b|\btorrents?\b|\bput (?:it |them |the \w+ )?(?:on|up on|online)\b|\b(?:re-?upload|re-?post|re-?host|supply|supplied|circulat|export|(?<!this )(?<!the )releas|communicat|disclos|divulg|re-?distribut(?!or)|distribut(?!or)|re-?publish|publish|disseminat|mirror|upload|re-?sell|sell|rent|lease|transfer|lend|host)\w*\b|\bmak(?:e|ing) (?:[\w-]+ ){0,5}?(?:publicly )?available\b|\bshar(?:e|ing)\b|\bprovid(?:e|ing|ed) (?:it|them|the \w+|any \w+|access)(?= to (?:any |other |another ){0,2}(?:third|others|anyone|persons?|part|people|compan|organi))|\b(?:provid|giv)(?:e|ing) copies\b|\bre-?sale\b|(?:再)?分发(?![者方人])|传播(?![者方人])|散布|发布(?![者方人日])|上传|提供给|(?<!不可)转让|出售|出租|共享|(?:向|给)[^。；，]{0,8}(?:提供|传递|转交)/
/** The work that is passed on, and those it goes to. */
export const WORK: RegExp =
  /\b(?:models?|software|weights|parameters|materials?|data ?sets?|datasets?|databases?|data|the program|works?|corpus|corpora|recordings|transcripts|assets?|archives?|copies|copy|licensed|package|third parties|checkpoints?|artifacts?|voice ?banks?|voices?|files|it|them)\b|\bin any form\b|\bto (?:any |a |other )?third part(?:y|ies)\b|\bto (?:others|anyone|anybody|outsiders|friends|third parties|other persons?|another|(?:any )?other (?:hubs?|sites?|people|persons?|part(?:y|ies)|compan(?:y|ies)))\b|\boutside (?:of )?(?:your|its|the licensee's) (?:own )?(?:organi[sz]ation|company|institution|team)\b|模型|软件|权重|数据集|本作品|副本/
/** The same said of the work: "may not be passed on". */
export const BE_SHARED: RegExp =
  /\b(?:(?:may|must|shall|can|will) (?:not )?|cannot |can't )be (?:passed|handed|given|sent|supplied|circulated|lent|leased|rented|released|re-?distributed|distributed|published|sold|transferred|shared|made available|hosted|uploaded|mirrored|passed on|sub-?licensed|disclosed)\b|\b(?:may|must|shall) not(?=[.;,]| ?$)|\bmust not leave\b|\b(?:may|must|shall|can) not be (?:[a-z-]+,? (?:and\/or |or |and )?){1,8}?(?:distributed|shared|made available|transferred|re-?sold|sold|disseminated|published|released)\b|\b(?:shall|may|must) not be (?:copied|reproduced|modified), |\bmay be (?:reproduced|copied|stored)(?:,? (?:or|and)? ?[a-z]{4,12}){0,3} (?:or|and) (?:transmitted|distributed|published|passed on)\b|\b(?:is|are) to be (?:re-?)?(?:distributed|shared|passed on|published|transferred|given|made available)\b/
/** A ban on passing on that needs no object. */
export const GRANT_ALONE: RegExp =
  /\bno (?:right|permission|licen[cs]e)s? (?:to|of|for) (?:re-?)?distribut\w+ (?:is|are)\b|\bno (?:re-?)?(?:distribution(?! (?:requirement|obligation|dut))|distributing|sharing|re-?uploading|uploading|mirroring|re-?hosting|torrents|reselling|resale)\b|\b(?:not for (?:re)?distribution|no redistribution|without the right to (?:re)?distribute|(?:right|permission) to (?:re-?)?distribute (?:\w+ ){0,4}is (?:not|reserved|withheld)|not be (?:re)?distributed)\b|(?:禁止|不得)(?:再)?分发|\bhanding on the (?:\w+ )?(?:model|weights|checkpoints?|files) is (?:forbidden|prohibited|not)\b|\b(?:weights|files|model|checkpoints?) (?:are|is) for your (?:own )?use (?:only|alone)\b|^(?:please )?(?:do not|don't|never) (?:re-?)?(?:distribute|share|upload|publish|post|sell)(?: (?:or|and) (?:re-?)?[a-z]{4,12})?\W*$|\bonly (?:the )?(?:original |official )?(?:authors?|licensor|owners?|creators?|we) (?:may|can) (?:re-?)?(?:distribute|publish|share)\b|(?:严禁|请勿|禁止|不得)(?:对外|擅自|私自)?(?:再|二次)?(?:分发|传播|转载)/
/** The consent without which nothing is passed on. */
export const CONSENT: RegExp =
  /\b(?:prior|written|express|explicit|specific|our|licensor's|prior written) (?:written |prior |express )?(?:consent|permission|approval|authori[sz]ation|agreement)\b|\bconsent in writing\b|未经[^。；，]{0,16}(?:同意|许可|授权)|(?:书面|事先)(?:的)?(?:同意|许可|授权)/
/** Sharing that hangs on a consent: "dissemination of the model demands our prior consent". */
export const NEEDS: RegExp =
  /\b(?:requires?|needs?|demands?|(?:is|are) subject to|depends? (?:up)?on|only (?:with|after|upon))\b|(?:须|需|应)(?:经|取得|获得|事先)/
/** The same in Chinese. */
export const NEEDS_ZH: RegExp =
  /(?:再)?(?:分发|发布|传播|转载)[^。；]{0,16}(?:均|都)?(?:需|须|应当?)(?:要)?(?:事先)?(?:获得|取得|经过?|征得)[^。；]{0,10}(?:授权|许可|同意)/
/** The copies stay where they are. */
export const STAYS: RegExp =
  /\b(?:must|shall|ha(?:s|ve) to|(?:is|are) to) (?:stay|remain|be kept) (?:\w+ ){0,3}?(?:with(?:in)?|inside|on) (?:your|its|the licensee|licensee|their|the)\b|\b(?:remains|stays) (?:with(?:in)?|inside|in|at) (?:your|its|the licensee's|their) (?:own )?(?:institution|organi[sz]ation|company|lab|team|premises|group)\b|\bkeep (?:it|them|the \w+) to yourself\b/
/** Passing on is allowed in one setting alone. */
export const ONLY_IN: RegExp =
  /\b(?:distribut|redistribut|shar|convey|transfer|pass|mak)\w* [^.;]{0,140}\bonly (?:as (?:an? (?:integrated |embedded )?)?(?:part|component) of|in (?:compiled|embedded|binary|object|encrypted) form|embedded in|within|between|to (?:affiliates|employees|(?:other )?(?:academic|research|licensed|registered)))\b/
/** "Not to be copied for the purpose of reselling it" forbids the reselling. */
export const TO_SHARE: RegExp =
  /\bfor the purposes? of (?:re-?)?(?:selling|renting|leasing|licensing|sub-?licensing|distributing|publishing|sharing)\b/
/** "Redistribution or resale is not permitted" names no work. */
export const BARE: RegExp =
  /(?:^|[.;:,] )(?:any |the )?(?:re-?)?(?:distribution|sale|selling|sharing|publication|distributing)(?:,? (?:or|and) [\w-]{2,20}){0,3}(?: in any (?:form|way|manner)| of any kind| of any part)? (?:is|are) (?:strictly |expressly )?(?:not (?:permitted|allowed|licensed)|prohibited|forbidden)\b/
/** "Any use beyond this license, including external distribution, is prohibited". */
export const OUTSIDE: RegExp =
  /\b(?:external|onward|further|third[- ]party|public) (?:re-?)?(?:distribution|sharing|transfer|disclosure|release)\b/
/** "Prohibited use: sale, redistribution, …". */
export const LISTED: RegExp =
  /^(?:prohibited|forbidden|not (?:allowed|permitted)|banned|disallowed)(?: uses?| activities)?:? (?:[^.;:]{0,90}[,:] )?(?:and |or )?(?:re-?)?(?:distribution|upload(?:ing)?|sharing|resale)(?= ?[,.;]|$| or | and )/
/** An item of a list of what is withheld, by its name alone: "commercial redistribution". */
export const BARE_ITEM: RegExp =
  /^\W{0,4}(?:any |all )?(?:commercial |public |further |broad |white-label |paid )?(?:re-?)?(?:distribution|distributing|sale|selling|sharing|publication|publishing|upload(?:ing)?|mirroring)(?: rights)?(?:,? (?:or|and) [\w-]{3,20})?\W*$/
/** "Don't pass the weights on". */
export const PASS_ON: RegExp =
  /\b(?:pass|hand|give|send)(?:ing)? (?:[\w-]{1,12} ){0,2}?(?:weights|files|model|checkpoints?|data|dataset|software|copies|copy) (?:on|along|around|out|away|to (?:others|anyone|third))\b/
/** "Keep it to yourself", "keep the data within your institution". */
export const TO_YOURSELF: RegExp =
  /\bkeep (?:it|them|the \w+) (?:to yourself\b|(?:with)?in(?:side)? (?:your|its|their|the licensee's) (?:own )?(?:institution|organi[sz]ation|company|team|lab|group|premises)\b)/
