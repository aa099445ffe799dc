import type { ClauseView } from './view.ts'

/** The kinds of marks, how many there are of each, and whether they are shown. */
export function Legend({
  clauses,
  hidden,
  onHide,
}: {
  clauses: readonly ClauseView[]
  hidden: ReadonlySet<string>
  onHide: (hidden: ReadonlySet<string>) => void
}) {
  const modes = new Map<string, { says: string; count: number }>()
  for (const { mode, says } of clauses) modes.set(mode, { says, count: (modes.get(mode)?.count ?? 0) + 1 })
  return (
    <fieldset class="legend">
      <legend>Marked in the text</legend>
      {ORDER.filter(mode => modes.has(mode)).map(mode => (
        <label key={mode}>
          <input
            type="checkbox"
            checked={!hidden.has(mode)}
            onChange={event => {
              const others = [...hidden].filter(one => one !== mode)
              onHide(new Set(event.currentTarget.checked ? others : [...others, mode]))
            }}
          />
          <mark class={mode}>{modes.get(mode)?.says}</mark> {modes.get(mode)?.count}
        </label>
      ))}
    </fieldset>
  )
}

const ORDER = ['ban', 'duty', 'plea', 'grant', 'definition']
