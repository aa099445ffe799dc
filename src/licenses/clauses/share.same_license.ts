import type { ClauseKind } from '../clause.ts'
import { BANS, isBanned, moodAt } from '../mood.ts'
import { has, type Run, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const DERIVED =
  /\b(?:derivatives?(?: works?)?|modifications?|modified (?:versions?|works?|copies|forms?)|adaptations?|adapted material|derived (?:models?|works?)|works? based on|covered (?:works?|software|code)|fine-?tun\w+|(?:modified|changed|altered|adapted|tuned|merged) (?:models?|software|weights|data|datasets?)|changes|checkpoints|weight updates|(?:your|their) contributions|your (?:version|model|additions?|improvements?|enhancements?|extensions?|annotations?))\b|衍生|修改(?:后的)?(?:版本?|作品|模型)|改进|\badapted models?\b|\bfine-?tunes?\b|\bfine-?tuned versions?\b|\bworks that (?:contain|include)\b|\banything (?:built|made) (?:from|with|on)\b|(?:改作|衍生|改编)|\badapted models\b|\banything you (?:build|make|create|derive)(?: (?:from|with|on) (?:it|this|them))?\b|\bevery work (?:fashioned|made|derived)\b|\b(?:merges|mods|remixes|forks)\b|\btrained (?:models?|model weights|weights|networks?)\b/
const UNDER =
  /\b(?:(?:remain|be|are|is) (?:also )?subject to|(?:licensed?|distribute|distributed|released?|available|governed|conveyed?|relicensed?|shared?|published?|offered|passed on) (?:only )?(?:under|by|on|with)|subjected to|subject to|carry|carries|under|on|apply to)\b|采用|沿用|以(?![及下上外便任显明醒适合])|使用|适用|受.{0,2}约束|按照|遵循|\binherits?\b|\bstays? under\b|\blicensed (?:hereunder|the same way)\b|\bexclusively under\b|\b(?:licensed|released|distributed) (?:only )?under\b|\bconvey it under\b|依|以(?![及下上外便任显明醒适合])|\buses?\b|\bin accordance with\b/
const THIS =
  /\b(?:the terms (?:and conditions )?of )?(?:this|the same|the terms of this|identical|the identical|this very|these very|the very same|these same|these|the present|this same) (?:[\w-]+,? ){0,4}?(?:agreement|license|licence|terms|restrictions|conditions|public license)\b|\bthis same (?:[\w.-]+ ){0,2}?licen[cs]e\b|\bthe same (?:license|licence|terms)\b|(?:本|相同的?|同一|同样的?|一致的?)(?:许可)?(?:协议|许可证?|条款|许可条款|条件)|相同的?[ a-z0-9.-]{2,30}(?:协议|许可证?|授权|条款)|与本(?:协议|许可证?)(?:相同|一致)|\b(?:hereunder|the same way|these very terms|this license)\b|\bunder the [\w ]{3,40} licen[cs]e, version \d\b|相同条款|本许可|\b(?:an?|some) (?:[\w-]+ ){0,2}?(?:open[- ]source|free software|copyleft|share-?alike|open) licen[cs]e\b|\bthis section(?: \d)?|\bcc[ -]by(?:-(?:nc|nd|sa)){1,2}\b/
/** "then share it under this very license" */
const SHARED =
  /\b(?:share|publish|release|distribute|pass on) (?:it|them|derivatives?|(?:your|any|the) (?:\w+ ){0,2}(?:changes|versions?|fine-?tunes?|modifications|derivatives?))\b/
const SAME = /\bunder (?:this|the|these) (?:very |exact |same |very same )?(?:same )?(?:licen[cs]e|terms(?! of))\b/
/** "you agree to apply this license to every derivative" */
const APPLY_THIS = /\bappl(?:y|ies) (?:this|the same|these|the present) (?:very )?(?:licen[cs]e|terms|agreement)\b/
/** "you may distribute copies only if you do so under this license" */
const ONLY_IF = /\bonly (?:if|when|provided)\b/
const SO_UNDER = /\bso (?:under|pursuant to|on) (?:the terms of )?this (?:licen[cs]e|agreement)\b/
/** "you must release the trained weights under an open source license" */
const RELEASE =
  /\b(?:releas|publish|licens|distribut|shar|offer|mak)(?:e|es|ing|ed)? (?:\w+ ){0,3}?(?:trained|tuned|derived|resulting|modified|derivative|fine-?tuned|your (?:changes|modifications|improvements))\b/
const OPEN_TERMS =
  /\bunder (?:an? |the )?(?:\w+[ -])?(?:open[- ]source|copyleft|free software|gpl|agpl|lgpl)\b[^.;]{0,24}\blicen[cs]e|\bunder (?:the )?(?:a|l)?gpl\b/
/** "whatever contains it must be offered under the GPL as well" */
const MUST_UNDER_ZH =
  /(?:修改|衍生|包含)[^。；]{0,40}(?:必须|须|应当?)[^。；，]{0,4}在[^。；，]{1,20}下(?:提供|发布|分发|授权|许可)/
/** "all copies and derivatives are bound by this license" */
/** the works are bound; "您对模型的修改及分发受本许可证约束" binds what one does with them */
const BOUND_ZH =
  /(?:衍生|修改)(?!(?:及|、|和|与|或)[^。；，]{0,6}(?:分发|使用|复制))[^。；]{0,24}(?:均|都|仍|亦)?受本(?:许可|协议)[^。；，]{0,6}约束/
/** "as the annex of this agreement says" */
const PART_ZH = /^(?:附|第|约|规|中|的副)/
/** "you cannot distribute it under any other terms" */
const HAND_ON =
  /\b(?:sub-?licen[cs]e|(?:re-?)?distribut\w*|releas\w*|shar(?:e|ed|ing)|convey\w*|offer\w*|publish\w*|licen[cs]e)\b/
const OTHER_TERMS = /\bunder (?:any )?(?:other|different) (?:terms|licen[cs]es?|conditions)\b/
/** an item under a condition on what is made: "the resulting model is: licensed under this license" */
const ITEM_UNDER =
  /^(?:\([a-z\d]{1,3}\) |[a-z\d]{1,2}[.)] )?(?:be |is |are )?(?:also )?(?:licensed|released|distributed|published|made available|covered) (?:\w+ )?under (?:the terms (?:and conditions )?of )?(?:this|the same|these)\b/
const MADE = /\b(?:resulting|derivatives?|derived|modified|modifications?|trained|tuned|adapted)\b/
const CONDITION = /\b(?:conditions?|only|must|shall|if|provided|require\w*)\b/
/** "share modifications under the same terms" allows it on those terms and on no others */
const SAME_TERMS = /\bunder (?:the|these) (?:very )?same (?:terms|licen[cs]e)$/
/** "forks must: - keep this license unchanged" */
const KEEPS_THIS =
  /\b(?:retain|keep|use|carry|bear|adopt|preserve|maintain) (?:this|the same|an identical|the identical) (?:very )?licen[cs]e\b/
const ARE_SUBJECT = /^(?:are|is|be|remains?) (?:also )?subject to$/
/** the limits of use that travel along are another kind */
const USE_LIMITS = /\buse[- ](?:based )?(?:restrictions?|limitations?)\b/
/** "may be conveyed only under this license", "on no others" */
const ONLY_UNDER = /\bonly (?:under|on|by|with|subject)|\bno others?\b|\bexclusively\b|\bword for word\b/
const OTHER = /\b(?:additional or different|different|other|own) (?:license|terms)\b|\bnot\b/

const MAY_ONLY = /\b(?:may|can) only\b/
const UNDER_THIS = /\bunder (?:the terms of )?this (?:agreement|license|licence)\b/

/** "you may provide other license terms for your modifications, provided …" */
const OTHER_BEFORE =
  /\b(?:additional|different|other)(?: or (?:additional|different|other))? (?:licen[cs]e )?terms\b[^.;]*$/
/** "with all distributions of the software under this license" */
const DISTRIBUTIONS = /\b(?:distributions|copies) of (?:the |any )?$/
/** "a notice stating that the data was made with derivative materials provided under this license" */
const MADE_WITH = /\b(?:made|generated|created|produced|obtained) (?:using|with|from|by)\b[^.;]{0,40}$/
/** "a product that uses them: give a copy of this license": the license is handed over, nothing is put under it */
const COPY_OF =
  /\b(?:cop(?:y|ies)|text|link) (?:of|to) (?:the )?$|\b(?:sections?|paragraphs?|articles?) [\w.,() ]{1,30} of (?:the )?$/
const isCopyOf = (text: string, { parts }: Run): boolean => {
  const [, under, terms] = parts
  return under !== undefined && terms !== undefined && COPY_OF.test(text.slice(under.at + under.words.length, terms.at))
}

/** the matter of a table row */
const MATTER =
  /^(?:licen[cs]e (?:of|for) )?(?:derivatives?|modifications|fine-?tunes?|adaptations)(?: licen[cs]e)?$|^(?:share-?alike|copyleft)$/
const ANSWER = /^(?:must be |under |the )?(?:the )?same (?:as this )?(?:licen[cs]e|terms)|^same as this|^required/

/** Changed versions must come under this license; where it is not an open one, its limits travel along. */
export const shareSameLicense = {
  id: 'share.same_license',
  name: 'Derivatives stay under the same license',
  looksFor: 'A duty to keep changed versions under this license or the same terms.',
  falseFriends: 'A permission to license changes under this license, and a duty to hand on a copy of it.',
  against: [],
  reaches: ['modified', 'adapter'],
  weighs: 'harmless',
  keywords:
    'share derivative derivatives modifications modification modified changed altered adaptations adapted derived works covered tuned tune changes version impose only 衍生 修改 改进 inherit inherits fine anything stay stays 改作 以 share-alike copyleft merges mods remixes forks licensed released distributed published sublicense distribute redistribute contributions checkpoints updates trained resulting additions improvements enhancements extensions annotations retain keep adopt merged'.split(
      ' ',
    ),
  also: 'agreement license licence terms restrictions conditions 协议 许可 条款 hereunder same 授权 gpl mpl agpl lgpl source retain keep adopt carry cc'.split(
    ' ',
  ),
  ways: [
    [MATTER, ANSWER],
    [DERIVED, UNDER, THIS],
    [SHARED, SAME],
    [BANS, HAND_ON, OTHER_TERMS],
    [ITEM_UNDER],
    [MAY_ONLY, UNDER_THIS],
    [APPLY_THIS, DERIVED],
    [BOUND_ZH],
    [MUST_UNDER_ZH],
    [ONLY_IF, SO_UNDER],
    [RELEASE, OPEN_TERMS],
    [DERIVED, KEEPS_THIS],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'duty', at: row }
    const text = passage.lower
    const shared = run(text, 60, SHARED, SAME)
    if (
      shared &&
      moodAt(passage, shared.end)?.mode !== 'ban' &&
      (moodAt(passage, shared.end)?.mode === 'duty' || has(text, /\bthen\b|\brequired\b/))
    )
      return { mode: 'duty', at: shared.start }
    if (ITEM_UNDER.test(text) && MADE.test(passage.lead) && CONDITION.test(passage.lead)) return { mode: 'duty', at: 0 }
    const keeps = run(text, 0, KEEPS_THIS)
    if (
      keeps &&
      moodAt(passage, keeps.start)?.mode === 'duty' &&
      (DERIVED.test(text.slice(0, keeps.start)) || DERIVED.test(passage.lead))
    )
      return { mode: 'duty', at: keeps.start }
    for (const kept of runs(text, 110, DERIVED, UNDER, THIS)) {
      if (
        USE_LIMITS.test(text.slice(kept.start, kept.end)) ||
        OTHER.test(text.slice(kept.start, kept.end)) ||
        isCopyOf(text, kept) ||
        MADE_WITH.test(text.slice(0, kept.start)) ||
        OTHER_BEFORE.test(text.slice(0, kept.start)) ||
        DISTRIBUTIONS.test(text.slice(0, kept.start)) ||
        PART_ZH.test(text.slice(kept.end, kept.end + 2))
      )
        continue
      const under = kept.parts[1]?.at ?? kept.start
      const mode = (moodAt(passage, under) ?? moodAt(passage, kept.start))?.mode
      /* "to make derivative works only in accordance with this license" limits the grant */
      if (mode === 'grant' && /^in accordance/.test(kept.parts[1]?.words ?? '')) continue
      if (
        mode === 'duty' ||
        SAME_TERMS.test(text.slice(kept.start, kept.end)) ||
        ARE_SUBJECT.test(kept.parts[1]?.words ?? '') ||
        moodAt(passage, kept.end)?.mode === 'duty' ||
        ONLY_UNDER.test(text.slice(under - 20, kept.end + 20)) ||
        /\bremain|apply to|inherit|stays? under|exclusively|\bonly\b/.test(text.slice(under - 10, kept.end))
      )
        return { mode: 'duty', at: kept.start }
    }
    for (const other of runs(text, 90, HAND_ON, OTHER_TERMS))
      if (isBanned(passage, other.start)) return { mode: 'ban', at: other.start }
    const bound = passage.language === 'zh' ? (run(text, 0, BOUND_ZH) ?? run(text, 0, MUST_UNDER_ZH)) : null
    if (bound) return { mode: 'duty', at: bound.start }
    for (const open of runs(text, 70, RELEASE, OPEN_TERMS))
      if (moodAt(passage, open.start)?.mode === 'duty') return { mode: 'duty', at: open.start }
    const so = run(text, 30, ONLY_IF, SO_UNDER)
    if (so) return { mode: 'duty', at: so.start }
    const applied = run(text, 140, APPLY_THIS, DERIVED)
    if (applied && moodAt(passage, applied.start)?.mode === 'duty') return { mode: 'duty', at: applied.start }
    const only = run(text, 30, MAY_ONLY, UNDER_THIS)
    return only && has(text, /\bdistribut|\bshar|\bprovid|\bmake available/) ? { mode: 'duty', at: only.start } : null
  },
  examples: {
    found: [
      { text: 'You must release the trained weights under an open source license compatible with ours.', mode: 'duty' },
      { text: 'If you refine the data, you must publish your additions under the same license.', mode: 'duty' },
      { text: '任何修改或包含本代码的软件也必须在 GPL 下提供。', mode: 'duty' },
      {
        text: 'If you use the weights, attribute this repository, and share any derivative weights under the same non-commercial, share-alike terms.',
        mode: 'duty',
      },
      { text: '作品的所有副本以及衍生作品均受本许可约束。', mode: 'duty' },
      { text: 'Under these terms:\n- ShareAlike — distribute derivatives under the same licence.', mode: 'duty' },
      { text: '如果改編本材料，必須以相同嘅 HERON 2.0 授權釋出。', mode: 'duty' },
      { text: 'You may adapt the tool, provided modifications are shared under the same terms.', mode: 'duty' },
      { text: 'Merged models must be shared under CC BY-NC-SA 4.0 as well.', mode: 'duty' },
      { text: 'If you publish a changed tune, publish it under these terms too.', mode: 'duty' },
      {
        text: 'Forks or derivative works must:\n1. Retain this license without change; and\n2. carry another name.',
        mode: 'duty',
      },
      { text: 'You may share modifications under the same terms.', mode: 'duty' },
      { text: 'You shall require any Modifications to be licensed in accordance with this Section 1.', mode: 'duty' },
      { text: 'You must release the trained model under an open source license.', mode: 'duty' },
      {
        text: 'Locally trained weight updates or checkpoints must remain under this same OpenRAIL-M license when shared.',
        mode: 'duty',
      },
      {
        text: 'If you remix the material, you must distribute your contributions under the same license.',
        mode: 'duty',
      },
      { text: 'You cannot sublicense or distribute the Models under any other terms or conditions.', mode: 'ban' },
      { text: 'All copies and derivative works of the Program are subject to this License.', mode: 'duty' },
      {
        text: 'Training is permitted only under the condition that the resulting model is:\n(a) made public; and\n(b) licensed under this License.',
        mode: 'duty',
      },
      { text: 'Merges must use this same license.', mode: 'duty' },
      { text: 'Anything you build from it stays under this license.', mode: 'duty' },
      { text: 'Any Derivative Works will remain subject to this Agreement.', mode: 'duty' },
      { text: 'Modified versions must be licensed under the same license.', mode: 'duty' },
      { text: 'If you share the Model, you may only do so under the terms of this Agreement.', mode: 'duty' },
      { text: 'You may distribute the Work only if you do so under this License.', mode: 'duty' },
      { text: 'You agree to apply this License to all copies and Derivatives of the Model.', mode: 'duty' },
      { text: '您对模型的衍生作品应当采用相同的许可证。', mode: 'duty' },
    ],
    left: [
      'We grant You a license to use, reproduce and create derivative works of the Materials only in accordance with the terms of this Agreement.',
      'Such a description must stand in a text file that is included with all distributions of the Covered Software under this License.',
      'You may provide different license terms for Your modifications or for Derivatives as a whole, provided Your use otherwise complies with the conditions stated in this License.',
      'You may not offer or impose any terms on the Work that alter or restrict the terms of this License.',
      'Give a notice stating that the dataset was made with the Licensed Materials and Derivative Materials provided under this License.',
      'The Model and any Derivative Model are subject to additional terms as described in Section 2 of this Agreement.',
      '您对模型的复制、修改及分发受本许可证以下条款约束。',
      'If You distribute a Derivative Work or a product that uses it, You shall: (i) provide a copy of this Agreement.',
      'We release our trained models under an open source license.',
      'The original model was shared under CC BY-NC-SA 4.0.',
      'You may release the trained model under an open source license.',
      'All derivative versions must include the same use-based restrictions.',
      '您修改模型得到衍生品，必须以显著的方式说明修改的内容，且不得违反本协议的条件。',
      'You may distribute the Models under other terms.',
      'Your own derivative works are yours to license.',
      '将衍生模型用于商业用途的，应当按照本协议附则的方式登记。',
      'You may distribute Derivative Works under this License.',
      'You may provide additional or different license terms for Derivative Works.',
      'You must give recipients of the Derivative Works a copy of this License.',
    ],
  },
} satisfies ClauseKind
