import type { ClauseKind } from '../clause.ts'
import { RETALIATES, retaliationIn } from '../litigation.ts'

/** Rights end for whoever starts patent litigation over the work. */
export const litPatent = {
  id: 'lit.patent',
  name: 'Patent retaliation',
  looksFor: 'Rights end for whoever starts patent litigation over the work.',
  falseFriends: 'Termination for claims over any intellectual property, and a patent grant alone.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
  keywords: ['patent', '专利'],
  ways: [[RETALIATES]],
  find(passage) {
    const seen = retaliationIn(passage)
    if (seen === null || !(seen.over === 'patents' || seen.over === 'patents and copyrights')) return null
    const ends = /\ball (?:rights|licenses|grants|permissions)\b|\bthis (?:agreement|license)\b.{0,40}$/.test(
      passage.lower.slice(-400),
    )
      ? 'all rights'
      : 'patent rights'
    return { mode: 'ban', at: seen.at, parameters: { ends } }
  },
  examples: {
    found: [
      {
        text: 'If you institute patent litigation against any entity, then any patent licenses granted to you for the Work terminate.',
        mode: 'ban',
      },
      {
        text: 'Whoever files a lawsuit alleging that the Model infringes a patent loses all rights; they terminate on that day.',
        mode: 'ban',
      },
      { text: '如果您对任何人提起专利侵权诉讼，则授予您的专利许可终止。', mode: 'ban' },
    ],
    left: [
      'Each contributor grants you a patent license.',
      'If you sue us alleging that the Model infringes intellectual property, your license terminates.',
      'The license terminates if you breach it.',
    ],
  },
} satisfies ClauseKind
