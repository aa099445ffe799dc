import { actorBefore } from '../actor.ts'
import type { ClauseKind } from '../clause.ts'
import { run } from '../nearby.ts'

const OUTPUT =
  /\b(?:outputs?|generated (?:content|text|images?|material|works?)|(?:content|text|images?|works?|media|results|everything|anything) (?:generated|created|produced))\b|输出|生成(?:的)?(?:内容|图片|文字|作品|结果)|生成物/
const BELONGS =
  /\b(?:is|are|be|remain|remains) (?:the )?(?:sole and exclusive |sole |exclusive )?property of\b|\bremains? with\b|\b(?:belongs?|vests?|vested|assigned|assigns?) (?:solely |exclusively )?(?:to|in)\b|\b(?:is|are|be) (?:solely |exclusively )?owned by\b|归属于|归|属于/
const YOURS =
  /^\s*(?:the )?(?:you|your|user|users|licensee|customer|end user|its|their|whoever|anyone|the person)\b|^\s*(?:您|你|用户|使用者|被许可方)/
const OWNS =
  /\b(?:own|owns|retains?|reserves?|holds?) (?:and \w+ )?(?:all |any |exclusive |full |the )?(?:rights|right,|ownership|title|copyright|outputs?|generated)/
const OWNER = /\b(?:is|are|be|remains?) (?:the )?(?:sole |exclusive )?owners? of\b/
const NOT = /\b(?:not|no|nor|never|neither)\b|不/

/** What the model produces is said to belong to the licensor. */
export const outputLicensorOwns = {
  id: 'output.licensor_owns',
  name: 'Licensor owns outputs',
  looksFor: 'Outputs are said to be the property of the licensor, or are assigned to it.',
  falseFriends: 'The licensor keeps its rights in the model, or the user owns the outputs.',
  against: ['use', 'share'],
  reaches: ['outputs'],
  weighs: 'blocks',
  keywords: 'output outputs generated content results 输出 生成'.split(' '),
  also: 'property remain belong vest assign own owns owned owner retain reserve hold 归 属于'.split(' '),
  find(passage) {
    const text = passage.lower
    const belongs = run(text, 120, OUTPUT, BELONGS)
    if (belongs) {
      const said = text.slice(belongs.start, belongs.end)
      const owner = text.slice(belongs.end, belongs.end + 40)
      if (!YOURS.test(owner) && !NOT.test(said) && owner.trim() !== '') return { mode: 'definition', at: belongs.start }
    }
    const owns = run(text, 60, OWNS, OUTPUT) ?? run(text, 40, OWNER, OUTPUT)
    if (owns && actorBefore(text, owns.start) === 'you') return null
    if (
      owns &&
      !NOT.test(text.slice(Math.max(0, owns.start - 30), owns.end)) &&
      !/\b(?:model|software|materials)\b/.test(text.slice(owns.start, owns.end))
    )
      return { mode: 'definition', at: owns.start }
    return null
  },
  examples: {
    found: [
      { text: 'All Output is the exclusive property of the Licensor.', mode: 'definition' },
      { text: 'Any content generated with the Model belongs to Heron Labs.', mode: 'definition' },
      { text: 'We own all rights in the Output.', mode: 'definition' },
      { text: '模型输出的所有权利归许可方所有。', mode: 'definition' },
    ],
    left: [
      'Outputs belong to you.',
      'Heron Labs retains all right, title and interest in and to the Model.',
      'We own no rights in the Output.',
      '生成的内容归用户所有。',
    ],
  },
} satisfies ClauseKind
