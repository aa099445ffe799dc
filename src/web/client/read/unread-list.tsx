import type { LicenseView } from './view.ts'

/** What was not understood of each license, after the clauses, and what follows from it. */
export function UnreadList({ licenses }: { licenses: readonly LicenseView[] }) {
  return (
    <>
      {licenses
        .filter(({ unread }) => unread.length > 0)
        .map(({ title, unread, unreadMeans }) => (
          <section key={title}>
            <h3>Not understood{licenses.length > 1 && ` of ${title}`}</h3>
            <p>{unreadMeans}</p>
            <ol class="clauses">
              {unread.map(({ number, look, says, line, quote }) => (
                <li key={number} class={look} data-note={number}>
                  <a id={`note-${number}`} href={`#mark-${number}`}>
                    <span class={`chip ${look}`} aria-hidden="true">
                      {number}
                    </span>{' '}
                    <span class="mode">not understood</span>
                    {says !== null && (
                      <>
                        : <strong>{says}</strong>
                      </>
                    )}
                  </a>
                  <p class="faint">
                    “{quote}” Line {line}.
                  </p>
                </li>
              ))}
            </ol>
          </section>
        ))}
    </>
  )
}
