import type { ClauseView } from './view.ts'

/** The clauses in the order they stand; each leads to its words, and the words lead here. */
export function ClauseList({ clauses }: { clauses: readonly ClauseView[] }) {
  if (clauses.length === 0) return null
  return (
    <section>
      <h3>Clauses</h3>
      <ol class="clauses">
        {clauses.map(clause => (
          <li key={clause.number} class={clause.look} data-note={clause.number}>
            <a id={`note-${clause.number}`} href={`#mark-${clause.number}`}>
              <span class={`chip ${clause.look}`} aria-hidden="true">
                {clause.number}
              </span>{' '}
              <span class="mode">{clause.says}</span> <strong>{clause.name}</strong>
            </a>
            {clause.details && <p>{clause.details}</p>}
            <p class="faint">
              {clause.meaning}
              {clause.against.length > 0 && ` Against the freedom to ${clause.against.join(', ')}.`}
              {clause.line !== null && ` Line ${clause.line}.`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
