import type { RefObject } from 'preact'
import { useMemo } from 'preact/hooks'
import { Tool } from '../given/tool.tsx'
import { type Look, MarkedText } from '../marked/text.tsx'
import { mount } from '../mount.ts'
import type { ClaimsView, ClaimView } from './read.ts'

/** The claims in the order they stand, each with its check and the words that would hold. */
function Claims({ claims }: { claims: readonly ClaimView[] }) {
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

/** the heaviest first */
const CHECKS = ['contradicted', 'undetermined', 'supported']

/** The claim checker: an announcement goes in, and its claims light up. */
function Checker() {
  return (
    <Tool
      question="claims"
      label="An announcement, a model card or a README"
      again="Check another text"
      summary={({ title }) => `${title}.`}
      result={(view, title) => <Checked view={view} title={title} />}
    />
  )
}

function Checked({ view, title }: { view: ClaimsView; title: RefObject<HTMLHeadingElement | null> }) {
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
        {view.releases.map(({ name, term, atMost }) => (
          <p key={name}>
            Speaks of <strong>{name}</strong>: {term}
            {atMost !== null && `, at most ${atMost}`}
            <span class="faint">, from dated facts; not audited</span>
          </p>
        ))}
        {view.claims.length > 0 && view.releases.length === 0 && (
          <p>No release that is known here is named, so what it gives is not known: audit the release itself.</p>
        )}
        {view.findings.map(({ says, wouldChange }) => (
          <p key={says}>
            {says} <span class="faint">What would change it: {wouldChange}</span>
          </p>
        ))}
      </header>
      <div class="split">
        <div>
          {view.texts.map(({ path, lines }) => (
            <MarkedText key={path} path={path} lines={lines} looks={looks} order={CHECKS} />
          ))}
        </div>
        <aside class="notes" aria-label="The claims">
          <Claims claims={view.claims} />
        </aside>
      </div>
    </>
  )
}

mount('checker', <Checker />)
