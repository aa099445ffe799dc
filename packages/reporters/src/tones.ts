import type { Answer, TermId, UseAnswer } from '@unwash/core/report/vocabulary'
import type { Look } from './page.ts'

/** How a term looks: what is free to use, what is restricted, and what is neither. */
export const toneOf = (term: TermId): Look =>
  term.startsWith('open-') ? 'good' : term === 'weights-available-ai' ? 'bad' : 'strong'

/**
 * How the answers to "can I" look, with a sign that is read without colors too, and what stands beside the sign on the
 * first screen where there is nothing else to say.
 */
export const ANSWERED = {
  yes: { sign: '✓', look: 'good', word: '' },
  presumably: { sign: '≈', look: 'ask', word: 'not proven' },
  if: { sign: '~', look: 'ask', word: 'on a condition' },
  no: { sign: '✗', look: 'bad', word: 'not allowed' },
  unknown: { sign: '?', look: 'faint', word: 'not known' },
} as const satisfies Record<UseAnswer, { sign: string; look: Look; word: string }>

/** How the answers to a requirement look. */
export const ANSWER_LOOKS = {
  met: 'good',
  unmet: 'bad',
  unknown: 'faint',
  'needs-human': 'ask',
  'not-applicable': 'faint',
} as const satisfies Record<Answer, Look>

/** The sign of an answer, in its look. */
export const signOf = (answer: UseAnswer) => ({ text: ANSWERED[answer].sign, look: ANSWERED[answer].look })
