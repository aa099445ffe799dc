import type { ClauseKind } from '../clause.ts'
import { BANS, DUTY_WORDS, holds, isBanned, isOwed, moodAt, OWES } from '../mood.ts'
import { first, has, run, runs } from '../nearby.ts'
import { rowSays, SAYS_YES } from '../rows.ts'

const KEEP =
  /\b(?:retain|includ|keep|provid|giv|reproduc|preserv|accompan|appear|identif|attribut|credit|cit|contain|display|indicat|mention|attach|come|travel|carr|bear|furnish|suppl|go|goes|ship|enclos|append|hand|name|list|quot|set out|link back|reproduc|cop(?:y|ies) of)\w*\b|保留|包含|附带|注明|提供|署名|标明|\b(?:leav|travel|accompan)\w*\b|附上|附带/
const NOTICE =
  /\b(?:copyright (?:line|information|text|mark|statement)s?|legends?|(?:these|this) (?:terms|text|license|licence|agreement|conditions)|(?:a |the )?copy of these|(?:the )?(?:list|names?) of (?:the )?(?:authors|contributors|creators)|authorship|where (?:it|you got it|the \w+) (?:came|comes) from|original authors?|by name|(?:a |readable )?cop(?:y|ies) of (?:these|the) terms|present (?:conditions|terms)|us credit|(?:copyright|attribution|permission|license|legal|proprietary) (?:notices?|statements?)|notices?|"notice"|attribution|appropriate credit|credit|acknowledge?ment|copy of (?:this|the) (?:license|licence|agreement|terms|public license)|(?:the )?source and author|author(?:'s|s)? name|the creator)\b|版权(?:声明|信息|标识|归属)|许可(?:声明|文本|证文本)|署名|出处|来源|作者(?:信息|姓名)|(?:本|许可)协议(?:的)?(?:副本|文本)|声明|\b(?:legend|the licen[cs]e file|present text|copyright notice|authorship|the line ")\b|\bthe line\b|本许可证|\battributions\b|\bcopy of the (?:[\w.-]+ ){1,4}?(?:(?:community |model )?licen[cs]e|(?:license )?agreement|(?:open)?rail(?:\+{0,2}-\w)?)(?![\w+])/
/** "you may distribute copies if (a) you give recipients …": the conditions of a permission are owed */
const MAY_IF =
  /\b(?:may|can|free to|allowed to|permitted to|welcome to) (?:[\w,]{1,20} ){0,6}(?:re-?)?(?:distribute|reproduce|share|convey|copy|publish|use|adapt|modify)\b[^.;]{0,160}\b(?:if|provided|as long as|so long as|on condition|subject to)\b/
/** "you may use it if you give credit" */
const IF_YOU = /\bif you (?:also |always |clearly )?$/
const PASSIVE =
  /\b(?:(?:copyright|author) (?:lines?|notices?|statements?|information)|legends?|this (?:text|license|licence|agreement)|these terms|copyright notices?|permission notices?|this notice|notices?|attribution|credit)\b|(?:版权|许可|署名)声明|\bnames? of the (?:authors?|creators?|licensor)\b|\bauthorship\b|\bsource of (?:the|this)\b/
/** the text itself goes with the copies */
const ATTACH = /\b(?:attach|include|enclose|append|accompany \w+ with)\b/
const THIS_TEXT = /\bthis (?:licen[cs]e|document|agreement|text)\b/
/** "you must credit Heron Labs" */
const CREDIT =
  /\b(?:[Cc]redit|[Aa]cknowledge|[Aa]ttribute (?:it|this|the \w+) to) (?:us|me|my [a-z]+|the (?:authors?|creators?|licensor)|[A-Z][a-z]+)/
const PAST =
  /\b(?:(?:shall|must|should)(?: always)? be|ha(?:s|ve) to be|(?:is|are) to be|needs? to be) (?:included|retained|reproduced|preserved|given|kept|attached|supplied|passed|left|handed|provided)\b|\bis required\b|(?:应当?|须|必须|需)[^。；]{0,6}(?:包含|包括|保留|附)|\b(?:shall|must) be (?:set (?:forth|out)|shown|stated|named|displayed)\b|\b(?:shall|must) be (?:acknowledged|credited|mentioned)\b/

/** "you may share it, provided that: - this license text is included" */
const IF_LEAD = /\b(?:provided|if|as long as|so long as|on condition|subject to)\b[^.;]{0,60}$/
const IS_KEPT =
  /\b(?:licen[cs]e|notices?|terms|agreement|credits?|attribution|citation)\b[^.;]{0,40}\b(?:is|are|remains?|stays?) (?:\w+ )?(?:included|kept|retained|preserved|attached|reproduced|intact|left|given|visible)\b/
/** "provided this license is included with any copies", "redistribution requires attribution" */
const IF_INCLUDED =
  /\b(?:provided|as long as|so long as|on condition)(?: that)? (?:this|the|these|all|any|its) (?:\w+ ){0,2}?(?:licen[cs]e|terms|notices?|agreement|text|credits?)(?: and [\w ]{1,30})? (?:is|are|remains?|stays?|be) (?:\w+ )?(?:included|kept|retained|preserved|attached|reproduced|intact|left|given|visible|in place)\b|\b(?:redistribut\w+|distribution|sharing|copies|copying|publication|use|reuse)\b[^.;]{0,50}\brequires? (?!no\b|neither\b)(?:\w+ ){0,2}?(?:attribution|credit|(?:a |the )?(?:licen[cs]e|copyright) notice)\b/

/** the matter of a table row */
const MATTER =
  /^(?:attribution|credits?|crediting|notices?|copyright notices?|license and copyright notice|naming the authors?)$|^署名$/

/** "credits are mandatory", "attribution required: …", "you have to link back" */
const CREDIT_DUE =
  /(?<!\bno )(?<!without )\b(?:attribution|credits?|a link back|link back|citation)(?: to [\w ]{1,30})?,?:? (?:(?:is|are) )?(?:always |strictly )?(?:required|mandatory|compulsory|obligatory|a must)\b/
const LINK_BACK =
  /\blink(?:ing)? back to\b|\binclude ["'][^"']{3,60}["'] in (?:the|your|its) (?:description|credits?|readme|bio|captions?|video|about)\b/
/** "you may share and adapt it, with attribution to the authors", "… unchanged with this notice" */
const WITH_CREDIT =
  /\bwith (?:(?:proper|due|appropriate|clear|full|correct|adequate|visible) )?(?:attribution|acknowledge?ment|credits?|citation)\b(?= ?(?:[.,;)]|$|to\b|of\b|and\b))|\bwith (?:this|the|these|all|its) (?:\w+ ){0,2}?(?:notices?|licen[cs]e (?:text|file)|attributions?)\b(?= ?(?:[.,;)]|$|intact|attached|included|and\b))/
/** "you must link to this policy" */
const LINK_TO =
  /\blink(?:ing)? (?:back )?to (?:this|the) (?:original )?(?:licen[cs]e|policy|directive|page|repository|project|source|work|terms)\b/
/** "attribution must name the work and the author" */
const MUST_NAME =
  /^(?:attribution|credits?)(?: required)?: (?:you |please )?(?:must|have to|need to|shall)\b|\b(?:attributions?|credits?|acknowledge?ments?|citations?) (?:must|shall|has to|have to|needs? to|should) (?:clearly |at least |also )?(?:name|include|state|mention|read|be|contain|appear|cite|link|identify)\b/
/** "you must state that it is derived from the original" */
const TELLS_ORIGIN =
  /\b(?:indicat|stat|disclos|mention|say|acknowledg|declar|mak\w* clear)(?:e|es|ed|ing)? that (?:it|they|the \w+|your \w+) (?:is|are|was|were|has been|have been) (?:derived from|based (?:up)?on|a derivative of|built (?:up)?on|adapted from)\b/
/** "you must attribute this project in any publication" */
const ATTRIBUTE = /\battribute (?:it|them|us|this|the|its|our|my)\b(?! (?:\w+ ){0,2}to (?:any|errors))/
/** "must clearly indicate the source" */
const SOURCE =
  /\b(?:indicat|stat|nam|cit|credit|mention|acknowledg|identif|attribut|disclos)(?:e|es|ed|y|ing|ies)? the (?:original |official )?sources?\b(?! (?:code|files?|form))|(?:标明|注明|说明|明确)[^。；，]{0,16}来源/
/** "you may not remove or obscure any notice" keeps the notices with every copy */
const REMOVE =
  /\b(?:remov|alter|obscur|delet|eras|modif|deface|conceal|omit|strip|hid)(?:e|es|ed|ing|ify|y)?\b|(?:删除|去除|移除|修改|遮盖|隐藏|更改)/
const KEPT =
  /\b(?:copyright|proprietary|licen[cs]\w*|attribution|legal|trademark|other)\b[^.;]{0,60}\b(?:notices?|legends?|statements?|markings?|labels)\b|\b(?:notices|legends|copyright information)\b|(?:版权|许可|著作权)(?:声明|信息|标识)/
/** "… except that you reproduce the above notice" */
const EXCEPT_KEPT =
  /\b(?:except|unless|provided|only if)\b[^.;]{0,140}\byou (?:also )?(?:reproduce|retain|include|keep|preserve|give)\b[^.;]{0,40}\b(?:notices?|copy of this|attribution|credit)\b/

/** A copy of the license, a notice or a credit must travel with the work. */
export const shareAttributionNotice = {
  id: 'share.attribution_notice',
  name: 'Attribution or notice file',
  looksFor: 'A duty to keep notices, give credit or hand on a copy of the license.',
  falseFriends: 'A duty to display a slogan or a brand, and a request to cite a paper.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
  keywords:
    'notice notices attribution credit acknowledgement acknowledgment copyright copy creator legends authors terms text 版权 许可 source author 版权声明 署名 出处 来源 作者 副本 声明 legend line authorship leave credits crediting naming markings link description copies distribution redistribut reuse attribute citation attributions derived based'.split(
      ' ',
    ),
  also: [
    'mandatory',
    'requires',
    'require',
    '不',
    '禁',
    'not',
    'cannot',
    'never',
    'remov',
    'except',
    ...DUTY_WORDS,
    'if',
    'provided',
    'keep',
    'include',
    'attach',
    'give',
    'credit',
    'retain',
    'with',
    'link',
    'mention',
  ],
  ways: [
    [BANS, REMOVE, KEPT],
    [EXCEPT_KEPT],
    [SOURCE],
    [CREDIT_DUE],
    [IF_INCLUDED],
    [IS_KEPT],
    [LINK_BACK],
    [MATTER, SAYS_YES],
    [OWES, KEEP, NOTICE],
    [MAY_IF, KEEP, NOTICE],
    [PASSIVE, PAST],
    [CREDIT],
    [ATTACH, THIS_TEXT],
    [WITH_CREDIT],
    [ATTRIBUTE],
    [TELLS_ORIGIN],
    [LINK_TO],
    [MUST_NAME],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, SAYS_YES)
    if (row >= 0) return { mode: 'duty', at: row }
    const due = first(passage.lower, CREDIT_DUE) ?? first(passage.lower, IF_INCLUDED) ?? first(passage.lower, MUST_NAME)
    if (due) return { mode: 'duty', at: due.index }
    const removed = run(passage.lower, 60, REMOVE, KEPT)
    if (removed && isBanned(passage, removed.start)) return { mode: 'ban', at: removed.start }
    const excepted = first(passage.lower, EXCEPT_KEPT)
    if (excepted && holds(passage, 'ban')) return { mode: 'duty', at: excepted.index }
    const credited = first(passage.lower, WITH_CREDIT)
    if (credited && (moodAt(passage, credited.index)?.mode === 'grant' || has(passage.lower, /\bmay only\b/)))
      return { mode: 'duty', at: credited.index }
    if (!holds(passage, 'duty') && !MAY_IF.test(`${passage.lead} ${passage.lower}`)) return null
    const text = passage.lower
    for (const kept of runs(text, 90, KEEP, NOTICE)) {
      /* a notice that is given beforehand is no notice that is kept */
      if (
        /\b(?:days'?|prior|written|advance|upon|reasonable) notice$/.test(
          text.slice(Math.max(0, kept.end - 24), kept.end),
        )
      )
        continue
      const from = text.slice(0, kept.start)
      const mode = moodAt(passage, kept.start)?.mode
      if (
        mode === 'duty' ||
        ((mode === 'grant' || (mode === undefined && IF_YOU.test(from))) && MAY_IF.test(`${passage.lead} ${from}`))
      )
        return { mode: 'duty', at: kept.start }
    }
    const kept = IF_LEAD.test(passage.lead) ? first(text, IS_KEPT) : null
    if (kept) return { mode: 'duty', at: kept.index }
    const linked = first(text, LINK_BACK)
    if (linked && moodAt(passage, linked.index)?.mode === 'duty') return { mode: 'duty', at: linked.index }
    const source = first(text, SOURCE)
    if (source && moodAt(passage, source.index)?.mode === 'duty') return { mode: 'duty', at: source.index }
    const attributed = first(text, ATTRIBUTE) ?? first(text, TELLS_ORIGIN) ?? first(text, LINK_TO)
    if (attributed && isOwed(passage, attributed.index)) return { mode: 'duty', at: attributed.index }
    const credit = CREDIT.exec(passage.text)
    if (credit && moodAt(passage, credit.index)?.mode === 'duty') return { mode: 'duty', at: credit.index }
    const attached = run(text, 40, ATTACH, THIS_TEXT)
    if (attached && moodAt(passage, attached.start)?.mode === 'duty') return { mode: 'duty', at: attached.start }
    for (const passive of runs(text, 160, PASSIVE, PAST))
      if (passive.start >= 0) return { mode: 'duty', at: passive.start }
    return null
  },
  examples: {
    found: [
      { text: 'You may use it if you give credit.', mode: 'duty' },
      { text: 'Attribution: you must name Heron Labs.', mode: 'duty' },
      {
        text: 'We allow researchers to run the software on the following conditions:\n1. You retain in it the copyright and other notices.',
        mode: 'duty',
      },
      { text: 'Free to use and share for research with attribution to this project.', mode: 'duty' },
      { text: 'Mention the name of the tune and link to this page.', mode: 'duty' },
      {
        text: 'You are free to share and adapt the tunes for hobby use, as long as you give appropriate credit.',
        mode: 'duty',
      },
      { text: 'Integrations must label their use and link to this directive.', mode: 'duty' },
      { text: 'Attribution must name the work, the author and the licence.', mode: 'duty' },
      { text: 'You have to give all your users a copy of the modified Heron OpenRAIL-M.', mode: 'duty' },
      {
        text: 'This License and its notices must be provided in all substantial portions of the Software.',
        mode: 'duty',
      },
      { text: 'Forks must:\n1. Clearly state that they are derived from the original tune.', mode: 'duty' },
      {
        text: 'You may share the tune, so long as:\n\nYou include this license with every copy.\n\nYou do not sell it.',
        mode: 'duty',
      },
      { text: 'You may use and adapt the voices for study, with attribution to the singers.', mode: 'duty' },
      { text: 'You may:\n- pass the voices on unchanged with this notice.', mode: 'duty' },
      { text: 'You must attribute this project in any talk about it.', mode: 'duty' },
      { text: 'When redistributing the voices, retain all upstream attributions.', mode: 'duty' },
      {
        text: 'You may share changed versions, provided that:\n- this license text is included with them; and\n- you do not sell them.',
        mode: 'duty',
      },
      { text: '❌ Removing attribution or license notices', mode: 'ban' },
      { text: 'You may pass it on, provided this license is included with every copy.', mode: 'duty' },
      { text: 'Redistribution of tuned weights requires attribution and a license notice.', mode: 'duty' },
      { text: 'The source of the Original Work must be acknowledged.', mode: 'duty' },
      { text: 'Credit me (@heron) if you use this.', mode: 'duty' },
      { text: 'Credits are mandatory.', mode: 'duty' },
      { text: 'You have to link back to this page.', mode: 'duty' },
      { text: 'Attribution required: "Voice by Heron".', mode: 'duty' },
      { text: 'You must clearly indicate the source as the original repository.', mode: 'duty' },
      { text: '您必须注明模型来源。', mode: 'duty' },
      { text: 'The name of the author shall be set forth upon every copy.', mode: 'duty' },
      { text: 'You may not remove, alter or obscure any copyright or other proprietary notice.', mode: 'ban' },
      {
        text: 'You shall not pass on the weights except on these terms, and only if you reproduce the above notice.',
        mode: 'duty',
      },
      { text: '| Attribution | required |', mode: 'duty' },
      { text: '不得删除或修改版权声明。', mode: 'ban' },
      { text: 'You must retain all copyright notices in every copy.', mode: 'duty' },
      {
        text: 'You may host, reproduce and distribute the Model provided that:\n- You retain all notices of attribution;',
        mode: 'duty',
      },
      { text: 'The above notice shall be included in all copies.', mode: 'duty' },
      { text: 'If you distribute the Model, you shall provide a copy of this Agreement.', mode: 'duty' },
      { text: '上述版权声明和本许可声明应包含在所有副本中。', mode: 'duty' },
      { text: '您必须注明出处以及作者信息。', mode: 'duty' },
    ],
    left: [
      'You can attribute the low score to the small training set.',
      'The model comes with credits for ten hours.',
      'Our attribution is included in the paper.',
      'Use requires no attribution.',
      'The service is available as long as the license is in place of the old one.',
      'Credit is appreciated but not required.',
      'No attribution required.',
      'You must indicate the source code you changed.',
      'You may not remove the safety filter.',
      'Attribution | not required',
      'Please give credit to our paper.',
      'You may add your own copyright notice.',
      'You will notice an improvement.',
    ],
  },
} satisfies ClauseKind
