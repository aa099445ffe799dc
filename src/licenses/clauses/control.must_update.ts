import type { ClauseKind } from '../clause.ts'
import { holds, isOwed } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'

const MOVE =
  /\b(?:us|updat|upgrad|migrat|mov|switch|install|run|deploy|adopt)(?:e|es|ing|ed)?\b|\bmigrate\b|使用|更新|升级/
const LATEST =
  /\b(?:latest|newest|most recent|most current|then-current) (?:available )?(?:version|release|update)s?\b|最新(?:的)?版本/
const MODEL = /\b(?:model|models|software|materials|weights|versions?|releases?)\b|模型|软件|版本/
const LICENSE = /\bversion of (?:this|the) (?:license|licence|agreement|policy|terms)\b/

/** Users must move to newer versions. */
export const controlMustUpdate = {
  id: 'control.must_update',
  name: 'Must use the latest version',
  looksFor: 'A duty to use or move to the latest version of the model.',
  falseFriends: 'An option ("or any later version"), advice, and the latest version of a document.',
  against: ['use', 'modify'],
  reaches: ['copies'],
  weighs: 'blocks',
  keywords: 'latest newest recent current 最新'.split(' '),
  find(passage) {
    if (!holds(passage, 'duty')) return null
    const text = passage.lower
    if (!has(text, MODEL)) return null
    for (const moved of runs(text, 40, MOVE, LATEST)) {
      if (LICENSE.test(text.slice(moved.start, moved.end + 40))) continue
      if (isOwed(passage, moved.start)) return { mode: 'duty', at: moved.start }
    }
    const only = run(text, 6, /\bonly\b/, LATEST)
    return only && /\b(?:may|can) be (?:used|deployed)\b/.test(text) && !has(text, LICENSE)
      ? { mode: 'duty', at: only.start }
      : null
  },
  examples: {
    found: [
      { text: 'You shall undertake reasonable efforts to use the latest version of the Model.', mode: 'duty' },
      { text: 'Licensees must upgrade to the newest release of the Software within 30 days.', mode: 'duty' },
      { text: '您应当使用模型的最新版本。', mode: 'duty' },
    ],
    left: [
      'You may use this version or the latest version of the Model.',
      'We recommend that you use the latest version of the Model.',
      'You shall comply with the latest version of this Agreement.',
    ],
  },
} satisfies ClauseKind
