import type { ClaimSubject } from '../knowledge/claim-language.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { mentionsIn } from '../licenses/names.ts'
import type { Hit } from './phrases.ts'
import type { Tongue } from './vocabulary.ts'

/** characters between the words that put something under a license, and the license */
const NEAR = 90

/** The license that a sentence names beside its words for being licensed; its id is null where it is not known here. */
export function namedLicense(
  sentence: string,
  hit: Hit,
  tongue: Tongue,
  knowledge: Knowledge,
): { readonly id: string | null; readonly covers: readonly ClaimSubject[] | null } | null {
  const near = mentionsIn(sentence, knowledge)
    .map(mention => ({
      mention,
      distance: mention.start >= hit.end - 1 ? mention.start - hit.end : hit.start - mention.end,
    }))
    .filter(({ distance }) => distance < NEAR)
    .sort((one, other) => one.distance - other.distance)[0]
  if (near) return { id: near.mention.id, covers: null }
  const rest = sentence.slice(hit.end, hit.end + NEAR)
  return tongue.licenseWords?.test(rest) ? { id: null, covers: null } : null
}
