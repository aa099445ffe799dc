import type { RefObject } from 'preact'
import { useMemo } from 'preact/hooks'
import { Note } from '../marked/marks.tsx'
import { type Look, Split } from '../marked/text.tsx'
import type { ClaimsView, ClaimView } from './read.ts'

/** The claims in the order they stand, each with its check and the words that would hold. */
function Claims({ claims }: { claims: readonly ClaimView[] }) {
  if (claims.length === 0) return <p>Nothing in the text calls a release, or a part of it, open.</p>
  return (
    <section>
      <h3>Claims</h3>
      <ol class="clauses">
        {claims.map(claim => (
          <Note key={claim.number} number={claim.number} look={claim.check} does={claim.check} name={`“${claim.says}”`}>
            {claim.because.map(says => (
              <p key={says}>{says}</p>
            ))}
            {claim.suggestion !== null && (
              <p>
                Would hold: <strong class="good">{claim.suggestion}</strong>
              </p>
            )}
            {claim.check === 'undetermined' && claim.wouldChange.length > 0 && (
              <p class="faint">What would change it: {claim.wouldChange.join('; ')}</p>
            )}
          </Note>
        ))}
      </ol>
    </section>
  )
}

/** the heaviest first */
const CHECKS = ['contradicted', 'undetermined', 'supported']

/** An announcement that was read: its sentences with their claims, and beside them whether these hold. */
export function Checked({ view, title }: { view: ClaimsView; title: RefObject<HTMLHeadingElement | null> }) {
  const looks = useMemo(
    () =>
      new Map(
        view.claims.map(({ number, check, says }): [number, Look] => [
          number,
          { look: check, label: `${check}, “${says}”` },
        ]),
      ),
    [view],
  )
  return (
    <>
      <header class="identity">
        <h2 ref={title} tabIndex={-1}>
          {view.title}
        </h2>
        {view.releases.map(({ name, term, atMost, audited }) => (
          <p key={name}>
            Speaks of <strong>{name}</strong>: {term}
            {atMost !== null && `, at most ${atMost}`}
            <span class="faint">{audited ? ', as it was audited' : ', from dated facts; not audited'}</span>
          </p>
        ))}
        {view.claims.length > 0 && view.releases.length === 0 && (
          <p>
            No release that is known here is named, so what it gives is not known: choose the release above, or have it
            read.
          </p>
        )}
        {view.findings.map(({ says, wouldChange }) => (
          <p key={says}>
            {says} <span class="faint">What would change it: {wouldChange}</span>
          </p>
        ))}
      </header>
      <Split texts={view.texts} looks={looks} order={CHECKS} label="The claims">
        <Claims claims={view.claims} />
      </Split>
    </>
  )
}
