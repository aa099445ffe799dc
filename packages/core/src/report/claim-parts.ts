/** What must be so for words of openness to be true. */
export const CLAIM_PARTS = [
  'weights',
  'open-terms',
  'data',
  'public-data',
  'training-code',
  'released-data',
  'released-training-code',
  'released-code',
  'open-code',
  'open-training-code',
  'open-data',
  'approved-or-open',
  'approved',
  'permissive',
  'commerce',
  'any-commerce',
  'free-use',
  'any-sharing',
  'named',
  'unchanged',
  'every-model',
  'treatment',
] as const

/** How a part of a claim stands. */
export const PART_STATES = ['met', 'missing', 'unknown'] as const

export type ClaimPart = (typeof CLAIM_PARTS)[number]
