import { citeLines } from '../../documents/cite.ts'
import type { Document } from '../../documents/index.ts'
import { sentencesOf } from '../../documents/sentences.ts'
import { cite } from '../../evidence/index.ts'
import { reachingWeights } from './reach.ts'
import { restrictionIn } from './restrictions.ts'
import type { Setting } from './setting.ts'
import { type Statement, state } from './statement.ts'
import { readSubject } from './subject.ts'

/** a longer question asks several things at once */
const LONGEST = 300
const QUESTION = /[?？]["'”*_)\s]*$/
const NO =
  /^[^\p{L}\p{N}]*(?:(?:a|answer|答)\d?\s?[:：.)]\s*)?(?:no\b(?! (?:problem|issue|worries|need))|nope\b|unfortunately,? (?:no|not)\b|not (?:at all|allowed|permitted|currently|without)\b|不(?!用|需|必)|否|아니|いいえ|nein\b|non\b)/iu
/** what a question asks about, said as a rule: "Can I use it in trade? No." is "You may not use it in trade." */
const DENIED: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:can|may|could|do|am|are) (?:i|we|you|one|users?|companies|it|the model|this model)(?: (?:have the right|allowed|permitted|free|able) to| be)? (.+)$/i,
    'You may not $1.',
  ],
  [/^(?:is|are) (.+?) (?:allowed|permitted|possible|okay|ok|free|supported)\b.*$/i, '$1 is not allowed.'],
  [/^(.{0,100}?)(?:是否|能否|可否|能不能|可不可以|可以|能)(?:被|用于)?(.{1,100}?)[吗么嘛]?$/u, '$1不得用于$2。'],
]

/** What the answer "no" to a question takes, in a pair of two sentences, a heading and what follows, or two blocks. */
export function answerStatements(document: Document, setting: Setting): Statement[] {
  const found: Statement[] = []
  let asked: { readonly text: string; readonly line: number } | null = null
  for (const block of document.blocks) {
    if (block.kind === 'code' || block.kind === 'row') continue
    for (const { text, line, endLine } of sentencesOf(block)) {
      const rule = asked && block.kind !== 'heading' && NO.test(text) ? denied(asked.text) : null
      if (asked && rule) {
        const place = { heading: 'License', lead: '', named: false, ofWeights: true } as const
        const limit = restrictionIn(rule, place, setting.known)
        const subject = readSubject(rule, setting.speaker)
        const restricts = limit && reachingWeights(limit, { text: rule, underTerms: true }, subject, setting)
        const cited = cite(citeLines(document.path, document.lines, asked.line, endLine))
        if (restricts && restricts.makes !== 'unknown')
          found.push(
            state({ about: ['weights'], restricts, binds: true, via: 'prose', spelled: rule.slice(0, 120), cited }),
          )
      }
      asked = QUESTION.test(text) && text.length <= LONGEST ? { text, line } : null
    }
  }
  return found
}

/** A question as the rule that the answer "no" makes of it; null where it asks something else. */
function denied(question: string): string | null {
  const plain = question
    .replace(/[?？]["'”*_)\s]*$/, '')
    .replace(/^[^\p{L}\p{N}]*(?:(?:q|question|问)\d{0,2}\s?[:：.)]\s*)?(?:\d{1,2}[.)]\s*)?/iu, '')
  const way = DENIED.find(([asks]) => asks.test(plain))
  return way ? plain.replace(way[0], way[1]) : null
}
