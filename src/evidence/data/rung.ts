import type { KnownDataset } from '../../knowledge/schemas/datasets.ts'
import { isSourced } from '../../knowledge/sourced.ts'
import type { Release } from '../../sources/release.ts'
import type { DataRung } from '../../vocabulary.ts'
import { sameOwner } from '../links.ts'

/** Whether an account on a hub is the publisher's. */
export const isOwner = (owner: string, { publisher }: Release) => publisher !== null && sameOwner(owner, publisher)

/** Given by its publisher, to be had somewhere, or a name alone. What is known to be gone cannot be had any more. */
export function rungOf(located: boolean, own: boolean, known: KnownDataset | null): DataRung {
  const told = known !== null && isSourced(known.source) ? known : null
  if (told?.obtainable === 'no') return 'listed'
  if (located && own) return 'released'
  // one that changes is not told by its name; the others are what they are
  return located || (told !== null && !told.living && told.where !== null) ? 'obtainable' : 'listed'
}
