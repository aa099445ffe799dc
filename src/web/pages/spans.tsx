import type { ComponentChild, ComponentChildren } from 'preact'
import type { Citation } from '../../report/report.ts'
import type { Block, Line, Section, Span } from '../../reporters/page.ts'
import { count } from '../../reporters/words/counts.ts'
import { placeOf } from '../../reporters/words/places.ts'
import { langOf, plain } from '../../text/foreign.ts'
import { capital } from '../../text/phrase.ts'
import { citedAddress } from '../addresses.ts'
import { inARow, Named } from './names.tsx'
import { useSetting, useSources } from './setting.ts'

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

/** ids of requirements in a row */
const IDS = /(?<![\w-])[A-Z][A-Z0-9]{1,8}-[A-Z]\w{0,5}(?: \(\w+\))?(?:, [A-Z][A-Z0-9]{1,8}-[A-Z]\w{0,5}(?: \(\w+\))?)*/g

function Piece({ span }: { span: Span }) {
  const { names } = useSetting()
  if (typeof span === 'string') {
    // a person is told how many, and what each asks is said where it is answered
    const counted = (ids: string) =>
      ids.split(', ').every(id => names.requirement(id.replace(/ .*/, '')))
        ? count(ids.split(', ').length, 'requirement')
        : ids
    const words = plain(span.replace(IDS, counted))
    const lang = langOf(words)
    return lang ? <span lang={lang}>{words}</span> : words
  }
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
  return (
    <span class={span.look} lang={langOf(span.text)}>
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
        <Table
          of={of}
          head={block.head}
          rows={block.rows.map(row => row.map((line, at) => <Words key={at} line={line} />))}
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
      <Blocks blocks={section.blocks} of={section.heading} />
    </section>
  )
}

/**
 * A part of a long page under its heading: folded on a phone. Where there is room the style sheet shows it, and a
 * script opens it; what leads to its id opens it anywhere.
 */
export function Folded(props: { id: string; title: string; note?: string; children: ComponentChildren }) {
  const { id, title, note, children } = props
  return (
    <details class="part">
      <summary>
        <h2>{title}</h2>
        {note ? <span class="small faint"> {note}</span> : null}
      </summary>
      <section id={id} aria-label={title}>
        {children}
      </section>
    </details>
  )
}

/** Where a statement can be checked: a link to the line of the text that was kept. */
export function Place({ cited }: { cited: Citation }) {
  const { link } = useSetting()
  const { release, has } = useSources()
  const words = plain(placeOf(cited))
  if ('looked' in cited) return <span class="faint small">{words}</span>
  if ('fact' in cited) return <Known cited={cited} />
  const address = has(cited.path, cited.place) ? citedAddress(release, cited) : null
  if (address === null) return <span class="place">{words}</span>
  return (
    <a class="place" href={link(address)}>
      {words}
    </a>
  )
}

/** A fact that is known: of a license the section of its text, where that can be opened. */
function Known({ cited }: { cited: Extract<Citation, { fact: string }> }) {
  const { knowledge, names } = useSetting()
  const { text } = cited
  const license = [...knowledge.licenses.values()].find(({ name }) => name === text?.name)
  const words = plain(text && license ? placeOf(cited).replace(text.name, names.license(license.id)) : placeOf(cited))
  if (!text?.address) return <span class="place">{words}</span>
  return (
    <a class="place" href={text.address} rel="noreferrer" title={plain(`${text.name}, seen ${cited.seenOn}`)}>
      {words}
    </a>
  )
}

/** Places on one line, each once; after `most` the rest is counted. */
export function Places({ cited, most = 3 }: { cited: readonly Citation[]; most?: number }) {
  const all = [...new Map(cited.map(citation => [placeOf(citation), citation])).values()]
  const more = all.length - most
  return (
    <span class="places">
      {inARow(all.slice(0, most).map(citation => <Place key={placeOf(citation)} cited={citation} />))}
      {more > 0 ? <span class="faint small"> and {more} more</span> : null}
    </span>
  )
}
