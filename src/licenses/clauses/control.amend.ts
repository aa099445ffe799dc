import { actorBefore } from '../actor.ts'
import type { ClauseKind, FoundClause, Passage } from '../clause.ts'
import { moodAt } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const CHANGE =
  /\b(?:tweak|adjust|rewrite|reword|vary|alter|modify|update|amend|change|revise|supplement|alter|replace)\b|修改|更新|修订|变更|调整|\b(?:tighten|impose|introduce|add)\b/
const TERMS =
  /\b(?:this|these|the) (?:\w+ )?(?:\w+ )?(?:agreement|eula|licen[cs]e|terms|conditions|provisions)\b|\bprovisions hereof\b|\b(?:these|the|our) rules\b|本声明|(?:本|该|此)?(?:协议|许可协议|许可证|许可|条款)|\b(?:supplementary|additional|new|further|extra) (?:conditions|terms|restrictions)\b/
/** what is changed is not the license */
const THING =
  /\b(?:software|works?|models?|code|materials|program|services?|features?|weights|under|governed|in accordance|your|data|source|copies|derivatives?)\b/
const RIGHT_ZH = /有权(?:随时)?对?|保留/
const TERMS_ZH = /(?:本|该|此|开源|授权)(?:许可)?(?:协议|许可证?|许可条款|条款)/
const SUBJECT =
  /\b(?:this|the|these) (?:licen[cs]e )?(?:agreement|eula|licen[cs]e|terms(?: of use| of service)?|terms and conditions)(?: agreement)?\b|(?:本|该|此|注意，)?(?:协议|许可协议|许可证|条款)|\bthese (?:rules|conditions)(?: of use)?\b/
const PASSIVE =
  /\b(?:may|can|could|might) (?!only|not)(?:\w+ ){0,3}?be (?:altered|changed|amended|modified|revised|updated|varied|replaced|rewritten|adjusted|supplemented)\b|\b(?:is|are|remains?) (?:\w+ )?open to (?:change|revision|amendment)\b|\b(?:may|can|will|is|are) (?:also )?(?:be )?(?:subject to (?:update|updates|change|changes|revision|modification|amendment)|(?:updated|revised|amended|modified|changed)\b)|\b(?:may|can) change\b|如有(?:更新|修改|变更)|\bas (?:may be )?(?:updated|amended|modified) (?:by us )?from time to time\b|(?:可能|可|有权|将)会?(?:不时|随时)?(?:地)?(?:对其)?(?:更新|修订|修改|变更)/
const MAY =
  /\b(?:may|can|might|could|is free to|are free to|reserves? the right|has the right|have the right|right to|entitled to)\b|有权|保留|可能|(?<!许)可/
const AGREED =
  /\b(?:in writing|written (?:agreement|instrument|consent)|signed by|mutual|both parties|by you|in accordance with|only by|not be)\b|书面|双方/
/** what those who contribute agree to is about their contributions */
const CONTRIBUTOR =
  /\b(?:as a contributor|contributors? (?:agrees?|must|should)|your contribut\w+)\b|作为[^。；，]{0,16}(?:贡献者|共享者)|贡献的代码/
/** what anyone may do with the text of the license, or with its copies in a work, is no power of the licensor */
const OF_ANYONE =
  /\bcopies of (?:this|the) licen[cs]e\b|\b(?:one|single|a) copy of (?:this|the) licen[cs]e\b|\b(?:licen[cs]e|legal) document\b|\bmodified versions of (?:this|the) licen[cs]e\b|\b(?:everyone|anyone|distributors?|recipients?) (?:is|are|may|can)\b|\b(?:sections?|files?) (?:may|can) be replaced\b|\bmay be modified and\b|\bcan be modified (?:and )?used\b|\bmay bear (?:additional|other|further)\b/
/** a new version one may leave alone */
const OPTION =
  /\bfor future (?:releases|versions)\b|未来(?:的)?版本|已(?:经)?(?:分发|发布|获得)的版本(?:仍|继续)?适用|\bcontinues? to (?:apply|govern)\b|\b(?:remains?|stays?) under (?:this|the|that) version\b|\bthe licen[cs]es? (?:itself|themselves) (?:does|do) not change\b|\b(?:distinguish\w+ by (?:a )?version|distinguishing version|downloaded after|obtained after|received after|you may (?:choose|continue|elect|use)|at your option|new versions? of (?:the|this) license)\b|可选择|未来(?:的)?版本|仍(?:然)?适用(?:其|该|原|随)/
/** "by using it after a change you accept the new terms" */
const USED_ON =
  /\bcontinu\w+ (?:to (?:use|access)|use|using|access)\b[^.;]{0,120}\b(?:after|following|once)\b[^.;]{0,60}\b(?:chang|modif|updat|amend|revis|new terms)\w*/
const ACCEPTS = /\b(?:accept|agree|consent|bound)\w*\b/
/** "updated terms replace these terms on the day they are posted" */
const NEWER =
  /\b(?:updated|revised|amended|newer|altered|changed) (?:agreement|terms|licen[cs]e|conditions|version of (?:this|the|these) (?:agreement|terms|licen[cs]e|conditions))\b|(?:更新|修改|修订|变更)后的?(?:协议|条款|许可)/
const REPLACES =
  /\b(?:replaces?|supersedes?|conform to|binds?|binding|take(?:s)? (?:the place|effect)|appl(?:y|ies) (?:to|from|immediately|upon)|will (?:apply|govern)|governs?)\b|生效|约束力|适用/
const RETROACTIVE =
  /\b(?:effective (?:immediately|upon)|take effect|continued use|continuing to use|cease|accept(?:ance)?|bound by|binding|any time|from time to time|without notice)\b|生效|继续使用|视为|随时|不时/

/** the matter of a table row */
const MATTER =
  /^(?:changes|amendments?|modifications?|updates)(?: (?:to|of) (?:this|the|these) (?:licen[cs]e|terms|agreement))$/
const ANSWER = /\b(?:at any time|without notice|reserved|possible|any time)\b/

/** The licensor may change the terms for copies already received. */
export const controlAmend = {
  id: 'control.amend',
  name: 'Licensor can change the license',
  looksFor: 'A right of the licensor to change this license, or a license said to be subject to updates.',
  falseFriends:
    'New versions of a license that one may ignore, changes that both sides must sign, and the date of a last change.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords: [
    'changes',
    'amendment',
    'tighten',
    'impose',
    'additional',
    'add',
    'modif',
    'updat',
    'amend',
    'change',
    'revis',
    'alter',
    'vary',
    'new',
    'newer',
    'later',
    'rewrite',
    'adjust',
    'tweak',
    'replac',
    'supplement',
    'subject',
    '修改',
    '更新',
    '修订',
    '变更',
    '调整',
  ],
  ways: [
    [MATTER, ANSWER],
    [MAY, CHANGE, TERMS],
    [RIGHT_ZH, TERMS_ZH],
    [SUBJECT, PASSIVE],
    [NEWER, REPLACES],
    [USED_ON, ACCEPTS],
  ],
  find(passage, context) {
    const clause = change(passage)
    /* what comes after is looked at last: what rests on it must be read anew in each text */
    return clause !== null && context.after(passage, 2).some(({ lower }) => has(lower, OPTION)) ? null : clause
  },
  examples: {
    found: [
      { text: 'These conditions of use may be revised at any time.', mode: 'grant' },
      { text: 'By continuing to use the data after a change of these terms you accept the new ones.', mode: 'grant' },
      { text: 'We may update this EULA at any time.', mode: 'grant' },
      { text: '开发团队保留根据需要对开源协议进行调整的权利。', mode: 'grant' },
      { text: 'These rules may change without notice.', mode: 'grant' },
      { text: 'Heron Labs may modify this Agreement from time to time by posting a new version.', mode: 'grant' },
      { text: 'The license is subject to change; check this page.', mode: 'grant' },
      { text: 'We reserve the right to amend these Terms at any time without notice.', mode: 'grant' },
      { text: '我们有权随时修改本协议。', mode: 'grant' },
      { text: '许可方有权对本协议进行修订。', mode: 'grant' },
    ],
    left: [
      '但是，您仅可根据分发许可分发本软件，并仅可根据修改许可对本软件进行修改。',
      '许可方可就未来的版本修订本协议，已经分发的版本仍适用原协议。',
      'Everyone is permitted to copy and distribute copies of this license document, and changing it is allowed as long as the name is changed.',
      'The combined work need only contain one copy of this License, and several identical sections may be replaced with a single copy.',
      'The license can be modified and used for code that it does not govern yet. Modified versions of the license must carry another name.',
      'We may update this license for future releases; the version you obtained continues to apply.',
      'Continue to use the old version after a change if you prefer it.',
      '个人可免费分享原版或修改版，但须沿用本协议。',
      'As a contributor, you agree that we may adjust the license to be more strict.',
      '作为本项目的贡献者，您同意我们可以调整本协议。',
      '违反任何条款的，本协议自动终止，包括但不限于未经授权的商用、修改协议或侵犯知识产权。',
      'The steward may publish new versions of this license from time to time.',
      'This Agreement may be modified only by a written instrument signed by both parties.',
      'You may modify the Software under the terms of this License.',
      'No one other than the steward has the right to modify this License.',
    ],
  },
} satisfies ClauseKind

const change = (passage: Passage): FoundClause | null => {
  const row = rowSays(passage, MATTER, ANSWER)
  if (row >= 0) return { mode: 'grant', at: row }
  const text = passage.lower
  if (has(text, AGREED) || has(text, OPTION)) return null
  if (has(text, OF_ANYONE) || has(text, CONTRIBUTOR) || has(passage.lead, CONTRIBUTOR)) return null
  for (const may of runs(text, 90, MAY, CHANGE, TERMS)) {
    const what = text.slice(may.parts[1]?.at ?? may.start, may.end)
    if (what.length > (passage.language === 'zh' ? 12 : 100) || THING.test(what)) continue
    if (passage.language === 'zh' && /终止|中断|解除/.test(what)) continue
    if (passage.language === 'zh' && /[，；]|^(?:修改|更新)(?:版|许可|与衍生)/.test(what)) continue
    if (actorBefore(text, may.start) === 'you' || moodAt(passage, may.parts[1]?.at ?? may.end)?.mode === 'ban') continue
    if (
      /\bno one\b|\bno other\b|\bnot\b|\bonly\b|\bsole right\b|\bcourts?\b|\bnone\b|\bbe (?:interpreted|construed)\b/.test(
        text.slice(Math.max(0, may.start - 60), may.end),
      )
    )
      continue
    return found(text, may.start)
  }
  const chinese = passage.language === 'zh' ? run(text, 8, RIGHT_ZH, TERMS_ZH, CHANGE) : null
  if (chinese && actorBefore(text, chinese.start) !== 'you') return found(text, chinese.start)
  for (const subject of runs(text, 60, SUBJECT, PASSIVE)) {
    if (/\bnot\b|\bto which\b|\bmodel\b/.test(text.slice(subject.start, subject.end))) continue
    return found(text, subject.start)
  }
  const used = run(text, 0, USED_ON)
  if (used && has(text, ACCEPTS) && has(text, /\b(?:terms|agreement|licen[cs]e|conditions|eula)\b/))
    return found(text, used.start)
  const newer = run(text, 90, NEWER, REPLACES)
  return newer && !/\bnot\b/.test(text.slice(newer.start, newer.end)) ? found(text, newer.start) : null
}

function found(text: string, at: number): FoundClause {
  return { mode: 'grant', against: ['use'], at, parameters: { bindsCopies: has(text, RETROACTIVE) } }
}
