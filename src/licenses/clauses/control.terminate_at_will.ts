import { actorBefore } from '../actor.ts'
import type { ClauseKind } from '../clause.ts'
import { has, run, runs } from '../nearby.ts'

const MAY =
  /\b(?:may|can|reserves? the right to|has the right to|have the right to|is entitled to)\b|有权|保留.{0,12}权利|可以|可/
const END = /\b(?:terminate|revoke|cancel|withdraw|suspend|discontinue|end)\b|终止|解除|撤销|收回/
const TERMS = /\b(?:licen[cs]es?|agreement|terms|rights?|access|permission)\b|许可|协议|授权|权利/
const FREELY =
  /\b(?:at any time|for convenience|for any reason|for any or no reason|without cause|with or without cause|without (?:giving )?(?:any )?reason|in (?:its|our|their) (?:sole|absolute) discretion|at (?:its|our|their) (?:sole|absolute) discretion|upon (?:\w+ ){0,1}notice|at will|by giving|days'? (?:prior )?(?:written )?notice|with (?:thirty|sixty|ninety|\d+))\b|随时|任何时候|任意|单方|自行决定/
const BREACH =
  /\b(?:breach(?:es|ed)?|violat\w+|fails?|failure|non-?compliance|not compl\w+|infring\w+|in the event (?:of|that)|if (?:you|licensee|the licensee|any|we determine)|default|bankrupt\w*|insolven\w*|misus\w+)\b|违反|违约|未遵守|如果|侵犯/
const PASSIVE = /\bmay be (?:terminated|revoked|cancell?ed|withdrawn|suspended)\b/

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
    'terminate terminated revoke revoked cancel cancelled canceled withdraw withdrawn suspend suspended discontinue end 终止 解除 撤销 收回'.split(
      ' ',
    ),
  ways: [
    [END, TERMS, FREELY],
    [TERMS, PASSIVE, FREELY],
  ],
  find(passage) {
    const text = passage.lower
    if (has(text, BREACH) && !/\bat any time\b.{0,40}\bor if\b/.test(text.slice(0, 2000))) return null
    for (const ended of runs(text, 50, MAY, END, TERMS)) {
      const actor = actorBefore(text, ended.start)
      if (actor === 'you' || /\bnot\b|不/.test(text.slice(ended.start, ended.end))) continue
      if (has(text, FREELY)) return { mode: 'grant', against: ['use'], at: ended.start, ...notice(text) }
    }
    const chinese = passage.language === 'zh' && has(text, FREELY) ? run(text, 14, TERMS, END) : null
    if (chinese && !/[您你]|用户|被许可方/.test(text.slice(0, chinese.end)))
      return { mode: 'grant', against: ['use'], at: chinese.start, ...notice(text) }
    for (const ended of runs(text, 90, TERMS, PASSIVE)) {
      const by = text.slice(ended.end, ended.end + 80)
      if (!/\bby (?:you|licensee|the licensee)\b/.test(by) && FREELY.test(by))
        return { mode: 'grant', against: ['use'], at: ended.start, ...notice(text) }
    }
    return null
  },
  examples: {
    found: [
      { text: 'We may terminate this License at any time upon notice to you.', mode: 'grant' },
      {
        text: 'Either party may terminate this Agreement at any time with thirty (30) days notice.',
        mode: 'grant',
        parameters: { noticeDays: 30 },
      },
      { text: 'This license may be revoked by Heron Labs at any time for any reason.', mode: 'grant' },
      { text: '许可方有权随时终止本协议。', mode: 'grant' },
    ],
    left: [
      'We may terminate this Agreement at any time if you breach it.',
      'You may terminate this Agreement at any time by deleting all copies.',
      'If this license is terminated for any reason, you must stop using the Model.',
      'Your rights terminate automatically if you fail to comply.',
    ],
  },
} satisfies ClauseKind

function notice(text: string): { parameters?: { noticeDays: number } } {
  const days = /\b(\d{1,3})\)? (?:calendar |business |working )?days\b|(\d{1,3}) ?(?:日|天)/.exec(text)
  return days ? { parameters: { noticeDays: Number(days[1] ?? days[2]) } } : {}
}
