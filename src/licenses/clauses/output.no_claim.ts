import type { ClauseKind } from '../clause.ts'
import { first, has, near, run } from '../nearby.ts'
import { OUTPUT as OUTPUTS } from '../outputs.ts'

const OUTPUT = new RegExp(`${OUTPUTS.source}|\\bresults\\b`)
const NO_CLAIM =
  /\b(?:claims? no|does not claim|do not claim|don't claim|disclaims?|makes? no claims?|claims? nothing|asserts? no|advances? no|lays? no|stakes? no|takes? no|seeks? no|waives?(?: and \w+)?|disclaims?(?: and \w+)?|renounces?|has no|have no|will not claim|does not (?:own|assert|acquire)|do not (?:own|assert|acquire)|don't (?:own|want|assert|acquire)|doesn't (?:own|claim)) (?:any |all )?(?:rights?|ownership|title|interest|claims?|copyright)?|不[^。；，]{0,30}主张|不享有|不拥有|放弃|\b(?:lays? no claim|wants? nothing|asserts? no rights?|no rights? in|reserves? no)\b|不[^。；，]{0,20}主张/
/** no promise about what the outputs are */
const ABOUT =
  /\bonly own\b|\bno (?:claims?|obligations?|warrant\w+|representations?|guarantees?) (?:that|to|about|as to|regarding)\b(?! (?:any |the )?(?:rights?|ownership|title))/
const YOU_OWN =
  /\b(?:you|licensee|user|users) (?:shall )?(?:own|owns|retain|retains) (?:all |any |the )?|\bbelongs? to (?:you|the user|licensee|the licensee)\b|\b(?:is|are|remains?) the property of (?:you|the user|the licensee|licensee|its)\b|\b(?:is|are) yours\b|用户[^。；]{0,12}享有|\b(?:is|are|remains?|stays?) (?:owned by (?:you|the user)|yours|your (?:own|outputs?|property|business)|the (?:user|licensee)'s)\b|归(?:您|你|用户)|由(?:您|你|用户)(?:自行)?享有|由(?:您|你|用户)所有|(?:转让给|归属于?)(?:您|你|用户)|(?:您|你|用户)[^。；，]{0,4}保留|\b(?:hereby )?(?:assigns?|transfers?) to you\b|\b(?:lie|lies|rests?|vests?) with (?:you|the user|users|licensee|the licensee)\b|\byou (?:keep|retain) (?:all )?(?:the |your )?rights? (?:to|in)\b/
const NO_LIMITS =
  /\bdoes not impose any (?:restrictions?|obligations?)|\bno (?:restrictions?|conditions?) (?:on|apply to|are placed on)\b|\bimposes? no (?:restrictions?|conditions?|limits?)\b/

/** "does not claim anything in what you make with it" */
const ABOUT_ZH = /不(?:会)?(?:对|就|拥有|享有)[^。；]{0,30}(?:输出|生成)[^。；]{0,24}(?:主张|享有|要求|权利)/
/** outputs under another name: "rights in the commands produced by you using the model" */
const MADE =
  /\b(?:produced|generated|created|made) (?:by you|by users|by the user|by licensee|(?:with|using|through|by (?:means of|using)) (?:the|this) (?:model|software|materials|weights|work))\b/
const ANYTHING =
  /\b(?:anything|everything|whatever|what) you (?:generate|make|create|produce)\b|\b(?:pictures|images|texts?)(?: you make)?\b/
const IS_YOURS = /\b(?:belongs to you|is yours|are (?:all )?yours)\b/

/** The licensor leaves outputs to the user. Never the last word: a limit on outputs may follow. */
export const outputNoClaim = {
  id: 'output.no_claim',
  name: 'Licensor claims no outputs',
  looksFor: 'The licensor claims no in outputs, or says that the user owns them.',
  falseFriends: 'A licensor that owns them, and ownership of the model itself.',
  against: [],
  reaches: ['outputs'],
  weighs: 'harmless',
  keywords:
    'generate whatever anything pictures images output outputs results generated generates produced produces makes make content 输出 生成 product rights'.split(
      ' ',
    ),
  also: 'yours nothing claim disclaim waive renounce assert no own owns owned retain remains stays belong yours impose 不 不享有 放弃 归 由 claims asserts lays lie lies reserved keep 转让给 保留 assign assigns transfers'.split(
    ' ',
  ),
  ways: [
    [ABOUT_ZH],
    [NO_CLAIM, OUTPUT],
    [YOU_OWN, OUTPUT],
    [ANYTHING, IS_YOURS],
    [NO_LIMITS, OUTPUT],
    [NO_CLAIM, MADE],
  ],
  find(passage) {
    const text = passage.lower
    const chinese = passage.language === 'zh' ? first(text, ABOUT_ZH) : null
    if (chinese !== null) return { mode: 'definition', at: chinese.index }
    if (
      (near(text, 90, NO_CLAIM, OUTPUT) || run(text, 60, NO_CLAIM, MADE) !== null) &&
      has(text, /right|owner|title|interest|copyright|claim|own|权|归/) &&
      !has(text, ABOUT)
    )
      return { mode: 'grant' }
    if (run(text, 40, YOU_OWN, OUTPUT) || run(text, 60, OUTPUT, YOU_OWN) || run(text, 40, ANYTHING, IS_YOURS))
      return { mode: 'grant' }
    return near(text, 120, NO_LIMITS, OUTPUT) ? { mode: 'grant' } : null
  },
  examples: {
    found: [
      { text: '我们将输出内容的全部权利转让给您。' },
      { text: '您保留利用本软件生成的新分子的全部权利。' },
      { text: 'You keep the rights to what you generate.' },
      { text: '许可方不对您使用本模型生成的内容主张任何权利。', mode: 'definition' },
      { text: 'Heron Labs claims no rights in the commands produced by You using the Model.', mode: 'grant' },
      { text: 'Heron Labs claims no rights in the Outputs that you generate.', mode: 'grant' },
      { text: 'As between the parties, you own any outputs.', mode: 'grant' },
      { text: 'This agreement does not impose any restrictions on your use of Output.', mode: 'grant' },
      { text: '对于模型的输出，我们不主张任何权利。', mode: 'grant' },
    ],
    left: [
      '您保留上述版权声明。',
      'You only own what you created; you do not own our code.',
      'We own all rights in the Output.',
      'Licensor claims no warranty for the weights.',
      'You own your copy of the Model.',
    ],
  },
} satisfies ClauseKind
