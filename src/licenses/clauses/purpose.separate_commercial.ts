import {
  askedZh,
  COMMERCIAL,
  GET_ONE,
  NOT_NEEDED,
  OTHER,
  WANTED,
  ZH_APPLY,
  ZH_ASK,
  ZH_CASES,
  ZH_CONTACT,
  ZH_NEEDS,
  ZH_WITHOUT,
} from '../asks.ts'
import type { ClauseKind } from '../clause.ts'
import { askHeading } from '../headings.ts'
import { every, first, has } from '../nearby.ts'

const ASK =
  /\b(?:is|are) (?:\w+ )?(?:requested|asked|invited) to (?:contact|apply|request|obtain|get|write to|reach out)\b|\b(?:must|shall|need to|needs to|required to|have to|has to|should|will|please|may|agrees? to|undertakes? to)\b[^.;]{0,60}?\b(?:request|apply|obtain|seek|acquire|purchase|buy|secure|negotiate|enter into|contact|reach out|conclude|sign|signed|fill|get|ask|be (?:obtained|agreed|concluded|signed|purchased|bought|secured|sought)|take out|have)\b|, (?:please |first |then )?(?:get|buy|purchase|contact|talk to|write to)\b|(?:^|[.;:?] |: |; |— ?)(?:please |first )?(?:obtain|get|buy|request|apply for|purchase|ask|contact|talk to|write to|reach out)\b/g
const LICENSED =
  /licen[cs]|lis[ce]+n[cs]e|commercial rights|write to|contract|subscription|permission|authori[sz]|agreement|consent|approval|contact|reach|e-?mail|drop us|get in touch|terms|okay|application|registration|questionnaire/
const FOR_LICENSE =
  /\b(?:(?:separate|commercial|enterprise|company|business|corporate|professional|additional|express|written|prior|individual|explicit|extended|paid|pro|studio|indie|proper|own|specific) )?(?:licen[cs]es?|licen[cs]ing|permissions?|authori[sz]ations?|agreements?|consent(?:ed)?|approval|contracts?|subscriptions?|plan|terms)\b/
/** a license that only some need is one to ask for */
const PAID_KIND = /\b(?:commercial|enterprise|company|business|corporate|professional|paid|pro|studio|indie) licen[cs]/
const FROM =
  /\bour (?:\w+ ){0,2}(?:licen[cs]e|agreement|contract)\b|\b(?:from|with|by|of|to) (?:us|the licensor|licensor|the authors?|the company|company|the developers?|the copyright holders?|the owners?|our team|[a-z0-9.@'-]+(?: [a-z0-9]+)?)\b|\b(?:separate|commercial|enterprise) (?:\w+ )?licen[cs]/
const MAY_GRANT =
  /\bwhich may,? (?:(?:in|at) its (?:sole |absolute )?discretion,? )?(?:grant|issue|provide|refuse|withhold|give)\b|\bwhich (?:we|licensor|the licensor|company|[\w .'-]{1,30}) may (?:grant|issue|provide|refuse|withhold|give)\b/
const isUnderCommercial = askHeading(COMMERCIAL)
const NEEDS =
  /\bcommercial(?:ly)?\b[^.;]{0,40}\b(?:must|shall|should|needs? to|ha(?:s|ve) to) (?:first )?(?:complete|submit|fill (?:in|out)) (?:the |an? |our )?(?:\w+ )?(?:registration|application|questionnaire)\b|\brequires? [^.;]{0,60}\b(?:separate|written|other|paid) (?:\w+ )?commercial (?:licen[cs]e|agreement|contract)\b|\b(?:requires?|needs?) (?:[\w']+ ){0,3}(?:permission|licen[cs]e|consent|approval) (?:to use|for use|for using|to be used) (?:it )?(?:in|for|as part of) (?:an? |any )?(?:commercial|paid|business|for-profit)\b|\b(?:businesses|companies|corporations|enterprises|firms|commercial users|for-profits) (?:\w+ )?(?:needs?|requires?|must (?:have|buy|get|obtain|purchase)) (?:an? |our |the )?(?:\w+ )?(?:licen[cs]e|agreement|permission|contract)\b|\b(?:trade|business|commerc\w+)\b[^.;]{0,30}\b(?:requires?|needs?)\b[^.;]{0,50}\b(?:licen[cs]e|agreement|permission|consent|contract)\b|\b(?:commercial|business)\b[^.;]{0,60}\b(?:subject|object|matter) of (?:a|an) (?:distinct|separate|further|other|individual|special) (?:\w+ )?(?:licen[cs]e|agreement|contract)\b|\b(?:need|require)s? (?:a|an|our) (?:paid|commercial|pro|enterprise|business|separate|written) (?:\w+ )?(?:licen[cs]e|plan|agreement|permission|subscription|contract)\b|\b(?:commercial(?:ly)?|business|for-profit|enterprise|monetary|money|profit|gain)[ :](?:[^.;(]{0,30}\([^().;]{0,160}\))?[^.;]{0,60}\b(?:requires?|needs?|demands?|is subject to|are subject to|conditional (?:up)?on|depends? (?:up)?on|contingent (?:up)?on|presupposes?|calls for|only (?:under|with|after|by|on the basis of)|available (?:only )?(?:under|by))\b[^.;]{0,60}\b(?:licen[cs]e|permission|authori[sz]ation|agreement|consent|approval|contract|subscription|plan|clearance)\b|\b(?:commercial(?:ly)?|business|for-profit)\b[^.;]{0,40}\? [^.;]{0,20}\byou need our\b[^.;]{0,30}\b(?:okay|ok|licen[cs]e|permission|approval|consent)\b|\b(?:company|business|enterprise|commercial)\b[ |:]{1,4}[^.;|]{0,20}\b(?:commercial|separate) (?:\w+ ){0,2}(?:agreement|licen[cs]e)\b[^.;|]{0,30}\brequired\b|\bcommercial\b[^.;]{0,240}\b(?:prohibited|forbidden|not (?:permitted|allowed))\b[^.;]{0,20}\b(?:requires?|needs?)\b[^.;]{0,40}\b(?:licen[cs]e|permission|authori[sz]ation|agreement|consent|approval)\b|\buse beyond (?:\w+ ){1,3}(?:shall |must |will )?(?:requires?|needs?)\b[^.;]{0,40}\b(?:authori[sz]ation|permission|licen[cs]e|consent)\b|\b(?:commercial|business) (?:use|deployment|exploitation) (?:only )?(?:with|under|by|upon) (?:an? |our |prior |separate |express )*(?:written|separate|signed|paid|commercial|individual) (?:\w+ )?(?:agreement|licen[cs]e|contract|permission)\b|\b(?:separate|additional|commercial|paid) (?:[\w-]+ ){0,4}?(?:licen[cs]e|agreement)(?: or (?:[\w-]+ ){0,2}(?:authori[sz]ation|permission|agreement))? (?:is|are) (?:also )?(?:required|needed|necessary) (?:for|to|before|in order)\b|\b(?:obtained|available|released|provided|downloaded|accessed) (?:only )?(?:after|once|upon|when) (?:an? |the |your )?(?:commercial|paid|separate|enterprise) (?:licen[cs]e|agreement|contract)\b[^.;]{0,30}\b(?:agreed|signed|concluded|purchased|bought|in place)\b|\bwait for (?:a |our )?(?:signed |written )?licen[cs]e\b[^.;]{0,60}\bbefore you (?:sell|charge|ship|launch)\b|\b(?:charge for|sell|earn from) it,? (?:please )?(?:get in touch|contact|talk to|write to)\b[^.;]{0,40}\blicen[cs]e\b|\b(?:beyond|above|over|more than|larger|bigger)\b[^.;:]{0,40}: (?:please )?(?:contact|ask|talk to|write to|e-?mail|buy|get)\b[^.;]{0,40}\b(?:licen[cs]e|plan|agreement)|\bfor these,? (?:an )?application shall be made\b|\bcommercial (?:exploitation|use|deployment)\b[^.;]{0,40}\b(?:shall be|is|are) subject to\b[^.;]{0,60}\b(?:separate|prior|written)\b[^.;]{0,30}\b(?:agreement|licen[cs]e|contract)\b|\b(?:commercial(?:ly)?|business|for-profit|enterprise|paid)\b[^.;]{0,60}\b(?:separate|written|prior|paid|commercial|special|individual) (?:\w+ )?(?:licen[cs]e|permission|agreement|consent|authori[sz]ation|approval|contract)\b[^.;]{0,24}\b(?:must|shall|has to|needs to|is to) be (?:\w+ )?(?:negotiated|obtained|requested|purchased|bought|signed|agreed|sought|arranged|concluded|acquired)\b|\b(?:licen[cs]e|licen[cs]ing|permission|agreement|consent|authori[sz]ation|approval)\b[^.;]{0,40}\b(?:is|are) (?:\w+ )?(?:required|needed|necessary|mandatory)\b[^.;]{0,12}\bfor\b[^.;]{0,40}\b(?:commercial|business|paid|production|enterprise|corporate|for-profit)\b|\b(?:commercial|business)\b[^.;?]{0,30}\? (?:please |first |then )?(?:get|buy|obtain|request|ask for|purchase) (?:a|an|our|the) (?:\w+ )?(?:licen[cs]e|permission)\b|\b(?:paid|commercial|enterprise) (?:\w+ )?licen[cs]e (?:is )?required\b|\bcommercial (?:use )?(?:rights|licen[cs]es?) (?:can|must|may|have to) be (?:acquired|obtained|purchased|bought|licensed)\b|\b(?:uses?|purposes?|anything) (?:(?:that|which) (?:goes|go) )?(?:not|other than|beyond|outside|exceeding)[^.;]{0,50}\b(?:requires?|needs?|calls? for)\b[^.;]{0,40}\b(?:authori[sz]ation|permission|licen[cs]e|consent|approval|agreement)\b/
const WITHOUT =
  /\b(?:save|except) (?:with|under|by) (?:an? |the )?(?:\w+ ){0,2}(?:licen[cs]e|permission|authori[sz]ation|consent|agreement)\b|\bwithout\b(?! limit)[^.;]{0,60}\b(?:licen[cs]e|permission|authori[sz]ation|consent|agreement|approval)\b|\bunless\b[^.;]{0,100}\b(?:licen[cs]e|permission|authori[sz]ation|consent|agreement)\b/
const OFFERS =
  /\b(?:willing|happy|open|ready|prepared) to (?:negotiate|discuss|offer|grant) (?:\w+ ){0,2}commercial (?:\w+ )?licen[cs]|(?<!custom )\bcommercial licen[cs](?:es?|ing) (?:(?:is|are) )?(?:also )?available\b(?! at)|\b(?:for|if|regarding|concerning|about|interested in|looking for|to (?:use|deploy))\b[^.;]{0,80}\bcommercial[^.;]{0,240}\b(?:contact|e-?mail|reach|write|visit|see|apply|do so|dm|message|ask|talk to|get in touch|drop)\b|\bcommercial (?:licen[cs]\w+|use|inquiries|rights)[^.;:]{0,20}(?::| -) ?(?:please )?(?:contact|e-?mail|write|reach)\b|\bcontact\b[^.;]{0,60}\bcommercial (?:licen|use)|\bto (?:obtain|get|purchase|acquire) an? commercial licen|\bwant to (?:use|sell|ship)[^.;?]{0,40}\bcommercial\w*\b[^.;]{0,12}\? ?(?:please )?(?:e-?mail|contact|write|talk|call|reach)\b/
/** any use hangs on another agreement */
const HANGS_ON =
  /\bonly\b[^.;]{0,120}\bif\b(?:[^.;]|\.\S){0,320}?\b(?:separate|other|another|paid|valid|subscription)\b[^.;]{0,80}\b(?:agreements?|plans?|subscriptions?|licen[cs]es?|terms)\b/
const SUBJECT_TO =
  /\bsubject to (?:an? |the |your |our )?(?:separate|additional|commercial|paid|prior|express|written)\b[^.;]{0,50}\b(?:agreement|licen[cs]e|terms|consent|permission|approval|authori[sz]ation)\b/
/** "if you need another license, please contact us" */
const ANOTHER =
  /\bif (?:you|your \w+) (?:requires?|needs?|wants?|would like) (?:an? |to have )?(?:another|different|alternative|other|additional) (?:\w+ )?licen[cs]\w*\b[^.;]{0,30}\b(?:contact|ask|write|e-?mail|reach|talk)\b/
/** "requires adaptations to be under the same license" */
const SAME = /\b(?:same|identical) (?:licen[cs]e|terms)\b|\blicen[cs]e text\b/

/** "then you must have one of: - a contributor license" */
const ONE_OF =
  /\b(?:must|shall|need to|needs to|has to|have to) (?:first |also )?(?:have|hold|obtain|sign|buy|purchase|choose|agree) (?:to )?(?:one|any|either)(?: of)?(?: the following)?\W*$/

const CONDITION = /\b(?:if|where|unless|in order to|before|prior to|wish(?:es)? to|for any (?:other|use))\b/

/** Commercial use, or use above a size, needs a license that one must ask for. */
export const purposeSeparateCommercial = {
  id: 'purpose.separate_commercial',
  name: 'Separate commercial license',
  looksFor:
    'A duty to request or agree another license, given at the licensor’s discretion, for commercial or other use.',
  falseFriends: 'Permission to use trademarks, consent of persons, third-party rights, an address for questions.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'paid want request apply obtain seek acquire purchase secure negotiate contact conclude reach sign buy sell gain profit money business contract subscription ask fill commercial commercially commercialize commercialise separate additional only 申请 取得 获得 获取 联系 签署 签订 商业 商用 营利 盈利 beyond charge wait application one above over larger more required needed 以下 agreed obtained 联络 购买 licensing needs need rights companies businesses corporations enterprises for-profit write covered'.split(
      ' ',
    ),
  ways: [
    [ANOTHER],
    [WANTED],
    [MAY_GRANT],
    [ASK, FOR_LICENSE, CONDITION],
    [ASK, FOR_LICENSE, COMMERCIAL],
    [ONE_OF],
    [HANGS_ON],
    [SUBJECT_TO],
    [NEEDS],
    [COMMERCIAL, WITHOUT],
    [COMMERCIAL, OFFERS],
    [ZH_ASK],
    [ZH_WITHOUT],
    [ZH_APPLY],
    [ZH_CONTACT],
    [ZH_CASES],
    [ZH_NEEDS],
  ],
  find(passage, context) {
    const { lower: text } = passage
    if (passage.language === 'zh') return askedZh(text)
    const wanted = first(text, WANTED)
    if (wanted !== null && has(text, COMMERCIAL) && context.after(passage, 1).some(({ lower }) => has(lower, GET_ONE)))
      return {
        mode: context.after(passage, 1).some(({ lower }) => has(lower, /licen[cs]|permission|agreement/))
          ? 'duty'
          : 'plea',
        at: wanted.index,
      }
    if (!has(text, LICENSED) || has(text, OTHER) || has(text, NOT_NEEDED)) return null
    const granted = first(text, MAY_GRANT)
    if (granted !== null && /\b(?:request|apply|obtain|seek|licen[cs]e)\b/.test(text.slice(0, granted.index)))
      return {
        mode: 'duty',
        at: Math.max(0, text.slice(0, granted.index).search(/\b(?:must|shall|request|apply|obtain|seek)\b/)),
      }
    const another = first(text, ANOTHER)
    if (another !== null) return { mode: 'plea', at: another.index }
    const commercial = has(text, COMMERCIAL) || isUnderCommercial(passage)
    const conditional = commercial || has(text, CONDITION)
    for (const ask of every(text, ASK)) {
      const after = text.slice(ask.index + ask[0].length, ask.index + ask[0].length + 110)
      const license = FOR_LICENSE.exec(after)
      if (license === null || !conditional) continue
      const named = FROM.test(after) || /\b(?:buy|purchase|contact|talk to|write to)$/.test(ask[0])
      if (
        !commercial &&
        !PAID_KIND.test(license[0]) &&
        !(named && /\b(?:from|with) (?:us|licensor|the licensor|company)\b|\bseparate\b/.test(after))
      )
        continue
      if (!named && !/\b(?:separate|commercial|written|prior)\b/.test(license[0]) && !PAID_KIND.test(license[0]))
        continue
      /* "if you plan commercial use, you should contact us" is no advice */
      const asked =
        /^(?:please|should|may)\b/.test(ask[0]) &&
        !(ask[0].startsWith('should') && /\bif you\b|\bwho\b/.test(text.slice(0, ask.index)))
      return { mode: asked && !has(text, /\b(?:must|shall|required|not)\b/) ? 'plea' : 'duty', at: ask.index }
    }
    if (has(passage.lead, ONE_OF) && has(text, FOR_LICENSE)) return { mode: 'duty', at: 0 }
    const hangs = first(text, HANGS_ON)
    if (hangs !== null) return { mode: 'duty', at: hangs.index }
    const under = first(text, SUBJECT_TO)
    if (
      under !== null &&
      conditional &&
      /\b(?:rights?|use|uses|commercial\w*|exploitation|distribut\w+)\b/.test(text.slice(0, under.index))
    )
      return { mode: 'duty', at: under.index }
    const needs = first(text, NEEDS)
    if (needs !== null && !has(text.slice(needs.index, needs.index + needs[0].length + 20), SAME))
      return { mode: 'duty', at: needs.index }
    if (commercial) {
      const without = first(text, WITHOUT)
      if (without !== null && has(`${passage.lead} ${text}`, /\b(?:not|cannot|no|prohibited|forbidden|unless|only)\b/))
        return { mode: 'duty', at: without.index }
      const offers = first(text, OFFERS)
      if (offers !== null)
        return {
          mode: has(text, /\bplease\b/) || !/\bif (?:you|your)\b/.test(offers[0]) ? 'plea' : 'duty',
          at: offers.index,
        }
    }
    return null
  },
  examples: {
    found: [
      {
        text: 'Operation above the threshold requires authorization under the price list or a separate written commercial agreement from the Licensor.',
        mode: 'duty',
      },
      {
        text: 'Commercial use (including but not limited to product development, paid consulting and profit-making services) requires prior written permission from the holder.',
        mode: 'duty',
      },
      { text: '本语料仅供学术研究使用，任何商业用途请联系作者。', mode: 'duty' },
      { text: 'The weights can be obtained after a commercial license is agreed upon.', mode: 'duty' },
      { text: '任何生产或商业使用都需要单独的商业许可协议。', mode: 'duty' },
      {
        text: 'A separate model license or written authorization is required for use beyond the authorized context.',
        mode: 'duty',
      },
      { text: '以下情况需获得作者的书面授权：\n- 将作品集成到收费产品中', mode: 'duty' },
      { text: 'Permitted use\n\n- Commercial use with written agreement', mode: 'duty' },
      { text: 'To use the tune commercially, write to ask@heron.example.', mode: 'plea' },
      { text: 'For-profit organizations must enter into a license agreement with the University.', mode: 'duty' },
      { text: 'Companies with more than 20 employees have to buy a license.', mode: 'duty' },
      { text: 'Uses not covered by this license need our written approval.', mode: 'duty' },
      { text: 'Commercial rights can be acquired from Heron Labs.', mode: 'duty' },
      { text: 'Commercial license: contact ask@heron.example.', mode: 'plea' },
      { text: '| Mid | 1,500 to 10,000 employees | Paid commercial license required |', mode: 'duty' },
      { text: 'For commercial use, a separate license must be negotiated.', mode: 'duty' },
      { text: 'A paid license is needed for commercial deployment.', mode: 'duty' },
      { text: 'Commercial use? Get a license at heron.example/buy first.', mode: 'duty' },
      { text: '企业商用需购买授权。', mode: 'duty' },
      {
        text: 'If you desire to use it for any commercial purpose, you agree to negotiate in good faith to obtain a license from Heron before.',
        mode: 'duty',
      },
      { text: '- Beyond 12 devices: contact Heron for an enterprise license', mode: 'duty' },
      {
        text: 'Companies with more than 40 people must have one of:\n- a Team License;\n- a Services Agreement.',
        mode: 'duty',
      },
      { text: 'For commercial use, DM me on Discord for a license.' },
      { text: 'You may NOT:\n- use the Model commercially without a separate commercial license;', mode: 'duty' },
      {
        text: 'Commercial exploitation of the Model shall be subject to the prior execution of a separate written agreement.',
        mode: 'duty',
      },
      {
        text: 'For licensing inquiries, commercial use or source code access, please contact: sales@heron.example',
        mode: 'plea',
      },
      { text: 'You are required to obtain a Company License if you have more than ten employees.', mode: 'duty' },
      {
        text: 'If you plan commercial use, you should contact the Licensor and obtain written authorization.',
        mode: 'duty',
      },
      { text: 'If you use the Model commercially, you shall request a license from us.', mode: 'duty' },
      {
        text: 'Above that size you must request a license from Heron Labs, which Heron Labs may grant or refuse.',
        mode: 'duty',
      },
      {
        text: 'Any commercial use of the model and of models trained on its outputs is prohibited and requires prior approval.',
        mode: 'duty',
      },
      { text: 'Commercial use requires a separate agreement with Heron Labs.', mode: 'duty' },
      {
        text: 'If you want to use the Model for commercial purposes, contact Heron Labs at heron.example/contact.',
        mode: 'duty',
      },
      { text: 'For commercial licensing, please contact sales@heron.example.', mode: 'plea' },
      { text: '如需商业使用，须向苍鹭实验室申请商业授权。', mode: 'duty' },
      { text: '若您希望将本模型用作商业用途，请填写问卷进行申请。', mode: 'duty' },
      { text: '未经许可方书面授权，不得用于商业用途。', mode: 'duty' },
    ],
    left: [
      'Do not train on recordings without a licence (for instance commercial music).',
      'You must not train on copyrighted audio without a licence (e.g. commercial songs).',
      'Companies must keep the notices.',
      'Uses not covered here need no approval.',
      'No license is needed for commercial deployment.',
      'A model card is required for commercial models.',
      'You must obtain written permission from Heron to use its trademarks.',
      'You may use the Model commercially under this license.',
      'If you have questions, please contact us.',
      'You shall obtain consent from the individuals shown in commercial videos.',
      '本模型允许免费商用。',
    ],
  },
} satisfies ClauseKind
