import { actorBefore } from '../actor.ts'
import type { ClauseKind } from '../clause.ts'
import { has, run } from '../nearby.ts'
import { OUTPUT as OUTPUTS } from '../outputs.ts'
import { rowSays } from '../rows.ts'

const OUTPUT = new RegExp(`${OUTPUTS.source}|\\bresults\\b|(?:产出|生成)之?(?:的)?内容`)

const BELONGS =
  /\b(?:is|are|be|remain|remains) (?:the )?(?:sole and exclusive |sole |exclusive )?property of\b|\bremains? with\b|\b(?:belongs?|vests?|vested|assigned|assigns?) (?:\w+ )?(?:to|in)\b|\b(?:is|are|be) (?:solely |exclusively )?owned by\b|\b(?:passes?|accrues?|goes|inures?|transfers?|reverts?|falls?) (?:\w+ )?to\b|\b(?:is|are|shall be|becomes?) (?:our property|ours|the licensor's|property of)\b|归属于|归|属于|\b(?:vests?|inures?) (?:\w+ ){0,6}(?:in|to|of)\b|\binure to the (?:\w+ )?benefit of\b|[a-z]+'s property\b|归(?:本公司|许可方|授权方)/
const YOURS =
  /^\s*(?:the )?(?:you|your|user|users|licensee|customer|end user|its|their|whoever|anyone|the person|the public|nobody|no one)\b|^\s*(?:您|你|用户|使用者|被许可方)/
const OWNS =
  /\b(?:own|owns|retains?|reserves?|holds?) (?:and \w+ )?(?:all |any |exclusive |full |the |whatever |everything |what )?(?:rights|right,|ownership|title|copyright|outputs?|generated|(?:the model|it|you) (?:generates?|produces?|makes?|writes?|spits? out))|\b(?:we|licensor|the licensor) owns? the\b|\bkeeps? (?:the )?(?:ownership|title|copyright) (?:of|in|to)\b/
const ASSIGNS = /\b(?:assigns?|transfers?|cedes?|conveys?|surrenders?)\b/
const TITLE = /\b(?:title|ownership|copyrights?|(?:intellectual )?property|rights?) (?:to|in|of|over|subsists? in) /
const OWNER = /\b(?:is|are|be|remains?) (?:the )?(?:sole |exclusive )?owners? of\b/
const NOT = /\b(?:not|no|nor|never|neither)\b|不/

/** the matter of a table row */
const MATTER =
  /^(?:ownership|owner|rights|title|copyright)(?: (?:of|in|to) (?:the )?(?:outputs?|generat\w+ \w+|content))?$|^(?:outputs?|generated \w+)$/
const ANSWER =
  /^(?:remains? |stays? )?(?:the )?(?:property of |owned by |with )?(?:the )?(?:licensor|provider|company|us)\b/

/** What the model produces is said to belong to the licensor. */
export const outputLicensorOwns = {
  id: 'output.licensor_owns',
  name: 'Licensor owns outputs',
  looksFor: 'Outputs are said to be the property of the licensor, or are assigned to it.',
  falseFriends: 'The licensor keeps its rights in the model, or the user owns the outputs.',
  against: ['use', 'share'],
  reaches: ['outputs'],
  weighs: 'blocks',
  keywords:
    'rendered whatever output outputs generated generates produced produces makes made content results 输出 生成'.split(
      ' ',
    ),
  also: 'inure keep property remain belong vest assign transfer passes accrue title ours own owns owned owner retain reserve hold 归 属于'.split(
    ' ',
  ),
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'definition', at: row }
    const text = passage.lower
    const belongs = run(text, 120, OUTPUT, BELONGS)
    if (belongs) {
      const said = text.slice(belongs.start, belongs.end)
      const owner = text.slice(belongs.end, belongs.end + 40)
      if (
        !YOURS.test(owner) &&
        !NOT.test(said) &&
        ((owner.trim() !== '' && owner.trim() !== '.') || /\bour/.test(said))
      )
        return { mode: 'definition', at: belongs.start }
    }
    const titled = run(text, 24, TITLE, OUTPUT)
    const to = titled ? run(text.slice(titled.end), 90, BELONGS) : null
    if (
      titled &&
      to &&
      !YOURS.test(text.slice(titled.end + to.end, titled.end + to.end + 40)) &&
      !NOT.test(text.slice(titled.start, titled.end + to.end))
    )
      return { mode: 'definition', at: titled.start }
    const assigned = run(text, 60, ASSIGNS, OUTPUT) ?? run(text, 60, OUTPUT, ASSIGNS)
    if (
      assigned &&
      actorBefore(text, assigned.parts.find(part => ASSIGNS.test(part.words))?.at ?? 0) === 'you' &&
      !has(text, NOT)
    )
      return { mode: 'definition', at: assigned.start }
    const ours = run(
      text,
      0,
      /\b(?:we|licensor|the (?!users?\b|licensees?\b|customers?\b)\w+) owns? (?:all |any )?(?:whatever|everything|anything|what) (?:the model|it|you)\b|\bbut it's ours\b/,
    )
    if (ours) return { mode: 'definition', at: ours.start }
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
      'Heron Labs claims no rights in Output.',
      '许可方不对输出主张任何权利。',
      '生成的内容归用户所有。',
    ],
  },
} satisfies ClauseKind
