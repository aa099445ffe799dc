import type { ClauseKind, FoundClause } from '../clause.ts'
import { governing } from '../enumerated.ts'
import { FORGOES, isRuledOut } from '../forgone.ts'
import { BAN_WORDS, BANS, isBannedOutright, moodAt } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'
import { clauseAt } from '../parts.ts'
import { rowSays, SAYS_NO } from '../rows.ts'
import { EXCEPT_AS_GRANTED_ZH, SERVICE } from '../sharing.ts'

const CHANGE =
  /\b(?:modify|modifying|modification|alter|altering|alteration|adapt|adapting|translate|translating|fine-?tun(?:e|ing)|retrain(?:ing)?|remix(?:ed|ing)?|quanti[sz](?:e|ing|ation)|prun(?:e|ing)|merg(?:e|ing)(?! (?:methods?|techniques?|recipes?|algorithms?))|transform(?:ed|ing)?|edit(?:ing)?|tamper(?:ing)? with)\b|\bfine tun(?:e|ing)\b|\b(?:creat|prepar|mak|produc)\w* (?:any )?(?:derivatives?|derivative works?|adaptations?|modifications?|changes)\b|\bchang(?:e|ing)\b|修改(?!版(?:本)?，)|改动|改编|演绎|编辑|衍生(?:新|出)|篡改(?:代码|模型|权重|数据)|微调|二次训练|再训练|变更|\bchange of\b/
const THE_WORK =
  /\b(?:models?|checkpoints?|networks?|software|weights|parameters|materials?|data(?! protection)|data ?sets?|datasets?|programs?|works?|derivatives?|databases?|corpus|corpora|recordings?|the (?:game|engine|code|files)|licensed|(?:an?|the|any) (?:article|image|photo(?:graph)?|text|document)s?|it|them|thereof|(?:the|this|any|its) (?:\w+ )?(?:audio|recordings?|footage|images|voice ?banks?|samples|files|text))\b|模型|软件|权重|参数|作品|数据集|音频|音源|素材/
const WORK = new RegExp(`${SERVICE.source}|${THE_WORK.source}`)
const REVERSE = /\breverse[- ](?:assemble|compile|engineer)|\bdecompil\w+|\bdisassembl\w+/
const ELSE =
  /\b(?:notices?|metadata|references? to|endorse\w*|promot\w*|advertis\w*|affixed|license|licence|agreement|terms|polic(?:y|ies)|text|trademarks?|names?|logos?|attribution|disclaimers?|legends?|this document|statements?|rights|clause|provisions?|functionality|copyrights?|branding|links?|watermarks?|schemas?|settings|configurations?|prices?)\b|声明|协议|许可证|条款|名称|包名|\bauthorship\b/
/** forbidden only for some purpose: that is a use restriction */
const PURPOSE =
  /\bfor (?:the )?(?:purposes? of )?(?:training|fine-?tuning|evaluation|improvement|development)\b|\bfor (?:any (?!purpose\b)|the purposes? of|purposes|\(|\w+ purposes|use (?:in|by))|\bin connection with\b|\b(?:within|outside)(?: of)? the (?!model|software)|\bin (?:any|one) (?:or more )?of the (?:following|ways)\b|出于|用于|目的/
const UNLESS =
  /\b(?:while|until|except (?:as|in|under|with|for|to)|unless|other than|only (?:if|under|as|in|with)|without (?:also |including|the (?:above|notice)|clearly|stating|marking)|prejudicial|derogatory|which would|in a (?:way|manner)|so (?:as|that)|to (?:remove|circumvent|bypass|disable|create malware|mislead|harm|violate))\b|除非/
/** leave of the owner, not of the terms */
const BY_OWNER =
  /\bunless (?:expressly |specifically )?(?:authori[sz]ed|permitted|approved) (?:in writing )?by (?:us\b|(?:the|its|our) (?:[\w-]+ ){0,2}?(?:owners?|licensors?|authors?|holders?|company|provider))/
const EXCEPT_FIRST = /^\W*(?:except|unless|other than|subject to)\b/
/** what comes of changing the work */
const MADE =
  /\b(?:derivatives?(?: works?)?|modifications?|adaptations?|alterations?|fine-?tunes?) of (?:the|this) (?:model|software|weights|work|dataset|data|program)\b/
const NO_DERIVATIVES =
  /\b(?:adapted|remixed|modified|altered|transformed|changed|derived|derivative|translated|fine-?tuned|merged|quanti[sz]ed|pruned|converted)(?:,? (?:and|or)? ?(?:adapted|remixed|modified|altered|transformed|changed|translated|extended|derivative|fine-?tuned|merged|quanti[sz]ed|pruned|converted))* (?:versions?|copies|works?|models?|forms?|material) (?:of (?:it|the \w+) )?(?:may|must|shall|can) not be (?:distributed|shared|published|made available|released|passed on|uploaded|posted|hosted)\b|\b(?:may|must|shall|can) be (?:used|shared|distributed|passed on|kept) (?:only )?(?:as (?:is|delivered|received|provided|released)|unchanged|unmodified|unaltered|in (?:its|their|the) (?:original|unmodified|unaltered) (?:form|state))(?: only)?\b|\bin (?:its|their|the) (?:original|unmodified|unaltered|unchanged) (?:form|state) only\b|\b(?:models?|software|weights|datasets?|data|corpus|corpora|files|images|recordings|copies)\b[^.;]{0,60}\bin (?:an )?(?:original|unmodified|unaltered|unchanged) (?:form|state) only\b|\b(?:changes|modifications|alterations|adaptations|edits) (?:to|of) (?:it|(?:the|this) \w+) (?:may|must|shall|can) not be (?:made public|made available|published|distributed|shared|released|passed on)\b|\bonly (?:in|as) (?:an |its |their |the )?(?:unmodified|original|unaltered|unchanged|verbatim)(?: form| state| copies)?\b|\b(?:leave|keep) (?:it|them|the (?:\w+ ){0,2}?(?:models?|data|datasets?|files|copies|software|images|recordings|corpus|weights)) (?:unaltered|unchanged|unmodified|untouched)\b|\bno[- ]derivatives?(?: works?)? (?:(?:are|is|may be) )?(?:permitted|allowed|made|created)\b|\bbut not share,? adapted material\b|\bverbatim copies only\b|\bmust (?:remain|be kept) unmodified\b|禁止(?:修改|演绎|改编)|限制修改|\b(?:unaltered|unmodified|verbatim|unchanged|original) copies only\b|\bonly (?:verbatim|unaltered|unmodified) copies\b|\bnoderivatives\b|\bin the exact form (?:supplied|delivered|provided|received)\b|\b(?:must|shall|ha(?:s|ve) to) (?:remain|stay|be kept) (?:as (?:delivered|supplied|released|they are)|unchanged|untouched|unaltered)\b|\b(?:fine-?tunes?|merges?|changed (?:ones|copies)|adapted (?:ones|copies))(?: and \w+)? (?:are (?:forbidden|not allowed|prohibited)|may not)\b|\bpublish an? adapted version\b|\b(?:shall|must|may|will) make no (?:modifications?|changes|alterations?|adaptations?|derivatives?)\b(?! to (?:this|the) (?:licen[cs]e|agreement|text|notice))/
const UNCHANGED_ZH = /不得被?(?:修改|改编)/
const BARE =
  /(?<=^|[:;,.] |\band )no (?:fine-?tuning|modif(?:ying|ications?)|chang(?:es|ing)|alter(?:ing|ations?)|adapt(?:ing|ations?)|merging|pruning|quanti[sz]ation|remix(?:es|ing)|derivatives?(?: works?| models?)?|re-?training|merges|fine-?tunes|quanti[sz]ed versions|edits|conversions)\b(?! (?:to|of) (?:this|the) (?:licen[cs]e|agreement|terms|notice))/
/** "modifications are not allowed without asking me" */
const BARE_CHANGES =
  /(?:^|[.;:] )(?:any |all |the )?(?:modifications?|modifying|edits?|editing|changes|derivatives?|derivative (?:works|models|weights|versions)|modified versions|alterations?|fine-?tuning|merging|remixing|adaptations?)(?:,? (?:and|or) [\w-]{3,20}){0,3} (?:is|are) (?:strictly |expressly )?(?:not (?:permitted|allowed|licensed)|prohibited|forbidden)\b/
/** "you may not share modified versions" */
const SHARE_CHANGED =
  /\b(?:distribut|shar|publish|releas|upload)(?:e|es|ing)? (?:any |your )?(?:modified|adapted|altered|changed|derived|derivative|fine-?tuned|merged) (?:versions?|copies|works?|weights|models?|files|forms)\b/
/** an item of a list of what is forbidden, by its name alone */
const BARE_ITEM =
  /^\W{0,4}(?:any )?(?:fine-?tuning|modif(?:ying|ications?)|merging|adapting|adaptations?|quanti[sz]ing|re-?training|alterations?|derivatives?(?: works?)?)(?:,? (?:or|and) [\w-]{3,20}){0,2}\W*$/
/** "you may not create, train or share a derivative model" */
const DERIVED_MODELS =
  /\b(?:creat|prepar|mak|produc|train|build)(?:e|ing)?,?(?: [a-z]{3,12},?){0,3}(?: (?:or|and) [a-z]{3,12})?(?: an?| any)? derivative (?:models?|weights|checkpoints?)\b/
const NO_CHANGES = /\bno (?:modifications?|changes|adaptations?|alterations?)\b/
const PERMITTED = /\b(?:is|are|may be) (?:permitted|allowed|made)\b/
const ONLY_UNMODIFIED = /\bonly in (?:an |its )?unmodified form\b/
const PASSIVE =
  /\b(?:may|must|shall|can|will) not be (?:[a-z-]{1,20},? (?:and\/or |or |and )?){0,6}?(?:modified|altered|adapted|changed|translated|fine-?tuned)\b/
/** "neither the weights nor the code may be changed" */
const NOR_CHANGED =
  /(?:^|[.;:] )(?:neither|no part|no portion|under no circumstances|in no event)\b[^.;]{0,80}\b(?:may|can|shall|must|will) (?:ever )?be (?:modified|altered|adapted|changed|fine-?tuned|edited)\b/
/** "verbatim copies of this license document, but changing it is not allowed": the text of the license */
const DOCUMENT = /\bcopies of (?:this|the) licen[cs]e\b|\b(?:licen[cs]e|legal) document\b/
/** "any references to this notice in a distribution of the software may not be removed or altered" */
const OF_NOTICES =
  /^\W*(?:(?:any|all|the|this|these|such|no) )?(?:[\w-]+ )?(?:references?|notices?|copyrights?|names?|legends?|credits?|statements?)\b/
const NAMED = /\b(?:license|licence|deed|creative commons)\b/

/** the matter of a table row */
const MATTER =
  /^(?:derivatives?(?: works?)?|modif(?:ications?|ying|y)|adaptations?|adapting|changes|changing|fine-?tuning|alterations?)(?: (?:or|of) [\w -]+)?$|^(?:修改|衍生|微调)/

/** Changing the work, or sharing a changed one, is forbidden. */
export const shareModificationBan = {
  id: 'share.modification_ban',
  name: 'No modification or no derivatives',
  looksFor: 'A ban on changing, fine-tuning or adapting the work, or on sharing what was adapted.',
  falseFriends: 'A ban on changing the license text or notices, and a ban "except as this license provides".',
  against: ['modify'],
  reaches: ['modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'modify modified modification modifications modifying alter altered altering adapt adapted adapting translate finetune fine tune tuning derivative derivatives noderivatives noderivs change changed changing retrain retraining remix remixed quantize quantizing prune merge merging transform transformed edit unmodified unaltered unchanged original verbatim 修改 改动 改编 演绎 微调 训练 exact untouched delivered supplied adaptations fine-tuning changes edits editing remixing 编辑 衍生 篡改 merges tunes'.split(
      ' ',
    ),
  also: [
    'exact',
    'only',
    'remain',
    'stay',
    'untouched',
    ...BAN_WORDS,
    ...'verbatim unmodified unaltered unchanged original 限制修改'.split(' '),
  ],
  ways: [
    [MATTER, SAYS_NO],
    [BANS, CHANGE, WORK],
    [FORGOES, CHANGE, WORK],
    [BANS, MADE],
    [BANS, DERIVED_MODELS],
    [NO_DERIVATIVES],
    [BARE],
    [BARE_CHANGES],
    [BARE_ITEM],
    [SHARE_CHANGED],
    [NO_CHANGES, PERMITTED],
    [WORK, ONLY_UNMODIFIED],
    [WORK, PASSIVE],
    [NOR_CHANGED],
    [WORK, UNCHANGED_ZH],
  ],
  find(passage): FoundClause | null {
    const row = rowSays(passage, MATTER, SAYS_NO)
    if (row >= 0) return { mode: 'ban', at: row, parameters: { scope: 'all' } }
    const text = passage.lower
    if (has(text, EXCEPT_AS_GRANTED_ZH)) return null
    const no = run(text, 0, NO_DERIVATIVES)
    if (no && !NAMED.test(text.slice(Math.max(0, no.start - 40), no.start))) {
      const sharing = /share|distribut/.test(text.slice(no.start, no.end))
      return {
        mode: sharing ? 'grant' : 'ban',
        at: no.start,
        parameters: { scope: sharing ? 'sharing adapted material' : 'all' },
      }
    }
    const item = run(text, 0, BARE_ITEM)
    if (item && moodAt(passage, text.length - 1)?.mode === 'ban')
      return { mode: 'ban', at: 0, parameters: { scope: 'all' } }
    for (const shared of runs(text, 0, SHARE_CHANGED))
      if (isBannedOutright(passage, shared.start) && !UNLESS.test(text.slice(shared.start)) && !has(text, PURPOSE))
        return { mode: 'ban', at: shared.start, parameters: { scope: 'sharing adapted material' } }
    const changes = run(text, 0, BARE_CHANGES)
    if (changes && !UNLESS.test(text.slice(changes.end)) && !ELSE.test(text.slice(changes.end, changes.end + 40)))
      return { mode: 'ban', at: changes.start, parameters: { scope: 'all' } }
    for (const found of runs(text, 90, CHANGE, WORK)) {
      if (!isRuledOut(passage, found.start)) continue
      if (has(text, DOCUMENT)) continue
      if (has(text, EXCEPT_FIRST) || (has(text, REVERSE) && !has(text, /\b(?:modif|alter|adapt)\w*/))) continue
      if (PURPOSE.test(governing(text, found.start)) || has(passage.lead, PURPOSE)) continue
      if (ELSE.test(text.slice(found.start, found.end + 30))) continue
      const after = text.slice(found.start, found.end + 140)
      if (UNLESS.test(after) && !BY_OWNER.test(after)) continue
      return { mode: 'ban', at: found.start, parameters: { scope: 'all' } }
    }
    const derived = run(text, 0, DERIVED_MODELS)
    if (derived && isBannedOutright(passage, derived.start) && !has(text, UNLESS) && !has(text, PURPOSE))
      return { mode: 'ban', at: derived.start, parameters: { scope: 'all' } }
    for (const made of runs(text, 0, MADE))
      if (
        isBannedOutright(passage, made.start) &&
        (moodAt(passage, made.start)?.at ?? 0) > made.start &&
        !ELSE.test(text.slice(made.start, made.end)) &&
        !has(text, UNLESS) &&
        !has(text, PURPOSE)
      )
        return { mode: 'ban', at: made.start, parameters: { scope: 'all' } }
    const chinese = passage.language === 'zh' ? (run(text, 14, WORK, CHANGE) ?? run(text, 8, WORK, UNCHANGED_ZH)) : null
    if (
      chinese &&
      (isBannedOutright(passage, chinese.start) || has(text, UNCHANGED_ZH)) &&
      !PURPOSE.test(clauseAt(text, chinese.start)) &&
      !ELSE.test(text.slice(chinese.start, chinese.end))
    )
      return { mode: 'ban', at: chinese.start, parameters: { scope: 'all' } }
    const bare = run(text, 0, BARE)
    if (
      bare &&
      text.length < 200 &&
      !has(text, UNLESS) &&
      !ELSE.test(text.slice(Math.max(0, bare.start - 90), bare.start))
    )
      return { mode: 'ban', at: bare.start, parameters: { scope: 'all' } }
    const none = run(text, 60, NO_CHANGES, PERMITTED) ?? run(text, 40, WORK, ONLY_UNMODIFIED)
    if (
      none &&
      !ELSE.test(text.slice(Math.max(0, none.start - 90), none.end)) &&
      !has(text, EXCEPT_FIRST) &&
      !UNLESS.test(text.slice(none.end))
    )
      return { mode: 'ban', at: none.start, parameters: { scope: 'all' } }
    const nor = run(text, 0, NOR_CHANGED)
    if (nor && has(text, WORK) && !ELSE.test(text.slice(nor.start, nor.end)) && !has(text, UNLESS))
      return { mode: 'ban', at: nor.start, parameters: { scope: 'all' } }
    const passive = run(text, 40, WORK, PASSIVE)
    return passive &&
      !OF_NOTICES.test(text) &&
      !ELSE.test(text.slice(passive.start, passive.end)) &&
      /* an agreement that only both may amend */
      !has(text, /\bamended\b|\bsuperseded\b/) &&
      !UNLESS.test(text.slice(passive.end, passive.end + 80))
      ? { mode: 'ban', at: passive.start, parameters: { scope: 'all' } }
      : null
  },
  examples: {
    found: [
      { text: 'You may not copy, modify or distribute any part of our services without written consent.', mode: 'ban' },
      { text: 'Use is free provided that you do not modify the software.', mode: 'ban' },
      { text: 'The user is obliged to leave the copies unaltered.', mode: 'ban' },
      { text: '若用于非商业目的，应当注明作者，并不得对作品进行修改演绎。', mode: 'ban' },
      { text: 'Neither the weights nor the code may be modified.', mode: 'ban' },
      { text: 'The corpus may be used in unmodified form only.', mode: 'ban' },
      { text: 'Changes to the model may not be made public.', mode: 'ban' },
      { text: '使用者不得对模型进行反向工程、篡改代码或衍生新模型。', mode: 'ban' },
      { text: '## Editing\n\n- You cannot edit the audio in any other way.', mode: 'ban' },
      { text: '对音频的其他一切编辑都不允许。', mode: 'ban' },
      { text: '您不得对本数据集进行演绎。', mode: 'ban' },
      { text: 'The model must be used unmodified.', mode: 'ban' },
      { text: '❌ Fine-tuning or merging', mode: 'ban' },
      { text: 'You may not distribute modified versions of the weights.', mode: 'ban' },
      { text: 'Licensee shall make no modifications to the Model.', mode: 'ban' },
      { text: 'No merges, no fine-tunes.', mode: 'ban' },
      { text: 'Modifying the checkpoint in any way is prohibited.', mode: 'ban' },
      { text: 'Derivative models are not permitted.', mode: 'ban' },
      { text: 'The Licensee has no right to modify the Model.', mode: 'ban' },
      { text: 'You may not:\n1. create, train, share or use a Derivative Model;\n2. sell it.', mode: 'ban' },
      {
        text: 'Recipient shall not: (1) modify or translate the Software; or (2) use it for any commercial purpose.',
        mode: 'ban',
      },
      { text: 'Prohibited Use\n\n- Modification of the model or creation of derivative works' },
      { text: 'Modifications are not allowed without asking me first.', mode: 'ban' },
      {
        text: 'The Data may not be reproduced, modified and/or made available to any third party without our written permission.',
        mode: 'ban',
      },
      { text: 'You may not modify, adapt or translate the Model.', mode: 'ban' },
      { text: 'Fine-tuning of the Weights is not permitted.', mode: 'ban' },
      { text: 'You may produce, but not Share, Adapted Material.', mode: 'grant' },
      { text: '禁止修改本模型。', mode: 'ban' },
    ],
    left: [
      'You shall not publish the Model or the merging method.',
      'Any references to this notice in a distribution of this software may not be removed or altered.',
      'Any references to this notice, in any original or derived source distribution, may not be removed or altered.',
      'The name of the holder shall not be used to promote or advertise any modified version of the work.',
      'Do not modify the database schema while the server runs.',
      '严禁任何人以任何名义（包括修改名称）将本软件发布至应用商店。',
      '✅ Fine-tuning or merging',
      'You may not distribute modified versions without marking them.',
      'You may create, train or share a Derivative Model.',
      'The authorship must be acknowledged, and no changes or deletions are allowed.',
      'The Software, or any derivative thereof, may not be used for the training, fine-tuning or evaluation of other models.',
      'This is the entire agreement on the release of the Software and may not be superseded, modified or amended.',
      'You may not modify this license text.',
      'You must not alter or remove any copyright notices of the Software.',
      'You may not copy or modify the Program except as expressly provided.',
      'You may modify the Model.',
      '除非本许可证明确规定，否则您不得传播或修改受保护作品。',
      '若您不接受本授权，便不得修改或散布本程序或其衍生作品。',
      '提供安装信息的要求不包括继续为接收者修改的作品提供支持服务的要求。',
    ],
  },
} satisfies ClauseKind
