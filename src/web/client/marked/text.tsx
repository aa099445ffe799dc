import type { ComponentChildren } from 'preact'
import { memo } from 'preact/compat'
import { BandBeside, namesIn } from './band.tsx'
import type { Band } from './bands.ts'
import { flowsOn, paragraphs, stretches } from './flow.ts'
import { ADDED, type MarkedLine, type Piece } from './pieces.ts'

/** How a mark looks, and what it is called. */
export interface Look {
  /** a class: the mode of a clause, or the check of a claim */
  readonly look: string
  readonly label: string
  /** a class of letters with this mark, whatever else they are marked as */
  readonly over?: string
}

/** A text with its marks. Each begins with a link to its note, `#note-3`, and is the link's own target, `#mark-3`. */
interface TextOfMarks {
  readonly path: string
  readonly lines: readonly MarkedLine[]
  /** what the words of each line are */
  readonly bands?: readonly (readonly Band[])[] | null
}

interface Looks {
  readonly looks: ReadonlyMap<number, Look>
  /** the looks, the heaviest first: letters with several marks show that one */
  readonly order: readonly string[]
}

/** Texts with their marks, and beside them what is said of them. */
export function Split(
  props: { texts: readonly TextOfMarks[]; label: string; hide?: string; children: ComponentChildren } & Looks,
) {
  const { texts, label, hide = '', looks, order, children } = props
  return (
    <div class={`split ${hide}`}>
      <div>
        {texts.map(text => (
          <MarkedText key={text.path} {...text} looks={looks} order={order} />
        ))}
      </div>
      <aside class="notes" aria-label={label}>
        {children}
      </aside>
    </div>
  )
}

/** The raw text, line by line; nothing of it is taken for markup. */
const MarkedText = memo(function MarkedText({ path, lines, bands, looks, order }: TextOfMarks & Looks) {
  const words = lines.map(line => line.map(({ text }) => text).join(''))
  const flows = words.map((line, index) => flowsOn(line, words[index + 1]))
  return (
    <section class={bands ? 'marked banded' : 'marked'} aria-label={`The text of ${path}`}>
      {stretches(flows).map(([from, to]) => (
        <div key={from} class="stretch">
          {paragraphs(flows, from, to).map(([first, end]) => (
            <div key={first} class="paragraph">
              {bands && <BandBeside lines={bands.slice(first, end)} before={namesIn(bands.slice(first - 1, first))} />}
              {lines.slice(first, end).map((line, at) => (
                <Line key={first + at} line={line} index={first + at} flows={flows} looks={looks} order={order} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </section>
  )
})

function Line({
  line,
  index,
  flows,
  ...looks
}: { line: MarkedLine; index: number; flows: readonly boolean[] } & Looks) {
  return (
    <div class={`line${flows[index] ? ' flows' : ''}${flows[index - 1] ? ' flown' : ''}`} id={`line-${index + 1}`}>
      {line.map((piece, at) => (
        <Letters
          key={piece.text + at}
          piece={piece}
          {...looks}
          // the line end is a space where the line goes on
          after={flows[index] && at === line.length - 1 ? ' ' : ''}
        />
      ))}
    </div>
  )
}

function Letters({ piece, after, looks, order }: { piece: Piece; after: string } & Looks) {
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

/** The heaviest look, what shows over it, and whether the letters were added to a known text. */
function classOf({ marks, begins }: Piece, looks: Looks['looks'], order: readonly string[]): string {
  const own = marks.map(mark => looks.get(mark)?.look ?? '')
  const look = order.find(one => own.includes(one))
  const over = new Set(marks.map(mark => looks.get(mark)?.over))
  const added = marks.includes(ADDED) ? (begins.includes(ADDED) ? 'added first' : 'added') : undefined
  return [look, ...over, added].filter(one => one !== undefined).join(' ')
}
