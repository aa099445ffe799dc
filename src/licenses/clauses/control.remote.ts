import { actorBefore } from '../actor.ts'
import type { ClauseKind } from '../clause.ts'
import { has, run, runs } from '../nearby.ts'

const RESERVES =
  /\bright is reserved\b|\b(?:keeps?|ha(?:s|ve)) (?:a |the )?(?:right|power|ability|kill)\b|\b(?:is|are|be) entitled to\b|\b(?:may|can)\b|\bretains? the (?:right|ability) to\b|\breserves? (?:the |all )?rights? (?:in its sole discretion )?to\b|\b(?:may|can) (?:also )?(?=(?:\w+ )?(?:remotely|restrict|limit|disable|suspend|deactivate|update))|有权|\bwhen we\b/
const RESERVES_ZH = /保留|可以|可(?![能靠])/
const RESTRICT =
  /\brender\w* (?:\w+ ){1,4}?(?:inoperative|unusable|inaccessible|useless)\b|\b(?:turn(?:s|ing)? off|switch(?:es|ing)? (?:[\w ]{1,20} )?off|deactivat\w*|throttl\w*|stop|brick|lock|revok|chang|control|restrict|limit|disable|suspend|deactivate|block|update|modify|shut down|terminat)\w*\b|限制|停用|禁用|暂停|更新|\b(?:flip|shut \w+(?: \w+)? down|stop working|switch)\b|关闭|停止/
/** how far a right may stand before the words for "from afar" */
const BEFORE = 100
const AFAR =
  /\b(?:remotely|by remote|from (?:afar|a distance)|remote(?:ly)? (?:or otherwise|means|access|control|command|update)s?|(?:through|by|via) (?:remote|electronic|technical) (?:means|measures)|electronically|disabling (?:instructions|code|device)|kill[- ]switch|over the (?:air|network|internet|wire)|phone[- ]home|push(?:ed|ing)? (?:an )?updates?|(?:updat|patch|alter|modif|install|chang)\w* [^.;]{0,40}\b(?:on your (?:own )?(?:devices?|computers?|machines?|systems?)|automatically)|automatic(?:ally)? (?:updat|patch|install)\w*)\b|远程|电子(?:方式|手段)|技术手段|在线方式|\b(?:at a distance|(?:check(?:s|ing)? in with|contacts?|connects? to|reports? to) (?:our|a|the) servers?|phones? home|(?:signal|command|message|instruction)s? (?:sent )?over|through (?:a signal|an update)|flip the switch)\b/
/** "the app may update automatically" is no right of anybody */
const ITSELF = /\b(?:software|apps?|applications?|which|that|services?|it) (?:may|can|will|might) (?:also )?$/
const USAGE = /\b(?:usage|use of|uses? of|operation of)\b|使用/

const RESERVE =
  /\breserves? the right to\b|\bright is reserved\b|\b(?:keeps?|ha(?:s|ve)|retains?) the right to\b|保留.{0,6}权利/

const CUT = /\b(?:restrict|disabl|limit|suspend|throttl|block|deactivat)(?:e|es|ing|s)?\b|限制|停用/

/** The licensor may restrict, disable or change copies that others run. */
export const controlRemote = {
  id: 'control.remote',
  name: 'Remote restriction right',
  looksFor: 'A right of the licensor to restrict, disable or update copies from afar.',
  falseFriends: 'Termination of the license on paper, and changes to a hosted service.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'inoperative unusable measures automatically automatic device devices computer technical contacts connects reports remotely remote afar distance network kill electronically restrict electronic disabling disable usage deactivate 远程 电子 技术手段 限制 停用 禁用 server signal phone phones switch update'.split(
      ' ',
    ),
  ways: [[AFAR], [RESERVE, RESTRICT, USAGE]],
  find(passage) {
    const text = passage.lower
    for (const afar of runs(text, 0, AFAR)) {
      const around = text.slice(Math.max(0, afar.start - 120), afar.end + 80)
      if (
        RESTRICT.test(around) &&
        !/\byou (?:may|can) [^.;]{0,40}$/.test(text.slice(0, afar.start)) &&
        !/\b(?:no|without (?:an?|any)) (?:remote )?$/.test(text.slice(Math.max(0, afar.start - 12), afar.start)) &&
        !ITSELF.test(text.slice(0, afar.start)) &&
        !/\bfor remote access\b/.test(text.slice(Math.max(0, afar.start - 4), afar.end)) &&
        (RESERVES.test(text.slice(0, afar.end)) ||
          has(text, RESERVES_ZH) ||
          mayAfar(text, afar.start) ||
          /disabl|kill/.test(afar.parts[0]?.words ?? ''))
      )
        return { mode: 'grant', against: ['use'], at: Math.max(0, afar.start - 40) }
    }
    const restricts = run(text, 60, RESERVE, CUT, USAGE)
    return restricts && actorBefore(text, restricts.start) === 'other'
      ? { mode: 'grant', against: ['use'], at: restricts.start }
      : null
  },
  examples: {
    found: [
      { text: 'The Licensor shall be entitled to render the Model inoperative by technical measures.', mode: 'grant' },
      { text: 'We may patch or update the Game on your device automatically.', mode: 'grant' },
      {
        text: 'Heron Labs reserves the right to enforce this License, including restricting usage of the Model.',
        mode: 'grant',
      },
      { text: 'Licensor reserves the right to restrict (remotely or otherwise) usage of the Model.', mode: 'grant' },
      { text: 'Heron Labs may update the Model through electronic means.', mode: 'grant' },
      { text: '许可方有权远程限制您对模型的使用。', mode: 'grant' },
    ],
    left: [
      'We cannot disable your copy: the app is offline and has no kill switch.',
      'You may host the Model for remote access, and change it as you like.',
      'You may not use the Model to control remote vehicles.',
      'We may terminate this Agreement if you breach it.',
      'You may run the Model remotely.',
    ],
  },
} satisfies ClauseKind

function mayAfar(text: string, at: number): boolean {
  const from = Math.max(0, at - BEFORE)
  const may = run(text.slice(from, at), 0, /\b(?:may|can)\b/)
  return may !== null && actorBefore(text, from + may.start) !== 'you'
}
