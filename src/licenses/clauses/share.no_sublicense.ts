import type { ClauseKind, FoundClause } from '../clause.ts'
import { BANS, isBanned } from '../mood.ts'
import { runs } from '../nearby.ts'

const PERSONAL =
  /\bnon-?\s?transferable\b|\bnon-?\s?sub-?licen[sc]e?able\b|\bnon-?\s?assignable\b|\bnot (?:be )?(?:transferable|sub-?licen[sc]e?able|assignable)\b|\bpersonal to you\b|\bis personal (?:and|to)\b|\bmay not be (?:assigned|sub-?licensed|transferred)\b|\bwithout (?:the )?right (?:to|of) sub-?licens(?:e|ing)\b|不可转让|不可再许可|不可转授权|不可分许可|不可再授权/g
const PERSONAL_ANY = new RegExp(PERSONAL.source)
const ACT = /\b(?:sub-?licens|assign)\w*\b|再许可|转授权|分许可/
const RIGHTS =
  /\b(?:rights?|license|licence|agreement|permissions?|model|software|materials|works?|dataset|licensed)\b|权利|许可|协议|模型|软件/
const UNLESS = /\b(?:except (?:as|in|to)|unless|only (?:if|as|under|in))\b|除非/

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
    'transferable nontransferable non-transferable sublicensable sublicenseable nonsublicensable non-sublicensable assignable personal sublicense sublicensing sublicenses sublicence assign 不可转让 不可再许可 不可转授权 不可分许可 不可再授权 再许可 转授权'.split(
      ' ',
    ),
  ways: [[PERSONAL], [BANS, ACT, RIGHTS]],
  find(passage): FoundClause | null {
    const text = passage.lower
    const said = [...new Set([...text.matchAll(PERSONAL)].map(match => match[0].replace(/\s/g, '')))]
    if (said.length > 0) return { mode: 'grant', at: text.search(PERSONAL_ANY), parameters: { says: said } }
    for (const banned of runs(text, 60, ACT, RIGHTS))
      if (isBanned(passage, banned.start) && !UNLESS.test(text.slice(banned.start, banned.end + 80)))
        return { mode: 'ban', at: banned.start }
    return null
  },
  examples: {
    found: [
      { text: 'Heron Labs grants you a non-exclusive, non-transferable, non-sublicensable license.', mode: 'grant' },
      { text: 'The foregoing license is personal to you.', mode: 'grant' },
      { text: 'You may not sublicense the rights granted here.', mode: 'ban' },
      { text: '许可方授予您非排他性的、不可转让的许可。', mode: 'grant' },
    ],
    left: [
      'You may sublicense the Work.',
      'The license is transferable.',
      'You may not sublicense the Model except as stated in Section 4.',
    ],
  },
} satisfies ClauseKind
