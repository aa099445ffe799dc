import type { ClauseKind } from '../clause.ts'
import { runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const CLICK =
  /\b(?:click(?:ing|s|ed)?|check(?:ing)? (?:the|this|a) (?:check)?box|(?:press|tick|tap|select|hit|push)(?:ing|s|ed)?|mark(?:ing)? the box)\b|点击|单击|按下|勾选|点选|\bcheck(?:ing)? the [\w ]{0,24}box\b|\b(?:submitting|sending) (?:this|the) (?:form|request|application)\b/
const ACCEPT =
  /\b(?:i )?(?:accept|agree|assent|consent|confirm|conclud)\w*\b|\bsubmit\b|\b(?:enter into|bound)\b|同意|接受/
const SECTION = /\bclick (?:here|on the link)\b/

/** the matter of a table row */
const MATTER = /^(?:acceptance|accepting)$/
const ANSWER = /\b(?:click|tick|check|press)\w*\b/

/** The terms are accepted by a click. */
export const entryClickthrough = {
  id: 'entry.clickthrough',
  name: 'Click-through acceptance',
  looksFor: 'Acceptance of the terms by clicking or ticking a box.',
  falseFriends: 'Acceptance by use, which is normal, and a link that says "click here".',
  against: [],
  reaches: ['copies'],
  weighs: 'harmless',
  keywords: [
    'click',
    'submitting',
    'sending',
    'select',
    'control',
    'hit',
    'tap',
    'check',
    'checkbox',
    'press',
    'tick',
    'button',
    '点击',
    '单击',
    '勾选',
    '点选',
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'definition', at: row }
    const text = passage.lower
    for (const clicked of [
      ...runs(text, 70, CLICK, ACCEPT),
      ...runs(text, 24, /\byou (?:accept|agree|are bound)\b/, CLICK),
    ])
      if (!SECTION.test(text.slice(clicked.start, clicked.end))) return { mode: 'definition', at: clicked.start }
    return null
  },
  examples: {
    found: [
      { text: 'By clicking "I Accept" or by using the Model, you agree to these terms.', mode: 'definition' },
      { text: 'By submitting this form, I agree to the terms and conditions.', mode: 'definition' },
      { text: 'You agree by ticking the box "I agree".', mode: 'definition' },
      { text: '点击“同意”即表示您接受本协议。', mode: 'definition' },
    ],
    left: [
      'By using the Model you accept this Agreement.',
      'Click here for the paper.',
      'Submitting this form helps us count our users.',
      'Check the documentation.',
    ],
  },
} satisfies ClauseKind
