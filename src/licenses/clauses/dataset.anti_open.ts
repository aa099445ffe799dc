import type { ClauseKind, FoundClause } from '../clause.ts'
import { BAN_WORDS, holds, isBanned } from '../mood.ts'
import { has, runs } from '../nearby.ts'

const CAUSE =
  /\b(?:put|made? available|republish|publish|plac|put|attach|distribut|shar|expos|bring|caus|result|requir|subject|releas|relicens|combin|licens|mak)\w*\b|置于|以|开源|\b(?:merg|mix|turn|convert|oblig)\w*\b|转换/
const OPEN =
  /\bunder (?:an? |any )?(?:open|copyleft|creative commons|share-?alike|public|gpl|free|attribution)\b|\bas open (?:data|source|content)\b|\bcopyleft\b|\bshare-?alike\b|\bterms (?:obliging|requiring|that (?:oblige|require))[^.;]{0,40}(?:disclosure|redistribution|source)|\bfree redistribution\b|\bunrestricted reuse\b|\bcreative commons licen[cs]e\b|知识共享|\b(?:open[- ]source|open[- ]data|copyleft|excluded|viral|free software|creative commons|public) (?:licen[cs]es?|terms)\b|\bunder (?:an|any) open(?:[- ](?:source|data|content))? licen[cs]e\b|开源(?:或|和|及)?(?:开放)?(?:数据)?(?:许可|协议)|开放(?:数据)?(?:许可|协议)|\bterms that permit anyone\b|\bpublished openly\b|\b(?:result|data) to be (?:open|released freely)\b|\bopen data\b|\breleased freely\b/
const BECOME =
  /\b(?:becom\w+|be) (?:\w+ )?(?:subject to|licensed|governed|disclosed|distributed)\b|\bsubject to\b|\bunder (?:an?|any|creative)\b|\bas open\b|\battach\b|\bobliging\b|\bsuch as\b|许可|协议|发布|\bunder terms\b|\bshare-alike\b|\bwould (?:have to|require|oblige)\b|\binto open\b/

/** The data or software may not come under an open license. */
export const datasetAntiOpen = {
  id: 'dataset.anti_open',
  name: 'Data may not be opened',
  looksFor: 'A ban on uses that would put the data or the work under an open license.',
  falseFriends: 'A note that third-party parts come under open source licenses.',
  against: ['share'],
  reaches: ['copies', 'modified'],
  weighs: 'blocks',
  keywords: [
    'freely',
    'openly',

    'share-alike',
    'open',
    'copyleft',
    'excluded',
    'relicens',
    'viral',
    'creative',
    'unrestricted',
    'reuse',
    'redistribution',
    'disclosure',
    '开源',
    '开放',
    '知识共享',
  ],
  also: BAN_WORDS,
  find(passage): FoundClause | null {
    if (has(passage.lower, /\blogo\b|\btrademarks?\b|\bis instead\b|\bthird[- ]party (?:components?|software)\b/))
      return null
    if (!holds(passage, 'ban')) return null
    const text = passage.lower
    for (const caused of runs(text, 140, CAUSE, OPEN)) {
      const said = text.slice(caused.start, caused.end)
      if (
        (BECOME.test(said) || /relicens|releas|publish|turn|置于|转换|以/.test(said)) &&
        isBanned(passage, caused.start)
      )
        return { mode: 'ban', at: caused.start }
    }
    return null
  },
  examples: {
    found: [
      {
        text: 'You may not use the Datasets in a way that would cause them to become subject to an open source license.',
        mode: 'ban',
      },
      { text: 'You shall not relicense the Data under an open data license.', mode: 'ban' },
    ],
    left: [
      'Third-party components are subject to open source licenses.',
      'You may release your changes under an open source license.',
      'You may not remove the open source license of third-party parts.',
    ],
  },
} satisfies ClauseKind
