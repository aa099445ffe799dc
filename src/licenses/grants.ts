import { GRANTS, type Grant } from '../vocabulary.ts'
import type { Passage } from './clause.ts'
import { moodAt } from './mood.ts'
import { attend, every, has } from './nearby.ts'

/** the acts a grant names; `sublicense` and `patent` are asked for by name */
const ACTS: readonly (readonly [Grant, RegExp])[] = [
  ['use', /\b(?:use|using|run|execute|exercise|perform|deal in|access|exploit)\b|使用|运行|利用/g],
  ['copy', /\b(?:copy|copies|reproduc(?:e|es|tion)|duplicate|extract(?:ion)?)\b|复制|拷贝/g],
  [
    'modify',
    /\b(?:modif(?:y|ication|ications)|adapt|derivatives?|derivative works?|adapted material|alter|transform|remix|build upon|fine-tune|based on the (?:program|work|library|software))\b|修改|衍生|改编|微调|演绎/g,
  ],
  [
    'distribute',
    /\b(?:(?:re)?distribut(?:e|ion)|share|publish|convey|propagate|transmit|make available|transfer copies|disseminate|communicate|re-utili[sz](?:e|ation))\b|分发|发布|传播|发行|共享/g,
  ],
  ['sublicense', /(?<!non-)(?<!not )\bsub-?licen[cs](?:e|able|ing)\b|(?<!不可)(?<!不)(?:再许可|分许可|转授权)/g],
  [
    'patent',
    /\bpatent (?:licen[cs]e|claims?|rights?)\b|\bpatents?,? (?:and|or|database|trade secrets?|copyrights?)\b(?! (?:litigation|infring))|专利(?:许可|权利?)/g,
  ],
]
const GRANTING =
  /\b(?:grant(?:s|ed)?|permi(?:ssion|ssions|tted|ts)|may|free to|licen[cs]ed? to|right to|rights to|allowed|authori[sz]ed|can)\b|授予|许可|可以|允许|有权|自由/
/** "permission is hereby granted … to deal in it, including the rights to …": the whole list that follows is granted */
const GRANTED_BEFORE =
  /\b(?:permissions?|rights?|licen[cs]es?|authori[sz]ation)\b[^.;:]{0,120}\b(?:granted|given)\b|\bgranted (?:a|an|the|all)\b|\bhereby grants?\b|\brights to\b/
const PERMITTED_AFTER = /\b(?:is|are) (?:hereby |also )?(?:permitted|allowed|granted)\b|(?:均|是)?被?允许/
/** a licensor, a court or the reader's own grant to the licensor gives the reader nothing */
const NOT_TO_YOU =
  /\byou (?:hereby )?(?:grant|license)\b|\b(?:licensor|we|company|foundation|free software foundation|steward|court|party|contributor) (?:may|can|reserves)\b|\byour (?:feedback|contributions?)\b|您(?:特此)?授予/
const TO_YOU = /\b(?:licensor|we|company) (?:hereby )?grants? you\b/
const PUBLIC_DOMAIN =
  /\bdedicat\w* [^.]{0,120}\bpublic domain\b|\b(?:released?|placed?) (?:into|in) the public domain\b|\bwaives?, abandons?,? and surrenders\b|\bwaives? [^.]{0,80}\bcopyright\b|放弃[^。]{0,40}(?:著作权|版权)/

/** "licenses you to do everything that would otherwise infringe" */
const EVERYTHING =
  /\b(?:licenses? you|licen[cs]e|permission|may|free|grants? you|rights?)\b[^.;]{0,60}\b(?:to )?do (?:everything|anything)\b|\bpermission\b[^.;]{0,200}\bto deal in\b/

const NO_DISTRIBUTION =
  /\byou may not distribute (?:copies of )?(?:the|this) (?:software|work|model)\b[^.;]{0,4}(?:[.;]|$)/

/** What a text grants to whoever receives the work, and what of the usual rights no sentence of it grants. */
export const readGrants = (passages: readonly Passage[]): { grants: readonly Grant[]; missing: readonly Grant[] } => {
  const granted = grantingPassages(passages)
  return { grants: GRANTS.filter(grant => granted.has(grant)), missing: GRANTS.filter(grant => !granted.has(grant)) }
}

/** The first passage of a text that grants each right. */
export const grantingPassages = (passages: readonly Passage[]): ReadonlyMap<Grant, Passage> => {
  const granted = new Map<Grant, Passage>()
  const add = (passage: Passage, ...grants: readonly Grant[]) => {
    for (const grant of grants) if (!granted.has(grant)) granted.set(grant, passage)
  }
  let everything = false
  let notDistributed = false
  for (const [place, passage] of passages.entries()) {
    const { lower: text } = passage
    attend(passages, place, passage)
    if (has(text, EVERYTHING)) everything = true
    if (has(text, NO_DISTRIBUTION)) notDistributed = true
    if (has(text, PUBLIC_DOMAIN) || has(text, EVERYTHING)) add(passage, 'use', 'copy', 'modify', 'distribute')
    if (!has(text, GRANTING) && !(passage.lead !== '' && has(passage.lead, GRANTING))) continue
    if (has(text, NOT_TO_YOU) && !has(text, TO_YOU)) continue
    for (const [grant, words] of ACTS) {
      if (granted.has(grant)) continue
      if (gives(passage, words, grant)) add(passage, grant)
    }
  }
  /* "to do everything …; however, you may not distribute" */
  if (everything && notDistributed) granted.delete('distribute')
  /* what is passed on is copied */
  const distributes = granted.get('distribute')
  if (distributes) add(distributes, 'copy')
  return granted
}

/** how far before an act the words that grant it may stand: lists of acts are long */
const REACH = 700
/** enough occurrences to see a grant; bounds the work on a crafted sentence */
const MOST = 6

const gives = (passage: Passage, words: RegExp, grant: Grant): boolean => {
  const text = passage.lower
  let seen = 0
  for (const act of every(text, words)) {
    if (seen++ === MOST) break
    const mood = moodAt(passage, act.index)
    if (mood?.mode === 'ban') continue
    if (mood === null && GRANTED_BEFORE.test(text.slice(Math.max(0, act.index - REACH), act.index))) return true
    if (mood?.mode === 'grant') {
      /* "terms of use", "the right to use our marks": a noun, or something else's grant */
      if (
        grant === 'use' &&
        /\b(?:terms of|conditions of|no|such|fair|your|the|this|its|of) $/.test(
          text.slice(Math.max(0, act.index - 12), act.index),
        )
      )
        continue
      return true
    }
    const later = PERMITTED_AFTER.exec(text.slice(act.index, act.index + 260))
    if (later !== null && !/\bnot\b|不/.test(text.slice(act.index, act.index + later.index + later[0].length)))
      return true
  }
  return false
}
