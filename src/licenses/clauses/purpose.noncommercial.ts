import { EXAMPLE } from '../circumstance.ts'
import type { ClauseContext, ClauseKind, FoundClause, Passage } from '../clause.ts'
import { isForbiddenAct } from '../forbidden.ts'
import { moodAt } from '../mood.ts'
import { every, first, has } from '../nearby.ts'
import { grantsCommercialUse, isOneOfOnly, isOnlyPurpose, OF_A_NAME } from '../purpose.ts'

const NONCOMMERCIAL =
  /\bnon[- ]?commercial(?:ly)?\b|\bnot[- ]for[- ]profit\b|\b(?:personal|private|hobby)(?:,? (?:and|or) (?:\w+ )?(?:personal|private|hobby|educational|academic))? (?:us(?:e|es|age)|purposes?|enjoyment|projects?)\b|非商业|非商用|非营利|非盈利|个人(?:学习|使用|用途)|\b(?:uses?|purposes?) (?:free|devoid) of (?:any )?commercial\b|\bno business use\b|\bno (?:money|ads|adverts|advertising|sponsors?(?:hips?)?|moneti[sz]ation|paywalls?), (?:and )?no (?:money|ads|adverts|advertising|sponsors?(?:hips?)?|moneti[sz]ation|paywalls?)\b|\bfun(?: and \w+)?\b|\b(?:personal|private|hobby) (?:tinkering|stuff|fun|learning|experiments?)\b|\b(?:purposes?|uses?|activities|projects|work) (?:that|which) (?:do|does|are|is) not (?:\w+ ){0,2}?(?:pursue|aim|seek|serve|intended|directed|made|carried out|done)(?: (?:a|any|at|for|to|towards?|primarily|out|making|commercial|financial|economic|monetary)){0,4} (?:profits?|gain|commercial\w*|advantage|compensation|ends?|interests?)\b|\b(?:without|with no) (?:a |any )?(?:profit|commercial|gainful|pecuniary)(?:[- ]making)? (?:motives?|intent(?:ion)?|purposes?|interests?|aims?|ends?)\b|\bnot commercial(?:ly)?\b|\bnon-?profit (?:us(?:e|es|age)|purposes?|projects?)\b/g
const COMMERCIAL =
  /(?<!non-)(?<!non )\bcommercial(?:ly|i[sz]e|i[sz]ation)?\b(?! (?:reasonable|available|damage|loss|item|computer|standard|value|impracticab|names?|symbols?|viab|email|communicat|code|re-?sale|re-?selling|sub-?licensing|efforts?|distributors?|recipients?|contributors?|part(?:y|ies)|licen[cs]es?\b|licen[cs]ing\b|agreements?\b|contracts?\b|terms\b))|\bfor[- ]profit\b(?! (?:prisons?|detention|hospitals?|schools?|colleges?|universit))|(?<!not-)(?<!not )\bfor (?:(?:any|direct|indirect|financial|monetary|private|pecuniary)(?: or (?:indirect|financial))? ){0,3}(?:profit|gain|remuneration|compensation|consideration)\b|\bmoneti[sz]\w*|\b(?:financial|monetary|commercial|pecuniary|economic) (?:gain|advantage|benefit|profit)\b|\b(?:generat|produc|earn|deriv|mak|bring|rais|yield)\w* (?:\w+ ){0,2}(?:revenues?|income|profits?|money)\b|\b(?:in (?:exchange|return)|exploit\w*) for (?:money|payment|remuneration|consideration|a fee)\b|\b(?:in|as part of|within|for|behind) (?:any |a |an )?(?:paid|monetized|fee-based) (?:\w+ )?(?:products?|services?|offerings?|apps?|apis?|platforms?)\b|\b(?:you|they|anyone|someone) charges? (?:for|money|a fee|users|people)\b|\bpecuniary\b|\bview to profit\b|\bproducts? (?:that|which) (?:is|are) (?:sold|for sale)\b|\b(?:sell|rent|charge)(?:,? (?:or |and )?(?:sell|rent|lease|charge)){0,3} (?:for )?(?:anything|what|products|it\b)|\bmak(?:e|ing) money\b|\bearn(?:ing)? money\b|\bprofit(?:-making|able use)\b|\bin (?:the course of|connection with) (?:a |any )?(?:trade|business)\b|\b(?:revenue|income|profit)[- ]generating\b|(?<!非)商业(?!禁止|秘密|信誉|道德|贿赂|名称|标识|上合理)|商用|以营利为目的|(?<!非)营利|盈利|牟利|获利|变现|\bearn (?:anything|something|from)\b|\bearn\w*\b[^.;]{1,40}\b(?:revenues?|income|donations|profits?|money)\b|\b(?:user|someone|anyone|ad|customer) pays? you\b|\bcommercial advantage\b|\bprofitable\b|\b(?:in|for) (?:your|a|their|any) business\b|\bfor business (?:use|purposes|activities|operations|ends)\b/g
/** a source offer that may be passed on in private, a private use that is defined, and both kinds of use at once */
const FALSE_FRIEND =
  /\byour (?:\w+ )?(?:data|answers|responses|information|uploads|submissions?|recordings|photos)\b[^.;]{0,40}\b(?:will|is|are|be)\b[^.;]{0,30}\b(?:used|shared|sold|processed)\b|\bour (?:\w+ )?commercial (?:products?|offerings?|versions?|editions?|services?|apis?|plans?)\b|\bcommercial(?:ly)? (?:sex\w*|surveillance|espionage)\b|\bcommercial (?:use|exploitation) of (?:(?:a|an|any|another|someone's|somebody's|their|his|her|other|real|living|deceased|public|famous|the) ){1,2}(?:\w+ )?(?:person|people|individual|speaker|actor|artist|celebrit|voice|likeness|name|image|figure)|\bcommercial use of (?:the |our |any |these |such )?(?:\w+ )?(?:fonts?|icons?|logos?|names?|trade ?marks?|brands?|screenshots?|music|third[- ]party|copyrighted|protected)\b|\b(?:us(?:e|ing)|exploit\w*) (?:of )?(?:(?:our|the|its|any|such|their) )?(?:[\w']+,? ){0,3}?(?:names?|logos?|(?:trade ?|service )?marks?|brands?|trade ?names?)\b(?!,? (?:the|or the) (?:model|software|work|weights|data))[^.;]{0,40}\bcommercial\b|\bfree for commercial\b|\bbusiness loss\b|\bloss of (?:profits?|business|revenue)\b|\blost profits\b|\b(?:liab\w+|damages?)\b[^.;]{0,100}\b(?:profits?|revenue|business|pecuniary)\b|\band\/or personal\b|\bwritten offer\b|\balternative is allowed only\b|\boccasionally and non-?commercial|\bnon-?commercial(?:ly)? (?:or|and|and\/or|as well as|&) commercial|(?<!non-)\bcommercial(?:ly)?,? (?:or|and|and\/or|as well as) non-?commercial|\bwhether (?:or not )?(?:commercial|for profit)|\bindividual['\w]* [^.;]{0,60}\bpersonal, private\b|\bcommercially reasonable\b[^.;]{0,40}$|商业(?:和|与|及|或)非商业|(?:商业|商用|营利|盈利)[^。；不]{0,8}[也亦又][^。；不]{0,8}非(?:商业|商用|营利|盈利)|非(?:商业|商用|营利|盈利)[^。；不须需]{0,8}[也亦又][^。；，不须需]{0,8}(?:商业|商用|营利|盈利)|\b(?:business|commercial) (?:purposes?|use|operations) or (?:for )?(?:your )?(?:non-?commercial|personal)\b|(?:其他|任何)商业损失|商业损失|商业(?:上|性质)?的?(?:损害|损失|机会)|(?:[该此这本第]|上述|前述)[^。；，的]{0,5}(?<!使用)(?<!授权)(?<!许可)(?:选择|选项|方案|方式|办法|方法|做法|途径)[^。；，]{0,6}[仅只]|偶[尔然][^。；，]{0,6}非商业|[仅只][^。；]{0,60}才[^。；，]{0,4}(?:采用|选择|适用|选用|使用)[^。；，]{0,4}(?:选项|方案|方式|办法|方法|做法|途径)|不承担[^。；]{0,60}商业/
/** what is shut out as commercial must be a use of the work */
const USE =
  /\b(?:derive|making|us(?:e|es|ed|ing)|purposes?|exploit\w*|appl(?:y|ication|ications)|advantage|gain|deploy\w*|products?|services?|sell|distribut\w*|production|commerciali\w+|commercially|license|copy|modify|employ\w*|usage|activit\w+|deriv\w*|profit\w*|business|revenue|moneti\w*|put to)\b|用途|活动|目的|使用|用于|化|利用|商用|\b(?:earn|make money|making money|anything|exploitation)\b|出售|有偿/
const PERMISSION =
  /\bwithout\b(?! limit)[^.;]{0,80}\b(?:licen[cs]e|permission|authori[sz]ation|consent|agreement|approval)\b|\bunless\b[^.;]{0,120}\b(?:licen[cs]e|permission|agreement|consent)\b/

/** Commercial use is barred. */
export const purposeNoncommercial = {
  id: 'purpose.noncommercial',
  name: 'Non-commercial only',
  looksFor: 'A grant for non-commercial purposes only, or a ban on commercial use of the work or its outputs.',
  falseFriends:
    'The source-offer alternative of copyleft licenses ("only occasionally and noncommercially"), private use that is defined, texts that grant commercial use on a second track, "commercially reasonable".',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'non-commercial',
  keywords:
    'sold financial monetary economic church sell commercial commercially commercialize commercialise commercialization noncommercial noncommercially profit gain monetize monetise monetization revenue revenues income money remuneration personal private hobby business exploitation paid pecuniary fun 商业 商用 营利 盈利 牟利 获利 变现 个人 earn earning advantage pays nonprofit non-profit charge charges free'.split(
      ' ',
    ),
  find(passage, context) {
    if (has(passage.lower, FALSE_FRIEND)) return null
    const permitted = first(passage.lower, PERMITTED)
    if (permitted !== null) return { mode: 'definition', at: permitted.index }
    const free = first(passage.lower, FREE_FOR)
    if (free !== null && !grantsCommercialUse(context)) return { mode: 'grant', at: free.index }
    const given = first(passage.lower, GRANTED_ZH)
    if (given !== null) return { mode: 'grant', at: given.index }
    const withheld = first(passage.lower, WITHHELD_ZH)
    if (withheld !== null) return { mode: 'ban', at: withheld.index }
    const noSale = first(passage.lower, NO_SALE)
    if (noSale !== null) return { mode: 'ban', parameters: { of: 'selling' }, at: noSale.index }
    const named = first(passage.lower, UNDER_NC)
    if (named !== null && !has(passage.lower, OF_PARTS)) return { mode: 'grant', at: named.index }
    const advised = first(passage.lower, SHOULD_NOT)
    if (advised !== null) return { mode: 'plea', at: advised.index }
    const only = onlyNoncommercial(passage, context)
    const barred = only?.mode === 'grant' || only === null ? noCommercial(passage) : null
    const found = barred?.mode === 'ban' ? barred : (only ?? barred)
    if (found === null || (found.mode !== 'ban' && grantsCommercialUse(context))) return null
    /* "not as part of a commercial product", in a text for any purpose "including commercial purposes" */
    if (
      found.mode === 'ban' &&
      /^commercial (?:product|service|offering|distribution|resale|platform)/.test(
        passage.lower.slice(found.at ?? 0),
      ) &&
      grantsCommercialUse(context)
    )
      return null
    return found
  },
  examples: {
    found: [
      { text: '本许可针对非商业用途使用本模型之目的。', mode: 'grant' },
      {
        text: 'Redistribution and use for non-commercial purpose in any form, with or without change, are permitted provided that the notice is kept.',
        mode: 'definition',
      },
      {
        text: 'Rights granted - a royalty-free licence for:\n- Non-commercial academic research\n- Classroom instruction',
        mode: 'grant',
      },
      { text: 'Under these terms:\n  - NonCommercial — not for commercial use.', mode: 'ban' },
      { text: 'The file is not approved for production or commercial distribution.', mode: 'ban' },
      { text: '用户可以免费使用本仓库的内容进行个人非商业用途。' },
      { text: '- 🚫 **非商業** — 唔可以將本材料用於商業用途', mode: 'ban' },
      {
        text: 'Heron Labs permits the use of the records for non-commercial, research and educational activities.',
        mode: 'grant',
      },
      { text: '许可方授予您有限的许可，您可以非商业用途复制、使用本模型。', mode: 'grant' },
      { text: 'The weights are provided for non-commercial education, research and study.', mode: 'grant' },
      { text: 'Commercial use is not granted.', mode: 'ban' },
      { text: 'Commercial use: not without asking.', mode: 'ban' },
      { text: "It is free for everyone as long as you don't earn money with it.", mode: 'ban' },
      { text: 'You may use it, provided that no fee is charged and the use is not commercial.', mode: 'grant' },
      {
        text: 'The weights are made available for your internal, non-profit, non-commercial research use.',
        mode: 'grant',
      },
      { text: 'These tunes are free for non-commercial use.', mode: 'grant' },
      { text: 'Using this model as part of a paid product is not OK.', mode: 'ban' },
      { text: 'The weights may not end up in anything you charge for.', mode: 'ban' },
      { text: 'Commercial applications are out of scope of this license.', mode: 'ban' },
      {
        text: 'You are not allowed to use the tune on sites from which you earn, or plan to earn, revenue.',
        mode: 'ban',
      },
      { text: 'You may run it for personal, non-commercial, internal purposes only.', mode: 'grant' },
      { text: '许可方授予您的非商业研究目的复制和分发软件的许可。', mode: 'grant' },
      { text: '- Free for universities for non-commercial research and education.', mode: 'grant' },
      { text: 'You may use it for academic purposes only (e.g., not for commercial use).', mode: 'ban' },
      { text: '数据默认不授予他人商业使用权。', mode: 'ban' },
      { text: 'The dataset is provided strictly for non-commercial academic research.', mode: 'grant', parameters: {} },
      {
        text: 'Heron grants you a license to use the Models solely for non-commercial and research purposes. You may use them for testing (including non-commercial research funded by a commercial entity).',
        mode: 'grant',
      },
      { text: "Don't sell this or anything made with it.", mode: 'ban' },
      { text: 'Not free for business use.', mode: 'ban' },
      { text: 'For non-profit use only!', mode: 'grant' },
      { text: "Companies: you can't use this in your business.", mode: 'ban' },
      { text: '| Commercial use | ✗ not allowed |', mode: 'ban' },
      { text: '❌ Commercial use', mode: 'ban' },
      {
        text: 'Heron Labs grants you a license to use and adapt the Model solely for non-commercial purposes.',
        mode: 'grant',
      },
      { text: 'The weights may be used for non-commercial research only.', mode: 'grant' },
      { text: 'You shall not use the Model, in whole or in part, for any commercial purpose.', mode: 'ban' },
      {
        text: 'You may distribute the software only free of charge and for non-commercial purposes.',
        mode: 'grant',
        parameters: { of: 'sharing' },
      },
      { text: 'Commercial use of the outputs is strictly prohibited.', mode: 'ban' },
      { text: '本模型仅限非商业用途使用。' },
      { text: 'You may run this software for internal, non-commercial purposes.', mode: 'grant' },
      { text: '您可以出于非商业用途使用本模型。', mode: 'grant' },
      { text: '未经许可，禁止将本模型用于任何商业目的。', mode: 'ban' },
    ],
    left: [
      'Neither we nor you shall use the name of the other for commercial, advertising or promotional purposes without permission.',
      'The work may not be used in any advertising to endorse or promote any products or commercial entity without permission.',
      'It is prohibited to promote commercial sexual services.',
      "## Prohibited Uses\n\n- Commercial use of a person's voice without the right to do so.\n- Fraud.",
      'A royalty-free licence for:\n- Non-commercial research\n- Commercial products',
      '商业禁止行为：在违反适用法律的背景下使用。',
      'The tunes are free for commercial use, and for non-commercial use as well.',
      'The rights that this License does not grant, and that a Commercial Agreement may add, include support.',
      'Free for commercial and non-commercial use.',
      'If you do not qualify, you may not use the software without first obtaining a separate commercial license.',
      'You may use the software for any purpose, including commercial purposes.\n\nYou may not offer the Software as part of a commercial product intended for resale.',
      'You agree not to use the Model for any purpose if you had more than $2,000,000 in revenue, except where your use is limited to personal use or research purposes.',
      '✅ Commercial use',
      '任何发布方均不对您承担任何间接损害或任何其他商业损失。',
      'You may use the Model for commercial and non-commercial purposes.',
      'This alternative is allowed only for noncommercial distribution.',
      '该选择只适用于非商业分发，并且仅在您收到附有此种要约的目标代码时才适用。',
      'You must use commercially reasonable efforts and may not remove this notice.',
      'You may use the software only for your own internal business purposes or for non-commercial use.',
      'If you build products, tell us; commercial use is welcome.',
      '您可以将本模型用于商业用途。',
      'The model was trained on non-commercial data.',
    ],
  },
} satisfies ClauseKind

const GIVES =
  /\b(?:allows?|lets?|permits?|permitted|grants?|granted|may|can|free(?= to\b| for\b)|licensed?|available|released|provided|offered|shared|published)\b|可|授予|允许/
/** "any noncommercial purpose is a permitted purpose": the list of purposes is the grant */
const PERMITTED =
  /\b(?:use|redistribution|distribution|copying|reproduction|sharing|modification)\b[^.;]{0,40}\bfor (?:any |strictly |purely |solely )?non-?commercial (?:purposes?|uses?)?[^.;]{0,120}\b(?:is|are) (?:hereby )?(?:permitted|granted|allowed)\b|\bpermitted non-?commercial (?:purposes?|uses?)\b|\bnon-?commercial (?:purposes?|uses?)\b[^.;]{0,30}\b(?:is|are) (?:a |an |the )?(?:only )?(?:permitted|allowed|licensed)\b/
/** "free for academic institutions for non-commercial research" */
const FREE_FOR =
  /^(?:licen[cs]e\b|(?:it|this|these|the|all|our|my) (?:\w+ ){0,4}?(?:is|are) )[^.;|]{0,12}\bfree for (?:(?:private|personal|non-?profit|hobby|charitable|church|family|home)(?:,? (?:and |or )?)){1,5}(?:use|purposes?)\b(?![^.;]{0,60}\b(?:business|commercial|company|professional)\b)|\b(?:provided|as long as|so long as|on condition)\b[^.;]{0,80}\b(?:use|purpose|it) is (?:not |non-?)commercial\b|^licen[cs]e(?: type)?: ?\(?non-?commercial\b|^(?:it is |it's |this is )?free (?:of charge )?(?:for|to) (?:[\w-]+[ ,]+){1,12}?(?:for|in) (?:[\w-]+ ){0,2}?non-?commercial (?:[\w-]+ ){0,2}?(?:use|uses|purposes?|research|education|projects?|work)\b|^free for (?:[\w-]+ ){0,2}?non-?commercial (?:[\w-]+ ){0,2}?(?:use|uses|purposes?|research|education|projects?|work)\b(?![^.;]{0,30}\bcommercial\b)/
/** "the weights are released under the Heron Non-Commercial License" */
const UNDER_NC =
  /\b(?:is|are|be|been|model|weights|checkpoints?)(?: (?:\w+ ){0,2}?(?:licen[cs]ed|released?|available|distributed|published|provided|shared|subject|covered))? (?:under|to|by) (?:an?|the|our|its|this) (?:[\w.()-]+ ){0,6}?non-?commercial(?: (?!and\b|or\b)[\w-]+){0,4}? licen[cs]e\b|\blicen[cs]ed under (?:the )?\[?(?:creative commons )?attribution-non-?commercial\b/
/** parts, forerunners and others' works have licenses of their own */
const OF_PARTS =
  /\b(?:either|mixture|whereas|while|but|original|originally|due to|because|since|previous\w*|formerly|no longer|unlike|trained on|based on|derived from|other)\b|\bnot (?:\w+ )?(?:released|licensed|under)\b/
/** "this model should not be used for any commercial purpose" in a card */
const SHOULD_NOT =
  /\bshould (?:not|never) be used (?:(?:directly|either|in|for|any|a) ){1,3}commercial\w*(?: (?:purposes?|use|settings?|products?|applications?))?\b(?!(?: \w+)? without)/
/** "no right of commercial use is given" */
const WITHHELD_ZH =
  /(?:商业|商用|营利)(?:用途|使用|目的|应用|行为)?(?:均|一律|皆)?(?:被|为)?(?:严格)?(?:禁止|不允许|不被允许)(?=[。；，,.;]|$)|不(?:授予|给予|包括|包含|提供)[^。；，]{0,10}(?:商业|商用)(?:使用)?(?:权|许可|授权)/
/** "grants you, for your non-commercial research, a license to copy" */
const GRANTED_ZH =
  /许可[^。；，]{0,6}(?:针对|限于|适用于)[^。；，]{0,6}非商业(?:性)?(?:的)?(?:研究|学术|使用|用途|目的)|授予(?:您|你)(?:的)?(?:以|用于|出于|为)?(?:个人|内部)?非商业(?:性)?(?:的)?(?:研究|学术|使用|用途|目的)/
/** the right to sell is what is withheld */
const NO_SALE =
  /\b(?:not (?:include|grant|have|given?|grant to you,?)|no)\b[^.;]{0,60}\bright to sell\b|\b(?:may|shall|must) not sell\b[^.;]{0,40}\b(?:software|model|work|materials)\b|\b(?:don't|do not) sell (?:this|it|the|my|our|any|anything)\b(?![^.;]{0,40}\b(?:by itself|alone|separately)\b)|\bnot free for (?:business|commercial|corporate|company|professional) (?:use|purposes)\b/

/** "you may distribute copies only free of charge for non-commercial purposes" leaves one's own use free */
const SHARES = /(?<!\b(?:is|are|been|being) )\b(?:distribut|shar|convey|pass|provid)\w*\b/
const USES = /\b(?:us(?:e|es|ing)|cop(?:y|ies)|reproduc\w*|modif\w*|adapt\w*|run|exercise|access\w*|download\w*)\b/
const ofSharing = (passage: Passage, at: number): Pick<FoundClause, 'parameters'> => {
  const before = `${passage.lead} ${passage.lower.slice(0, at)}`
  return SHARES.test(before) && !USES.test(before) ? { parameters: { of: 'sharing' } } : {}
}

const onlyNoncommercial = (passage: Passage, context: ClauseContext): FoundClause | null => {
  for (const match of every(passage.lower, NONCOMMERCIAL)) {
    const end = match.index + match[0].length
    const mood = moodAt(passage, match.index)
    if (mood?.mode === 'plea') continue
    if (isOnlyPurpose(passage, match.index, end) || isOneOfOnly(passage, match.index, context))
      return {
        mode:
          mood?.mode === 'ban'
            ? 'ban'
            : /\bmeans?\b|\bshall mean\b|是指/.test(passage.lower.slice(0, match.index))
              ? 'definition'
              : 'grant',
        ...ofSharing(passage, match.index),
        at: match.index,
      }
    const before = passage.lower.slice(Math.max(0, match.index - 60), match.index)
    /* "you may use it for your non-commercial purposes" gives no other use */
    if (
      mood?.mode !== 'ban' &&
      GIVES.test(passage.lower.slice(0, match.index)) &&
      /\bfor (?:use (?:in|for) |your |any |internal,? |non-?profit,? |personal,? |academic,? |research,? |and |or |the |freely ?|available ?){0,4}$|(?:用于|出于|以|进行|作为)(?:个人|内部|学习|研究|[、及和])*$/.test(
        before,
      ) &&
      /^[ -]?(?:,? ?\w+,? (?:and |or )?){0,3}(?:us(?:e|es|age)|purposes?|research|education|experimentation|study|projects?|applications?|activities)|^(?:性)?(?:的)?(?:用途|目的|使用|活动)/.test(
        passage.lower.slice(end, end + 40),
      )
    )
      return { mode: 'grant', at: match.index }
  }
  return null
}

/** commercial use in a list of what a license is needed for is not barred: another kind says so */
const LICENSE_NEEDED = /\b(?:licen[cs]e|agreement|permission|subscription) (?:is |are )?(?:required|needed|necessary)\b/
/** barred above a size, or for some: another kind says so */
const ABOVE = /\b(?:exceed\w*|above|greater than|more than|over) (?:the|a|an|\$|us|[0-9])|\bthreshold\b/
const noCommercial = (passage: Passage): FoundClause | null => {
  const { lower: text } = passage
  if (has(text, ABOVE) || has(text, OF_A_NAME)) return null
  for (const match of every(text, COMMERCIAL)) {
    if (!USE.test(text.slice(Math.max(0, match.index - 40), match.index + 50))) continue
    if (
      /\b(?:other than|except(?: for)?|not for) (?:any |for )?$/.test(
        text.slice(Math.max(0, match.index - 16), match.index),
      ) &&
      /\b(?:grant\w*|licen[cs]ed?|may)\b/.test(`${passage.lead} ${text.slice(0, match.index)}`) &&
      moodAt(passage, match.index)?.mode !== 'ban'
    )
      return { mode: 'grant', at: match.index }
    if (!isForbiddenAct(passage, match.index) || has(passage.lead, LICENSE_NEEDED)) continue
    const example = EXAMPLE.exec(text.slice(0, match.index))
    if (example !== null && !/\bnot\b/.test(example[0])) continue
    return {
      mode: 'ban',
      ...(has(text, PERMISSION) ? { parameters: { unless: 'permission is given' } } : {}),
      at: match.index,
    }
  }
  return null
}
