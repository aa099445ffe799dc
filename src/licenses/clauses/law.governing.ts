import type { ClauseKind } from '../clause.ts'
import { first, has, run } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const GOVERNED =
  /\bsubject to (?=[\w ]{3,24} laws?\b)|\b(?:governed|construed|interpreted|enforced) (?:exclusively |solely )?(?:by|under|in accordance with|and (?:construed|interpreted|enforced) (?:by|under|in accordance with|according to))\b|\bgoverning law\b|\b(?:shall|will) (?:apply|govern)\b|\bgoverns? (?:this|these)\b|\bappl(?:y|ies)\b|\bconstrued according to\b/
const APPLIES_ZH = /适用|依照|依据|根据/
const BINDS_ZH = /管辖|约束|解释/
const LAWS = /\b(?:laws?|legislation)\b|法律/
const STANDARD_ZH = /准据法|受[^。；，]{2,10}法律管辖/
const VENUE = /\b(?:place of jurisdiction|courts?|jurisdiction|venue|tribunals?)\b|法院/
const ARBITRATION = /\barbitrat(?:ion|or|ors|ed)\b|仲裁/
const DISPUTE =
  /\b(?:sole|fights?|disagreements?|disputes?|exclusive(?:ly)?|jurisdiction|litigation|proceedings?|controvers\w+)\b|争议|纠纷/
const TITLED = /^(?:governing law|law\b|applicable law|jurisdiction\b)/
const AGREEMENT =
  /^\W*[a-z]{4,20} law[.,]|(?<!'s )\b(?:law governs|law applies|laws? of [\w, ]{2,40} appl(?:y|ies)|jurisdiction|fights?|agreement|licen[cs]e|terms|disputes?|hereunder|hereto|thereof|policy)\b|协议|许可|争议|条款|\bpresents\b/
/** the place named after "laws of" or before "law"; ends at a comma, a clause or the words about conflicts of law */
const PLACE = /\blaws? of (?:the )?([^,.;()]{2,90})/i
const APPLIES = /\b([A-Z][A-Za-z']+(?: [A-Z][A-Za-z']+){0,2}) law (?:applies|governs|controls|shall (?:apply|govern))\b/
const BEFORE = /\b(?:by|under|with|to) (?:the )?([A-Z][A-Za-z']+(?: [A-Z][A-Za-z']+){0,3}) (?:[Ll]aws?)\b/
const PLACE_ZH =
  /(?:适用|受|依照|按照|根据)(?!任何)([\u4e00-\u9fff]{2,12}?)(?:的|[(（][^)）]{0,40}[)）])?法律|以([\u4e00-\u9fff]{2,8}?)法律为准据法/
/** words that follow the name of a place and are no part of it */
const ENDS =
  /\s(?:without|excluding|except|and (?:the )?(?:un|united nations|any|you|each|shall|will|be)|as (?:applied|such|they)|applicable|that|which|for|including|shall|will|where|in which|other than|regardless|notwithstanding|irrespective|governing|appl(?:y|ies)|to the exclusion|ha(?:ve|s)|are|is)\b/i
/** "Delaware law. Delaware courts." */
const SHORT =
  /^(?:§? ?\d{1,2}\.? ?)?(?:(?:Governing |Applicable )?[Ll]aw\W{1,3}|\W{0,3})?([A-Z][a-z]{3,20}(?: [A-Z][a-z]{3,20})?) law(?:[.,](?: |$)|$)/
/** "Estonian law decides it" */
const DECIDES = /\b([A-Z][a-z]{3,20}) law (?:decides|rules|is decisive)\b/
const SEAT = /\bplace of jurisdiction (?:is|shall be) (?:the )?([^.;(),]{2,40})/i
const COURTS = /\bcourts? (?:located |sitting )?(?:of|in|for) (?:the )?([^.;()]{2,90})/i
const COURTS_ZH = /(?:由|向|至|在|提交)([\u4e00-\u9fff]{2,16}?)(?:人民)?法院/

/** the matter of a table row */
const MATTER = /^(?:governing |applicable )?law$|^jurisdiction$|^venue$/
const ANSWER = /^[a-z][a-z .,()-]{2,60}$/

/** Which law applies, and where disputes are decided. */
export const lawGoverning = {
  id: 'law.governing',
  name: 'Governing law and venue',
  looksFor: 'The law that governs the text, the courts that decide, or arbitration.',
  falseFriends: 'A duty to obey applicable law, and a limit "to the extent the law permits".',
  against: [],
  reaches: [],
  weighs: 'harmless',
  keywords: [
    'govern',
    'construed',
    'jurisdiction',
    'court',
    'venue',
    'arbitrat',
    'law',
    'laws',
    '法律',
    '法院',
    '仲裁',
    '管辖',
  ],
  also: 'law courts applies subject govern construed interpreted enforced apply disput exclusive jurisdiction litigation proceeding controvers 适用 依照 依据 根据 受 争议 纠纷 decides 准据法'.split(
    ' ',
  ),
  ways: [
    [MATTER, ANSWER],
    [GOVERNED, LAWS],
    [APPLIES_ZH],
    [BINDS_ZH],
    [DISPUTE, VENUE],
    [DISPUTE, ARBITRATION],
    [TITLED],
    [SHORT],
    [DECIDES],
    [STANDARD_ZH],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'definition', at: row }
    const text = passage.lower
    const governed = run(text, 120, GOVERNED, LAWS) ?? run(text, 60, LAWS, GOVERNED)
    const single =
      governed ??
      run(text, 0, /\bgoverning law\b/) ??
      run(text, 20, APPLIES_ZH, /法律/) ??
      run(text, 50, /均?适用/, /[)）]法律/) ??
      run(text, 40, /受/, /法律/, BINDS_ZH) ??
      run(text, 0, STANDARD_ZH)
    const courts = run(text, 120, DISPUTE, VENUE) ?? run(text, 120, VENUE, DISPUTE)
    const arbitration = run(text, 160, DISPUTE, ARBITRATION)
    const decides = text.includes(' law ') ? DECIDES.exec(passage.text) : null
    if (decides?.[1] !== undefined) return { mode: 'definition', at: decides.index, parameters: { law: decides[1] } }
    const short = SHORT.exec(passage.text)
    if (short?.[1] !== undefined) return { mode: 'definition', at: 0, parameters: { law: short[1] } }
    const place = single ?? courts ?? arbitration
    if (!place || !(has(text, AGREEMENT) || has(text, TITLED))) return null
    const law = single ? lawOf(passage.text) : undefined
    const venue = courts
      ? clean(COURTS.exec(passage.text)?.[1] ?? SEAT.exec(passage.text)?.[1] ?? COURTS_ZH.exec(passage.text)?.[1])
      : undefined
    /* "the law of the place where the company is registered" names no country */
    const unnamed = single !== null && passage.language === 'zh' && has(text, /法律管辖/)
    if (!law && !venue && !arbitration && !courts && !unnamed) return null
    return {
      mode: 'definition',
      at: place.start,
      parameters: {
        ...(law ? { law } : {}),
        ...(venue ? { venue } : {}),
        ...(arbitration ? { arbitration: true } : {}),
      },
    }
  },
  examples: {
    found: [
      { text: 'The law of the Canton of Zurich applies.', mode: 'definition' },
      { text: '本协议受本公司注册地的法律管辖。', mode: 'definition' },
      {
        text: '本协议的解释及争议的解决均适用中华人民共和国大陆地区（仅为本协议之目的，不包括香港）法律。',
        mode: 'definition',
      },
      {
        text: 'This Agreement is governed by the laws of the State of California, without regard to conflict of laws.',
        mode: 'definition',
        parameters: { law: 'State of California' },
      },
      {
        text: 'The courts of Paris have exclusive jurisdiction over any dispute arising out of this Agreement.',
        mode: 'definition',
        parameters: { venue: 'Paris' },
      },
      {
        text: 'Any dispute under this License shall be settled by arbitration in Geneva.',
        mode: 'definition',
        parameters: { arbitration: true },
      },
      {
        text: '本协议适用中华人民共和国法律，争议由北京市海淀区人民法院管辖。',
        mode: 'definition',
        parameters: { law: '中华人民共和国', venue: '北京市海淀区' },
      },
    ],
    left: [
      '在任何情况下且根据任何法律理论，许可方均不对您承担责任。',
      'You must comply with all applicable laws.',
      'To the extent permitted by law, the Model comes without warranty.',
      'The court of public opinion has no say here.',
    ],
  },
} satisfies ClauseKind

function lawOf(text: string): string | undefined {
  return (
    clean(/^governing law: (.{2,60})/i.exec(text)?.[1]) ??
    clean(first(text, PLACE)?.[1]) ??
    clean(first(text, APPLIES)?.[1]) ??
    clean(first(text, BEFORE)?.[1]) ??
    first(text, PLACE_ZH)?.[1]
  )
}

function clean(place: string | undefined): string | undefined {
  const words = place?.split(ENDS, 1)[0]?.trim()
  return words === undefined || words === '' || /^(?:any|your|that|such|its|their|a|conflict)\b/i.test(words)
    ? undefined
    : words
}
