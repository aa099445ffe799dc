import type { Allowed } from '../report.ts'
import type { Answer, TermId, UseAnswer } from '../vocabulary.ts'
import type { Look } from './page.ts'

/** How a term looks: what is free to use, what is restricted, and what is neither. */
export const toneOf = (term: TermId): Look =>
  term.startsWith('open-') ? 'good' : term === 'weights-available-ai' ? 'bad' : 'strong'

/** How the answers to "can I" look, with a sign that is read without colors too. */
export const ANSWERED = {
  yes: { sign: '✓', look: 'good' },
  presumably: { sign: '≈', look: 'ask' },
  if: { sign: '~', look: 'ask' },
  no: { sign: '✗', look: 'bad' },
  unknown: { sign: '?', look: 'faint' },
} as const satisfies Record<UseAnswer, { sign: string; look: Look }>

/** An answer in words: "yes", "if it is not for a rival: …". */
export function answerWords({ answer, says }: Pick<Allowed, 'answer' | 'says'>): string {
  return says === '' ? answer : `${answer}: ${says}`
}

/** How the answers to a requirement look. */
export const ANSWER_LOOKS = {
  met: 'good',
  unmet: 'bad',
  unknown: 'faint',
  'needs-human': 'ask',
  'not-applicable': 'faint',
} as const satisfies Record<Answer, Look>
