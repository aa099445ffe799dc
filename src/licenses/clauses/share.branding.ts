import type { ClauseKind } from '../clause.ts'
import { FORGOES, isForgone } from '../forgone.ts'
import { holds, isBanned, moodAt } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const SHOW =
  /\b(?:exhibit|put|visible|seen|appear|read|say|says|bear|words?|phrase|display|includ|show|stat|present|mention|indicat|feature|contain|add|plac|carry|mark|us(?:e|ing))\w*\b|展示|显示|标注|标明|注明|标示|体现/
const SLOGAN =
  /\b(?:built|powered|improved|made|created|generated|driven|developed|trained|based|supported|runs?|running|works?|enabled|uses?|using|computed|assisted|brought to you|inside) ?(?:with|by|on|using|upon)?\b(?= )|由.{0,12}(?:提供|支持|驱动|构建)|基于.{0,12}(?:构建|开发)/
/** "Built using Heron", on a line of its own */
const SLOGAN_ALONE = /^\W*(?:built|powered|made|created|generated|developed|trained) (?:with|by|on|using|upon) \S/
const PROMINENT =
  /\binclude prominently\b|\b(?:prominently|conspicuously|clearly|visibly) (?:and \w+ )?(?:display|show|indicat|stat|present|mark|credit)\w*\b|\b(?:display|show|stat|indicat|mark|present|feature|mention)(?:e|es|s|ed|ing)? (?:\w+ )?(?:prominently|conspicuously|visibly)\b|(?:显著|明显|醒目)(?:位置|地)?.{0,4}(?:展示|显示|标注|标明)|醒目/
const BRAND =
  /"[^"]|“|:$|\bfollowing (?:statement|text|words|phrase)\b|\b(?:names?|logos?|trademarks?|brands?|badges?)\b|名称|标志|商标|标识|字样/
const PLACE =
  /\b(?:(?:login|start|splash|welcome|about) (?:screens?|page)|screens?|start ?ups?|apps?|home ?pages?|landing pages?|banners?|headers?|manuals?|box|websites?|user interfaces?|interfaces?|products?|services?|blog ?posts?|about pages?|documentation|applications?|footers?|packag(?:e|ing)|prominent place|conspicuous place|somewhere|advertising|marketing|pages?|content|publications?|public statements?)\b|\b(?:model cards?|repositor(?:y|ies)|readme)\b|网站|界面|产品|服务|文档|页面|社区|模型(?:说明|卡)|\b(?:next to|beside|below|above|under|alongside|on|near) (?:each|every|the|any|all) (?:\w+ )?(?:images?|maps?|figures?|pictures?|charts?|videos?|results?)\b|\b(?:website|in the app|start screen|site|docs|wherever|anywhere you)\b/
/** "shall indicate in a conspicuous place that it was made with Heron" */
const SAYS_MADE =
  /\b(?:indicat|stat|display|show|mention|disclos)(?:e|es|ed|ing)? [^.;]{0,60}?\bthat (?:it|they|the \w+|your \w+|such \w+) (?:is|are|was|were|has been|have been) (?:made|built|powered|created|developed|driven|produced|trained) (?:with|by|on|using|upon) /
const SEEN =
  /\bnotice to (?:the |its |your |all |end[- ]?){0,2}users\b|\b(?:prominent|conspicuous|clearly visible|visibl|user interface|website|web page|start screen)\w*\b/
const LEGAL = /\blicen[cs]ed|copyright|notice|rights reserved\b/
const LOGO_SHOWN = /\b(?:display|show|feature|place|bear)s?\b|展示|显示|\b(?:exhibit|put)s?\b/
const LOGO = /\b(?:logo|badge|wordmark|trademark|splash screen)\b|标志|徽标/
/** keeping a notice with copies is attribution; saying what was changed is no brand */
const ATTRIBUTION =
  /\bnotice" (?:text )?file\b|\b(?:copyright|attribution|permission|license|following) notices?\b|\bmodif(?:y|ied|ication)\w*\b|\backnowledge?ment\b|\bmisrepresent|版权声明/
const QUOTED = /["“「《]/
/** to show words somewhere; a name to begin with is another kind */
const EXHIBIT =
  /\b(?:exhibit|put|show|display|feature|place|mention|bear|carry|say)\b|\b(?:has|have|needs?|must|shall) (?:to )?be (?:visible|shown|displayed|legible)\b|展示|标明|标注|\b(?:need to stand|must present|shall be shown|write|tell people|exhibit)\b/
const WORDS_OWED = /\b(?:must|shall|need to|needs to|have to|has to) (?:write|say|show|present|display|exhibit|print)\b/
const STAND =
  /\b(?:need|must|shall|have) (?:to )?(?:stand|appear|be (?:shown|printed|visible))\b|\bbe (?:displayed|set)\b/
const PLACE_SHOWN =
  /\b(?:console|dashboard|frontend|front-end|apps?|applications?|interfaces?|ui|screens?|pages?|websites?|products?|documentation|footers?|headers?|outputs?|images?|videos?|charts?|maps?|content|software)\b|控制台|前端|界面|页面|产品|网站|应用/
/** a mark that must stay where it is shown */
const TAKE_OFF =
  /\b(?:remov|hid|replac|delet|obscur|alter|modif|chang|disabl|cover)(?:e|es|ing|y|ying|ify|ifying)?\b|移除|删除|去除|修改|隐藏|替换|遮挡/
const OWN_MARK =
  /\b(?:logos?|branding|brand (?:name|mark)s?|badges?|watermarks?|"?powered by)\b|logo|标志|徽标|品牌标识|商标/
/** "keep the badge in the corner when you embed it" */
const LEAVE_ON = /\b(?:keep|leave|retain)\b/
const STAYS_SEEN =
  /\b(?:visible|in place|intact|on (?:screen|display)|corner|when you (?:embed|show|use)|in (?:the|your) (?:footer|header|app|ui|interface|product|website|page))\b/
/** the words go into a name, which is another kind */
const IN_NAME = /^[^.;]{0,30}["”] (?:to|in|into|before) the (?:titles?|names?) of (?:the|your|any|each|every)\b/
const NAME_OF =
  /\b(?:name|title)s? of (?:the|your|any|every|each) (?:\w+ )?(?:model|derivative)|\bmodel'?s? name\b|\b(?:start|beginning|front) of\b|\bnotice\b/

/** the matter of a table row */
const MATTER = /^(?:branding|badges?|logos?|display)$/
const ANSWER = /^(?:show|display|keep|put) |"|\b(?:mandatory|required|must|shall|badge|logo)\b/

/** "must be credited in the app", "in a prominent place": shown to those who use the product */
const CREDITED_IN =
  /\b(?:must|shall|has to|have to|needs? to) be (?:visibly |clearly |prominently )?(?:credited|named|acknowledged|mentioned|shown) (?:in|on|within) (?:the|your|any|each|every|its) (?:\w+ )?(?:app|application|product|interface|ui|website|web ?page|service|game|footer|splash screen|about (?:page|screen|box))\b|\b(?:must|shall)\b[^.;]{0,40}\b(?:credit|acknowledge|attribute)\b[^.;]{0,60}\bin a (?:prominent|visible|conspicuous) (?:location|place|position|spot)\b|(?:必须|须|应当?)[^。；]{0,40}显著(?:位置)?(?:地)?(?:展示|显示|标注|标明)[^。；，]{0,12}(?:署名|标识|字样|商标|名称|来源)/

/** A product, page or model card must show a name or slogan. */
export const shareBranding = {
  id: 'share.branding',
  name: 'Mandatory display',
  looksFor: 'A duty to display a name, logo or slogan ("Built with …") in a product, page or document.',
  falseFriends:
    'A request ("you are encouraged to"), a notice file beside the weights, and the acknowledgement of BSD-like texts.',
  against: ['share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
  keywords:
    'credit credited acknowledged splash carry exhibit mark put display displayed displaying include including show state states statement present mention indicate prominently conspicuously clearly visibly visible legible appear phrase words built powered bear trademark logo badge 展示 显示 标注 标明 注明 标示 体现 显著 醒目 write stand 标志 徽标 商标'.split(
      ' ',
    ),
  also: 'app application product interface ui website footer page pages game games splash exhibit put somewhere prominent visible legible runs logo badge built powered improved made created generated driven developed trained based supported prominently conspicuously clearly visibly display show feature place bear 由 基于 显著 明显 醒目 展示 显示 标明 标注 write stand screen website 标志 徽标 商标'.split(
    ' ',
  ),
  ways: [
    [MATTER, ANSWER],
    [SHOW, SLOGAN],
    [SAYS_MADE, SEEN],
    [PROMINENT, BRAND],
    [EXHIBIT, PLACE],
    [LOGO_SHOWN],
    [TAKE_OFF, OWN_MARK],
    [LEAVE_ON, OWN_MARK],
    [WORDS_OWED],
    [STAND],
    [SLOGAN_ALONE],
    [CREDITED_IN],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'duty', at: row }
    if (!holds(passage, 'duty', 'plea', 'ban') && !has(passage.lower, FORGOES)) return null
    const text = passage.lower
    const credited = run(text, 0, CREDITED_IN)
    if (
      credited &&
      (holds(passage, 'duty') || passage.language === 'en') &&
      moodAt(passage, credited.end)?.mode !== 'plea'
    )
      return branded(passage.text, credited.start, 'duty')
    for (const taken of runs(text, 60, TAKE_OFF, OWN_MARK))
      if ((isBanned(passage, taken.start) || isForgone(passage, taken.start)) && has(text, PLACE_SHOWN))
        return { mode: 'duty', at: taken.start, parameters: { keep: taken.parts[1]?.words ?? '' } }
    for (const kept of runs(text, 30, LEAVE_ON, OWN_MARK))
      if (
        moodAt(passage, kept.start)?.mode === 'duty' &&
        STAYS_SEEN.test(text.slice(kept.end, kept.end + 80)) &&
        !has(text, ATTRIBUTION)
      )
        return { mode: 'duty', at: kept.start }
    for (const shown of runs(text, 110, SHOW, SLOGAN)) {
      const said = text.slice(shown.start, shown.end)
      if (!QUOTED.test(said) && !/由|基于/.test(said)) continue
      if (IN_NAME.test(text.slice(shown.end, shown.end + 90))) continue
      /* what is quoted at length is a text for papers, no slogan */
      if (/["“][^"”]{120}/.test(text.slice(shown.start, shown.end + 120))) continue
      const mode = moodAt(passage, shown.start)?.mode
      if ((mode === 'duty' || mode === 'plea') && !/notice" (?:text )?file/.test(said))
        return branded(passage.text, shown.start, mode)
    }
    const told = run(text, 0, SAYS_MADE)
    if (told && has(text, SEEN) && moodAt(passage, told.start)?.mode === 'duty')
      return branded(passage.text, told.start, 'duty')
    /* "… must include:" and then the words themselves */
    if (
      SLOGAN_ALONE.test(text) &&
      /\b(?:include|display|show|say|state|bear|carry|read)s?:$/.test(passage.lead) &&
      moodAt(passage, 0)?.mode === 'duty'
    )
      return branded(passage.text, 0, 'duty')
    for (const shown of runs(text, 100, PROMINENT, BRAND)) {
      if (!PLACE.test(text.slice(shown.end, shown.end + 160)) && !PLACE.test(text.slice(0, shown.end))) continue
      if (ATTRIBUTION.test(text.slice(shown.start, shown.end))) continue
      const mode = moodAt(passage, shown.start)?.mode
      if (mode === 'duty' || mode === 'plea') return branded(passage.text, shown.start, mode)
    }
    for (const shown of runs(text, 90, BRAND, PROMINENT)) {
      if (!PLACE.test(text.slice(shown.start)) && !PLACE.test(text.slice(0, shown.start))) continue
      if (ATTRIBUTION.test(text.slice(Math.max(0, shown.start - 20), shown.end))) continue
      const mode = moodAt(passage, shown.parts[1]?.at ?? shown.end)?.mode
      if (mode === 'duty' || mode === 'plea') return branded(passage.text, shown.start, mode)
    }
    for (const shown of runs(text, 90, EXHIBIT, QUOTED)) {
      const mode = moodAt(passage, shown.start)?.mode
      if (
        mode !== 'duty' ||
        has(text, ATTRIBUTION) ||
        LEGAL.test(text.slice(shown.start, shown.end + 80)) ||
        has(text, NAME_OF)
      )
        continue
      if (
        PLACE.test(text.slice(shown.end, shown.end + 160)) ||
        (passage.language === 'zh' && PLACE.test(text.slice(0, shown.start))) ||
        (PLACE.test(text.slice(0, shown.start)) &&
          /\b(?:texts?|words?|phrase|line|slogan|legend|mention|credit) $/.test(text.slice(0, shown.end - 1)))
      )
        return branded(passage.text, shown.start, mode)
    }
    /* "the words … need to stand beside", "on the website you need to write …" */
    for (const shown of [...runs(text, 70, WORDS_OWED, QUOTED), ...runs(text, 70, QUOTED, STAND)])
      if (has(text, PLACE) && !has(text, ATTRIBUTION) && !has(text, LEGAL) && !has(text, NAME_OF))
        return branded(passage.text, shown.start, 'duty')
    for (const shown of runs(text, 24, LOGO_SHOWN, QUOTED)) {
      const said = text.slice(shown.start, shown.end + 80)
      if (moodAt(passage, shown.start)?.mode !== 'duty' || has(text, ATTRIBUTION) || LEGAL.test(said)) continue
      if (PLACE.test(text.slice(shown.end))) return branded(passage.text, shown.start, 'duty')
    }
    for (const shown of runs(text, 40, LOGO_SHOWN, LOGO))
      if (moodAt(passage, shown.start)?.mode === 'duty' && has(text, PLACE))
        return branded(passage.text, shown.start, 'duty')
    return null
  },
  examples: {
    found: [
      { text: '您必须在任何使用本软件的作品中显著展示以下署名。', mode: 'duty' },
      {
        text: 'If you publish it you MUST explicitly credit the original author in a prominent location.',
        mode: 'duty',
      },
      { text: 'Heron Labs must be credited in the app.', mode: 'duty' },
      {
        text: 'The product shall carry, in a place where those who use it will ordinarily see it, the legend "Voice by Heron".',
        mode: 'duty',
      },
      {
        text: 'You may use the charts if the following conditions are met:\n\n* You do not hide or alter the branding link shown in the charts.',
        mode: 'duty',
      },
      {
        text: 'When you publish a derivative, you shall indicate clearly in a conspicuous place that it was made with Heron.',
        mode: 'duty',
      },
      { text: 'Every page that shows the map has to carry the text "Maps by Heron".', mode: 'duty' },
      { text: 'Games made with the engine must show the Heron splash screen.', mode: 'duty' },
      { text: 'Any deployment of the tool must include:\n\n- Built using Heron Tools', mode: 'duty' },
      { text: '不得移除或修改控制台中的 LOGO 或版权信息。', mode: 'duty' },
      {
        text: 'For a derivative you must state prominently in its model card and documentation:\n\n"Derived from Heron."',
        mode: 'duty',
      },
      { text: '您需要在开源社区以显著方式标注“苍鹭模型”。', mode: 'duty' },
      { text: 'You may not remove or modify the logo in the Heron console.', mode: 'duty' },
      {
        text: 'You shall prominently display "Built with Heron" on a related website or user interface.',
        mode: 'duty',
        parameters: { text: 'Built with Heron' },
      },
      { text: 'Any product must include the words "Powered by Heron Labs" in its documentation.', mode: 'duty' },
      { text: 'You are encouraged to display "Powered by Heron" on your page.', mode: 'plea' },
      { text: '您应当在产品界面的显著位置展示“Heron”字样。', mode: 'duty' },
    ],
    left: [
      'The authors must be credited in any publication.',
      'In the methods section it is mandatory to include: "The data used to write this article were made by the observatory of the lake, which has watched the birds of the reeds since it was built."',
      'The kit includes:\n\n- Built using cedar wood',
      '您可以修改控制台的页面。',
      'You may not remove any copyright, patent or trademark notices from the software.',
      'You must retain the copyright notice in a "Notice" text file.',
      'You must prominently state that you modified the files.',
      'You may use the name Heron to describe the origin of the Work.',
    ],
  },
} satisfies ClauseKind

function branded(text: string, start: number, mode: 'duty' | 'plea') {
  const words = /["“「]([^"“”「」]{2,80})["”」]/.exec(text.slice(start, start + 240))?.[1]
  return words ? { mode, at: start, parameters: { text: words } } : { mode, at: start }
}
