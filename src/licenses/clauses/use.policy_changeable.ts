import type { ClauseKind } from '../clause.ts'
import { first, has } from '../nearby.ts'

const POLICY =
  /\b(?:polic(?:y|ies)|guidelines?|code of (?:conduct|ethics)|use restrictions?|restricted uses?|aup)\b|政策|规范|准则|守则/
const MAY_CHANGE =
  /\b(?:may|reserves? the right to|can|has the right to|is free to)\b[^.;]{0,60}\b(?:update|modify|change|amend|revise|supplement|add to)\b/
const AS_CHANGED =
  /\b(?:as|and as)(?: it| they)? (?:may be |is |are )?(?:updated|amended|modified|revised|changed)(?: or \w+)?(?: by \w+)?(?: from time to time| at any time)\b|\b(?:updated|amended|modified|revised|changed) from time to time\b/
const LATEST =
  /\b(?:most recent|latest|current|up-to-date) (?:copy|version|text) of (?:this|the|our) [\w ]{0,30}\b(?:polic(?:y|ies)|guidelines?)\b/
const ZH = /(?:有权|可以?|可能|随时|不时)[^。；]{0,20}(?:更新|修改|修订|变更|调整)/
/** the license itself may change: another kind; or an older version may be kept */
const OTHER = /\b(?:privacy policy|may continue|remain(?:s)? (?:under|bound)|previous version)\b/

/** A use policy that the licensor may change alone. */
export const usePolicyChangeable = {
  id: 'use.policy_changeable',
  name: 'Use policy may change',
  looksFor: 'A right of the licensor to change a use policy that binds the licensee.',
  falseFriends: 'New versions of a license that one may but need not take.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
  keywords: 'policy policies guidelines guideline conduct restrictions aup 政策 规范 准则 守则'.split(' '),
  ways: [
    [POLICY, MAY_CHANGE],
    [POLICY, AS_CHANGED],
    [POLICY, LATEST],
    [POLICY, ZH],
  ],
  find(passage) {
    const { lower: text } = passage
    const policy = first(text, POLICY)
    if (policy === null || has(text, OTHER)) return null
    const change = first(text, MAY_CHANGE) ?? first(text, AS_CHANGED) ?? first(text, LATEST) ?? first(text, ZH)
    if (change === null) return null
    if (/\byou (?:may|can)[^.;]{0,20}$/.test(text.slice(Math.max(0, change.index - 20), change.index + 8))) return null
    return { mode: 'grant', at: Math.min(change.index, policy.index) }
  },
  examples: {
    found: [
      { text: 'Heron reserves the right to update this Prohibited Use Policy from time to time.', mode: 'grant' },
      { text: 'You must obey the Acceptable Use Policy, as may be updated from time to time.', mode: 'grant' },
      { text: 'The most recent copy of this policy can be found at heron.example/policy.', mode: 'grant' },
      { text: '我们有权随时修改本使用政策。', mode: 'grant' },
    ],
    left: [
      'You may modify the Model and its documentation.',
      'The steward may publish revised versions of this license.',
      'You must follow the use policy in Attachment A.',
      '您可以修改本模型。',
    ],
  },
} satisfies ClauseKind
