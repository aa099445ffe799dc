import type { Evaluation, Note } from '../report.ts'
import type { Release, Signoff } from '../sources/release.ts'
import { beside } from './apply.ts'
import { placeOf } from './place.ts'

/** A note for every sign-off that does not count, with why: nothing that was signed is passed over in silence. */
export function signoffNotes(
  release: Release,
  models: readonly { readonly name: string }[],
  evaluations: readonly (readonly Evaluation[])[],
): readonly Note[] {
  const rows = evaluations.flat(2).flatMap(({ requirements }) => requirements)
  return (release.signoffs ?? []).flatMap((signoff): Note[] => {
    const asked = rows.filter(({ id }) => id === signoff.requirement)
    const counts = asked.some(row => row.signoff && placeOf(row.signoff.cited) === placeOf(signoff.cited))
    const at = `The sign-off of ${signoff.requirement} at ${placeOf(signoff.cited)}`
    if (counts)
      return release.revision === null || signoff.revision !== undefined
        ? []
        : [{ says: `${at} does not say which revision was looked at: this is ${release.revision.slice(0, 12)}` }]
    const why = beside({ release, models }, signoff) ?? whyNot(signoff, asked)
    return [{ says: `${at} does not count: it ${why}` }]
  })
}

function whyNot({ requirement, answer }: Signoff, asked: readonly Evaluation['requirements'][number][]): string {
  const [row] = asked
  if (!row) return 'answers what no framework asks here'
  if (row.signoff) return row.answer === answer ? 'was followed by a newer one' : 'was not followed'
  if (row.answer === 'needs-human') return `and another of ${requirement} say different things`
  return `answers a question that needs review, and the answer is ${row.answer} by what was seen`
}
