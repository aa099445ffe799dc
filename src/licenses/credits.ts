/** "you must credit Heron Labs" */
export const CREDIT: RegExp =
  /\b(?:[Cc]redit|[Cc]ite(?= [A-Z])|[Aa]cknowledge|[Aa]ttribute (?:it|this|the \w+) to|[Aa]ttribute both|[Aa]ttribute(?= th(?:is|e) (?:project|repository|dataset|corpus))) (?:us|me|my [a-z]+|the (?:authors?|creators?|licensor)|th(?:is|e) (?:repository|dataset|project|corpus)|[A-Z][A-Za-z]+)/

/** "credits are mandatory", "attribution required: …", "you have to link back" */
export const CREDIT_DUE: RegExp =
  /(?<!\bno )(?<!without )\b(?:attribution|credits?|a link back|link back|citation)(?: to [\w ]{1,30})?,?:? (?:(?:is|are) )?(?:always |strictly )?(?:required|mandatory|compulsory|obligatory|a must)\b/

/** "link back to us" */
export const LINK_BACK: RegExp =
  /\blink(?:ing)? back to\b|\binclude ["'][^"']{3,60}["'] in (?:the|your|its) (?:description|credits?|readme|bio|captions?|video|about)\b/

/** "you may share and adapt it, with attribution to the authors", "… unchanged with this notice" */
export const WITH_CREDIT: RegExp =
  /\bwith (?:(?:proper|due|appropriate|clear|full|correct|adequate|visible) )?(?:attribution|acknowledge?ment|credits?|citation)\b(?= ?(?:[.,;)]|$|to\b|of\b|and\b))|\bwith (?:this|the|these|all|its) (?:\w+ ){0,2}?(?:notices?|licen[cs]e (?:text|file)|attributions?)\b(?= ?(?:[.,;)]|$|intact|attached|included|and\b))/

/** "you must link to this policy" */
export const LINK_TO: RegExp =
  /\blink(?:ing)? (?:back )?to (?:this|the) (?:original )?(?:licen[cs]e|policy|directive|page|repository|project|source|work|terms)\b/

/** "attribution must name the work and the author" */
export const MUST_NAME: RegExp =
  /^(?:attribution|credits?)(?: required)?: (?:you |please )?(?:must|have to|need to|shall)\b|\b(?:attributions?|credits?|acknowledge?ments?|citations?) (?:must|shall|has to|have to|needs? to|should) (?:clearly |at least |also )?(?:name|include|state|mention|read|be|contain|appear|cite|link|identify)\b/

/** "you must state that it is derived from the original" */
export const TELLS_ORIGIN: RegExp =
  /\b(?:indicat|stat|disclos|mention|say|acknowledg|declar|mak\w* clear)(?:e|es|ed|ing)? that (?:it|they|the \w+|your \w+) (?:is|are|was|were|has been|have been) (?:derived from|based (?:up)?on|a derivative of|built (?:up)?on|adapted from)\b/

/** "you must attribute this project in any publication" */
export const ATTRIBUTE: RegExp = /\battribute (?:it|them|us|this|the|its|our|my)\b(?! (?:\w+ ){0,2}to (?:any|errors))/

/** "must clearly indicate the source" */
export const SOURCE: RegExp =
  /\b(?:indicat|stat|nam|cit|credit|mention|acknowledg|identif|attribut|disclos)(?:e|es|ed|y|ing|ies)? the (?:original |official )?sources?\b(?! (?:code|files?|form))|(?:标明|注明|说明|明确)[^。；，]{0,16}来源/

/** a citation in a paper is another kind */
export const OF_PAPERS: RegExp =
  /\b(?:publications?|publish\w*|papers?|articles?|manuscripts?|research|academic|scientific|presentations?)\b/

/** words of papers, in which a citation is another kind */
export const IN_PAPERS: RegExp =
  /\bin (?:any|all|your|every|each) (?:\w+ ){0,2}?(?:publications?|papers?|articles?|releases?|manuscripts?|presentations?|research|work that results)\b/

/** words of works, which a citation goes with */
export const OF_WORKS: RegExp = /\b(?:tools?|models?|products?|software|services?|works?|apps?|applications?)\b/

/** "attribution to Heron Labs", as an item of what is required */
export const NAMED_DUTY: RegExp =
  /^(?:proper |appropriate |clear |full )?(?:attribution|credit|acknowledge?ment)(?: (?:to|of)\b|\W*$)/

/** "if you pass it on you must include a citation to the paper" */
export const PASSED_ON: RegExp = /\b(?:re-?distribut|distribut|shar(?:e|ing)|publish|releas)\w*\b/

/** a citation */
export const CITATION: RegExp = /\b(?:citations?|references?) (?:to|of)\b/

/** the matter of a table row */
export const MATTER: RegExp =
  /^(?:attribution|credits?|crediting|notices?|copyright notices?|license and copyright notice|naming the authors?)$|^署名$/
