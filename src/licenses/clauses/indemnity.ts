import type { ClauseKind } from '../clause.ts'
import { holds, isOwed, OWES } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const HOLD =
  /\b(?:indemnif(?:y|ies|ied)|harmless|(?:defend|protect|reimburse|cover|compensate) (?:[\w' ]{0,60} )?(?:us|the licensor|licensor|authors?|[A-Za-z]{3,20}) (?:[\w' ]{0,30} )?(?:against|from|for)|(?:cover|pay|bear|reimburse|make good) (?:[\w' ]{0,20} )?(?:damages|legal (?:bills|fees|costs)|losses|all (?:costs|losses|damage)))\b/
const HOLD_ZH = /赔偿|补偿|免受/
const CLAIMS_ZH = /索赔|损失|责任|费用|损害/
/** a promise that only answers for a warranty the user itself gives */
/** the licensor's own promise to its customers */
const OURS =
  /\b(?:indemnify|defend) (?:paying |its |our |the )?(?:customers|users|licensees?|you|subscribers|clients)\b/
/** "if someone sues us over what you did, you pay" */
const SUED =
  /\b(?:if|when) (?:someone|somebody|anyone|anybody|a third party|we|they|people) (?:gets? sued|sues?|are sued|is sued|makes? a claim|comes? after)[^.;]{0,100}, (?:then )?you(?:'ll| will| must| have to)? (?:pay|cover|bear|answer|reimburse|defend)\b/
const YOU_HOLD =
  /\byou (?:hold|keep|indemnify)\b|\b(?:recipients?|users?|licensees?|customers?) (?:hereby )?indemnif(?:y|ies)\b|\bdemand that you (?:[\w, ]{0,40} )?(?:indemnify|hold)\b|\byou(?:'ll| will| must| shall)? (?:cover|pay|bear|reimburse) our\b|\byou(?:'ll| will| must| shall)? pay us back if we get sued\b|\byou(?:'ll| will| must)? (?:cover|pay) the bill\b|\bshall keep [a-z ]{2,24} free of\b|\bare yours to bear\b|(?:同意|承诺)(?:向)?[^。；，不]{0,10}(?:赔偿|补偿)|(?:同意|承诺|应当?|须)(?:就|对|为)[^。；]{0,240}(?:赔偿|补偿|免受[^。；]{0,6}损害)|\b(?:licensees?|users?|recipients?) (?:hereby )?(?:indemnif(?:y|ies)|holds? harmless) (?:and hold harmless )?(?:the )?(?:licensor|authors?|us|owners?|compan|creators?)/
const ONLY_IF =
  /\bif you (?:choose to )?(?:offer|accept|agree to (?:indemnify|offer))|\bby reason of your accepting\b|\bas a result of (?:any such )?warranty|\bwarranty, support, indemnity\b|\bin performing the (?:obligation|warranty)|\bcommercial contributor\b/

/** "you alone answer for third-party claims" */
const BEAR_ZH =
  /(?:索赔|损失|费用|诉讼|纠纷)[^。；]{0,20}(?:均|应|须)?由(?:您|你|用户|使用者|使用方|被许可(?:人|方)|被授权(?:人|方))[^。；]{0,6}(?:承担|负责|赔偿)/

/** the matter of a table row */
const MATTER = /^indemni(?:ty|fication)$/
const ANSWER = /\b(?:user|licensee|customer|you)\b/

/** The user must hold the licensor harmless from claims. */
export const indemnity = {
  id: 'indemnity',
  name: 'Indemnify the licensor',
  looksFor: 'A duty to indemnify, defend or hold harmless the licensor.',
  falseFriends: 'A promise that covers only warranties the user chooses to give.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
  keywords: [
    'expense',
    'bear',
    'bill',
    'indemnif',
    'harmless',
    'defend',
    'reimburse',
    'damages',
    'losses',
    'costs',
    'bills',
    'sues',
    'sued',
    'claims',
    '索赔',
    '纠纷',
    '诉讼',
    '赔偿',
    '免受',
  ],
  ways: [[MATTER, ANSWER], [OWES, HOLD], [OWES, HOLD_ZH, CLAIMS_ZH], [YOU_HOLD], [SUED], [BEAR_ZH]],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'duty', at: row }
    if (has(passage.lower, ONLY_IF)) return null
    const text = passage.lower
    const plain = run(text, 0, YOU_HOLD) ?? run(text, 0, SUED) ?? run(text, 0, BEAR_ZH)
    if (plain) return { mode: 'duty', at: plain.start, parameters: { broad: true } }
    if (!holds(passage, 'duty')) return null
    if (has(text, OURS) && !/\b[Yy]ou (?:will|shall|agree)/.test(passage.text.slice(0, text.search(OURS)))) return null
    for (const held of [
      ...runs(text, 0, HOLD),
      ...runs(text, 40, HOLD_ZH, CLAIMS_ZH),
      ...runs(text, 40, CLAIMS_ZH, HOLD_ZH),
    ])
      if (isOwed(passage, held.parts.at(-1)?.at ?? held.start) || isOwed(passage, held.start))
        return { mode: 'duty', at: held.start, parameters: { broad: true } }
    return null
  },
  examples: {
    found: [
      { text: 'Recipient indemnifies Provider against claims of third parties.', mode: 'duty' },
      { text: '您同意就因您使用本服务而产生的任何索赔和费用，为我们辩护并使我们免受损害。', mode: 'duty' },
      { text: 'Licensees indemnify the licensor against claims from misuse.', mode: 'duty' },
      { text: '因使用本软件引起的索赔和第三方诉讼均由使用者自行承担。', mode: 'duty' },
      { text: '您同意赔偿许可方因您违反本协议而遭受的任何损失。', mode: 'duty' },
      { text: 'For claims of third parties the Licensor may demand that you defend and indemnify it.', mode: 'duty' },
      {
        text: 'You will indemnify and hold harmless Heron Labs from any claim by a third party.',
        mode: 'duty',
        parameters: { broad: true },
      },
      { text: '您应当赔偿许可方因此遭受的一切损失。', mode: 'duty' },
    ],
    left: [
      'In addition, the Modified Version must bear a name that is different from the Standard Version.',
      '许可方不对任何索赔、损失或诉讼承担责任。',
      'If you offer a warranty, you must indemnify each contributor for any liability it incurs by reason of your accepting it.',
      'You may offer warranty, support or indemnity to your customers for a fee.',
      'Heron Labs has no duty to answer claims.',
      'In no event shall the authors be liable for damages.',
    ],
  },
} satisfies ClauseKind
