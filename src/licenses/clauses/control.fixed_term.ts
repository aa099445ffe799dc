import type { ClauseKind } from '../clause.ts'
import { has, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const SUBJECT =
  /\buse to evaluate\b|\b(?:the|this) (?:trial|evaluation)\b|\byou (?:can|may) use\b|\b(?:licen[cs]e|agreement|rights(?: granted)?|right to use|term of this|the term|permission|grant|trial|evaluation)\w*\b|许可|协议|授权|\b(?:window|preview|your (?:license|access|rights?)|rights (?:under|are|given)|this (?:permission|release)|try it)\b|试用/
const ENDS =
  /\b(?:lasts|runs?|continues?|subsists?|endures?|holds? good|determines?|good|expires?|ends?|lapses?|terminates?(?: automatically)?|(?:is|are|be|remains?) (?:valid|effective|in effect|in force)(?: only)?|shall (?:expire|end|lapse)|automatically (?:expires?|terminates?))(?: (?:on|at|after|until|for|within|upon))?\b|\bfor (?:a |an )?(?:initial |fixed |limited )?(?:term|period) of\b|\b(?:given|granted|licensed|allowed|permitted|use) (?:[\w ]{0,30} )?for\b(?= (?:\w+ ?\(|\d|one|two|three|six|nine|twelve|thirty|sixty|ninety|a year))|\buntil\b|\bfor\b(?= \d{1,3} (?:days|months|years),? (?:then|after|and then))|\bfor (?:up to|less than|fewer than|no more than|not more than|at most)\b|有效期|到期|期限|\b(?:window|period|trial|preview) (?:is|of)\b(?= (?:\d{1,3}|fourteen|thirty|forty-five|sixty|ninety) (?:calendar )?days)|\b(?:last|lapse|lapses|ceases?|ends?) (?:for|after|on|at)?|\b(?:remains?|stays?) in (?:force|effect)\b|\bfor (?=(?:one|two|three|a|\d) (?:year|month)s? only)/
const TIME =
  /\b(?:(?:\d{1,3}|one|two|three|six|nine|twelve|eighteen|twenty-four|fourteen|thirty|sixty|ninety|a|four|five)(?: ?\(\d{1,3}\))?[ -](?:consecutive |calendar |business |working ){0,2}(?:days?|months?|years?))\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? \d{4}\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}\b|\b\d{4}-\d{2}-\d{2}\b|(?:\d{1,3}|[一二三四五六七八九十两半]{1,3}) ?(?:个月|年|日|天)|\d{4}年\d{1,2}月|\b(?:first|second|third|\d{1,2}(?:st|nd|rd|th)) (?:day )?of (?:january|february|march|april|may|june|july|august|september|october|november|december)(?:,? \d{4})?\b|\b(?:twenty-four|thirty-six|forty-five|ten|seven|fifteen) (?:days?|months?|years?)\b/
/** "after that date no further use is permitted" */
const DATE =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? \d{4}\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:first|second|third|\d{1,2}(?:st|nd|rd|th)) (?:day )?of (?:january|february|march|april|may|june|july|august|september|october|november|december),? \d{4}\b/
const AFTER = /\b(?:after|from|beyond|past|as of)\b|\bon\b/
const NO_MORE =
  /\b(?:no (?:further|more|longer)|may not|must stop|shall cease|no use|any use|further use)\b|\b(?:lapses?|ends?|ceases?|expires?|no rights?|stops?)\b/
/** "you have 30 days to try it, then delete it"; "12 months after start; use must then cease" */
const STOPS =
  /\b(?:then|after (?:that|this|which)|thereafter|when it is over|afterwards|and no longer)\b[^.]{0,60}\b(?:delete|erase|stop|destroy|cease|over|return|remove)\b|\buse must (?:then )?(?:cease|stop|end)\b|\band no longer\b|(?:期满|届满|到期)后[^。]{0,12}(?:停止|删除|销毁)/
const SPAN =
  /\b(?:\d{1,3}|fourteen|thirty|forty-five|sixty|ninety|twelve|six|three) (?:calendar )?(?:days?|months?)\b|[\d一二三四五六七八九十]{1,3} ?(?:天|日|个月)/
const TERM_OF = /\b(?:the )?(?:term|duration) of (?:this|the) (?:licen[cs]e|agreement)\b/
/** times that belong to something else: notices, cures, warranties, offers, or a turn to an open license */
const ELSE =
  /\b(?:notice|cure|warrant\w*|breach\w*|written offer|offer|change date|source code|copyright term|support|maintenance|contact|refund|receipt of|written request|becom\w+|converts?|litigation|surviv\w*|fail\w*|violat\w*|reinstat\w*|copyright|statute|claim|first time|last (?:updated|modified|revised|changed)|(?:after|following) (?:such |the |any )?(?:expiration|expiry|termination)|audit|records?|(?:first|exclusive) option|(?:revised|updated|dated|modified) (?:on|as of|in))\b|通知|违反|质保|保修|(?:书面|此种|此类|该)要约|备件|客户支持|版权(?:的)?(?:有效期|保护期)/

/** "delete all copies within 24 months of receipt", "secure deletion at the end or after three (3) years" */
const DELETED = /\b(?:delet(?:e|ion)|destroy|destruction|erase)\b[^.;]{0,60}?\b(?:within|after|or|no later than)\b/
/** "deleted for good within 24 hours of the download" */
const DELETED_ZH = /(?:下载|获取|收到|安装)[^。；，]{0,10}\d{1,3} ?(?:个?小时|天|日|个月)内[^。；]{0,24}(?:删除|销毁)/
const ON_THE_END = /\bterminat|\bbreach|\bnotice|\brequest\b|\bevent of\b/

const VALID_ZH = /内?有效|届满|期满/
const TERM_ZH = /有效期|期限|使用期/

/** the matter of a table row */
const MATTER = /^(?:term|duration|validity|valid(?: for)?|licen[cs]e (?:term|period))$/
const ANSWER =
  /^(?:\w+ )?(?:\(?\d+\)?|one|two|three|six|twelve|ninety) ?(?:calendar )?(?:days?|weeks?|months?|years?)\b/

/** The license ends on a date or after a time. */
export const controlFixedTerm = {
  id: 'control.fixed_term',
  name: 'Fixed term',
  looksFor: 'A license that ends on a date, or is given for some months or years.',
  falseFriends:
    'Notice and cure periods, warranties, the three-year source offer, and a date on which the text becomes more open.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
  keywords: [
    'delet',
    'destr',
    'ceases',
    'falls',
    'window',
    'trial',
    'try',
    'months',
    'year',
    'years',
    '试用',
    '期满',
    'expire',
    'ends',
    'ended',
    'days',
    'permission',
    'end',
    'lapse',
    'terminat',
    'valid',
    'lasts',
    'last',
    'subsist',
    'until',
    'after',
    'longer',
    'effect',
    'force',
    'term',
    'period',
    '有效',
    '有效期',
    '删除',
    '销毁',
    '到期',
    '期限',
  ],
  ways: [
    [MATTER, ANSWER],
    [SUBJECT, ENDS, TIME],
    [AFTER, DATE, NO_MORE],
    [SUBJECT, TIME, VALID_ZH],
    [TERM_ZH, TIME],
    [TERM_OF, TIME],
    [SPAN, STOPS],
    [DELETED, TIME],
    [DELETED_ZH],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'grant', at: row }
    const text = passage.lower
    const deleted = has(text, ON_THE_END) ? null : run(text, 24, DELETED, TIME)
    if (deleted && /month|year/.test(deleted.parts[1]?.words ?? ''))
      return { mode: 'definition', at: deleted.start, parameters: { term: deleted.parts[1]?.words ?? '' } }
    const soon = passage.language === 'zh' ? run(text, 0, DELETED_ZH) : null
    if (soon) return { mode: 'definition', at: soon.start }
    if (has(text, ELSE)) return null
    for (const ended of runs(text, 90, SUBJECT, ENDS, TIME)) {
      const time = ended.parts[2]
      if (!time || time.at - (ended.parts[1]?.at ?? 0) > 90) continue
      return {
        mode: 'definition',
        at: ended.start,
        parameters: { term: passage.text.slice(time.at, time.at + time.words.length) },
      }
    }
    const stops = !has(text, DATE) ? null : (run(text, 50, AFTER, DATE, NO_MORE) ?? run(text, 50, NO_MORE, AFTER, DATE))
    if (stops) {
      const time = stops.parts.find(part => DATE.test(part.words))
      return {
        mode: 'definition',
        at: stops.start,
        parameters: { term: passage.text.slice(time?.at ?? 0, (time?.at ?? 0) + (time?.words.length ?? 0)) },
      }
    }
    const chinese =
      passage.language === 'zh' ? (run(text, 30, SUBJECT, TIME, VALID_ZH) ?? run(text, 14, TERM_ZH, TIME)) : null
    if (chinese) {
      const time = chinese.parts.find(part => TIME.test(part.words))
      return { mode: 'definition', at: chinese.start, parameters: { term: time?.words ?? '' } }
    }
    const stopped = run(text, 160, SPAN, STOPS)
    if (stopped) return { mode: 'definition', at: stopped.start, parameters: { term: stopped.parts[0]?.words ?? '' } }
    const term = run(text, 30, TERM_OF, TIME)
    return term
      ? { mode: 'definition', at: term.start, parameters: { term: passage.text.slice(term.parts[1]?.at, term.end) } }
      : null
  },
  examples: {
    found: [
      { text: '请在下载本模型后24小时内删除模型文件。', mode: 'definition' },
      { text: 'Delete all copies within 24 months of receipt, or when the study ends.', mode: 'definition' },
      { text: 'Secure deletion upon project end or three (3) years, whichever is sooner.', mode: 'definition' },
      {
        text: 'This License expires on 31 December 2027.',
        mode: 'definition',
        parameters: { term: '31 December 2027' },
      },
      {
        text: 'The license is granted for a term of twelve (12) months.',
        mode: 'definition',
        parameters: { term: 'twelve (12) months' },
      },
      { text: '本许可的有效期为12个月。', mode: 'definition' },
    ],
    left: [
      'Heron Research License Last Updated: April 10, 2025',
      'We may check your systems for up to one (1) year after such expiration or termination.',
      'You will keep accurate records of your use for three years following termination of this Agreement.',
      'Delete all copies within 30 days.',
      'Upon termination, delete all copies within 2 months.',
      'We may end this Agreement with thirty days notice.',
      'This license covers a written offer valid for three years.',
      'On the Change Date, four years after release, the license becomes open.',
      'The license terminates if you do not cure a breach within 30 days.',
    ],
  },
} satisfies ClauseKind
