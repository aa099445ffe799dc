/** What a word makes of the words after it. */
export type Word = 'ban' | 'duty' | 'grant' | 'plea' | 'none' | 'negative'

/**
 * The words that set a mood, most specific first: English ones begin at a word, Chinese ones anywhere. `negative` turns
 * the next "may" into a ban ("neither you nor any affiliate may"); `none` is a phrase that holds such a word without
 * its mood ("may not apply", "is not limited to").
 */
export const WORDS: readonly (readonly [Word, RegExp, RegExp])[] = [
  [
    'none',
    /please (?:note|be aware|remember|observe|bear in mind|keep in mind|understand|be advised|be reminded)\b|(?:is|are) not (?:forbidden|barred|precluded) from\b|(?:may|shall|will|do|does|must|should) not (?:apply|be liable|be responsible|be held|be construed|be deemed|limit|restrict|prohibit|prevent|preclude|forbid|affect|be limited|be required|be obligated|be interpreted|constitute)\b|(?:is|are|be) not (?:limited to|required|obligated|obliged|prohibited)\b|not (?:only|limited to)\b|if (?:you|licensee) (?:do not|does not|cannot|can not|may not|fail)\b|nothing in (?:this|these)\b(?![^.;]{0,50}\b(?:read|construed|taken|understood) (?:as|to) (?:permit|grant|allow|confer|licens|authori[sz]|giv))/,
    /不限于|不得迟于|不承担|无需|不需要|只需|如需|若需|不必|无须|不影响|不可撤销|不可转让|不可再许可|不可转授权|不可抗力/,
  ],
  [
    'ban',
    /nothing (?:herein|hereof|here|in (?:this|these)\b[^.;]{0,40}) (?:shall|may|is to|can) be (?:read|construed|taken|understood) (?:as|to) (?:permit|grant|allow|confer|licens|authori[sz]|giv)\w*\b|(?:may|shall|must|will|can|could) (?:also )?not\b|(?:may|shall|must|will|can) (?:be )?neither\b|(?:may|shall|must|can) never\b|(?<=^|[.;:,)!?] |\bplease |\bthen |\band |\bor |\bbut |\bso |\bjust |\balso )(?:do not|don't|never) (?=[a-z])|(?:cannot|can't|won't|mustn't|shan't)\b|it (?:is|shall be|would be|constitutes) (?:also )?a (?:\w+ )?(?:breach|violation)(?: of (?:this|these|the|our) [a-z]{3,12})?(?: for (?:any |a |an )?(?:[a-z]{2,12}))? to\b|(?:promises?|pledges?|commits?) (?:never|not) to\b|(?:do not|don't|does not|doesn't) (?:let|allow|permit|licen[cs]e) (?:anyone|anybody|you|others|licensees?)\b|but not (?!limited|only|necessarily|always|restricted|exclusively|all\b|the\b|an?\b|in\b|to\b|for\b|by\b|with|required|because|if\b|when|yet|less|more|least|obligat|on\b|as\b|of\b|any|under|from|at\b|just)(?=[a-z])|(?:confers?|grants?|gives?|conveys?) nothing\b|(?:not|isn't|aren't) (?:be )?(?:lawful|permitted|allowed|authorized|authorised|entitled|licensed|okay|ok|fine|acceptable|at liberty)(?: to| for)?\b|(?:off[- ]limits|forbidden|prohibited|banned|not (?:allowed|permitted|covered|included)|don't get[^.:;]{0,40}|no-gos?|excluded(?: uses?)?)(?: (?:are|is))? ?:|(?:does not (?:automatically |itself |by itself |thereby |in itself |implicitly |in any way )?(?:grant|give|convey|permit|allow|authorize|include|comprise|carry|confer|extend to|reach|cover|encompass)|do not (?:automatically |themselves |by themselves |thereby |implicitly )?(?:grant|give|convey|permit|allow|authorize|confer|extend to))(?: you| licensee)?(?: the| any| a)?(?: rights?| licen[cs]e| permissions?)?(?: to)?\b|(?:agree|agrees|undertake|undertakes|covenant|covenants|(?:is|are) agreeing) not to\b|(?<=\band |; |\) )not (?:to )?(?=[a-z])|agrees? to not\b|(?:prohibited|precluded|barred|debarred|restricted|excluded|forbidden|banned) from\b|no (?:[\w-]{1,20} ){1,6}(?:is|are) to be (?=[a-z]{4,})|no (?:[\w-]{1,20} ){1,5}(?:may|shall|must|can|will)\b(?! (?:be )?(?:liable|responsible|held|required|apply|exceed|arise))|(?<=^|[:;,] |\band |\bbut |\bor )no (?=[a-z-]{3,})(?!warrant|liabilit|one\b|other|fees?\b|charge|costs?\b|royalt|obligation|rights?\b|licen|support|guarantee|attribution|restriction|limit|additional|further|permission|need|person|part(?:y|ies)?\b|event|longer|matter|later|more|less|claim|owner|represent|condition|implied|express|such|patent|trademark|dut(?:y|ies)|responsib|copyright|registration|account|approval|separate|provision|failure|delay|waiver|amendment|modification of|assurance|way|case|circumstances|training data|data|source|software)|(?:refrain|abstain|desist|refraining|abstaining)(?:ing)? from\b|(?:is|are) not to (?=[a-z])|(?<=^|[.;,:] )not to be (?=used|employed|deployed|applied|taken)|(?<=^|[;,] )not for\b|(?<=[,:] )not us(?:e|ing)\b|(?:shall|must|will|may) (?:derive|make|have|obtain|take|draw|enjoy|put|get|acquire) no\b|(?:gives?|grants?) (?:you|them|licensees?) nothing\b|(?:shall|must|will|may) (?:do nothing|in no (?:case|event|way|wise|manner))\b|no attempts? to\b|on no account\b|no use (?=is made)|(?:forbidden|prohibited) (?:to|uses?)\b|(?:license|agreement|policy|terms) (?:strictly |expressly )?(?:prohibits?|forbids?|bans?|rules? out)\b|\bwe (?:absolutely |strictly |expressly |explicitly |also )?(?:prohibit|forbid|ban|disallow|(?:do not|don't) (?:permit|allow|authori[sz]e|licen[cs]e|grant|tolerate))\b|no (?:rights?|license|permission)(?: is granted)? to\b|without (?:the |any )?right to\b|(?:not have (?:the |any )?|ha(?:s|ve) no )(?:right|permission|authority)\b/,
    /不得|(?:承诺|同意|保证)不|禁止|严禁|不可以|不允许|不应|不能|不许|不准|不可|无权|勿|杜绝|不予|不包括|谢绝|切勿|一律不|不授予|不授权/,
  ],
  [
    'negative',
    /neither\b|nor\b|no one\b|nobody\b|no (?:person|recipient|licensee|user|part|portion|copy|copies|outputs?|third party)\b|in no event\b|under no circumstances?\b/,
    /任何人不(?!得|能|可)/,
  ],
  [
    'plea',
    /encouraged? to\b|encourages\b|encourage (?:you|users?|everyone|anyone|others|the|all|licensees?|people)\b|(?:we|also|strongly) encourage\b|(?:only|kindly) ask\b|ask (?:that|you)\b|please\b|recommend(?:ed|s)?\b|(?:are|is) invited to\b|would appreciate\b|we hope\b|kindly\b|should\b/,
    /建议|鼓励|希望|呼吁|恳请|欢迎|(?<![申聘邀])请(?!求)/,
  ],
  [
    'duty',
    /(?:shall|must|will|has to|have to|needs? to|it is a condition (?:of [^.;,]{1,40} )?that|(?:is|are) (?:under (?:a duty|an obligation)|duty-bound) to|(?:is|are) (?:responsible|answerable) for (?=[a-z]+ing\b)|(?:is|are) to be (?=[a-z]+(?:ed|en|wn|pt|ld|ght|de|ut)\b)|(?:you|they|users?|licensees?|operators?|deployers?)(?:'ll)? needs? (?=(?:a|an|the|our|its|some|written|prior|at) )|agrees? to|undertakes? to|(?:you|users?|licensees?|researchers?|recipients?) (?:commits?|pledges?|promises?) to(?! not))\b|(?:is|are|be) (?:required|obligated|obliged|bound) to\b|(?:licensees?|you|derivatives?|recipients?|users?|deployers?|operators?|each|all) (?:is|are) to (?=[a-z])|as a condition\b|(?:it's|it is|it shall be) (?:on you|up to you|your job|your duty|incumbent (?:up)?on \w+|mandatory) to\b|(?:make|be) sure (?:to|that|you|it|they)\b|(?:provided|on condition|on the condition)(?: that)? (?=(?:its|their|the|you|such|each|any|every|it|they|that) )/,
    /应当|必须|务必|有义务|须(?!知)|(?<![相响对供适反])应(?![用答急对付收])|需要|(?<![所必])需(?!求)/,
  ],
  [
    'grant',
    /(?:may|can)\b|(?:is|are|be) (?:permitted|allowed|free|entitled|authorized|authorised|licensed|at liberty) to\b|feel free to\b|grants?\b|(?:right|license|licence|permission|freedom) to\b|reserves? the right\b/,
    /可以|允许|有权|授予|(?<![许认])可(?![能靠见])/,
  ],
]

/** said after the act: "redistribution is strictly prohibited" */
export const SAID_AFTER: RegExp =
  /\b(?:is|are|be|being|will be|shall be) (?:treated|regarded|considered|deemed|viewed|understood)(?: as| to be)? (?:an? )?(?:\w+ )?(?:breach|violation)\b|\b(?:is|are|be|being|remains?|stands?) (?:strictly |expressly |hereby |also |explicitly |categorically |absolutely |therefore |specifically |always |simply )?(?:(prohibited|forbidden|barred|banned|disallowed|precluded|impermissible|ruled out|off[- ]limits|off the table|reserved (?:for (?:us|(?:the )?licensor|its author)|to (?!you|users?|licensees?|the (?:user|licensee)))|an? (?:\w+ )?(?:breach|violation)\b|an? (?:prohibited|forbidden|restricted|banned|excluded) (?:use|purpose)|out(?=[.;,!]|$)|a no-go|out of (?:bounds|the question)|(?:excluded|outside|beyond)(?= ?[.,;|]| (?:from|the (?:scope|terms|license|grant)|this|under|uses?|by|here|for)\b| ?$)|not (?:ok|okay|fine|on|acceptable|comprised|contemplated|embraced|contained|lawful|for you|permitted|allowed|authori[sz]ed|licensed|covered|included in|part of|within|a permitted|an allowed|a licensed)|neither (?:permitted|allowed|licensed))|(required|mandatory|obligatory|compulsory|a must|a condition of (?:this|the|your)))\b|\b(?:isn't|aren't) (allowed|permitted|ok|okay|covered|licensed|on|fine|part of|included|a permitted|an allowed)\b|\b(falls?|lies?) outside\b|\b(?:may|must|can|shall) not(?= ?[.;,]|$)|\b(?:terminates?|ends?) your (?:licen[cs]e|rights)\b|[|:] ?(?:\*\*)?(?:[✗✘❌×] ?)?(no|not (?:allowed|permitted|licensed|covered|ok)|prohibited|forbidden|never|excluded|banned|✗|✘|❌|不允许|禁止|否)(?:\*\*)?(?= ?[|,.;(—-]| ?$)|(严格禁止|被禁止|是禁止的|均属禁止|不被允许|一律禁止|不属于[^。；]{0,12}(?:对象|范围|用途)|不在[^。；]{0,10}范围)/
/** a check list that marks what is not allowed */
export const CROSSED: RegExp = /^\W{0,3}(?:[✗✘❌⛔]|🚫)/
/** short lines right under "What you can't do" */
export const FORBIDDING: RegExp =
  /^(?:\W|\d)*(?:what (?:you|users|licensees) (?:can't|cannot|can not|may not|must not|mustn't) do|(?:strictly |absolutely |expressly |explicitly )?(?:prohibited|forbidden|banned|disallowed|unacceptable)(?: (?:uses?|conduct|activities|applications|purposes|behaviou?r))?(?: \([^()]{1,40}\))?|don'ts|not (?:allowed|permitted)|off[- ]limits|禁止(?:用途|行为|事项)|不得从事的行为)\W*$/
/** "Keep the notices.": what a sentence of its own tells the reader to do is owed */
export const TOLD: RegExp =
  /^(?:[^.:]{0,80}\? |[^.;]{0,80}: |(?:if|when|where|once|whenever|for) [^.;]{3,140}, )?(?:then |always |just |so )?(?:make|stick|install|run|update|upgrade|sign|mention|link|insert|comply|respect|keep|include|credit|give|retain|preserve|display|show|call|name|label|mark|tell|add|put|state|share|register|fill|cite|mention|pass|reproduce|attach|start|say|write|send|get|obtain|ask|apply|follow|use|leave|hand|produce|provide|submit|supply|prove|certify|bind|acknowledge|delete|erase|stop|retire|thank|quote|reference|license|release|prefix)\b/
/** what the terms of others say, or what a text speaks of, binds nobody here */
export const OF_OTHERS: RegExp =
  /\b(?:terms|licen[cs]es?|polic(?:y|ies)|agreements?|rules) of (?:others|other (?:vendors|models|publishers|projects|companies))\b|\b(?:in|under|by) (?:many |some |most )?other (?:vendors' |models' |publishers' )?(?:licen[cs]es?|terms|agreements?),? (?:such|like|is|are|which|often)\b|\b(?:ours|this licen[cs]e|we|our licen[cs]e|our terms) (?:do|does) not (?:have|contain|say|include) (?:it|them|such|this|that|one|any such)\b|\bunlike (?:other|many|most|some) [\w ]{0,30}(?:licen[cs]es?|terms|vendors|models)\b|\b(?:many|some|most|several) (?:other )?(?:licen[cs]es?|vendors|publishers|companies) (?:forbid|prohibit|ban|bar|require|say|demand|ask)\b|其他(?:许可证|许可协议|厂商)(?:禁止|要求|规定)|\bwhose (?:terms|licen[cs]es?) (?:say|says|forbid|prohibit|require)\b|\bis exactly what you (?:will|do) not find here\b|\byou (?:may|might) know from elsewhere\b/
