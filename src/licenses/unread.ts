import type { Passage } from './clause.ts'
import { attend, has } from './nearby.ts'

/** Words that plainly forbid something of the work. */
const FORBIDS =
  /\b(?:prohibited|forbidden|unauthori[sz]ed (?:use|copying|distribution|access|reproduction)s?|not (?:permitted|allowed|authori[sz]ed|licensed)|proprietary (?:model|software|licen[cs]e)|(?:may|must|shall|will|can)(?: not|not) (?:\w+ ){0,2}?(?:use|be used|copy|download|deploy|run|host|access|distribute|redistribute|share|sell|resell|modify|train|exploit)|(?<!commercial(?:ly)? (?:or|and|\/|and\/or) )non-?commercial(?:ly)?(?! (?:or|and|and\/or|&) commercial)|exclusively (?:through|via|on|by|for)|only (?:through|via) )|禁止|严禁|不得(?:使用|用于|复制|分发|修改|出售)/
/** what open texts forbid as well: marks, notices, endorsement, liability, and what breaks their own terms */
const OF_OPEN_TEXTS =
  /\b(?:endors\w+|promot\w+|trade ?marks?|trade names?|logos?|names? of|notices?|disclaimers?|warrant\w+|liab\w+|misrepresent\w*|further restrictions|additional (?:terms|restrictions)|technological measures|technical measures|except (?:as|in compliance)|unless|without (?:this|the|complying)|in (?:compliance|violation)|contribut\w+|advertis\w+|publicity|copies of (?:this|the) licen[cs]e|prohibited by (?:statute|law|regulation|applicable)|other than as (?:authori[sz]ed|permitted|expressly)|not authori[sz]ed to licen[cs]e|this alternative is allowed only|applicable laws?|if you do not (?:agree|accept))\b|商标|声明|除非|法律/

/**
 * Whether a text forbids something that no kind of clause has told. A text that does is not called open, however much
 * it grants: what it forbids has not been read.
 */
export const forbidsUnread = (passages: readonly Passage[]): boolean =>
  passages.some((passage, place) => {
    attend(passages, place, passage)
    return has(passage.lower, FORBIDS) && !has(passage.lower, OF_OPEN_TEXTS)
  })
