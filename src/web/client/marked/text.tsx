import { memo } from 'preact/compat'
import { flowsOn } from './flow.ts'
import { ADDED, type MarkedLine } from './pieces.ts'

/** How a mark looks, and what it is called. */
export interface Look {
  /** a class: the mode of a clause, or the check of a claim */
  readonly look: string
  readonly label: string
}

/** A text with its marks. Each mark begins with a link to its note, `#note-3`, and is the link's own target, `#mark-3`. */
export interface MarkedProps {
  readonly path: string
  readonly lines: readonly MarkedLine[]
  readonly looks: ReadonlyMap<number, Look>
  /** the looks, the heaviest first: letters with several marks show that one */
  readonly order: readonly string[]
}

/** The raw text, line by line; nothing of it is taken for markup. */
export const MarkedText = memo(function MarkedText({ path, lines, looks, order }: MarkedProps) {
  const words = lines.map(line => line.map(({ text }) => text).join(''))
  const flows = words.map((line, index) => flowsOn(line, words[index + 1]))
  return (
    <section class="marked" aria-label={`The text of ${path}`}>
      {lines.map((line, index) => (
        <div
          key={index}
          class={`line${flows[index] ? ' flows' : ''}${flows[index - 1] ? ' flown' : ''}`}
          id={`line-${index + 1}`}
        >
          {line.map(({ text, marks, begins }) =>
            marks.length === 0 ? (
              text
            ) : (
              <>
                {begins
                  .filter(mark => mark !== ADDED)
                  .map(mark => (
                    <a
                      key={mark}
                      id={`mark-${mark}`}
                      class={`chip ${looks.get(mark)?.look ?? ''}`}
                      href={`#note-${mark}`}
                      aria-label={`${mark}: ${looks.get(mark)?.label ?? ''}`}
                    >
                      {mark}
                    </a>
                  ))}
                <mark class={classOf(marks, looks, order)} data-marks={marks.join(' ')}>
                  {text}
                </mark>
              </>
            ),
          )}
        </div>
      ))}
    </section>
  )
})

/** The heaviest look, and whether the letters were added to a known text. */
function classOf(marks: readonly number[], looks: MarkedProps['looks'], order: readonly string[]): string {
  const own = marks.map(mark => looks.get(mark)?.look ?? '')
  const heaviest = order.find(look => own.includes(look)) ?? ''
  return marks.includes(ADDED) ? `${heaviest} added`.trim() : heaviest
}
