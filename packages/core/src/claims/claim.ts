import type { ClaimKind, ClaimSubject, Passing } from '../knowledge/claim-language.ts'
import type { Cited, Claim } from '../report/report.ts'
import type { Speaker } from '../terms/statements/speaker.ts'
import type { Findings } from '../verdict/index.ts'
import type { Tongue } from './languages.ts'

/** Why a sentence that calls something open contradicts nothing, however restricted the release is. */
export type WhyDoubtful = Passing | 'title' | 'elsewhere' | 'whose' | 'part' | 'unasserted'

/** A sentence by which a publisher calls its release, or a part of it, open. */
export interface SaidClaim {
  readonly says: ClaimKind
  readonly about: readonly ClaimSubject[]
  readonly tongue: Tongue
  /** the words that claim it, as they are written, and where they stand in the sentence */
  readonly words: string
  readonly start: number
  readonly sentence: string
  /** of a named license: its id, or null where its name is not known */
  readonly license: string | null
  /** what keeps it from being proven to be of this release; null where nothing does */
  readonly doubt: WhyDoubtful | null
  readonly path: string
  readonly cited: Cited
}

/** Who speaks. */
export interface Voice {
  /** names of the release, its models and its publisher */
  readonly names: readonly string[]
  /** of the names, those of its publisher's other places, which may hold other things */
  readonly siblings?: readonly string[]
  /** addresses of its own places have these in them */
  readonly owners: readonly string[]
  /** speaks of what it uses too: a program whose models are others' work */
  readonly uses?: boolean
  /** speaks of the models of others too, each for itself: an announcement */
  readonly ofMany?: boolean
  /** how statements of licenses tell its own from others' work; of a release that was read */
  readonly speaker?: Speaker
  /** of the names, those of its models */
  readonly models?: readonly string[]
}

/** What a claim says, before it is checked. */
export const saidAs = (said: SaidClaim) => ({
  says: said.words,
  kind: said.says,
  about: [...said.about],
  language: said.tongue.language.id,
  cited: [...said.cited],
})

/** A claim of a release that is not known here. */
export function unchecked(said: SaidClaim, findings: Findings): Claim {
  const because = findings.add(
    'release-not-known',
    'Which release the sentence speaks of, or what is in it, is not known here',
    said.cited,
    'the release itself, to check it against',
  )
  return {
    ...saidAs(said),
    check: 'undetermined',
    because: [because],
    strength: said.says === 'open-model' ? 'vague' : 'scope',
    suggestion: null,
  }
}
