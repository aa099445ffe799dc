import type { Passage } from './clause.ts'
import { first, has, run } from './nearby.ts'

/** A clause that ends rights for whoever sues: over what, and against whom. */
export interface Retaliation {
  readonly over: 'any intellectual property' | 'patents' | 'copyrights' | 'patents and copyrights' | 'any claim'
  readonly against: 'anyone' | 'licensor only'
  readonly at: number
}

const SUE =
  /\bbrought in court\b|\b(?:bring\w*|fil\w*|start\w*|rais\w*|assert\w*|institut\w*|mak\w*) (?:[\w-]+ ){0,4}?(?:litigation|lawsuits?|suits?|proceedings?|claims?|actions?|case)\b|\bthe (?:institution|filing|bringing|commencement) (?:by \w+ )?of (?:\w+ )?(?:litigation|proceedings|a (?:suit|lawsuit|claim)|suit)\b|\b(?:go(?:es)?|take(?:s)? us|bring us) to court\b|\bassert\w* in court\b|\b(?:patent|copyright|ip|intellectual[- ]property) (?:suits?|lawsuits?|actions?|claims?|cases?|litigation)\b|\b(?:institut|initiat|commenc|fil|bring|assert|mak|start|participat)\w* (?:\w+ ){0,1}?(?:or \w+ (?:in )?)?(?:any |an? |in )?(?:\w+ )?(?:\w+ )?(?:litigation|lawsuit|suit|proceedings?|legal (?:action|proceedings?)|claims?|action|legal claim)\b|\bsu(?:e|es|ing)\b|\bfil(?:e|es|ing) suit\b|\b(?:litigation|lawsuit|legal proceedings?|patent claim|patent infringement claim)\b|提起(?:.{0,6})?诉讼|诉讼|起诉|\b(?:assert\w*|claim(?:s|ing)?|alleg\w*)\b[^.;]{0,50}\b(?:counterclaim|in court|in proceedings)\b|\bassert\w*, by way of\b|\bcommencement by \w+ of any suit\b|\b(?:claim|allege)s? in (?:court|proceedings)\b|\balleg\w+ in (?:\w+ )?(?:court|proceedings)\b|\bfiling of a patent suit\b/
const ENDS =
  /\b(?:terminat\w*|cease|revoked?|lapses?|ends?|void|automatically|loses?|forfeits?|extinguish\w*|gone|over|ended|withdrawn)\b|终止|失效|撤销|\b(?:expire|expires|lose|determine|no longer licensed|ceases|lost)\b|即告终止/
const INFRINGE =
  /\b(?:patent|copyright|ip|intellectual[- ]property) (?:suits?|lawsuits?|actions?|claims?|cases?)\b|\b(?:over|about|on account of|relating to|in relation to|in respect of|concerning|regarding|with regard to) (?:\w+ )?(?:patents?|copyrights?|ip|intellectual|the training data)|\b(?:infring\w*|violat\w*|misappropriat\w*|constitutes?)\b|侵犯|侵权|知识产权|专利|著作权|版权|\b(?:trespass(?:es)? (?:up)?on|steps? on)\b/
const IP =
  /\bintellectual[- ]property\b|\bintellectual or (?:other )?(?:proprietary|industrial)\b|\bip(?: rights?| claims?)?\b|知识产权|\b(?:infring|violat)(?:es?|ing) (?:on |upon )?(?:your|our|its|my|their) (?:own )?rights\b|智(?:慧|能)财产权|智慧财产/
/** a sentence that tells what a section deals with ends nothing itself */
const TOLD_OF =
  /\b(?:section|clause|article|paragraph|annex) ?[\divx.()a-z]{0,6}\b,? (?:which |that )?(?:\w+ )?(?:deals? with|describes?|explains?|tells?|addresses|is about|concerns?|treats?|sets? out|governs?)\b/
const PATENT = /\bpatents?\b|专利/
const COPYRIGHT = /\bcopyrights?\b|著作权|版权/
const ANYONE =
  /\b(?:any (?:entity|person|party|one|third party|other (?:entity|person))|anyone|any other|or any|any (?:contributor|user|licensee|recipient))\b|任何(?:个人|实体|人|第三方|其他)/
const GRANTED =
  /\b(?:licen[cs]es?|rights?|agreement|grants?|permission)\b|许可|权利|协议|\b(?:licensed|permissions)\b|授权/

/** Matches, among others, every passage with a retaliation clause. */
export const RETALIATES = SUE

/** Reads a retaliation clause out of a passage, or null where there is none. */
export function retaliationIn(passage: Passage): Retaliation | null {
  const text = passage.lower
  const sue = run(text, 0, SUE)
  if (
    !sue ||
    has(
      text,
      /\bnothing happens\b|\bnever (?:ends?|terminates?|lapses?)\b|\b(?:does|do|shall|will) not (?:end|terminate|affect|lose|forfeit)\b|\bkeeps? (?:all )?(?:its|your|their) (?:licen[cs]e|rights)\b|不影响/,
    )
  )
    return null
  const told = first(text, TOLD_OF)
  if (told && told.index < sue.start) return null
  const ends = first(text, ENDS)
  if (!ends || !has(text, GRANTED)) return null
  if (
    !has(text, INFRINGE) &&
    !has(
      text,
      /\b(?:patent|copyright) (?:or \w+ )?(?:litigation|infringement|claim|proceedings|suit|action)|legal proceeding against|诉讼|起诉/,
    )
  )
    return null
  const clause = text.slice(sue.start)
  const against = ANYONE.test(text.slice(sue.start, sue.start + 200)) ? 'anyone' : 'licensor only'
  const patent = has(text, PATENT)
  const copyright = has(text, COPYRIGHT)
  const over =
    IP.test(clause) || (passage.language === 'zh' && has(text, IP))
      ? 'any intellectual property'
      : patent && copyright
        ? 'patents and copyrights'
        : patent
          ? 'patents'
          : copyright
            ? 'copyrights'
            : 'any claim'
  const named = run(
    text.slice(sue.start),
    0,
    over === 'any intellectual property' ? IP : over === 'copyrights' ? COPYRIGHT : PATENT,
  )
  return { over, against, at: sue.start + (named?.start ?? 0) }
}
