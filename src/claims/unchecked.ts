import type { Claim } from '../report/report.ts'
import type { Findings } from '../verdict/index.ts'
import type { SaidClaim } from './claim.ts'

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
