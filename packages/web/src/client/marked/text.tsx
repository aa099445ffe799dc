import { LOOKS } from '../../style/looks.ts'
import type { Mark } from '../read/marks.ts'
import { ADDED, citedSpans, type MarkedSpan, markLines, type Piece } from './cited.ts'

/** A text that was read, and where words stand in it that a known text does not have. */
export interface ReadText {
  readonly path: string
  readonly content: string
  readonly added: readonly MarkedSpan[]
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

/** a line that is as long as this was broken because it was full */
const FULL = 55
/** a list item, a heading, a table row, or a line that is set apart by its indent */
const BEGINS = /^\s*(?:[-*•#|>]|\(?[a-z0-9]{1,4}[.)]\s|\p{Script=Han})|^\s{4,}\S/u

/** Whether a line of hard-wrapped text goes on in the next one, so that both can be set in the width there is. */
export function flowsOn(line: string, next: string | undefined): boolean {
  if (next === undefined || next.trim() === '' || line.trimEnd().length < FULL) return false
  return !BEGINS.test(next) && !/^\s*[|#]/.test(line)
}

/** The lines of a text, from 0, those together that go on. */
export function flowing(lines: readonly string[]): readonly (readonly [number, ...number[]])[] {
  const all: [number, ...number[]][] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before !== undefined && flowsOn(before, line)) all.at(-1)?.push(at)
    else all.push([at])
  }
  return all
}
