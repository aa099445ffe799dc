import type { ClauseContext, ClauseKind, Passage } from '../clause.ts'
import { askHeading } from '../headings.ts'
import { first, has } from '../nearby.ts'

const POLICY =
  /\b(?:polic(?:y|ies)|guidelines?|code of (?:[\w-]+ ){0,3}?(?:conduct|ethics|practice)|(?<!source )code of use\b|use restrictions?|restricted uses?|prohibited uses?|(?:list|catalogue) of (?:prohibited|forbidden|restricted) uses|use (?:rules|terms)|usage (?:rules|terms)|(?:house|conduct) rules|restricted applications|charter|aup)\b|政策|规范(?!性)|准则|守则|指南|规则|\bthe policy page\b|\bprohibited uses list\b|\brules of (?:use|conduct)\b/
const isUnderPolicy = askHeading(POLICY)
const MAY_CHANGE =
  /\b(?:will|may|might|is free|are free|reserves? the right to|can|has the right to|have the right to|is free to|are free to|is entitled to|at liberty to)\b[^.;]{0,60}\b(?:update|modify|change|amend|revise|supplement|replace|extend|expand|adjust|rewrite|alter|vary|evolve|add(?: to)?|be (?:updated|modified|changed|amended|revised|supplemented|replaced|extended|adjusted|altered))\b|\b(?:is|are|remains?) subject to (?:\w+ )?(?:change|changes|revision|amendment|update|updates|modification)\b|\bno(?:tice)? [^.;]{0,30}\bchanges?\b|\bfree to (?:change|update|amend|modify|revise)\b|\b(?:updates?|changes?|revises?|amends?|modif(?:y|ies)) (?:\w+ ){0,6}(?:from time to time|now and then|regularly|occasionally|as needed|over time|whenever|periodically|at any time|at will|without notice)\b|\bas in force\b|\b(?:then-current|current at the time|as (?:then )?in force|in (?:its|their) (?:then[- ]current|latest|current|most recent) (?:version|form)|in force at the time)\b|\b(?:updates?|changes?|revises?) (?:\w+ ){0,4}(?:now and again|now and then|every so often|often)\b|\bcan change at any\b|\bas amended\b[^.;]{0,140}\bamendments\b|\bamendments shall (?:take effect|bind|apply)\b|\b(?:free|entitled) to (?:alter|adapt|extend)\b|\bin its latest (?:\w+ )?(?:form|version)\b|\bcheck the \w+ page\b/
const AS_CHANGED =
  /\b(?:as|and as)(?: it| they)? (?:may be |is |are )?(?:updated|amended|modified|revised|changed)(?: or \w+)?(?: by \w+)?(?: from time to time| at any time)\b|\b(?:updated|amended|modified|revised|changed) from time to time\b/
const LATEST =
  /\b(?:most recent|latest|current|up-to-date) (?:copy|version|text) of (?:this|the|our) [\w ]{0,30}\b(?:polic(?:y|ies)|guidelines?)\b/
/** "we may update them", under a heading that names the policy, or right after it was named */
const THEM = /\b(?:we|licensor|company|[a-z]{3,20}) (?:may|can) (?:update|change|amend|revise|modify) (?:it|them)\b/
const ZH = /(?:有权|(?<!许)可以?|可能|随时|不时|将)[^。；]{0,20}(?:更新|修改|修订|变更|调整)/
/** the license itself may change: another kind; or an older version may be kept */
const OTHER =
  /\b(?:will|shall) (?:never|not) (?:update|modify|change|amend|revise)\b|\b(?:privacy policy|arbitrat\w+|trademark|trade ?mark|logo|may continue|remain(?:s)? (?:under|bound)|previous version)\b/

/** "this is a living document; the version online is the one that counts", under a heading that names the policy */
const LIVING =
  /\bliving document\b|\b(?:current|binding|applicable) version is (?:always |the one )?(?:the (?:version|one|latest)|at|online|on)\b|\b(?:material |major |significant )?changes (?:to it )?will be (?:noted|announced|recorded|published|posted)\b/
/** "Check the policy page. It changes, and the version online today is the one to follow." */
const IT_CHANGES =
  /^(?:it|they|that page|the page|these rules) (?:changes?|may change|can change|is updated|are updated)\b/
const nextSays = (passage: Passage, context: ClauseContext): { readonly index: number } | null =>
  context.after(passage, 1).some(({ lower }) => has(lower, IT_CHANGES)) ? { index: 0 } : null

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
  keywords:
    'code charter rules restricted prohibited policy policies guidelines guideline conduct restrictions aup 政策 规范 准则 守则 指南 规则 living version changes'.split(
      ' ',
    ),
  ways: [[POLICY, MAY_CHANGE], [POLICY, AS_CHANGED], [POLICY, LATEST], [POLICY, ZH], [THEM], [LIVING], [POLICY]],
  find(passage, context) {
    const { lower: text } = passage
    const policy = first(text, POLICY) ?? (isUnderPolicy(passage) ? (first(text, THEM) ?? first(text, LIVING)) : null)
    if (policy === null || has(text, OTHER)) return null
    const change =
      first(text, MAY_CHANGE) ??
      first(text, AS_CHANGED) ??
      first(text, LATEST) ??
      first(text, ZH) ??
      first(text, LIVING) ??
      nextSays(passage, context)
    if (change === null) return null
    if (/\byou (?:may|can)[^.;]{0,20}$/.test(text.slice(Math.max(0, change.index - 20), change.index + 8))) return null
    return { mode: 'grant', at: Math.min(change.index, policy.index) }
  },
  examples: {
    found: [
      {
        text: '## Changes to this policy\n\nThis is a living document. The current version is always the one online.',
        mode: 'grant',
      },
      { text: 'The Rules of Use may be altered by the Licensor from time to time.', mode: 'grant' },
      { text: 'Heron reserves the right to update this Prohibited Use Policy from time to time.', mode: 'grant' },
      { text: 'You must obey the Acceptable Use Policy, as may be updated from time to time.', mode: 'grant' },
      { text: 'The most recent copy of this policy can be found at heron.example/policy.', mode: 'grant' },
      { text: '我们有权随时修改本使用政策。', mode: 'grant' },
    ],
    left: [
      'The paper is a living document.',
      '许可政策更新',
      'You may modify the Model and its documentation.',
      'The steward may publish revised versions of this license.',
      'You must follow the use policy in Attachment A.',
      '您可以修改本模型。',
    ],
  },
} satisfies ClauseKind
