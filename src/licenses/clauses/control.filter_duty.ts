import type { ClauseKind } from '../clause.ts'
import { holds, isOwed } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'

const RUN =
  /\b(?:implement|maintain|deploy|apply|enable|employ|operate|adopt|establish|install|incorporate|keep|run|runn|set up|put in place|in place|screen|introduce|equip|integrat|activat|ha(?=ve))(?:ing|s|ed|e)?\b|\bmaintained\b|实施|部署|采取|建立|使用|启用|设置|配备|落实|\bhaving\b/
const FILTER =
  /\b(?:(?:input|output|prompt|safety|profanity|toxicity)(?: and (?:input|output|prompt))?[- ](?:filter|screening|moderation|classifier|check)\w*|(?:detect|block|screen|prevent|stop|intercept)\w* (?:and \w+ )?(?:unlawful|illegal|harmful|unsafe|abusive|prohibited|toxic|inputs?|outputs?|prompts?|requests?)|safeguards?|safety (?:measures|mechanisms|systems|layers?)|(?:mechanisms?|measures|systems?|safeguards) (?:which |that |to )?(?:detect|block|screen|prevent|stop|filter)|content[- ](?:filter|moderation|safety)\w*|filter(?:s|ing)?(?: measures| mechanisms?)?|moderation|guard ?rails?|safety (?:filters?|checkers?|classifiers?|guardrails?)|provenance (?:tools?|technolog\w+|metadata)|(?:abuse|misuse)[- ](?:prevention|detection|monitoring|reporting)|(?:consent|age|identity)[- ](?:verification|checks)|prevent(?:at)?ive measures|(?:technical |appropriate )?measures for the (?:filtering|screening|blocking)|filtering of)\b|内容(?:过滤|审核|安全)|过滤(?:措施|机制|系统|器)|审核(?:措施|机制|系统)|安全(?:防护|过滤)(?:措施|机制)|\b(?:safety|content) (?:checker|classifier|filter|screen|layer)s?\b|\bmoderation layer\b|\ba filter\b/
const SCREEN = /\b(?:screen|moderate|filter|monitor|check)(?:s|ing|ed)?\b|过滤|审核/
const WHAT = /\b(?:inputs?|outputs?|prompts?|generations|responses|generated content)\b|输入|输出|生成内容/
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
    'checker',
    'abuse',
    'misuse',
    'classifier',
    'filter',
    'moderation',
    'guardrail',
    'guard',
    'safety',
    'safeguard',
    'screen',
    'moderate',
    'block',
    'detect',
    'provenance',
    'prevent',
    '过滤',
    '审核',
    '内容安全',
  ],
  find(passage) {
    if (!holds(passage, 'duty', 'ban') && !has(passage.lower, /\bno (?:\w+ )?(?:deployment|use|operation)/)) return null
    const text = passage.lower
    /* what is there already stays: another kind */
    if (has(text, DATA) || has(text, /\bintact\b/)) return null
    for (const kept of runs(text, 70, RUN, FILTER))
      if (isOwed(passage, kept.start) && !/\bwe (?:will|have|must|shall)\b/.test(text.slice(0, kept.start)))
        return { mode: 'duty', at: kept.start }
    for (const screened of runs(text, 60, SCREEN, WHAT))
      if (isOwed(passage, screened.start)) return { mode: 'duty', at: screened.start }
    /* "no deployment without a filter", "a checker is active" */
    const none =
      run(
        text,
        60,
        /\bno (?:\w+ )?(?:deployments?|use|operation|release)\b/,
        /\b(?:without|in which|where)\b/,
        FILTER,
      ) ?? run(text, 60, /\b(?:deployments?|installations|services)\b/, /\b(?:lacking|without)\b/, FILTER)
    if (none && (holds(passage, 'ban') || /^no\b/.test(text.slice(none.start)))) return { mode: 'duty', at: none.start }
    const through = run(text, 60, WHAT, /\b(?:go|pass|run|be (?:sent|routed|passed))\b/, /\bthrough\b/, FILTER)
    if (through && isOwed(passage, through.parts[1]?.at ?? through.start)) return { mode: 'duty', at: through.start }
    const needed = run(text, 60, /\byou (?:'ll )?need\b|\bwithout putting in\b/, FILTER)
    if (needed && !has(text, DATA)) return { mode: 'duty', at: needed.start }
    const required =
      run(text, 90, /\brequires?\b/, FILTER) ??
      run(
        text,
        160,
        /\brequires?\b/,
        /\bmechanisms?|measures|safeguards\b/,
        /\b(?:detect|block|filter|screen|prevent)\b/,
      )
    return required && has(text, /\bdeploy|\buse|\boperat/) && !has(text, DATA)
      ? { mode: 'duty', at: required.start }
      : null
  },
  examples: {
    found: [
      {
        text: 'When you offer it to others, you must implement consent verification, watermarking and abuse reporting.',
        mode: 'duty',
      },
      { text: 'You must implement reasonable abuse prevention measures.', mode: 'duty' },
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
