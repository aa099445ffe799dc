import type { ClauseKind, FoundClause } from '../clause.ts'
import { isBanned } from '../mood.ts'
import { has, runs } from '../nearby.ts'

const EVADE =
  /\b(?:circumvent|bypass|disabl|defeat|remov|interfer|weaken|degrad|overrid|evad|tamper|jailbreak|reduc(?:e|ing) the efficacy|undermin)\w*\b|绕过|规避|破坏|移除|去除|越狱|突破/
const GUARD =
  /\b(?:safety|safeguards?|guard ?rails?|security|protections?|protective|technical limitations?|technological (?:measures|limitations?)|digital rights management|encryption|usage restrictions|content filters?|filters?|moderation|use limits|alignment|watermarks?|restrictions or safeguards|authentication)\b|安全(?:措施|机制|护栏|限制)?|防护|护栏|过滤|水印|技术(?:保护)?措施/
const IF_YOU = /^(?:\W{0,3})if (?:you|licensee|the licensee)\b/
const ENDS = /\b(?:terminat|revok|lose|cease)\w*\b/
const OPPOSITE =
  /\b(?:waive|power to forbid|anti-circumvention|not be deemed|not to assert|forbid you|no covered work)\b/
const NOTICES = /\b(?:notices?|trademarks?|attribution)\b/

/** Removing or bypassing safety measures is forbidden, or ends the license. */
export const controlGuardrail = {
  id: 'control.guardrail',
  name: 'Guardrail-circumvention clause',
  looksFor: 'A ban on bypassing or removing safeguards, or a license that ends for whoever does.',
  falseFriends: 'A waiver of anti-circumvention law, and a ban on removing notices.',
  against: ['study', 'modify'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'circumvent bypass disabl defeat remov interfer weaken degrad overrid evad tamper jailbreak reduc undermin 绕过 规避 破坏 移除 去除 越狱 突破'.split(
      ' ',
    ),
  ways: [[EVADE, GUARD]],
  find(passage): FoundClause | null {
    const text = passage.lower
    if (has(text, OPPOSITE)) return null
    for (const evaded of runs(text, 110, EVADE, GUARD)) {
      if (NOTICES.test(text.slice(evaded.start, evaded.end))) continue
      if (isBanned(passage, evaded.start)) return { mode: 'ban', at: evaded.start }
      if (has(text, IF_YOU) && evaded.start < 160 && ENDS.test(text.slice(evaded.end)))
        return { mode: 'ban', at: evaded.start }
    }
    return null
  },
  examples: {
    found: [
      { text: 'You may not circumvent or remove any safety measures of the Model.', mode: 'ban' },
      {
        text: 'If you bypass or disable a guardrail of the Model without an equal replacement, your rights terminate.',
        mode: 'ban',
      },
      { text: '您不得绕过或移除模型的安全措施。', mode: 'ban' },
    ],
    left: [
      'You waive any legal power to forbid circumvention of technological measures.',
      'You may not remove any copyright notice.',
      'You may remove the safety filter from your copy.',
    ],
  },
} satisfies ClauseKind
