import type { ClauseKind } from '../clause.ts'
import { near, run } from '../nearby.ts'

const OUTPUT =
  /\b(?:outputs?|results|generated (?:content|text|images?)|content (?:you )?(?:create|generate)d?|(?:content|information) (?:or content )?generated)\b|输出|生成(?:的)?内容/
const NO_CLAIM =
  /\b(?:claims? no|does not claim|do not claim|don't claim|disclaims?|makes? no claims?|asserts? no|has no|have no|will not claim) (?:any |all )?(?:rights?|ownership|title|interest|claims?|copyright)?|不主张|不享有|放弃/
const YOU_OWN =
  /\b(?:you|licensee|user|users) (?:shall )?(?:own|owns|retain|retains) (?:all |any |the )?|\bbelongs? to (?:you|the user|licensee)\b|\b(?:is|are) (?:owned by (?:you|the user)|yours)\b|归(?:您|你|用户)|由(?:您|你|用户)所有/
const NO_LIMITS =
  /\bdoes not impose any (?:restrictions?|obligations?)|\bno (?:restrictions?|conditions?) (?:on|apply to|are placed on)\b|\bimposes? no (?:restrictions?|conditions?|limits?)\b/

/** The licensor leaves outputs to the user. Never the last word: a limit on outputs may follow. */
export const outputNoClaim = {
  id: 'output.no_claim',
  name: 'Licensor claims no outputs',
  looksFor: 'The licensor claims no rights in outputs, or says that the user owns them.',
  falseFriends: 'A licensor that owns them, and ownership of the model itself.',
  against: [],
  reaches: ['outputs'],
  weighs: 'harmless',
  keywords: 'output outputs results generated content 输出 生成'.split(' '),
  also: 'claim disclaim assert no own owns owned retain belong yours impose 不主张 不享有 放弃 归 由'.split(' '),
  ways: [
    [NO_CLAIM, OUTPUT],
    [YOU_OWN, OUTPUT],
    [NO_LIMITS, OUTPUT],
  ],
  find(passage) {
    const text = passage.lower
    if (near(text, 90, NO_CLAIM, OUTPUT) && /right|owner|title|interest|copyright|no claim|权|归/.test(text))
      return { mode: 'grant' }
    if (run(text, 40, YOU_OWN, OUTPUT) || run(text, 60, OUTPUT, YOU_OWN)) return { mode: 'grant' }
    return near(text, 120, NO_LIMITS, OUTPUT) ? { mode: 'grant' } : null
  },
  examples: {
    found: [
      { text: 'Heron Labs claims no rights in the Outputs that you generate.', mode: 'grant' },
      { text: 'As between the parties, you own any outputs.', mode: 'grant' },
      { text: 'This agreement does not impose any restrictions on your use of Output.', mode: 'grant' },
      { text: '对于模型的输出，我们不主张任何权利。', mode: 'grant' },
    ],
    left: [
      'We own all rights in the Output.',
      'Licensor claims no warranty for the weights.',
      'You own your copy of the Model.',
    ],
  },
} satisfies ClauseKind
