import type { ClauseKind } from '../clause.ts'
import { holds, isOwed } from '../mood.ts'
import { has, runs } from '../nearby.ts'

const RUN =
  /\b(?:implement|maintain|deploy|apply|enable|employ|operate|adopt|establish|install|incorporate|keep)(?:ing|s|ed)?\b|实施|部署|采取|建立|使用|启用/
const FILTER =
  /\b(?:content[- ](?:filter|moderation|safety)\w*|filter(?:s|ing)?(?: measures| mechanisms?)?|moderation|guard ?rails?|safety (?:filters?|checkers?|classifiers?|guardrails?)|provenance (?:tools?|technolog\w+|metadata)|prevent(?:ative)? measures)\b|内容(?:过滤|审核|安全)|过滤(?:措施|机制)|审核机制/
const DATA = /\b(?:filter(?:ed|ing) (?:the )?(?:data|training)|data filter)/

/** Whoever runs the model must filter what goes in or comes out. */
export const controlFilterDuty = {
  id: 'control.filter_duty',
  name: 'Duty to run filters',
  looksFor: 'A duty to implement content filters, moderation or similar safeguards.',
  falseFriends: 'Advice to add safeguards, and how the training data was filtered.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords: [
    'filter',
    'moderation',
    'guardrail',
    'guard',
    'safety',
    'provenance',
    'prevent',
    '过滤',
    '审核',
    '内容安全',
  ],
  find(passage) {
    if (!holds(passage, 'duty')) return null
    const text = passage.lower
    if (has(text, DATA)) return null
    for (const kept of runs(text, 70, RUN, FILTER))
      if (isOwed(passage, kept.start) && !/\bwe (?:will|have|must|shall)\b/.test(text.slice(0, kept.start)))
        return { mode: 'duty', at: kept.start }
    return null
  },
  examples: {
    found: [
      { text: 'You must implement and maintain content filtering measures for your product.', mode: 'duty' },
      { text: 'Licensees shall keep the safety filters enabled and apply moderation to all outputs.', mode: 'duty' },
      { text: '您应当部署内容过滤机制。', mode: 'duty' },
    ],
    left: [
      'We recommend that developers deploy content filters.',
      'You should implement moderation where possible.',
      'The corpus was made by filtering the data for quality.',
    ],
  },
} satisfies ClauseKind
