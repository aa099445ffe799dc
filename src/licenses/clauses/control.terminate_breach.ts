import type { ClauseKind } from '../clause.ts'
import { askHeading } from '../headings.ts'
import { has, near } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const END =
  /\b(?:terminat|revo[kc]|cancel|forfeit|lapse|cease to be valid|come to an end|comes to an end|puts? an end|brings? [\w ]{0,40}to an end|void|extinguish|end(?:s|ed)?\b|expire|lose|loses|forfeits?|gone|is over)\w*\b|终止|失效|撤销|解除|自动(?:放弃|丧失|失去)|\b(?:stops?|rescind|los(?:es?|t))\b|\bdetermine\b|\bremoval of (?:\w+ ){0,2}(?:access|licen[cs]e|rights?)\b|\b(?:account|access|licen[cs]e) suspension\b|\bsuspension of (?:\w+ ){0,2}(?:account|access|licen[cs]e|rights?)\b|失去/
const BREACH =
  /\b(?:commits? an? (?:\w+ )?breach|break(?:s|ing)? (?:the|this|these|any|a|our) (?:rules|terms|conditions|licen[cs]e)|non-?observance|failure to (?:abide|adhere|observe|keep|follow|respect|meet)|fails? to (?:observe|keep|follow|respect|meet)|(?:don't|do not|does not) (?:stick to|follow|keep|observe|respect|stick)|contraven\w*|use (?:outside|beyond|contrary)|in disregard|infring\w+ of (?:this|these)|breach(?:es|ed|ing)?|violat(?:e|es|ed|ing|ion|ions)|fails? to (?:comply|abide|adhere|observe)|failure to comply|not (?:in )?compl(?:y|iance)|do not comply|non-?compliance)\b|违反|违约|未遵守|未(?:能)?遵[守循]|没有遵守|不遵守|违背|\bin default\b|\bdisregard(?:s|ing|ed)? (?:of )?(?:these|this|the|any|our)\b|\bignor(?:e|es|ing) (?:these|this|the|any|our)\b|\bbreak(?:s|ing)? (?:a|one of|the|any|these|our)\b|\binfring\w+ of (?:the |any )?(?:terms|conditions|provisions)\b|\boffends? against\b|\bbreaks? the rules\b/
const RIGHTS =
  /\b(?:licen[cs]es?|agreement|eula|access|rights?|permissions?|terms|grants?|it|account|notice)\b|许可|协议|授权|条款|使用权|权利|资格/

/** "immediate for violations", under a heading on the end of the agreement */
const SHORTLY =
  /^(?:\W|\d{1,2}[.)] )*(?:immediate|automatic|at once|instant)(?:ly)?,? (?:termination |revocation |end )?(?:for|on|upon|in case of|after) (?:any |a |material |serious )*(?:violations?|breach(?:es)?|misuse|non-?compliance)\b/
const ON_THE_END = /\bterminat|\bending\b|终止/
const isUnderTheEnd = askHeading(ON_THE_END)

/** "any dispute over the breach, termination or validity of this license" */
const DISPUTE =
  /\b(?:disputes?|controvers(?:y|ies)|claims?)\b[^.;]{0,100}\bbreach,? (?:or )?(?:the )?termination\b|\bbreach, termination\b/

const LEADS_TO = /\b(?:leads?|result(?:s|ed)?|may|can|will|entails?|means?)\b|导致|将|可能|会/
const END_OF =
  /\bremov(?:al|e|es|ed|ing) (?:of )?(?:\w+ ){0,3}(?:access|licen[cs]e|rights?|permission)\b|\b(?:terminat|revo|suspen|cancel|los|end)\w* (?:\w+ ){0,3}(?:access|licen[cs]e|rights?|account|permission|use)\b|(?:终止|取消|撤销|停止|收回)[^。；，]{0,12}(?:权限|许可|授权|权利|账号|账户|使用)/
/** the matter of a table row */
const MATTER = /^(?:breach|violations?|non-?compliance)$/
const ANSWER = /\b(?:ends|terminat\w+|lapses?|revoked|lose)\b/

/** The license ends when its terms are broken. */
export const controlTerminateBreach = {
  id: 'control.terminate_breach',
  name: 'Termination on breach',
  looksFor: 'The license ends, or may be ended, when its terms are broken.',
  falseFriends: 'Termination at will, and a breach of warranty in a disclaimer.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
  keywords:
    'ends ended end expire void extinguish lose loses gone over cease terminate terminates terminated termination revoke revoked forfeit forfeiture lapse cancelled 终止 失效 撤销 解除 stops rescind stop breach determine violate revocation violations immediate immediately automatic violation removal suspension 放弃 丧失 失去'.split(
      ' ',
    ),
  ways: [[MATTER, ANSWER], [END, BREACH, RIGHTS], [END_OF], [SHORTLY]],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'grant', at: row, parameters: { automatic: false } }
    const text = passage.lower
    if (isUnderTheEnd(passage) && SHORTLY.test(text)) return { mode: 'grant', at: 0, parameters: { automatic: true } }
    /* "we may end this license if you: - break its terms" */
    if (
      near(passage.lead, 60, END, RIGHTS) &&
      /\b(?:if|when|where|in case|upon)\b|\bfor:?$|如|若/.test(passage.lead) &&
      has(text, BREACH)
    )
      return { mode: 'grant', at: text.search(BREACH), parameters: { automatic: false } }
    /* "breaking these rules may lead to: - the end of your access" */
    if (near(passage.lead, 60, BREACH, LEADS_TO) && END_OF.test(text))
      return { mode: 'grant', at: text.search(END_OF), parameters: { automatic: false } }
    /* "any dispute about breach or termination is decided by the courts" */
    if (
      /\b(?:disputes?|controvers(?:y|ies)|claims?) (?:arising|relating|concerning)\b[^.;]{0,200}\bbreach\b/.test(text)
    )
      return null
    if (
      has(
        text,
        /\bnever (?:previously|ends?|terminates?)\b|\b(?:does|do|shall|will) not (?:end|terminate|void|affect|revoke)\b/,
      ) ||
      has(text, DISPUTE) ||
      !near(text, 200, END, BREACH) ||
      !has(text, RIGHTS)
    )
      return null
    return {
      mode: 'grant',
      at: text.search(END),
      parameters: { automatic: has(text, /\bautomatically\b|\bimmediately terminate|自动/) },
    }
  },
  examples: {
    found: [
      { text: 'I understand that failure to abide by these guidelines ends my access to the data.', mode: 'grant' },
      { text: '若使用者违反上述条款，视为自动放弃使用资格。', mode: 'grant' },
      { text: 'Any content that violates the rules will result in immediate account suspension.', mode: 'grant' },
      { text: 'We may suspend or terminate your account for:\n- Violation of these terms\n- Suspected fraud' },
      { text: '如果您未能遵守本协议的任何条款，您在本协议下的权利将自动终止。' },
      {
        text: "## Termination\n\n- Automatic termination on breach, or when the platform's policy changes\n- Deletion then follows",
      },
      { text: 'Violation of this policy may result in removal of community access.' },
      { text: 'If you break this license, your rights end.' },
      { text: '## Termination\n\n- Ends after a year\n- Immediate for violations', mode: 'grant' },
      { text: '违反本协议将自动失去授权。', mode: 'grant' },
      { text: 'Violations may result in access revocation.', mode: 'grant' },
      { text: 'We may end this license if you:\n- violate any of its terms;\n- harass our team.', mode: 'grant' },
      {
        text: 'Violating these rules may result in:\n- immediate termination of your access;\n- legal action.',
        mode: 'grant',
      },
      { text: '违反上述规定可能导致：\n- 立即终止您的访问权限；\n- 法律责任。', mode: 'grant' },
      {
        text: 'Any infringement of the terms of this agreement will automatically terminate your rights.',
        mode: 'grant',
      },
      { text: 'Should the Licensee offend against these terms, the licence shall determine at once.', mode: 'grant' },
      {
        text: 'Heron Labs may terminate this Agreement if you are in breach of any term.',
        mode: 'grant',
        parameters: { automatic: false },
      },
      {
        text: 'Your rights under this License terminate automatically if you fail to comply with it.',
        mode: 'grant',
        parameters: { automatic: true },
      },
      { text: '如果您违反本协议的任何条款，您的许可将自动终止。', mode: 'grant' },
    ],
    left: [
      'Any dispute arising out of this License, or the breach, termination or invalidity thereof, shall be subject to the courts of Oslo.',
      '## Support\n\n- Immediate for violations of the service level',
      'Violation does not revoke the license, but it does revoke our support.',
      'You may end your access to the service at any time.',
      'We determine the terms of each offer.',
      'We may terminate this License at any time.',
      'In no event are we liable for breach of contract.',
      'Sections 5 to 7 survive termination.',
    ],
  },
} satisfies ClauseKind
