import { type ClauseLook, type ClauseView, LOOKS } from './view.ts'

/** What the looks of marks are called. */
const CALLED = {
  ban: 'forbids',
  duty: 'requires',
  limit: 'limits',
  plea: 'asks',
  grant: 'gives',
  definition: 'defines',
} as const satisfies Record<ClauseLook, string>

/** The looks of marks, how many there are of each, and whether they are shown. */
export function Legend({
  clauses,
  hidden,
  onHide,
}: {
  clauses: readonly ClauseView[]
  hidden: ReadonlySet<string>
  onHide: (hidden: ReadonlySet<string>) => void
}) {
  const count = (look: ClauseLook) => clauses.filter(clause => clause.look === look).length
  return (
    <fieldset class="legend">
      <legend>Marked in the text</legend>
      {LOOKS.filter(look => count(look) > 0).map(look => (
        <label key={look}>
          <input
            type="checkbox"
            checked={!hidden.has(look)}
            onChange={event => {
              const others = [...hidden].filter(one => one !== look)
              onHide(new Set(event.currentTarget.checked ? others : [...others, look]))
            }}
          />
          <mark class={look}>{CALLED[look]}</mark> {count(look)}
        </label>
      ))}
    </fieldset>
  )
}
