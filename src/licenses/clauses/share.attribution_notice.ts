import type { ClauseKind } from '../clause.ts'
import {
  ATTRIBUTE,
  CITATION,
  CREDIT,
  CREDIT_DUE,
  IN_PAPERS,
  LINK_BACK,
  LINK_TO,
  MATTER,
  MUST_NAME,
  NAMED_DUTY,
  OF_PAPERS,
  OF_WORKS,
  PASSED_ON,
  SOURCE,
  TELLS_ORIGIN,
  WITH_CREDIT,
} from '../credits.ts'
import { BANS, DUTY_WORDS, holds, isBanned, isOwed, moodAt, OWES } from '../mood.ts'
import { first, has, run, runs } from '../nearby.ts'
import {
  ATTACH,
  EXCEPT_KEPT,
  IF_INCLUDED,
  IF_LEAD,
  IF_YOU,
  IS_KEPT,
  KEEP,
  KEPT,
  MAY_IF,
  NOT_REMOVED,
  NOTICE,
  OF_EVENT,
  OF_ONES_OWN,
  PASSIVE,
  PAST,
  REMOVE,
  THIS_TEXT,
} from '../notices.ts'
import { rowSays, SAYS_YES } from '../rows.ts'

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
    'notice notices attribution credit acknowledgement acknowledgment copyright copy creator legends authors terms text 版权 许可 source author 版权声明 署名 出处 来源 作者 副本 声明 legend line authorship leave credits crediting naming markings link description copies distribution redistribut reuse cite attribute attributions cited credited acknowledged attributed attribute citation attributions derived based'.split(
      ' ',
    ),
  also: [
    ...DUTY_WORDS,
    ...'attribute mandatory requires require 不 禁 not cannot never remov except if provided keep include attach give credit retain preserve state mention cite display show with link'.split(
      ' ',
    ),
  ],
  ways: [
    [BANS, REMOVE, KEPT],
    [EXCEPT_KEPT],
    [NOT_REMOVED],
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
    [NAMED_DUTY],
    [OWES, PASSED_ON, KEEP, CITATION],
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
    const unremoved = first(passage.lower, NOT_REMOVED)
    if (unremoved) return { mode: 'ban', at: unremoved.index }
    const excepted = first(passage.lower, EXCEPT_KEPT)
    if (excepted && holds(passage, 'ban')) return { mode: 'duty', at: excepted.index }
    const credited = first(passage.lower, WITH_CREDIT)
    if (credited && (moodAt(passage, credited.index)?.mode === 'grant' || has(passage.lower, /\bmay only\b/)))
      return { mode: 'duty', at: credited.index }
    if (!holds(passage, 'duty') && !MAY_IF.test(`${passage.lead} ${passage.lower}`)) return null
    const text = passage.lower
    for (const kept of runs(text, 90, KEEP, NOTICE)) {
      /* a notice that is given beforehand, or of a change, is no notice that is kept */
      if (OF_EVENT.test(text.slice(Math.max(0, kept.end - 24), kept.end + 24))) continue
      const from = text.slice(0, kept.start)
      if (OF_ONES_OWN.test(text.slice(0, kept.end))) continue
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
    if (
      credit &&
      !(
        /^cite/i.test(credit[0]) &&
        (has(text.slice(0, credit.index), OF_PAPERS) || has(text.slice(credit.index), IN_PAPERS)) &&
        !has(text.slice(0, credit.index), OF_WORKS)
      ) &&
      moodAt(passage, credit.index)?.mode === 'duty'
    )
      return { mode: 'duty', at: credit.index }
    const attached = run(text, 40, ATTACH, THIS_TEXT)
    if (attached && moodAt(passage, attached.start)?.mode === 'duty') return { mode: 'duty', at: attached.start }
    if (NAMED_DUTY.test(text) && moodAt(passage, 0)?.mode === 'duty') return { mode: 'duty', at: 0 }
    const cited = run(text, 120, PASSED_ON, KEEP, CITATION)
    if (cited && moodAt(passage, cited.end)?.mode === 'duty') return { mode: 'duty', at: cited.start }
    for (const passive of runs(text, 160, PASSIVE, PAST))
      if (!/\b(?:no|nor|neither|without) (?:\w+ )?$/.test(text.slice(0, passive.start)))
        return { mode: 'duty', at: passive.start }
    return null
  },
  examples: {
    found: [
      { text: 'Provenance, attribution and license notices must not be removed.', mode: 'ban' },
      {
        text: 'Not permitted without leave of the authors:\n\n- resale;\n- removal of dataset attribution.',
        mode: 'ban',
      },
      {
        text: 'You are free to redistribute this voice, as long as you correctly attribute the voice name and author.',
        mode: 'duty',
      },
      {
        text: 'Users may download and share the exports, provided that Heron DB and its sources are cited.',
        mode: 'duty',
      },
      {
        text: 'You must clearly attribute this project in any documentation or distribution of the trained model.',
        mode: 'duty',
      },
      { text: 'When redistributing a recording, preserve the source attribution and license notices.', mode: 'duty' },
      { text: '您同意不：\n- ❌ 删除或更改软件上的任何专有声明、标签或标记\n- ❌ 出售软件', mode: 'ban' },
      { text: '传播本数据集的主体必须同时提供本许可并要求受众同意。', mode: 'duty' },
      { text: 'Under these terms:\n- Attribution — credit Heron and its corpora.', mode: 'duty' },
      { text: 'If you use the weights, attribute both this repository and the Heron dataset.', mode: 'duty' },
      { text: '您必须在每个副本上显著显示本许可。', mode: 'duty' },
      { text: 'When redistributing the model, retain the upstream attributions and links.', mode: 'duty' },
      { text: 'Any publication, tool, or model using this data must cite Heron as its source.', mode: 'duty' },
      { text: '使用时必须註明原作者。', mode: 'duty' },
      { text: '您不得：\n1. 从软件中删除任何许可、版权或其他声明。', mode: 'ban' },
      {
        text: 'If you pass it on, you must:\n- Release your changes\n- Not remove or obscure the original attribution',
        mode: 'ban',
      },
      { text: 'Requirements\n\n- Attribution to Heron Labs\n- Use within these limits', mode: 'duty' },
      { text: 'If you redistribute the Model, you must also include a prominent citation to the paper.', mode: 'duty' },
      { text: '用户可以派生仓库，但前提是：\n(a) 保留所有版权声明；\n(b) 标明修改。', mode: 'duty' },
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
      '"Work" shall mean the work made available under the License, as indicated by a copyright notice that is included in or attached to it.',
      'You may add Your own attribution notices to derivative works, provided that they cannot be construed as modifying this License.',
      'The rights provided by this agreement must be exercised with care.',
      'Heron will provide notice of any material changes to this policy.',
      'You will cite Heron and the dataset in any public release of your work.',
      'All publications must cite Heron and Egret (2026).',
      'Permitted use\n\n- Attribution to several styles of painting',
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
