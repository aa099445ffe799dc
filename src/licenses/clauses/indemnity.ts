import type { ClauseKind } from '../clause.ts'
import { holds, isOwed, OWES } from '../mood.ts'
import { runs } from '../nearby.ts'

const HOLD = /\b(?:indemnif(?:y|ies)|harmless)\b/
const HOLD_ZH = /赔偿|免受/
const CLAIMS_ZH = /索赔|损失|责任|费用|损害/
/** a promise that only answers for a warranty the user itself gives */
const ONLY_IF =
  /\bif you (?:choose to )?(?:offer|accept|agree to (?:indemnify|offer))|\bby reason of your accepting\b|\bas a result of (?:any such )?warranty|\bwarranty, support, indemnity\b|\bin performing the (?:obligation|warranty)|\bcommercial contributor\b/

/** The user must hold the licensor harmless from claims. */
export const indemnity = {
  id: 'indemnity',
  name: 'Indemnify the licensor',
  looksFor: 'A duty to indemnify, defend or hold harmless the licensor.',
  falseFriends: 'A promise that covers only warranties the user chooses to give.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
  keywords: ['indemnif', 'harmless', '赔偿', '免受'],
  ways: [
    [OWES, HOLD],
    [OWES, HOLD_ZH, CLAIMS_ZH],
  ],
  find(passage) {
    if (!holds(passage, 'duty')) return null
    const text = passage.lower
    for (const held of [
      ...runs(text, 0, HOLD),
      ...runs(text, 40, HOLD_ZH, CLAIMS_ZH),
      ...runs(text, 40, CLAIMS_ZH, HOLD_ZH),
    ])
      if (isOwed(passage, held.parts.at(-1)?.at ?? held.start) || isOwed(passage, held.start))
        return { mode: 'duty', at: held.start, parameters: { broad: !ONLY_IF.test(text) } }
    return null
  },
  examples: {
    found: [
      {
        text: 'You will indemnify and hold harmless Heron Labs from any claim by a third party.',
        mode: 'duty',
        parameters: { broad: true },
      },
      {
        text: 'If you offer a warranty, you must indemnify each contributor for any liability it incurs by reason of your accepting it.',
        mode: 'duty',
        parameters: { broad: false },
      },
      { text: '您应当赔偿许可方因此遭受的一切损失。', mode: 'duty' },
    ],
    left: [
      'You may offer warranty, support or indemnity to your customers for a fee.',
      'Heron Labs has no duty to answer claims.',
      'In no event shall the authors be liable for damages.',
    ],
  },
} satisfies ClauseKind
