import type { ClauseKind, FoundClause } from '../clause.ts'
import { BANS, isBanned } from '../mood.ts'
import { has, runs } from '../nearby.ts'
import { rowSays, SAYS_NO } from '../rows.ts'

const PERSONAL =
  /\bnon-?\s?transferable\b|\bnon-?\s?sub-?licen[sc]e?able\b|\bnon-?\s?assignable\b|\bnot (?:be )?(?:transferable|sub-?licen[sc]e?able|assignable)\b|\b(?:licen[cs]e|grant|permission|right) is (?:strictly |purely )?personal\b|\bno sub-?licen[cs]es?\b|\bpersonal to (?:you|the licensee|licensee)\b|\b(?:for you|yours) (?:only|alone)\b|\bmay (?:be )?neither (?:be )?(?:assigned|sub-?licensed|transferred)\b|\b(?:cannot|can't|can not) be (?:assigned|sub-?licensed|transferred|passed on)\b|\bis personal (?:and|to)\b|\bmay not be (?:assigned|sub-?licensed|transferred)\b|\bwithout (?:the )?right (?:to|of) sub-?licens(?:e|ing)\b|(?:不可|不得|不能)(?:以任何方式)?(?:将本许可|将其|将该权利)?(?:转让|再许可|转授权|分许可|再授权|转许可)|(?:不能|不得|不可)对[^。；，]{1,12}(?:进行)?(?:再许可|转授权|再授权|分许可)|不可转让|不可再许可|不可转授权|不可分许可|不可再授权|\b(?:can't|cannot|can not|may not) be (?:passed|handed) (?:on )?to\b|\bsub-?licensing is (?:excluded|forbidden|prohibited|not(?! (?:necessary|needed|required)))\b|\b(?:can't|cannot|may not|must not) (?:pass|hand) (?:on )?(?:your|the|these) rights\b|\byours and stays yours\b|\bcannot be handed on\b|不得转授权/g
const PERSONAL_ANY = new RegExp(PERSONAL.source)
const ACT =
  /\b(?:grant (?:sub-?licen[cs]es|(?:others|anyone|third parties) (?=a |any |licen|right))|sub-?licen[cs]|assign|transfer|delegat)\w*\b|再许可|转授权|分许可/
const RIGHTS =
  /\b(?:rights?|licen[cs]es?|agreement|permissions?|model|software|materials|works?|dataset|licensed|it|them|benefit|sub-?licen[cs]es?)\b|权利|许可|协议|模型|软件/
/** what is not transferable is the grant: a token, an account, a seat at an event are other things */
const RIGHTS_OR_NONE = /^(?!.*\b(?:tokens?|accounts?|credits?|seats?|tickets?|vouchers?|keys?)\b)/
/** "do not redistribute, sublicense or share the videos" */
const SUBLICENSE = /\bsub-?licen[cs]\w*\b/
const DATA = /\b(?:data|databases?|corpus|corpora|recordings?|videos?|images?|content)\b/
const GIVEN =
  /\b(?:licen[cs]\w*|rights?|agreement|permissions?|grants?|granted|yours|sub-?licen[cs]\w*)\b|许可|授权|协议|权利/
const UNLESS = /\b(?:in violation of|contrary to|except (?:as|in|to)|unless|only (?:if|as|under|in))\b|除非/

/** "you may not sublicense it for any military purpose": what is barred is the purpose */
const FOR_PURPOSE = /\bfor (?:any |the )?(?:\w+ )?(?:(?:or|and) \w+ )?(?:purposes?|uses?)\b|\bfor the purpose of\b/
/** "to export or otherwise transfer it to a person on a list" */
const EXPORT = /\bexport\w*\b/
/** what the reader grants, to the licensor */
const YOU_GRANT = /^\W*(?:accordingly, |in addition, )?(?:you|licensee|recipient|user)(?: hereby)? grants?\b/
/** "if you do not qualify, you may not …" */
const IF_NOT =
  /^(?:if|where|unless) (?:you|your|the licensee)\b[^.;]{0,80}\b(?:not|exceed|more than|no longer)\b[^.;]{0,40}, /
/** the matter of a table row */
const MATTER = /^(?:sub-?licens\w+|transfer(?:ability)?(?: of (?:the )?(?:licen[cs]e|rights))?|assignment)$/

/** The rights are personal: they cannot be handed on. */
export const shareNoSublicense = {
  id: 'share.no_sublicense',
  name: 'Not transferable or not sublicensable',
  looksFor: 'A grant called non-transferable, non-sublicensable or personal, or a ban on sublicensing it.',
  falseFriends: 'Texts that license every recipient directly say so too, and lose nothing by it.',
  against: ['share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
  keywords:
    'transferable transferred transfer alone neither yours nontransferable non-transferable sublicensable sublicenseable nonsublicensable non-sublicensable assignable personal sublicense sublicensing sublicenses sublicence assign 不得转让 不可转让 不可再许可 不可转授权 不可分许可 不可再授权 再许可 转授权 转让 handed pass passed stays assignment transferability 再授权 分许可'.split(
      ' ',
    ),
  ways: [[MATTER, SAYS_NO], [PERSONAL], [BANS, ACT, RIGHTS], [BANS, SUBLICENSE, DATA]],
  find(passage): FoundClause | null {
    const row = rowSays(passage, MATTER, SAYS_NO)
    if (row >= 0) return { mode: 'grant', at: row }
    const text = passage.lower
    const said = [...new Set([...text.matchAll(PERSONAL)].map(match => match[0].replace(/\s/g, '')))]
    if (said.length > 0 && !YOU_GRANT.test(text) && has(text, RIGHTS_OR_NONE) && GIVEN.test(`${passage.lead} ${text}`))
      return { mode: 'grant', at: text.search(PERSONAL_ANY), parameters: { says: said } }
    for (const banned of [...runs(text, 60, ACT, RIGHTS), ...runs(text, 60, SUBLICENSE, DATA)])
      if (
        isBanned(passage, banned.start) &&
        !UNLESS.test(text.slice(banned.start, banned.end + 80)) &&
        !(
          EXPORT.test(text.slice(Math.max(0, banned.start - 60), banned.end)) &&
          !SUBLICENSE.test(banned.parts[0]?.words ?? '')
        ) &&
        !FOR_PURPOSE.test(text.slice(banned.start, banned.end + 110)) &&
        !IF_NOT.test(text)
      )
        return { mode: 'ban', at: banned.start }
    return null
  },
  examples: {
    found: [
      {
        text: 'The user may not redistribute, sublicense, sell or share the heron video data with anyone.',
        mode: 'ban',
      },
      { text: '您不能对本软件进行再许可。' },
      { text: 'Heron Labs grants you a non-exclusive, non-transferable, non-sublicensable license.', mode: 'grant' },
      { text: 'The foregoing license is personal to you.', mode: 'grant' },
      { text: 'You may not sublicense the rights granted here.', mode: 'ban' },
      { text: '许可方授予您非排他性的、不可转让的许可。', mode: 'grant' },
    ],
    left: [
      'You shall not:\n- directly or indirectly distribute, export, or otherwise transfer the Model to any person or country prohibited by Export Laws;',
      'You grant to Heron a non-exclusive, non-transferable license under your rights in the feedback.',
      'Sublicensing is not necessary, since each recipient is licensed by us.',
      'You are not permitted to use, copy, sublicense or change this project for any military purposes.',
      'If you do not qualify as a small firm, you may not copy, sublicense or sell the Software without a license from us.',
      'You may sublicense the Work.',
      'The license is transferable.',
      'You may not sublicense the Model except as stated in Section 4.',
    ],
  },
} satisfies ClauseKind
