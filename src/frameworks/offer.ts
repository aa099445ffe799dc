import type { Offer } from '../evidence/evidence.ts'
import { met, needsHuman, unknown, unmet } from './answers.ts'
import type { Judgement, Subject } from './framework.ts'

const WITHHELD: readonly Offer[] = ['on-request', 'api', 'promised', 'none']

/** Whether anyone is told where the weights are; a gate may still stand before them. */
export const isOffered = ({ case: { evidence } }: Subject): boolean => !WITHHELD.includes(evidence.weights.offer)

/** What stands in the place of an offer of weights; null where they are offered. */
export function notOffered({ case: { evidence } }: Subject): Judgement | null {
  const { offer, cited } = evidence.weights
  switch (offer) {
    case 'on-request':
      return needsHuman('The weights are given on request; who gets them needs review.', cited)
    case 'api':
      return unmet('The model is offered through an API only.', cited)
    case 'promised':
      return unmet('The weights are promised, and not there.', cited)
    case 'none':
      return evidence.release.complete
        ? unmet('No weights were found, and no link to them.', cited)
        : unknown('No weights were seen in a listing that is not complete.', cited)
    default:
      return null
  }
}

/** Where the weights are that are offered. */
export function offered({ case: { evidence } }: Subject): Judgement {
  const { offer, cited } = evidence.weights
  return met(offer === 'in-tree' ? 'The weights are in the release.' : 'The release says where the weights are.', cited)
}
