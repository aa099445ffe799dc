import type { ClauseKind } from '../clause.ts'
import { DUTY_WORDS, holds, moodAt, OWES } from '../mood.ts'
import { runs } from '../nearby.ts'

const KEEP =
  /\b(?:retain|includ|keep|provid|giv|reproduc|preserv|accompan|appear|identif|attribut|credit|cit|contain|display|indicat|mention)\w*\b|保留|包含|附带|注明|提供|署名|标明/
const NOTICE =
  /\b(?:(?:copyright|attribution|permission|license|legal|proprietary) (?:notices?|statements?)|notices?|"notice"|attribution|appropriate credit|credit|acknowledge?ment|copy of (?:this|the) (?:license|licence|agreement|terms|public license)|(?:the )?source and author|author(?:'s|s)? name|the creator)\b|版权声明|许可声明|署名|出处|来源|作者信息|(?:本|许可)协议(?:的)?(?:副本|文本)|声明/
const PASSIVE = /\b(?:copyright notices?|permission notices?|this notice|notices?|attribution|credit)\b/
const PAST = /\b(?:shall|must) be (?:included|retained|reproduced|preserved|given|kept)\b|\bis required\b/

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
    'notice notices attribution credit acknowledgement acknowledgment copyright copy creator source author 版权声明 署名 出处 来源 作者 副本 声明'.split(
      ' ',
    ),
  also: DUTY_WORDS,
  ways: [
    [OWES, KEEP, NOTICE],
    [OWES, PASSIVE, PAST],
  ],
  find(passage) {
    if (!holds(passage, 'duty')) return null
    const text = passage.lower
    for (const kept of runs(text, 90, KEEP, NOTICE))
      if (moodAt(passage, kept.start)?.mode === 'duty') return { mode: 'duty', at: kept.start }
    for (const passive of runs(text, 160, PASSIVE, PAST))
      if (passive.start >= 0) return { mode: 'duty', at: passive.start }
    return null
  },
  examples: {
    found: [
      { text: 'You must retain all copyright notices in every copy.', mode: 'duty' },
      { text: 'The above notice shall be included in all copies.', mode: 'duty' },
      { text: 'If you distribute the Model, you shall provide a copy of this Agreement.', mode: 'duty' },
      { text: '您必须注明出处以及作者信息。', mode: 'duty' },
    ],
    left: [
      'Please give credit to our paper.',
      'You may add your own copyright notice.',
      'You will notice an improvement.',
    ],
  },
} satisfies ClauseKind
