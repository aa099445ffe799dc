import type { Question } from '@unwash/core/report/question'

const SENTENCE = 'The weights may be used for noncommercial research only.'

/** An invented question about a sentence. */
export const aQuestion = (given: Partial<Question> = {}): Question => ({
  id: 'q-heron-1',
  kind: 'takes',
  ask: 'Does this sentence take something from whoever uses the weights?',
  of: { path: 'README.md', line: 12, quote: SENTENCE },
  sentence: SENTENCE,
  heading: 'Terms',
  neighbours: { before: 'Heron was trained in the marsh.', after: 'Write to us.' },
  options: [
    { id: 'commercial', says: 'yes: commercial use' },
    { id: 'nothing', says: 'no' },
    { id: 'unclear', says: 'it cannot be told from these words' },
  ],
  definition: 'It takes commercial use where who earns money with it may not use it.',
  falseFriends: 'A sentence about the data says nothing of the weights.',
  ...given,
})
