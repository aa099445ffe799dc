import type { ClauseKind, FoundClause, Passage } from '../clause.ts'
import { has, near, run } from '../nearby.ts'
import { rowSays, SAYS_NO } from '../rows.ts'

const NONE =
  /\bnot (?:to |for )?(?:any )?patents?(?= ?[.,;]| ?$)|\bpatents?(?: rights?)? (?:are|is|remain) (?:\w+ )?(?:reserved|withheld|excluded)\b|\breserves? (?:all )?(?:its |their |his )?patents?\b|\b(?:no|without) (?:\w+ ){0,3}under (?:any |the |its )?(?:letters )?patents?\b|\bno (?:\w+ )?patent (?:licen[cs]es?|rights?|grants?)\b|\bno (?:rights?|licen[cs]es?|license or right)(?: is| are)?(?: hereby)?(?: granted)? (?:under|to|in|for) (?:any |the )?(?:\w+ )?patents?\b|\bpatent (?:and|or) trademark rights are not licensed\b|\bpatents?(?: rights?)? (?:is|are) not (?:licensed|granted|included)\b|\b(?:excluding|not including|other than|except) (?:any )?patents?\b|(?:未|不)(?:授予|包括|涉及|构成).{0,14}专利|专利.{0,10}(?:保留|不在)|不包括.{0,6}专利|\bno (?:other )?(?:rights?|licen[cs]es?)[^.;]{0,90}\b(?:granted|conferred|given)\b[^.;]{0,40}\bincluding\b[^.;]{0,30}\bpatents?\b|\bno patents? (?:is|are) licensed\b|\bpatents? (?:stay|remain)s? (?:with|outside)\b|\bno immunity under\b|\b(?:confined|limited) to copyrights?\b|不包含(?:任何)?专利|仅涉及(?:著作权|版权)|\bnothing here licenses any patent\b|\bno (?:rights?|licen[cs]es?),? (?:express|implied|whether)[\w ,]{0,40} (?:is|are) (?:hereby )?(?:granted|given|conferred)[^.;]{0,30}\bunder\b[^.;]{0,30}\bpatents?\b|\bonly copyright is licensed\b/
const NOT = /\b(?:don't|doesn't|do(?:es)? not|shall not|not|nothing)\b/
const GIVE = /\b(?:get|give|receive|obtain|confer|grant|licen[cs]|convey|waive|abandon|include|cover|extend)\w*\b/
const COPYRIGHT_ONLY =
  /\bunder (?:\w+(?:'s)? |its |our |their )?copyrights?(?: interests| rights)?(?: only)? (?:to|in)\b|\bcopyright interests to\b/
/** a grant that names copyright and nothing else, in a text where patents never occur */
const GRANTS = /\bgrants?\b/
const COPYRIGHT_GRANT = /\bcopyright licen[cs]e\b/
const GRANT_ZH = /授予/
const COPYRIGHT_GRANT_ZH = /(?:著作权|版权)许可/
const PATENT = /\bpatents?\b/
const NO_IMPLIED = /\bimplied\b/

/** "does not cover patent claims that you cause to be infringed by your changes" */
const OWN_CHANGES = /^ (?:claims?|rights?) (?:that|which) you\b/

const speaksOfPatents = (passages: readonly Passage[]): boolean =>
  passages.some(({ lower }) => lower.includes('patent') || lower.includes('专利'))

/** the matter of a table row */
const MATTER = /^patents?(?: (?:grant|licen[cs]e|rights?|use))?$/

/** The text says that patents are not licensed, or grants under copyright alone. */
export const patentWithheld = {
  id: 'patent.withheld',
  name: 'Patent rights withheld',
  looksFor: 'A statement that no patent license is given, or a grant under copyright interests only.',
  falseFriends: 'Texts silent on patents, and patent licenses that end on litigation.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
  keywords: ['patent', 'copyright', '专利', '著作权', '版权'],
  also: 't no not nothing reserved reserve withheld without grant excluding other except 授予 不 confined only stay remain 仅'.split(
    ' ',
  ),
  ways: [
    [MATTER, SAYS_NO],
    [NONE],
    [NOT, GIVE, PATENT],
    [COPYRIGHT_ONLY],
    [GRANTS, COPYRIGHT_GRANT],
    [GRANT_ZH, COPYRIGHT_GRANT_ZH],
  ],
  find(passage, context): FoundClause | null {
    const row = rowSays(passage, MATTER, SAYS_NO)
    if (row >= 0) return { mode: 'definition', at: row, parameters: { says: 'withheld' } }
    const text = passage.lower
    const none = run(text, 0, NONE)
    if (none) return { mode: 'definition', at: none.start, parameters: { says: 'withheld' } }
    const not = run(text, 60, NOT, GIVE, PATENT)
    if (
      not &&
      !OWN_CHANGES.test(text.slice(not.end)) &&
      !/\bnotices?\b/.test(text.slice(not.start, not.end + 10)) &&
      !NO_IMPLIED.test(text.slice(not.start, not.end))
    )
      return { mode: 'definition', at: not.start, parameters: { says: 'withheld' } }
    if (run(text, 0, COPYRIGHT_ONLY) && near(text, 400, /\bgrant/, COPYRIGHT_ONLY) && !has(text, PATENT))
      return { mode: 'definition', parameters: { says: 'copyright only' } }
    const granted = run(text, 200, GRANTS, COPYRIGHT_GRANT) ?? run(text, 60, GRANT_ZH, COPYRIGHT_GRANT_ZH)
    if (granted && !context.once(speaksOfPatents))
      return { mode: 'definition', at: granted.start, parameters: { says: 'copyright only' } }
    return null
  },
  examples: {
    found: [
      {
        text: 'No license, express or implied, is granted herein under any patent of the Licensor.',
        mode: 'definition',
      },
      { text: 'No patent license is granted, expressly or by implication.', mode: 'definition' },
      { text: 'This license does not grant you any right under patents of Heron Labs.', mode: 'definition' },
      {
        text: 'Subject to these terms, Heron Labs grants you a license under its copyright interests to reproduce the Model.',
        mode: 'definition',
        parameters: { says: 'copyright only' },
      },
      {
        text: 'No other rights, express or implied, are granted by Heron Labs, including any patent rights.',
        mode: 'definition',
      },
      { text: 'Heron Labs grants you a worldwide copyright license to use the Software.', mode: 'definition' },
    ],
    left: [
      'Each contributor grants you a patent license.',
      'The patent license does not cover any patent claims that you infringe by your own modifications.',
      'Heron Labs grants you a copyright license. Heron Labs grants you a patent license.',
      'Your patent licenses terminate if you sue.',
      'Permission is granted to use, copy and modify the Software.',
    ],
  },
} satisfies ClauseKind
