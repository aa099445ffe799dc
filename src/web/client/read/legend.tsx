import { count } from '../../../reports/counts.ts'
import { BAND_NAMES } from '../marked/band.tsx'
import { BANDS } from '../marked/bands.ts'
import { type ClauseLook, type LicensesView, LOOKS, UNREAD_LOOKS, type UnreadLook } from './view.ts'

/** What the looks of marks are called. */
const CALLED = {
  ban: 'forbids',
  duty: 'requires',
  limit: 'limits',
  plea: 'asks',
  grant: 'gives',
  definition: 'defines',
  possible: 'not understood, may be a clause',
  unread: 'not understood',
} as const satisfies Record<ClauseLook | UnreadLook, string>

/** The looks of marks, how many there are of each, and whether they are shown; and what the band beside a line says. */
export function Legend({
  looks,
  words,
  hidden,
  onHide,
}: {
  looks: readonly (ClauseLook | UnreadLook)[]
  words: LicensesView['words'] | null
  hidden: ReadonlySet<string>
  onHide: (hidden: ReadonlySet<string>) => void
}) {
  const number = (look: ClauseLook | UnreadLook) => looks.filter(one => one === look).length
  return (
    <>
      {looks.length > 0 && (
        <fieldset class="legend">
          <legend>Marked in the text</legend>
          {[...LOOKS, ...UNREAD_LOOKS]
            .filter(look => number(look) > 0)
            .map(look => (
              <label key={look}>
                <input
                  type="checkbox"
                  checked={!hidden.has(look)}
                  onChange={event => {
                    const others = [...hidden].filter(one => one !== look)
                    onHide(new Set(event.currentTarget.checked ? others : [...others, look]))
                  }}
                />
                <mark class={look}>{CALLED[look]}</mark> {number(look)}
              </label>
            ))}
        </fieldset>
      )}
      {words && (
        <dl class="legend" aria-label="The band beside the text: what each word is">
          <dt>Beside each line</dt>
          {BANDS.filter(look => words[look] > 0).map(look => (
            <dd key={look}>
              <i class={`band ${look}`} /> {BAND_NAMES[look]} <span class="faint">{count(words[look], 'word')}</span>
            </dd>
          ))}
        </dl>
      )}
    </>
  )
}
