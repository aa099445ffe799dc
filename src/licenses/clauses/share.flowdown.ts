import type { ClauseKind } from '../clause.ts'
import { BINDS, bindsNextHolder, isOfColleagues } from '../holders.ts'
import { holds, moodAt } from '../mood.ts'
import { has, near, run, runs } from '../nearby.ts'

const LIMITS =
  /\b(?:use[- ]based restrictions?|use restrictions?|restrictions? (?:on|of|for) (?:the )?use|usage restrictions?|use conditions?|acceptable use|prohibited uses?(?: policy)?|use limitations?|behaviou?ral restrictions?|restricted uses?|(?:usage|use|house|conduct) (?:rules|polic(?:y|ies))|本协议第\S{1,4}条|prohibitions|(?:these|the|our|those|such|all)(?: very| same)? (?:use )?(?:restrictions(?! on)|limits|prohibitions|bans|rules(?! of this licen[cs]e))|restrictions (?:of|in|set out in|contained in|under)|restrictions (?:of|in) (?:annex|section|attachment|exhibit|schedule)|terms of use|ethical (?:use )?(?:restrictions|terms))\b|使用限制|限制(?:性)?条款|使用规范|使用政策|用途限制|\b(?:use limitations|usage limits|same limits|(?:restrictions|limits|limitations) (?:at least as|no (?:less|weaker)|of annex|of section))\b|\bbind them to (?:annex|the|these|section)\b|的限制|\b(?:provider(?:s'|'s|s)?|upstream|vendor) (?:usage |use )?(?:policies|terms)\b|\b(?:this|the|our|such) (?:aup|(?:acceptable |responsible )?use policy|policy)\b/
const BIND =
  /\b(?:included?|imposed?|reproduced?|extended?|repeat(?:ed)?|carry|carried|put|writ(?:e|ten)|incorporated?|pass(?:ed)?|flow|hold|follow|binds?|bound|required?|ensured?|obligate[sd]?|attach(?:ed)?|inform(?:ed)?|enforced?|contain(?:ed)?|accept(?:ed)?|agree[sd]?|caused?|obtain|be appl(?:y|ied)|apply)\b|包含|纳入|写入|写进|载入|列入|约束|要求|确保|告知|遵守|\b(?:take subject to|has to include|secure by contract|held to|repeat)\b/
const ENFORCE =
  /\b(?:as an? )?(?:legally )?enforceable (?:provision|term|obligation)\b|\bgoverning the use and\/or distribution\b/
const DOWNSTREAM =
  /\b(?:recipients?|third part(?:y|ies)|(?:downstream|subsequent|end|other|your|such|its|the|any|all) users?|users to|sub-?licensees?|customers|transferees?|anyone|anybody|other side|transferees?|(?:next|new) (?:person|user|holder)|downstream|onward|instrument|next in line|assignees?|distributees?|whoever|another (?:person|party|user)|others)\b|第三方|他人|下游|接收(?:者|方)|受让(?:方|人)|最终用户|使用者|\b(?:sub-?licensees?|your (?:own )?(?:eula|terms of service|terms|contracts?)|every sub-?licen[cs]e|a transferee)\b/
const OBLIGE = /\b(?:requir|caus|ensur|oblig|bind|contractually|procur|mak|see to it|put|impos)\w*\b|要求|确保|约束/
const COMPLY =
  /\b(?:to|shall|must|will) (?:also )?(?:be bound|follow|respect|agree|comply|abide|adhere|accept|be bound|be subject|observe|follow)\b|\b(?:agree|agrees|comply|complies|abide|bound|adhere|follow|accept|accepts|respect)\b|遵守|同意|约束/
const ANY_LICENSE =
  /\b(?:any|each|every|all|your) (?:legal |written |such )?(?:licen[cs]es?|agreements?|contracts?) (?:governing|for|that|under which|with|of)\b/
const IN_AGREEMENT_ZH = /协议中|再分发|向.{0,3}分发/
const BOUND =
  /\b(?:bound|comply|abide|adhere|agree|accept|follow|subject|observe|respect)\w*\b|遵守|约束|接受|\btake\b|\bheld\b|\bbind them\b|\binclude\b|\bcontain\b|\brepeat\b/
const TRAVEL =
  /\b(?:bind|bound|reproduced|passed|imposed|extended?|travel|flow|carry|carried|incorporated|included|written|binding|enforceable|apply)\b|约束|适用/
const SIMILAR =
  /\b(?:similar|same|identical|these|those|equivalent|no less (?:restrictive|protective)|at least as (?:restrictive|protective))\b|\bno weaker\b|\bat least as (?:strict|strong)\b/
const CONDITIONS = /\buse conditions|restrictions?\b|使用限制/

/** "if you share it, include this file and terms at least as protective" */
const PROTECTIVE =
  /\b(?:terms|provisions|conditions|restrictions|obligations) (?:that are |which are )?(?:at least as|no less) (?:protective|restrictive|strict)\b(?! of\b)/
/** "if you redistribute it you must keep the restriction intact" */
const KEEPS =
  /\b(?:retain|keep|carry|include|preserve) (?:all |exactly )?the same (?:\w+ ){0,2}?(?:restrictions|limits|limitations|prohibitions)\b|\b(?:preserve|retain|pass on|carry)\b[^.;]{0,120}\b(?:additional|further|upstream|any) restrictions\b|\b(?:keep|retain|preserve|maintain|pass on|leave)\b[^.;]{0,60}\b(?:restrictions?|limits|limitations?|prohibitions?)\b[^.;]{0,16}\b(?:intact|in place|in force|attached|unchanged|in effect)\b/
const HANDS_ON =
  /\b(?:modified|derived|derivative|redistribut|distribut|shar|pass|publish|convey|copies)\w*\b|\bmak(?:e|ing) (?:[\w-]+ ){1,5}?available\b/
/** "other terms only if your terms provide that the use limitation applies to your derivative works" */
const YOUR_TERMS = /\b(?:your|those|such|these) (?:own )?(?:terms|licen[cs]es?|agreements?)\b/
/** "in order to access the corpus, the user must agree to the terms" */
const TO_GET =
  /^\W*(?:in order )?to (?:access|use|download|obtain|get|receive)\b|\busers\b[^.;]{0,80}\b(?:before|prior to|when|while) (?:they )?(?:us(?:e|ing)|access(?:ing)?|download(?:ing)?|install(?:ing)?|run(?:ning)?)\b/
const IN_AGREEMENT = /\bin (?:any|every|each|all|your) (?:\w+ ){0,3}?(?:agreements?|licen[cs]es?|contracts?|terms)\b/
const SAY = /\b(?:provid|stat|stipulat|includ|contain|requir)(?:e|es|s)?\b/

/** "you should require all users of the model to comply with the terms of this section" */
const OF_ALL_USERS =
  /\byou (?:must|shall|should|will|agree to|are required to) (?:requir|caus|ensur|oblig)\w{0,3}(?: that)? (?:all|any|every)(?: of)?(?: your)? (?:downstream |third[- ]party |end |other )?users? (?:of|who use|that use|using) (?:the|any|your) [^.;]{0,80}\b(?:comply|abide|adhere|agree)\w{0,4}\b[^.;]{0,40}\bthis (?:section|paragraph|article|clause|agreement|licen[cs]e)\b/

/** Whoever passes the model on must bind the next user to the same restrictions. */
export const shareFlowdown = {
  id: 'share.flowdown',
  name: 'Flow-down of use restrictions',
  looksFor: 'A duty to put the restrictions on use, or a policy, into agreements with those who get the model next.',
  falseFriends: 'A duty to give recipients a copy of the license, and copyleft.',
  against: ['share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  makes: 'use-restricted',
  keywords:
    'partner institution another form provisions protective restrictive rules prohibitions limits downstream onward instrument anyone next restrictions restriction conditions policy policies terms enforceable acceptable prohibited recipients recipient users third sublicensees customers 使用限制 限制 第三方 他人 下游 接收 受让 最终用户 eula transferee sublicensee limitations service aup transferees sublicensees assignees acquirer buyer successor purchaser others contract contracts eula whoever parties party researchers 受让方 后续'.split(
      ' ',
    ),
  also: 'rules prohibitions limits restriction restricted conditions acceptable prohibited limitation terms purpose 使用 限制 用途 协议 约定 annex aup policy policies protective strict restrictive agreement agreements license licence obligations duties provisions form 许可 条款 义务'.split(
    ' ',
  ),
  ways: [[OF_ALL_USERS], [KEEPS], [PROTECTIVE], [LIMITS], [SIMILAR, CONDITIONS], ...BINDS],
  find(passage) {
    const users = run(passage.lower, 0, OF_ALL_USERS)
    if (users) return { mode: 'duty', at: users.start }
    if (!holds(passage, 'duty') && !has(passage.lower, /\b(?:if|provided|from you|only|unless)\b/)) return null
    /* a colleague is no next holder */
    if (isOfColleagues(passage) || has(passage.lower, TO_GET)) return null
    const text = passage.lower
    const next = bindsNextHolder(passage)
    if (next >= 0) return { mode: 'duty', at: next }
    const keeps = run(text, 0, KEEPS)
    if (keeps && has(text, HANDS_ON) && owed(passage, keeps.start)) return { mode: 'duty', at: keeps.start }
    for (const limits of runs(text, 0, LIMITS)) {
      const bound = BIND.exec(text.slice(limits.end, limits.end + 90))
      const place = bound ? limits.end + bound.index : -1
      if (
        place >= 0 &&
        owed(passage, place) &&
        (has(text, ENFORCE) || IN_AGREEMENT.test(text.slice(place, place + 80)) || near(text, 220, DOWNSTREAM, LIMITS))
      )
        return { mode: 'duty', at: limits.start }
    }
    const protective = run(text, 0, PROTECTIVE)
    if (
      protective &&
      has(text, HANDS_ON) &&
      (owed(passage, protective.start) || /\b(?:may|can) only\b/.test(text.slice(0, protective.start)))
    )
      return { mode: 'duty', at: protective.start }
    for (const put of runs(text, 90, BIND, LIMITS)) {
      if (!owed(passage, put.start)) continue
      if (
        ANY_LICENSE.test(text.slice(0, put.start)) ||
        has(text, ENFORCE) ||
        has(text, DOWNSTREAM) ||
        has(text, IN_AGREEMENT_ZH) ||
        SIMILAR.test(text.slice(put.start, put.end + 60)) ||
        has(
          text,
          /\b(?:in|with|to) (?:any|each|all|your|the|a|such) (?:\w+ )?(?:agreements?|licenses?|distributions?|copies|copy|derivatives?|modified)\b/,
        )
      )
        return { mode: 'duty', at: put.start }
    }
    for (const made of runs(text, 120, OBLIGE, DOWNSTREAM, COMPLY)) {
      const policy = run(text.slice(made.start), 200, COMPLY, LIMITS)
      if (policy && owed(passage, made.start)) return { mode: 'duty', at: made.start }
    }
    for (const bound of runs(text, 110, DOWNSTREAM, BOUND, LIMITS))
      if (owed(passage, bound.parts[1]?.at ?? bound.start) || owed(passage, bound.end))
        return { mode: 'duty', at: bound.start }
    for (const kept of runs(text, 90, LIMITS, TRAVEL, DOWNSTREAM))
      if (
        owed(passage, kept.parts[1]?.at ?? kept.start) ||
        owed(passage, kept.end) ||
        /\bfrom you\b|\byou (?:give|pass|share|hand)\b/.test(text.slice(kept.end, kept.end + 60))
      )
        return { mode: 'duty', at: kept.start }
    const yours = run(text, 40, YOUR_TERMS, SAY, LIMITS)
    if (yours && /\b(?:only if|provided that|must|shall|ha(?:s|ve) to|needs? to)\b/.test(text.slice(0, yours.end)))
      return { mode: 'duty', at: yours.start }
    const on = run(
      text,
      30,
      /\b(?:pass on|pass along|hand on|hand down|carry over|carry forward|carrying forward)\b/,
      LIMITS,
    )
    const down = run(
      text,
      40,
      /\b(?:pass|hand|carry|forward)(?:ing)?\b/,
      LIMITS,
      /\b(?:on|along|down|downstream|forward)\b/,
    )
    if (down && owed(passage, down.start)) return { mode: 'duty', at: down.start }
    if (on && owed(passage, on.start)) return { mode: 'duty', at: on.start }
    const similar = run(text, 60, SIMILAR, CONDITIONS) ?? run(text, 60, CONDITIONS, SIMILAR)
    return similar && has(text, /\bsame purpose\b/) && owed(passage, similar.start)
      ? { mode: 'duty', at: similar.start }
      : null
  },
  examples: {
    found: [
      { text: 'Modified versions must retain the same restrictions for academic use.', mode: 'duty' },
      {
        text: 'You will include in every license under which you make a derivative available provisions at least as protective as Section 1.',
        mode: 'duty',
      },
      {
        text: 'Who hands the data to an acquirer must impose on the acquirer the duties of this agreement.',
        mode: 'duty',
      },
      {
        text: 'I will require anyone on my team, or anyone with whom I share these data, to comply with this agreement.',
        mode: 'duty',
      },
      { text: 'A trained model may be distributed only under terms that contain the same restrictions.', mode: 'duty' },
      { text: 'I agree to require anyone to whom I hand the recordings to sign this agreement first.', mode: 'duty' },
      { text: 'The corpus may only be passed on to researchers who have signed the same agreement.', mode: 'duty' },
      { text: 'Adapted data may be shared if the recipients agree to these conditions.', mode: 'duty' },
      { text: 'You shall impose the same obligations on every party to which you convey the Model.', mode: 'duty' },
      { text: 'Make these terms part of any contract under which you supply the model.', mode: 'duty' },
      { text: 'If you host it, your terms of service must forbid the uses of Section 3.', mode: 'duty' },
      { text: 'You must ensure your users comply with provider policies.', mode: 'duty' },
      {
        text: 'If you publish a checkpoint:\n1. Carry forward this Acceptable Use Policy.\n2. Name the data.',
        mode: 'duty',
      },
      {
        text: 'Redistribution must preserve this license and any additional restrictions of the upstream weights.',
        mode: 'duty',
      },
      { text: 'All of these restrictions also apply to anyone who gets the tune from you.', mode: 'duty' },
      { text: 'Anyone you give the tune to must accept these same restrictions.', mode: 'duty' },
      { text: 'Your own license for derivatives has to contain the restrictions of Section 4.', mode: 'duty' },
      {
        text: 'If you tune the voices, you may only distribute the result under terms no less restrictive than this License.',
        mode: 'duty',
      },
      { text: 'If you share the voices, include this file and terms at least as protective as Part 4.', mode: 'duty' },
      { text: 'Whoever redistributes the weights must keep the non-commercial restriction in place.', mode: 'duty' },
      {
        text: 'If you deploy a derivative, you should:\n- pass this AUP downstream when you redistribute the weights.',
        mode: 'duty',
      },
      { text: 'Pass these limits on to your users.', mode: 'duty' },
      { text: 'These use restrictions must be included in any agreement with those who get the model.', mode: 'duty' },
      {
        text: 'You may add other terms only if your terms provide that the use limitation of Section 3 applies to your derivative works.',
        mode: 'duty',
      },
      {
        text: 'You must include the use restrictions of Section 3 as an enforceable provision in any agreement with recipients.',
        mode: 'duty',
      },
      {
        text: 'You shall require all third parties that receive the Model to comply with the Acceptable Use Policy.',
        mode: 'duty',
      },
      {
        text: 'Use-based restrictions MUST be included as an enforceable provision in the agreement that governs each copy.',
        mode: 'duty',
      },
      { text: '您应当要求接收模型的第三方同意遵守使用限制。', mode: 'duty' },
    ],
    left: [
      'You may replace the copies of this License in the documents with a single copy, provided that you follow the rules of this License for verbatim copying of each.',
      'Recipient shall ensure that each member of the research group is bound by the terms of this agreement.',
      'I will require anyone on my team who uses the recordings to sign this agreement.',
      'The investigator shall ensure that all students and staff with access comply with these terms.',
      'Recipient agrees to comply with this agreement.',
      'Users must agree to these terms before they download the data.',
      'You must inform third parties of this license.',
      'We offer terms at least as protective as those of other labs.',
      'We keep the restriction in place for our own staff.',
      'In order to access the corpus, the user must read and agree to the Terms of Use as follows.',
      'You may pass the model on to others.',
      'Pass the tests before you merge.',
      'Another user within your organization must register and agree to comply with the terms of use.',
      'You must give recipients a copy of this License.',
      'You must cause the whole work to be licensed under this License to all third parties.',
      'You may include additional use restrictions.',
      'Recipients are encouraged to read the acceptable use policy.',
    ],
  },
} satisfies ClauseKind

/** "you may distribute if you include …" */
const MAY_IF =
  /\bmay (?:\w+ ){0,3}(?:re-?)?(?:distribute|reproduce|share|convey|copy|publish|use)\b[^.;]{0,160}\b(?:if|provided|as long as)\b/

function owed(passage: Parameters<typeof moodAt>[0], place: number): boolean {
  const mode = moodAt(passage, place)?.mode
  return mode === 'duty' || (mode === 'grant' && MAY_IF.test(`${passage.lead} ${passage.lower.slice(0, place)}`))
}
