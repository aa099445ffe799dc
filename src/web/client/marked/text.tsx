import { memo } from 'preact/compat'
import { flowsOn, stretches } from './flow.ts'
import { ADDED, type MarkedLine, type Piece } from './pieces.ts'

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
      {stretches(flows).map(([from, to]) => (
        <div key={from} class="stretch">
          {lines.slice(from, to).map((line, at) => (
            <Line key={from + at} line={line} index={from + at} flows={flows} looks={looks} order={order} />
          ))}
        </div>
      ))}
    </section>
  )
})

function Line(
  props: { line: MarkedLine; index: number; flows: readonly boolean[] } & Pick<MarkedProps, 'looks' | 'order'>,
) {
  const { line, index, flows, looks, order } = props
  return (
    <div class={`line${flows[index] ? ' flows' : ''}${flows[index - 1] ? ' flown' : ''}`} id={`line-${index + 1}`}>
      {line.map((piece, at) => (
        <Letters
          key={piece.text + at}
          piece={piece}
          looks={looks}
          order={order}
          // the line end is a space where the line goes on
          after={flows[index] && at === line.length - 1 ? ' ' : ''}
        />
      ))}
    </div>
  )
}

function Letters(props: { piece: Piece; after: string } & Pick<MarkedProps, 'looks' | 'order'>) {
  const { piece, after, looks, order } = props
  const { text, marks, begins } = piece
  if (marks.length === 0) return <>{text + after}</>
  return (
    <>
      {begins.map(mark =>
        mark === ADDED ? (
          <span key={mark} class="unseen">
            added:{' '}
          </span>
        ) : (
          <a
            key={mark}
            id={`mark-${mark}`}
            class={`chip ${looks.get(mark)?.look ?? ''}`}
            href={`#note-${mark}`}
            aria-label={`${mark}: ${looks.get(mark)?.label ?? ''}`}
          >
            {mark}
          </a>
        ),
      )}
      <mark class={classOf(piece, looks, order)} data-marks={marks.join(' ')}>
        {text + after}
      </mark>
    </>
  )
}

/** The heaviest look, and whether the letters were added to a known text. */
function classOf({ marks, begins }: Piece, looks: MarkedProps['looks'], order: readonly string[]): string {
  const own = marks.map(mark => looks.get(mark)?.look ?? '')
  const look = order.find(one => own.includes(one))
  const added = marks.includes(ADDED) ? (begins.includes(ADDED) ? 'added first' : 'added') : undefined
  return [look, added].filter(one => one !== undefined).join(' ')
}
