import type { RefObject } from 'preact'
import { useMemo } from 'preact/hooks'
import { Tool } from '../given/tool.tsx'
import { type Look, MarkedText } from '../marked/text.tsx'
import { Claims } from './claims.tsx'
import type { ClaimsView } from './read.ts'

/** the heaviest first */
const CHECKS = ['contradicted', 'undetermined', 'supported']

/** The claim checker: an announcement goes in, and its claims light up. */
export function Checker() {
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
