import { memo } from 'preact/compat'
import type { MarkedLine } from './pieces.ts'

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
  readonly added?: readonly { readonly line: number; readonly endLine: number }[]
}

/** The raw text, line by line; nothing of it is taken for markup. */
export const MarkedText = memo(function MarkedText({ path, lines, looks, order, added = [] }: MarkedProps) {
  const isAdded = (number: number) => added.some(({ line, endLine }) => line <= number && number <= endLine)
  return (
    <section class="marked" aria-label={`The text of ${path}`}>
      {lines.map((line, index) => (
        <div key={index} class={isAdded(index + 1) ? 'line added' : 'line'} id={`line-${index + 1}`}>
          {line.map(({ text, marks, begins }) =>
            marks.length === 0 ? (
              text
            ) : (
              <>
                {begins.map(mark => (
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
                <mark class={heaviest(marks, looks, order)} data-marks={marks.join(' ')}>
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

function heaviest(marks: readonly number[], looks: MarkedProps['looks'], order: readonly string[]): string {
  const own = marks.map(mark => looks.get(mark)?.look ?? '')
  return order.find(look => own.includes(look)) ?? ''
}
