import { LOOKS } from '../../style/looks.ts'
import type { Mark } from '../read/marks.ts'
import { citedSpans } from './cited.ts'
import { flowing } from './flow.ts'
import { ADDED, markLines, type Piece, type Span } from './pieces.ts'

/** A text that was read, and where words stand in it that a known text does not have. */
export interface ReadText {
  readonly path: string
  readonly content: string
  readonly added: readonly Span[]
}

/** The anchor of a line of one of several texts. */
export const lineId = (text: number, line: number) => `line-${text > 0 ? `${text + 1}-` : ''}${line}`

/**
 * The raw text, line by line; nothing of it is taken for markup. Each mark begins with a link to its note, `#note-3`,
 * and is the link's own target, `#mark-3`.
 */
export function MarkedText({ text, at, marks }: { text: ReadText; at: number; marks: readonly Mark[] }) {
  const { path, content, added } = text
  const lines = markLines(content, [...citedSpans(text, marks), ...added])
  return (
    <section class="marked" aria-label={`The text of ${path}`}>
      {flowing(content.split('\n')).map(all => (
        <div key={all[0]} {...(all.length > 1 ? { class: 'flows' } : {})}>
          {all.map(line => (
            <span key={line} id={lineId(at, line + 1)}>
              {lines[line]?.map((piece, i) => (
                <Letters key={i} piece={piece} marks={marks} />
              ))}
              {all.length > 1 ? ' ' : ''}
            </span>
          ))}
        </div>
      ))}
    </section>
  )
}

function Letters({ piece: { text, marks: numbers, begins }, marks }: { piece: Piece; marks: readonly Mark[] }) {
  if (numbers.length === 0) return <>{text}</>
  const own = numbers.flatMap(number => marks[number - 1]?.look ?? [])
  const classes = [
    ...LOOKS.filter(look => own.includes(look)).slice(0, 1),
    ...own.filter(look => look === 'unread' || look === 'possible').map(look => `is-${look}`),
    ...(numbers.includes(ADDED) ? ['added'] : []),
    ...(begins.includes(ADDED) ? ['first'] : []),
  ]
  return (
    <>
      {begins.map(number => {
        const mark = marks[number - 1]
        return mark ? (
          <a
            key={number}
            id={`mark-${number}`}
            class={`chip ${mark.look}`}
            href={`#note-${number}`}
            aria-label={`${number}: ${mark.does}, ${mark.name}`}
          >
            {number}
          </a>
        ) : (
          <span key={number} class="hidden">
            added:{' '}
          </span>
        )
      })}
      <mark class={classes.join(' ')} data-marks={numbers.join(' ')}>
        {text}
      </mark>
    </>
  )
}
