import type { ComponentChild, ComponentChildren } from 'preact'
import type { Block, Line, Section, Span } from '../../reports/page.ts'
import { capital } from '../../reports/words/counts.ts'
import { plain } from '../../reports/words/foreign.ts'
import { Place } from './citation.tsx'
import { Named } from './names.tsx'

/** A line of a report, with its places as links. */
export function Words({ line }: { line: Line }) {
  return (
    <>
      {line.map((span, at) => (
        <Piece key={at} span={span} />
      ))}
    </>
  )
}

function Piece({ span }: { span: Span }) {
  if (typeof span === 'string') return <>{plain(span)}</>
  if (span.cited) return <Place cited={span.cited} />
  const words = span.of ? <Named topic={span.of} text={plain(span.text)} /> : plain(span.text)
  if (span.look === 'place' && /^https:\/\/\S+$/.test(span.text))
    return (
      <a class="place" href={span.text} rel="noreferrer">
        {words}
      </a>
    )
  if (span.look === 'plain') return <>{words}</>
  if (span.look === 'code') return <code>{words}</code>
  if (span.look === 'strong') return <strong>{words}</strong>
  return <span class={span.look}>{words}</span>
}

/** A block of a report: lines, a list or a table. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, at) => (
        <One key={at} block={block} />
      ))}
    </>
  )
}

function One({ block }: { block: Block }) {
  switch (block.kind) {
    case 'lines':
      return (
        <>
          {block.lines.map((line, at) => (
            <p key={at}>
              <Words line={line} />
            </p>
          ))}
        </>
      )
    case 'list':
      return (
        <ul>
          {block.items.map(([first, ...under], at) => (
            <li key={at}>
              <Words line={first} />
              {under.map((line, i) => (
                <div key={i}>
                  <Words line={line} />
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
        <Table head={block.head} rows={block.rows.map(row => row.map((line, at) => <Words key={at} line={line} />))} />
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
  /** the caption repeats the heading above: it is for those who do not see it */
  quiet?: boolean
  /** the first cell of a row is its name */
  named?: boolean
  /** all cells but names are numbers */
  numbers?: boolean
}) {
  const { head, rows, caption, quiet = false, named = false, numbers = false } = props
  return (
    <Scroll label={caption ?? 'Table'}>
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
    // axe: scrollable-region-focusable
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section class="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}

/** A part of a page under its heading. */
export function Part({ section, id }: { section: Section | null; id?: string }) {
  if (section === null) return null
  return (
    <section {...(id === undefined ? {} : { id, class: id })}>
      <h2>{section.heading}</h2>
      <Blocks blocks={section.blocks} />
    </section>
  )
}
