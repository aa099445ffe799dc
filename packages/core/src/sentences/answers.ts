import { citeLines } from '../documents/cite.ts'
import type { Document } from '../documents/index.ts'
import { sentencesOfDocument } from '../documents/sentences.ts'
import { cite } from '../evidence/index.ts'
import type { Sentence } from './sentence.ts'

/** a longer question asks several things at once */
const LONGEST_QUESTION = 300
const QUESTION = /[?？]["'”*_)\s]*$/
const NO = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:(?:a|answer|答)\d?\s?[:：.)]\s*)?(?:no\b(?! (?:problem|issue|worries|need))|nope\b|` +
    String.raw`unfortunately,? (?:no|not)\b|not (?:at all|allowed|permitted|currently|without)\b|` +
    String.raw`不(?!用|需|必)|否|아니|いいえ|nein\b|non\b)`,
  'iu',
)
/** what a question asks about, said as a rule: "Can I use it in trade? No." is "You may not use it in trade." */
const DENIED: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      '^(?:can|may|could|do|am|are) (?:i|we|you|one|users?|companies|it|the model|this model)' +
        '(?: (?:have the right|allowed|permitted|free|able) to| be)? (.+)$',
      'i',
    ),
    'You may not $1.',
  ],
  [/^(?:is|are) (.+?) (?:allowed|permitted|possible|okay|ok|free|supported)\b.*$/i, '$1 is not allowed.'],
  [/^(.{0,100}?)(?:是否|能否|可否|能不能|可不可以|可以|能)(?:被|用于)?(.{1,100}?)[吗么嘛]?$/u, '$1不得用于$2。'],
]

/** Rules that the answer "no" makes of questions: in two sentences, a heading and what follows, or two blocks. */
export function answersIn(document: Document): Sentence[] {
  const found: Sentence[] = []
  let asked: { readonly text: string; readonly line: number } | null = null
  for (const block of document.blocks) {
    if (block.kind === 'code' || block.kind === 'row') continue
    for (const { text, line, endLine } of sentencesOfDocument(block)) {
      const rule = asked && block.kind !== 'heading' && NO.test(text) ? denied(asked.text) : null
      const first = asked?.line ?? line
      const cited = () => cite(citeLines(document.path, document.lines, first, endLine))
      if (rule) found.push({ text: rule, surface: 'answer', heading: 'License', lead: '', before: '', cited })
      asked = QUESTION.test(text) && text.length <= LONGEST_QUESTION ? { text, line } : null
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
