import { placeName } from '../release/origin.ts'
import type { Release, Signoff } from '../release/release.ts'
import type { Evaluation, Note, TextCitation } from '../report/report.ts'

/** A note for every sign-off that does not count, with why: nothing that was signed is passed over in silence. */
export function signoffNotes(
  release: Release,
  models: readonly { readonly name: string }[],
  evaluations: readonly (readonly Evaluation[])[],
): readonly Note[] {
  const rows = evaluations.flat(2).flatMap(({ requirements }) => requirements)
  return (release.signoffs ?? []).flatMap((signoff): Note[] => {
    const asked = rows.filter(({ id }) => id === signoff.requirement)
    const counts = asked.some(row => row.signoff && signedAt(row.signoff.cited) === signedAt(signoff.cited))
    const at = `The sign-off of ${signoff.requirement} at ${signedAt(signoff.cited)}`
    if (counts)
      return release.revision === null || signoff.revision !== undefined
        ? []
        : [{ says: `${at} does not say which revision was looked at: this is ${release.revision.slice(0, 12)}` }]
    const why = beside({ release, models }, signoff) ?? whyNot(signoff, asked)
    return [{ says: `${at} does not count: it ${why}` }]
  })
}

/** The file and line of a sign-off, as it was given. */
export const signedAt = ({ place, path, line }: TextCitation): string => `${place ? `${place}/` : ''}${path}:${line}`

function whyNot({ requirement, answer }: Signoff, asked: readonly Evaluation['requirements'][number][]): string {
  const [row] = asked
  if (!row) return 'answers what no framework asks here'
  if (row.signoff) return row.answer === answer ? 'was followed by a newer one' : 'was not followed'
  if (row.answer === 'needs-human') return `and another of ${requirement} say different things`
  return `answers a question that needs review, and the answer is ${row.answer} by what was seen`
}

/** Who is asked: one of the models of a release. */
interface AskedModel {
  readonly release: Release
  readonly models: readonly { readonly name: string }[]
}

/** Why a sign-off is not about a model of this release, in words that follow "it"; null when it is. */
function beside({ release, models }: AskedModel, signoff: Signoff): string | null {
  const full = release.publisher === null ? release.name : `${release.publisher}/${release.name}`
  if (
    signoff.release !== undefined &&
    signoff.release !== release.name &&
    signoff.release !== full &&
    signoff.release !== placeName(release.place)
  )
    return `is of another release, ${signoff.release}`
  if (signoff.revision !== undefined && !sameRevision(signoff.revision, release.revision))
    return `is of revision ${signoff.revision}, and this is ${release.revision ?? 'no known revision'}`
  if (signoff.model !== undefined && !models.some(({ name }) => name === signoff.model))
    return `is of a model that is not here, ${signoff.model}`
  if (signoff.model === undefined && models.length > 1)
    return `does not say which of the ${models.length} models it is of`
  return null
}

/** A commit may be named by its first digits, as git prints it. */
function sameRevision(said: string, revision: string | null): boolean {
  if (revision === null) return false
  return said === revision || (said.length >= 7 && revision.startsWith(said))
}

/** The sign-off of a requirement for a model: the newest; null where there is none, or two say different things. */
export function signoffOf(asked: AskedModel, model: string, requirement: string): Signoff | null {
  const all = (asked.release.signoffs ?? []).filter(
    signoff =>
      signoff.requirement === requirement && (signoff.model ?? model) === model && beside(asked, signoff) === null,
  )
  const [newest] = [...all].sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
  return newest && all.every(({ answer }) => answer === newest.answer) ? newest : null
}
