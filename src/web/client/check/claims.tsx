import type { ClaimView } from './read.ts'

/** The claims in the order they stand, each with its check and the words that would hold. */
export function Claims({ claims }: { claims: readonly ClaimView[] }) {
  if (claims.length === 0) return <p>Nothing in the text calls a release, or a part of it, open.</p>
  return (
    <section>
      <h3>Claims</h3>
      <ol class="clauses">
        {claims.map(claim => (
          <li key={claim.number} class={claim.check} data-note={claim.number}>
            <a id={`note-${claim.number}`} href={`#mark-${claim.number}`}>
              <span class={`chip ${claim.check}`} aria-hidden="true">
                {claim.number}
              </span>{' '}
              <span class="mode">{claim.check}</span> <strong>“{claim.says}”</strong>
            </a>
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
          </li>
        ))}
      </ol>
    </section>
  )
}
