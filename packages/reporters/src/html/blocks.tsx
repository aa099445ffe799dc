import type { Citation } from '@unwash/core/report/report'
import { langOf, plain } from '@unwash/core/text/foreign'
import { capital } from '@unwash/core/text/phrase'
import { type ComponentChild, type ComponentChildren, type ComponentType, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Block, Line, Section, Span, Topic } from '../page.ts'

/** How a page leads to what is cited, and to what has a name. */
export interface Leads {
  readonly Place: ComponentType<{ readonly cited: Citation; readonly text?: string }>
  readonly Named: ComponentType<{ readonly topic: Topic; readonly text: string }>
  /** words as this page has them */
  readonly said: (words: string) => string
}

/** What leads where; without it nothing leads anywhere. */
export const Leads = createContext<Leads>({
  Place: ({ text = '' }) => <span class="place">{text}</span>,
  Named: ({ text }) => <>{text}</>,
  said: words => words,
})

/** A line of a report, with its places as links. */
export function Spans({ line }: { line: Line }) {
  return (
    <>
      {line.map((span, at) => (
        <Piece key={at} span={span} />
      ))}
    </>
  )
}

function Piece({ span }: { span: Span }) {
  const { Place, Named, said } = useContext(Leads)
  if (typeof span === 'string') {
    const words = plain(said(span))
    const lang = langOf(words)
    return lang ? <span lang={lang}>{words}</span> : words
  }
  const { text, cited, of, look } = span
  if (cited) return <Place cited={cited} text={plain(text)} />
  const words = of ? <Named topic={of} text={plain(text)} /> : plain(text)
  if (look === 'place' && /^https:\/\/\S+$/.test(text))
    return (
      <a class="place" href={text} rel="noreferrer">
        {words}
      </a>
    )
  if (look === 'plain') return <>{words}</>
  if (look === 'code') return <code>{words}</code>
  if (look === 'strong') return <strong>{words}</strong>
  return (
    <span class={look} lang={langOf(text)}>
      {words}
    </span>
  )
}

/** A block of a report: lines, a list or a table. */
export function Blocks({ blocks, of }: { blocks: readonly Block[]; of?: string | undefined }) {
  return (
    <>
      {blocks.map((block, at) => (
        <One key={at} block={block} of={of} />
      ))}
    </>
  )
}

function One({ block, of }: { block: Block; of: string | undefined }) {
  switch (block.kind) {
    case 'lines':
      return (
        <>
          {block.lines.map((line, at) => (
            <p key={at}>
              <Spans line={line} />
            </p>
          ))}
        </>
      )
    case 'list':
      return (
        <ul>
          {block.items.map(([first, ...under], at) => (
            <li key={at}>
              <Spans line={first} />
              {under.map((line, i) => (
                <div key={i}>
                  <Spans line={line} />
                </div>
              ))}
            </li>
          ))}
        </ul>
      )
    case 'fold':
      return (
        <details>
          <summary>{capital(plain(block.summary))}</summary>
          <Blocks blocks={block.blocks} />
        </details>
      )
    case 'table':
      return (
        <Table
          of={of}
          head={block.head.map(plain)}
          rows={block.rows.map(row => row.map((line, at) => <Spans key={at} line={line} />))}
        />
      )
  }
}

/**
 * A table. On a phone each row stands by itself, its cells one under the other with the heads of their columns; one of
 * numbers stays as it is, and is moved sideways where it must.
 */
export function Table(props: {
  head: readonly ComponentChild[]
  rows: readonly (readonly ComponentChild[])[]
  caption?: string
  /** what it stands under, where it has no caption */
  of?: string | undefined
  /** the caption repeats the heading above: it is for those who do not see it */
  quiet?: boolean
  /** the first cell of a row is its name */
  named?: boolean
  /** all cells but names are numbers */
  numbers?: boolean
}) {
  const { head, rows, caption, of = 'Table', quiet = false, named = false, numbers = false } = props
  return (
    <Scroll label={caption ?? of}>
      <table class={numbers ? 'numbers' : 'stacks'}>
        {caption ? <caption {...(quiet ? { class: 'hidden' } : {})}>{caption}</caption> : null}
        <thead>
          <tr>
            {head.map((name, at) =>
              name === '' ? (
                <td key={at} />
              ) : (
                <th key={at} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, i) =>
                named && i === 0 ? (
                  <th key={i} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={i} {...labelOf(head[i])}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The head of its column, for a cell that stands by itself. */
export const labelOf = (head: ComponentChild) => (typeof head === 'string' && head !== '' ? { 'data-label': head } : {})

/** What may be wider than the page, and is then moved sideways, by the keyboard too. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // axe: scrollable-region-focusable; no landmark, of which several of one name would be told
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    // biome-ignore lint/a11y/useSemanticElements: it is no group of fields
    <div class="scroll" role="group" tabIndex={0} aria-label={label}>
      {children}
    </div>
  )
}

/** A part of a page under its heading. */
export function PartOfPage({ section, id }: { section: Section | null; id?: string }) {
  if (section === null) return null
  return (
    <section {...(id === undefined ? {} : { id, class: id })}>
      <h2>{plain(section.heading)}</h2>
      <Blocks blocks={section.blocks} of={section.heading} />
    </section>
  )
}

/**
 * A part of a long page under its heading: folded on a phone. Where there is room the style sheet shows it, and a
 * script opens it; what leads to its id opens it anywhere.
 */
export function Folded(props: { id?: string; title: string; note?: string; children: ComponentChildren }) {
  const { id, title, note, children } = props
  return (
    <details class="part">
      <summary>
        <h2>{title}</h2>
        {note ? <span class="small faint"> {note}</span> : null}
      </summary>
      <section {...(id === undefined ? {} : { id })} aria-label={title}>
        {children}
      </section>
    </details>
  )
}
