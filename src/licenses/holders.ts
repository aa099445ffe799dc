import type { Passage } from './clause.ts'
import { holds, moodAt } from './mood.ts'
import { has, run, runs } from './nearby.ts'

/** Who works with the licensee under the license itself: nothing is passed on to them. */
const COLLEAGUES =
  /\b(?:anyone|anybody|everyone|persons?|people|members?|users?|researchers?|staff|individuals?|all|those) (?:else )?(?:on|in|of|within|under|at|from|inside) (?:my|our|your|the same|the|its|their|the (?:licensee|recipient|institution)'s) (?:[\w-]+ ){0,2}?(?:teams?|groups?|labs?|laborator(?:y|ies)|organi[sz]ations?|institutions?|departments?|compan(?:y|ies)|employ|supervision|direction|control|authority|projects?)\b|\b(?:my|our|your|its|their|the (?:licensee|recipient|institution|user)'s) (?:own )?(?:employees|students|staff|colleagues|collaborators|co-?workers|personnel|agents|team members|team|(?:research|lab) (?:staff|team|group|members))\b|\b(?:employees|students|staff|personnel|consultants|contractors|agents)\b(?=[^.;]{0,40}\b(?:who|with) (?:have |need |are )?(?:access|working|involved))|\bmembers? of (?:[\w'-]+ ){1,4}?(?:teams?|groups?|labs?|laboratory|staff|department)\b|\bauthori[sz]ed (?:users|personnel|persons|researchers)\b|\bresearch (?:staff|associates|team members|personnel)\b|\bco-?(?:investigators|researchers)\b/

/** Who holds the work after the licensee, in words that cannot mean the licensee. */
const NEXT =
  /\bthird part(?:y|ies)\b|\btransferees?\b|\bsub-?licensees?\b|\bassignees?\b|\b(?:partner|collaborating|any other|another) (?:institutions?|organi[sz]ations?|compan(?:y|ies)|labs?|groups?)\b|\b(?:acquirers?|purchasers?|buyers?|successors?)\b|\b(?:next|new|further|subsequent|downstream|onward|later|future) (?:users?|persons?|people|holders?|recipients?|licensees?|owners?|part(?:y|ies)|customers?|developers?|distributors?)\b|\b(?:anyone|anybody|everyone|whoever|whomever|those|persons?|people|parties|part(?:y|ies)|individuals?|entit(?:y|ies)|colleagues|others) (?:else )?(?:(?:to|with) wh(?:om|ich)|(?:who|that) (?:then |also |later |subsequently )?(?:receiv|obtain|get|acquir|download|access)\w*|receiving|obtaining|(?:you|i|we) (?:give|pass|share|hand|send|distribut|provid|transfer|supply)\w*)\b|\b(?:whoever|anyone who) (?:receives|gets|obtains)\b|\b(?:your|such|its|their|my|our|end|other|any other|all other) (?:own )?(?:users?|customers|recipients?)\b|下游|受让(?:方|人)|最终用户|后续(?:使用者|用户|接收)/
/** the same, and the bare word, which agreements on data also give the licensee */
const RECIPIENT =
  /\b(?:recipients?|others|another (?:person|party|user|researcher)|other (?:researchers?|parties|people|persons|users|institutions?|organi[sz]ations?))\b|接收(?:者|方)|第三方/
const EITHER = new RegExp(`${NEXT.source}|${RECIPIENT.source}`)

const OBLIGE =
  /\b(?:requir|caus|ensur|oblig|contractually|procur|see to it|mak(?:e|es|ing) sure|hav(?:e|ing)|get|mak(?:e|es|ing)|ask|bind)(?:e|es|ed|ing|s)?\b|要求|确保|约束|保证/
const ACCEPT =
  /\b(?:sign|agree|accept|comply|complie|abide|adhere|follow|observe|respect|enter into|be bound|be subject|bound|held|subject|acknowledge|undertake|consent)(?:s|d|ed|es|ing)?\b|同意|遵守|签署|接受|约束/
const TERMS =
  /\b(?:this|these|those|the|such|its|all|identical|equivalent|similar|same|substantially similar|comparable|own|an?) (?:same |above |foregoing |present |very |data |use |usage |license |licen[cs]ing |[\w-]{1,14} ){0,3}?(?:agreements?|eula|licen[cs]es?|terms|conditions|restrictions|rules|obligations|duties|provisions|limitations|undertakings?|polic(?:y|ies)|annex(?: [a-z\d])?|section(?: [a-z\d.]+)?|attachment(?: [a-z\d])?)\b|\b(?:terms|conditions|restrictions|obligations|limits) (?:[\w-]+ ){0,2}?(?:no less|at least as|as|not less) (?:strict|restrictive|protective|stringent)\b|\b(?:annex|schedule|attachment|exhibit) [a-z\d]\b|\b(?:this|the same|an identical|such a) form\b|本(?:协议|许可|许可证|条款|声明)|(?:上述|以上|相同|同样)的?(?:条款|条件|限制|义务)/

/** "may be shared only with those who have signed this agreement" */
const SHARED_WITH =
  /\b(?:shar|distribution|distribut|redistribut|pass|giv|transfer|provid|disclos|hand|made available|making available|mak(?:e|ing) available|forward|re-?licens|sub-?licens)(?:e|es|ed|ing|red|en|s)?\b/
const WHO_ACCEPT =
  /\b(?:if|provided|unless|only (?:if|to|with|when|after|once)|as long as|so long as|on (?:the )?condition)\b/
const WHO =
  /\b(?:recipients?|transferees?|sub-?licensees?|third part(?:y|ies)|the other (?:side|party)|they|who|(?:each|every|any) (?:such )?(?:person|party|user)|(?:those|these|such) (?:people|persons|parties|users|researchers))(?: (?:has|have|must|also|first|in turn|themselves|likewise|each|is|are|will|shall))*$/

/** "only to researchers who have signed the same agreement" */
const WHO_SIGNED =
  /\b(?:who|that) (?:have |has |also |already |first |themselves )*(?:signed|agreed to|accepted|agree to|accept|sign|(?:are|is) (?:also )?bound by)\b/
/** "make these terms part of any contract", "your terms of service must forbid …" */
const PUT = /\b(?:mak|includ|incorporat|insert|put|embed|writ|repeat)(?:e|es|ing)?\b/
const IN_CONTRACT =
  /\b(?:part of|in|into) (?:any|every|each|all|your|their) (?:[\w-]+ ){0,3}?(?:contracts?|agreements?|eula|terms of (?:service|use)|user terms)\b/
const YOUR_CONTRACT =
  /\b(?:your|any|every|each|all) (?:own )?(?:[\w-]+ ){0,2}?(?:terms of (?:service|use)|eulas?|agreements? with (?:your |its |the )?(?:users|customers|recipients|end users)|user agreements?|sub-?licen[cs]es?|contracts? with)\b/
const FORBID = /\b(?:forbid|prohibit|impose|ban|exclude|bind|oblige|require|contain|include|reproduce|pass on)\b/
const USES =
  /\b(?:uses?|purposes?|applications?|users?|customers?|restrictions?|limits?|limitations?|conditions|prohibitions?)\b/
/** "only under terms that contain the same restrictions" */
const ONLY_UNDER =
  /\bonly (?:under|subject to|on) (?:[\w-]+ ){0,3}?(?:terms|licen[cs]es?|agreements?|contracts?|conditions) (?:that|which|containing|including|with|imposing)\b/
const SAME_LIMITS =
  /\b(?:the same|these|those|all|identical|equivalent|similar|comparable) (?:[\w-]+ ){0,2}?(?:restrictions?|limitations?|limits|prohibitions?|conditions|obligations)\b/
const IMPOSE = /\bimpos(?:e|es|ing)\b|\bpass(?:ing)? on\b/

/** a duty to tell them of the terms binds them to nothing */
const ONLY_TOLD =
  /\b(?:accompanied|notice|works?|products?|derivatives?|materials?|portions?|inform|notif|tell|aware|copy of|copies of)\w*\b/

/** "whoever receives the model from you must accept the same restrictions" */
const MUST_BE =
  /\b(?:must|shall|will|ha(?:s|ve) to|needs? to|(?:is|are) (?:to be|contractually|likewise|equally|also|in turn))\b/

/** "应与第三方签订同等保护水平的协议" */
const SIGN_ZH =
  /(?:应当?|须|必须)[^。；，]{0,8}与[^。；，]{0,8}(?:第三方|接收方|受让方|他人)[^。；，]{0,4}(?:签订|签署)[^。；，]{0,16}(?:协议|合同)/

/** it is not they who must do something */
const OF_THEM = /\b(?:to|of|by|with|from|for) (?:any |all |such |your |the |other )*$/

/**
 * Where a passage demands that whoever holds the work next is bound by terms: by contract, by a signature, or as the
 * condition on which it may be shared at all; -1 where none is.
 */
export function bindsNextHolder(passage: Passage): number {
  const { lower: text } = passage
  const signed = passage.language === 'zh' ? run(text, 0, SIGN_ZH) : null
  if (signed) return signed.start
  /* most sentences name neither terms nor limits of use */
  if (!has(text, TERMS) && !has(text, SAME_LIMITS) && !has(text, USES)) return -1
  const colleagues = has(text, COLLEAGUES)
  const owed = holds(passage, 'duty') ? owedByContract(passage, colleagues) : -1
  if (owed >= 0 || colleagues) return owed
  for (const shared of runs(text, 90, SHARED_WITH, WHO_ACCEPT)) {
    const bound = run(text.slice(shared.end, shared.end + 220), 60, ACCEPT, TERMS)
    if (bound === null || /\brecipients?\b/.test(text.slice(0, shared.start))) continue
    if (WHO.test(text.slice(shared.end, shared.end + bound.start).trimEnd())) return shared.start
  }
  for (const shared of runs(text, 110, SHARED_WITH, WHO_SIGNED, TERMS))
    if (/\b(?:only|unless|except|solely|exclusively|provided)\b/.test(text.slice(0, shared.end))) return shared.start
  return run(text, 90, SHARED_WITH, ONLY_UNDER, SAME_LIMITS)?.start ?? -1
}

/** Where it is owed to bind them by a contract or a signature. */
function owedByContract(passage: Passage, colleagues: boolean): number {
  const { lower: text } = passage
  const isOwed = (at: number): boolean => moodAt(passage, at)?.mode === 'duty'
  for (const made of runs(text, 110, OBLIGE, colleagues ? NEXT : EITHER)) {
    if (!isOwed(made.start)) continue
    const bound = run(text.slice(made.end), 70, ACCEPT, TERMS)
    if (bound && bound.start < 90) return made.start
    /* "bind every further recipient by terms no less strict" */
    if (/^(?:bind|oblig|contractually)/.test(made.parts[0]?.words ?? '')) {
      const by = run(text.slice(made.end), 0, TERMS)
      if (by && by.start < 60) return made.start
    }
  }
  for (const held of runs(text, 90, NEXT, MUST_BE, ACCEPT, TERMS))
    if (
      !OF_THEM.test(text.slice(0, held.start)) &&
      !ONLY_TOLD.test(text.slice(held.start, held.end)) &&
      !/\bnot\b/.test(text.slice(held.start, held.end))
    )
      return held.start
  if (!colleagues)
    for (const imposed of [...runs(text, 60, IMPOSE, TERMS, EITHER), ...runs(text, 60, IMPOSE, EITHER, TERMS)])
      if (isOwed(imposed.start)) return imposed.start
  for (const put of runs(text, 60, PUT, TERMS, IN_CONTRACT)) if (isOwed(put.start)) return put.start
  for (const yours of runs(text, 50, YOUR_CONTRACT, MUST_BE, FORBID, USES))
    if (!/\bnot\b/.test(text.slice(yours.start, yours.end))) return yours.start
  return -1
}

/** Whether a passage speaks of the licensee's own people, who use the work under the license itself. */
export const isOfColleagues = (passage: Passage): boolean => has(passage.lower, COLLEAGUES) && !has(passage.lower, NEXT)

/** What must stand in a passage that binds the next holder. */
export const BINDS: readonly (readonly RegExp[])[] = [
  [SIGN_ZH],
  [OBLIGE, EITHER, TERMS],
  [NEXT, MUST_BE, ACCEPT, TERMS],
  [SHARED_WITH, WHO_ACCEPT, ACCEPT, TERMS],
  [SHARED_WITH, WHO_SIGNED, TERMS],
  [SHARED_WITH, ONLY_UNDER, SAME_LIMITS],
  [IMPOSE, TERMS, EITHER],
  [PUT, TERMS, IN_CONTRACT],
  [YOUR_CONTRACT, MUST_BE, FORBID, USES],
]
