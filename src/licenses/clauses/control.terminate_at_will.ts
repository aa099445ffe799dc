import { actorBefore } from '../actor.ts'
import type { ClauseKind } from '../clause.ts'
import { askHeading } from '../headings.ts'
import { first, has, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const MAY =
  /\b(?:is entitled,|may|can|might|is free to|are free to|(?:is|are|be) at liberty to|be (?:able|entitled|free) to|(?:keeps?|retains?|reserves?|ha(?:s|ve)) the (?:[a-z]+ )?right to|is entitled to)\b|有权|保留.{0,12}权利|(?<![许认不])可/
const END =
  /\b(?:bring|put an end|stop|pull|determine(?= (?:this|the|your) (?:licen[cs]e|agreement|rights|contract))|rescind|take back|call off|terminate|revoke|cancel|withdraw|suspend|discontinue|end|cut off|shut off|(?:close|delete)(?= (?:your|the|any) accounts?\b))\b|终止|解除|撤销|收回|\b(?:stop licensing|ends? it|declares? (?:it|this licen[cs]e) (?:ended|over|at an end))\b/
const TERMS =
  /\b(?:licen[cs]es?|agreement|terms|rights?|access|permission|contract|grant|accounts?|this|it)\b|许可|协议|授权|使用权|权利|账[号户]/
const FREELY =
  /\b(?:whenever|(?:for|at) (?:its|our|their) convenience|no (?:reason|cause|default|fault|breach)|without (?:any )?(?:fault|default|breach|(?:prior |advance )?notice|telling|warning)|whatever reason|any reason|as (?:it|we) (?:likes?|pleases?|sees? fit)|with or without (?:reason|notice)|(?:up)?on (?:[\w()'-]+ ){1,4}(?:prior |written )*notice|at any (?:time|moment)|any time|for convenience|for any reason|for any or no reason|without cause|with or without cause|without (?:giving )?(?:any )?(?:reason|justification)|in (?:its|our|their) (?:sole|absolute) discretion|at (?:its|our|their) (?:sole |absolute )?discretion|upon (?:\w+ ){0,1}notice|at will|by giving|days'? (?:prior )?(?:written )?notice|with (?:thirty|sixty|ninety|\d+))\b|随时|任何时(?:候|间)|任意|单方|自行决定|\b(?:even when you have done nothing wrong|for whatever (?:motive|reason)|on any day|(?:one|two|three|six) months'? notice|whenever we like|giving (?:\w+ )?(?:\w+ )?notice)\b|提前[^。；，]{1,8}(?:日|天|个月)[^。；，]{0,4}通知|无需[^。；]{0,16}(?:理由|违约)/
/** "either side may cancel on 14 days' notice" names no text */
const TERMS_OR_NOTICE = new RegExp(`${TERMS.source}|\\bon (?:\\d|\\w+ ?\\()`)
const BREACH =
  /\b(?:breach(?:es|ed)?|violat\w+|fails?|failure|non-?compliance|not compl\w+|infring\w+|in the event (?:of|that)|if (?:you|licensee|the licensee|any|we determine)|(?<!no )default|bankrupt\w*|insolven\w*|misus\w+)\b|违反|违约|未遵守|如果|侵犯/
/** "for breach, and for convenience upon seven days' notice" */
const CONVENIENCE = /\b(?:for|at) (?:its |our )?convenience\b|\bfor any or no reason\b|\bwith or without cause\b/
const PASSIVE =
  /\bmay be (?:\w+ )?(?:terminated|revoked|cancell?ed|withdrawn|suspended|ended|determined|brought to an end)\b/

const UNTIL =
  /\b(?:licen[cs]e|permission|it|agreement|rights) (?:runs?|subsists?|lasts?|continues?|ends?) (?:only )?(?:until|the day|when(?:ever)?) (?:we|the licensor)(?:,[^.;,]{1,60},)? (?:ends?|say|declares?|choose|decides?|terminates?)\b/
/** "it continues until terminated by either party" */
const BY_EITHER =
  /\b(?:terminated|cancelled|canceled|ended|revoked) (?:\w+ ){0,2}by (?:either|any) (?:party|side|of us)\b(?! (?:as (?:set|provided|described)|in accordance|pursuant|under|for (?:cause|breach)))|\b(?:either|any) (?:party|side|of us) (?:may|can|is free to|has the right to) (?:terminate|cancel|end|leave|withdraw)\b[^.;]{0,40}\b(?:with|on|upon|by|giving)\b[^.;]{0,24}\bnotice\b/
const NO_BREACH = /无需[^。；]{0,20}违约(?:行为)?/
const NOT_ENDED_ZH = /不(?![经需必须论管另通])[^，。；]{0,10}(?:终止|撤销|撤回|收回)/
const MAY_END = /\b(?:may|entitled|can|reserves)\b/

const ENDS_FOR =
  /\bwe (?:may|can|reserve the right to)\b[^.;]{0,40}\b(?:terminate|suspend|revoke|cancel|end)\b[^.;]{0,60}:$/
const AT_WILL =
  /^(?:at (?:our|its|their) (?:sole |absolute )?discretion|at any time|for any (?:or no )?reason|any (?:or no |other )?reason|without (?:cause|reason))\b/
/** "termination at the provider's discretion" */
const AT_DISCRETION =
  /\bterminat(?:ion|ed|es?)\b[^.;]{0,70}\bat (?:the )?(?:provider|licensor|company|owner|author|our|its)(?:'s|s')? (?:sole |absolute )?discretion\b/
/** "30-day notice, either party", under a heading on the end of the agreement */
const SHORTLY =
  /^(?:\W|\d{1,2}[.)] )*(?:(?:\d{1,3}|thirty|sixty|ninety)[- ]days?'? (?:prior |written )*notice(?: (?:by|from))? (?:either|any) party|either party[,:]? (?:with |on |upon )?(?:\d{1,3}|thirty|sixty|ninety)[- ]days?'? (?:prior |written )*notice|(?:at any time|with or without cause|for convenience),? (?:by )?(?:either party|us|(?:the )?licensor|(?:the )?provider))\b/
const ON_THE_END = /\bterminat|\bending\b|终止/
const isUnderTheEnd = askHeading(ON_THE_END)

/** the matter of a table row */
const MATTER = /^terminat(?:ion|able)$/
const ANSWER = /\b(?:at any time|without cause|for convenience|at will|any reason|no reason)\b/

/** The licensor may end the license when it likes. */
export const controlTerminateAtWill = {
  id: 'control.terminate_at_will',
  name: 'Termination at will',
  looksFor: 'A right of the licensor, or of either party, to end the license at any time without a breach.',
  falseFriends: 'Termination on breach, the user’s own right to stop, and what follows "if terminated for any reason".',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'cut shut close delete terminate terminated revoke revoked cancel cancelled canceled withdraw withdrawn suspend suspended discontinue end ended stop determine rescind 终止 解除 撤销 收回 licensing ends declares runs subsists termination notice convenience discretion'.split(
      ' ',
    ),
  ways: [
    [MATTER, ANSWER],
    [END, TERMS_OR_NOTICE, FREELY],
    [END, CONVENIENCE],
    [TERMS, PASSIVE, FREELY],
    [UNTIL],
    [BY_EITHER],
    [SHORTLY],
    [AT_DISCRETION],
    [ENDS_FOR, AT_WILL],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'grant', against: ['use'], at: row }
    const text = passage.lower
    /* "it runs until we end it", "it ends the day we say" */
    const until = run(text, 0, UNTIL)
    if (until) return { mode: 'grant', against: ['use'], at: until.start, ...notice(text) }
    if (isUnderTheEnd(passage) && SHORTLY.test(text)) return { mode: 'grant', against: ['use'], at: 0, ...notice(text) }
    /* "we may end your account for: - any reason" */
    if (ENDS_FOR.test(passage.lead) && AT_WILL.test(text))
      return { mode: 'grant', against: ['use'], at: 0, ...notice(text) }
    const discretion = run(text, 0, AT_DISCRETION)
    if (discretion) return { mode: 'grant', against: ['use'], at: discretion.start, ...notice(text) }
    const either = run(text, 0, BY_EITHER)
    if (either && !has(text, BREACH)) return { mode: 'grant', against: ['use'], at: either.start, ...notice(text) }
    if (
      BREACH.test(text.replace(NO_BREACH, '')) &&
      !has(text, CONVENIENCE) &&
      !/\bat any time\b.{0,40}\bor if\b/.test(text.slice(0, 2000))
    )
      return null
    for (const ended of runs(text, 50, MAY, END, TERMS_OR_NOTICE)) {
      const actor = actorBefore(text, ended.start)
      if (actor === 'you' || /\bnot\b|不/.test(text.slice(ended.start, ended.end))) continue
      if (has(text, FREELY)) return { mode: 'grant', against: ['use'], at: ended.start, ...notice(text) }
    }
    /* "… but that does not end this license" */
    if (has(text, NOT_ENDED_ZH)) return null
    const chinese = passage.language === 'zh' && has(text, FREELY) ? run(text, 14, TERMS, END) : null
    if (chinese && !/[您你]|用户|被许可方/.test(text.slice(0, chinese.end)))
      return { mode: 'grant', against: ['use'], at: chinese.start, ...notice(text) }
    const convenient = run(text, 140, MAY_END, END, CONVENIENCE) ?? run(text, 140, MAY_END, CONVENIENCE, END)
    if (
      convenient &&
      actorBefore(text, convenient.start) !== 'you' &&
      !/\bnot\b/.test(text.slice(convenient.start, convenient.end))
    )
      return { mode: 'grant', against: ['use'], at: convenient.start, ...notice(text) }
    for (const ended of runs(text, 90, TERMS, PASSIVE)) {
      const by = text.slice(ended.end, ended.end + 80)
      if (!/\bby (?:you|licensee|the licensee)\b/.test(by) && FREELY.test(by))
        return { mode: 'grant', against: ['use'], at: ended.start, ...notice(text) }
    }
    return null
  },
  examples: {
    found: [
      {
        text: 'We keep the full right to withdraw your access to the records without any justification.',
        mode: 'grant',
      },
      {
        text: 'We may suspend or terminate your account for:\n- Violation of these terms\n- At our discretion with 30 days notice',
        mode: 'grant',
      },
      { text: "Termination on breach or at Provider's discretion.", mode: 'grant' },
      { text: '## Termination\n\n- 30-day notice either party\n- Access ends then', mode: 'grant' },
      { text: "Either side can cancel with 30 days' notice.", mode: 'grant' },
      { text: 'We may terminate this License at any time upon notice to you.', mode: 'grant' },
      {
        text: 'Either party may terminate this Agreement at any time with thirty (30) days notice.',
        mode: 'grant',
        parameters: { noticeDays: 30 },
      },
      { text: 'This license may be revoked by Heron Labs at any time for any reason.', mode: 'grant' },
      { text: '许可方有权随时终止本协议。', mode: 'grant' },
      { text: '本协议随时终止，不经通知撤销授权。', mode: 'grant' },
      {
        text: 'This Agreement stays in effect until it is terminated by either party on written notice.',
        mode: 'grant',
      },
    ],
    left: [
      'I may withdraw from this agreement at any time by destroying the data.',
      '## Support\n\n- 30-day notice either party',
      'Either party may give notice by e-mail.',
      'We may terminate this Agreement at any time if you breach it.',
      'You may terminate this Agreement at any time by deleting all copies.',
      'If this license is terminated for any reason, you must stop using the Model.',
      'Your rights terminate automatically if you fail to comply.',
      '许可人也可以随时停止分发授权素材，但是这样做不会终止本许可。',
      '许可人保留随时停止分发作品的权利，然而此举并不撤销本许可。',
      'It continues until terminated by either party as set out in Section 8.',
    ],
  },
} satisfies ClauseKind

const DAYS: Readonly<Record<string, number>> = {
  five: 5,
  seven: 7,
  ten: 10,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
}
const NAMED_DAYS = new RegExp(`\\b(${Object.keys(DAYS).join('|')}) (?:calendar |business |working )?days\\b`)

function notice(text: string): { parameters?: { noticeDays: number } } {
  const named = first(text, NAMED_DAYS)
  if (named) return { parameters: { noticeDays: DAYS[named[1] ?? ''] ?? 0 } }
  const days = first(text, /\b(\d{1,3})\)? (?:calendar |business |working )?days\b|(\d{1,3}) ?(?:日|天)/)
  return days ? { parameters: { noticeDays: Number(days[1] ?? days[2]) } } : {}
}
