import type { ClauseKind, FoundClause } from '../clause.ts'
import { isBanned, isOwed } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'

const EVADE =
  /\b(?:circumvent|bypass|disabl|defeat|remov|interfer|weaken|degrad|overrid|evad|tamper|jailbreak|strip|tak(?:e|ing) (?:off|out)|switch(?:ed|ing)? off|turn(?:ed|ing)? off|deactivat|neutrali[sz]|subvert|sidestep|work(?:ed|ing)? around|fine-?tun|train(?:ing)? away|uncensor|abliterat|reduc(?:e|ing) the efficacy|undermin)\w*\b|绕过|规避|破坏|移除|去除|越狱|突破|关闭|禁用|削弱|删除|破解|\b(?:ablat|suppress|strip(?:ping)? out|fine-?tun(?:e|ing) away|train(?:ing)? out)\w*\b/
const GUARD =
  /\b(?:safety (?:stuff|checker)|refusals?|guardrails?|safety|safeguards?|guard ?rails?|security|protections?|protective|technical limitations?|technological (?:measures|limitations?)|digital rights management|encryption|usage restrictions|content filters?|filters?|moderation|use limits|alignment|watermarks?|restrictions or safeguards|access (?:restrictions|controls?)|(?<!voice[- ])(?<!face[- ])(?<!biometric )authentication)\b|安全(?:措施|机制|护栏|限制)?|防护|护栏|过滤|水印|技术(?:保护)?措施|访问(?:限制|控制)/
const IF_YOU =
  /^(?:\W{0,3})(?:if (?:you|licensee|the licensee)|(?:any(?:one|body)?|who(?:ever)?)\b|(?:circumvent|bypass|disabl|remov|defeat|weaken|tamper|strip)\w*)\b/
/** the act by its name alone, and safeguards that are to stay */
const JAILBREAK = /\bjail-?break\w*|\babliterat\w*|\buncensor\w*|越狱/
const STAY =
  /\b(?:must|shall|ha(?:s|ve) to|(?:is|are) to|needs? to) (?:stay|remain|be (?:kept|left|retained|preserved|maintained))\b/
/** "keep the safety guardrails intact" */
const INTACT =
  /\b(?:keep|keeping|leave|leaving|preserve|maintain|retain)\b[^.;]{0,70}\b(?:guardrails?|safeguards?|safety|filters?)\b[^.;]{0,24}\b(?:intact|in place|enabled|active|switched on)\b/
const ENDS = /\b(?:terminat|revok|lose|loses|cease|ends?\b|forfeit|void|over\b|gone)\w*/
const OPPOSITE =
  /\b(?:waive|power to forbid|anti-circumvention|not be deemed|not to assert|forbid you|no covered work)\b|(?:放弃|不主张)[^。；]{0,24}(?:禁止|阻止)/
const EVADES_LATER = /\bor (?:circumvent|bypass|defeat|disable)\w*\b[^.;]{0,60}$/
const NOTICES = /\b(?:notices?|trademarks?|attribution)\b|版权|署名/

/** in one list with the notices */
const MECHANISM = /\b(?:safety (?:mechanisms?|measures?|features?)|safeguards?|guardrails?|content filters?)\b/

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
    'circumvent bypass disabl defeat remov interfer weaken degrad overrid evad tamper jailbreak reduc undermin strip switch turn take deactiv neutral subvert sidestep abliterat uncensor refusal safety filters safeguard guardrail 关闭 禁用 削弱 破解 绕过 规避 破坏 移除 去除 越狱 突破 ablat suppress train fine guardrails refusals keep leave preserve maintain retain intact'.split(
      ' ',
    ),
  ways: [[EVADE, GUARD], [JAILBREAK], [GUARD, STAY], [INTACT]],
  find(passage): FoundClause | null {
    const text = passage.lower
    if (has(text, OPPOSITE)) return null
    for (const evaded of runs(text, 110, EVADE, GUARD)) {
      /* "remove notices or circumvent access restrictions" says two things */
      const later = EVADES_LATER.exec(text.slice(evaded.start, evaded.end))
      if (later !== null && isBanned(passage, evaded.start)) return { mode: 'ban', at: evaded.start + later.index + 4 }
      if (
        NOTICES.test(text.slice(evaded.start, evaded.end)) &&
        !MECHANISM.test(text.slice(evaded.start, evaded.end + 60))
      )
        continue
      if (isBanned(passage, evaded.start)) return { mode: 'ban', at: evaded.start }
      /* "you lose the license if you disable the filter" */
      if (
        /\b(?:terminat|los[et]|cease|end|forfeit|void|gone|stop)\w*\b[^.;]{0,40}\b(?:if|when|once) (?:you|licensee|anyone)\b[^.;]{0,30}$/.test(
          text.slice(Math.max(0, evaded.start - 110), evaded.start),
        )
      )
        return { mode: 'ban', at: evaded.start }
      if (has(text, IF_YOU) && evaded.start < 160 && ENDS.test(text.slice(evaded.end)))
        return { mode: 'ban', at: evaded.start }
    }
    for (const named of runs(text, 0, JAILBREAK))
      if (isBanned(passage, named.start)) return { mode: 'ban', at: named.start }
    const intact = run(text, 0, INTACT)
    if (intact && isOwed(passage, intact.start)) return { mode: 'duty', at: intact.start }
    const kept = run(text, 60, GUARD, STAY)
    return kept && !NOTICES.test(text.slice(kept.start, kept.end)) ? { mode: 'duty', at: kept.start } : null
  },
  examples: {
    found: [
      { text: 'Users must not remove rights notices or circumvent technical access restrictions.', mode: 'ban' },
      { text: 'You must keep the safety guardrails intact.', mode: 'duty' },
      { text: 'Users shall leave all built-in safeguards in place.', mode: 'duty' },
      {
        text: 'You will not remove or circumvent any notice, watermark or safety mechanism of the Model.',
        mode: 'ban',
      },
      { text: 'You may not circumvent or remove any safety measures of the Model.', mode: 'ban' },
      {
        text: 'If you bypass or disable a guardrail of the Model without an equal replacement, your rights terminate.',
        mode: 'ban',
      },
      { text: '您不得绕过或移除模型的安全措施。', mode: 'ban' },
    ],
    left: [
      'You must not use it to bypass voice-authentication systems.',
      '不得删除或隐藏作者署名、版权声明、水印或元数据。',
      'Keep your filters clean.',
      'You waive any legal power to forbid circumvention of technological measures.',
      'You may not remove any copyright notice.',
      '当您传递受保护作品时，您放弃任何禁止规避技术措施的法律权力。',
      'You may remove the safety filter from your copy.',
    ],
  },
} satisfies ClauseKind
