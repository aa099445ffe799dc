import type { ClauseKind } from '../clause.ts'
import { isForbiddenAct } from '../forbidden.ts'
import { moodAt } from '../mood.ts'
import { first, has } from '../nearby.ts'

const PRODUCTION =
  /\bproduction (?:or|and) (?:commercial|business) (?:use|distribution|deployment|purposes?)\b|(?:生产|商业)(?:或|和|及)(?:生产|商业)(?:环境|用途|使用|目的)|\bproduction(?:-\w+)? (?:use|uses|usage|purposes?|environments?|systems?|deployments?|settings?|workloads?|traffic|services?|servers?|capacity|context|infrastructure)\b|\bproductive (?:use|environments?|operations?|systems?)\b|\b(?:live|customer-facing|end-user) (?:services?|systems?|environments?|products?|deployments?|traffic|use)\b|\b(?:putting|put|placed?|go(?:es)?|mov(?:e|ed)|bring|brought|tak(?:e|en)|releas(?:e|ed)|deploy\w*) (?:\w+ ){0,3}(?:in)?to production\b|\bactual (?:business )?(?:operations?|services?)\b|\bin prod\b|\boperational (?:systems?|use|environments?|deployments?)\b|\b(?:commercial|live) (?:or|and) production\b|\b(?:use[ds]?|deploy\w*|run|running|operat\w+|employ\w*|us(?:ing|age)) [^.;]{0,40}\bin (?:a |any )?(?:live )?production\b|生产(?:环境|性|用途|使用|系统|部署)|正式(?:环境|上线)|上线运营|\bday-to-day (?:business )?operations?\b|\blive workloads?\b|\b(?:ship|shipp(?:ed|ing)|push(?:ed|ing)?|use of it|use is made of it|used|run) (?:\w+ ){0,2}(?:to|in) production\b|\bsystems? on which (?:\w+ )?(?:users|customers|people) (?:depend|rely)\b|\breal-world (?:use|deployments?)\b|\bcustomer-facing systems?\b|\bproductive service\b/
const NON_PRODUCTION = /\bnon-?(?:production|live|operational)\b(?! (?:user |beta )?test)|非生产/
const ADVICE =
  /\bnot (?:recommended|advised|suitable|ready|intended|tested)\b|\bmass production\b|\bproduction of\b|不建议/
const NEEDS =
  /^[^.;]{0,60}\bproduction,? (?:only )?(?:if|once|after|with|under)\b[^.;]{0,120}\b(?:licen[cs]e|agreement|subscription|terms|permission)\b|\b(?:requires?(?! not only)|needs?|demands?|is subject to|are subject to|only (?:with|under))\b[^.;]{0,50}\b(?:licen[cs]e|agreement|subscription|permission|consent)\b/
/** "in test environments only, not in live systems" */
const BUT_NOT = /(?:,|;|\band|\bbut) (?:not|never) (?:in|for|on|as|within) (?:a |any |the )?$/
const GIVES = /\b(?:only|solely|exclusively|may|can|licen[cs]ed?|permitted|allowed|granted)\b/
const EXCLUDES =
  /\b(?:does not include|do not include|excluding|exclud\w+|other than|except for|not including|short of|stop(?:s|ping)? short of)\b[^.;]{0,90}$|不包括[^。；]{0,30}$/

/** Use in production is barred. */
export const purposeNoProduction = {
  id: 'purpose.no_production',
  name: 'No production use',
  looksFor: 'A ban on production use, or a grant for non-production use only.',
  falseFriends: 'Advice ("not recommended for production"), production of goods.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords: [
    'operations',
    'operation',
    'actual',
    'operational',
    'non-live',
    'nonlive',
    'prod',
    'workloads',
    'depend',
    'real-world',
    'production',
    'productive',
    'nonproduction',
    'live',
    'customer-facing',
    '生产',
    '正式',
    '上线',
  ],
  find(passage) {
    const { lower: text } = passage
    if (has(text, ADVICE)) return null
    const non = first(text, NON_PRODUCTION)
    if (
      non !== null &&
      has(
        text,
        /\b(?:grant\w*|rights?\b|only\b|solely|limited|restricted|licen[cs]ed?\b|permitted|allowed|purposes?\b)|授予|权利/,
      )
    ) {
      const mood = moodAt(passage, non.index)?.mode
      return mood === 'plea' ? null : { mode: mood === 'ban' ? 'ban' : 'grant', at: non.index }
    }
    const match = first(text, PRODUCTION)
    if (match === null) return null
    const at = match.index + match[0].indexOf('production')
    if (EXCLUDES.test(text.slice(Math.max(0, match.index - 120), match.index)))
      return { mode: /\bmeans?\b|"/.test(text.slice(0, match.index)) ? 'definition' : 'ban', at: match.index }
    if (BUT_NOT.test(text.slice(0, match.index)) && has(text, GIVES)) return { mode: 'ban', at: match.index }
    if (NEEDS.test(text.slice(match.index, match.index + 120))) return { mode: 'duty', at: match.index }
    return isForbiddenAct(passage, Math.max(0, at)) || isForbiddenAct(passage, match.index)
      ? { mode: 'ban', at: match.index }
      : null
  },
  examples: {
    found: [
      { text: '许可方授予您复制、修改和进行非生产使用的权利。', mode: 'grant' },
      { text: 'The file is not approved for production or commercial distribution.', mode: 'ban' },
      { text: '**您不能做的事情：**\n- 在生产或商业环境中使用本软件\n- 出售本软件', mode: 'ban' },
      { text: 'You may not use the Software in production.', mode: 'ban' },
      { text: 'Heron grants you the right to copy, modify and make non-production use of the work.', mode: 'grant' },
      { text: 'Research Use does not include any production use of the Materials.' },
      { text: '不得将本软件用于生产环境。', mode: 'ban' },
    ],
    left: [
      'You do not share it outside the team developing it, other than for non-production user testing.',
      'The preview is not recommended for production use.',
      'The model is ready for production use.',
      'You may use the model in production.',
      'You must not use it for the production of weapons.',
    ],
  },
} satisfies ClauseKind
