import type { Allowed, Citation, Claim, Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import type { Names } from '@unwash/reporters/names'
import { type Line, lines, type Section } from '@unwash/reporters/page'
import { verdictOf } from '@unwash/reporters/sections/verdict'
import { groupedClaims, STANDS_LOOK, standing, standsOf } from '@unwash/reporters/words/checks'
import { calledName, count } from '@unwash/reporters/words/counts'
import { placeInWords } from '@unwash/reporters/words/places'
import type { ComponentChildren } from 'preact'
import { Decided } from '../../pages/decided.tsx'
import { Contents } from '../../pages/names.tsx'
import { Highlighted } from '../../pages/release/claims.tsx'
import { Sources, useSetting } from '../../pages/setting.ts'
import { Blocks, PartOfPage, Places, Spans } from '../../pages/spans.tsx'
import { LOOKS } from '../../style/looks.ts'
import { lineId, MarkedText, type ReadText } from '../marked/text.tsx'
import type { Mark } from './marks.ts'

/** What is cited stands in the texts that were given: at a mark where one is of the same words, else at its line. */
function Given(props: { texts: readonly ReadText[]; marks: readonly Mark[]; children: ComponentChildren }) {
  const { texts, marks, children } = props
  const text = (path: string) => texts.find(one => one.path === path)?.content ?? null
  const here = (cited: Citation) => {
    const at = 'path' in cited && cited.place === undefined ? texts.findIndex(({ path }) => path === cited.path) : -1
    if (at < 0 || !('quote' in cited)) return null
    const { path, line, endLine, page } = cited
    const mark = marks.findIndex(one => one.cited.some(other => placeInWords(other) === placeInWords(cited)))
    const where = page === undefined ? `line${endLine > line ? 's' : ''} ${spanOf(cited)}` : `page ${page}`
    return {
      href: mark < 0 ? `#${lineId(at, line)}` : `#mark-${mark + 1}`,
      words: texts.length > 1 ? `${plain(path)}, ${where}` : where,
    }
  }
  return <Sources value={{ release: '', has: path => text(path) !== null, text, here }}>{children}</Sources>
}

const spanOf = ({ line, endLine }: { readonly line: number; readonly endLine: number }) =>
  endLine > line ? `${line}–${endLine}` : String(line)

/** What is said first of a license: what it is, what binds, what one can do under it, and must. */
interface Head {
  readonly title: string
  /** its class */
  readonly is: Line
  /** what takes from the answers */
  readonly doubts: readonly Line[]
  /** which known text it is, or is closest to */
  readonly nearest: Line | undefined
  /** where that is told in few passages, what it has beside the known text */
  readonly changed: Section | undefined
  /** what a model under this text alone may be used for */
  readonly uses: readonly Allowed[]
  readonly duties: Section | undefined
  /** what it grants, and what limits beside that which decides */
  readonly about: readonly Line[]
}

/** License texts that were read: their answers, their words with marks and notes, and what is longer. */
export function LicenseReading(props: {
  heads: readonly Head[]
  texts: readonly ReadText[]
  marks: readonly Mark[]
  sections: readonly Section[]
}) {
  const { heads, texts, marks, sections } = props
  const more = sections.map((section, at) => ({ section, id: `part-${at + 1}` }))
  return (
    <Given texts={texts} marks={marks}>
      {heads.map(({ title, is, doubts, nearest, changed, uses, duties, about }, at) => (
        <header key={at} class="identity">
          <h2 tabIndex={-1}>{title}</h2>
          <p class="class">
            <Spans line={is} />
          </p>
          {nearest ? <Blocks blocks={[lines(nearest)]} /> : null}
          {changed ? <Blocks blocks={changed.blocks} /> : null}
          <Blocks blocks={[lines(...doubts)]} />
          <Decided uses={uses} />
          {duties ? <Folded title="What you must do" section={duties} /> : null}
          <Blocks blocks={[lines(...about)]} />
        </header>
      ))}
      {marks.length > 0 ? (
        <Contents
          of={[
            ['text', 'The text'],
            ['clauses', `${count(marks.length, 'passage')}, one by one`],
            ...more.map(({ section, id }) => [id, section.heading] as const),
          ]}
        />
      ) : null}
      <Legend marks={marks} />
      <div class="split">
        <MarkedTexts texts={texts} marks={marks} />
        <aside class="notes" aria-label="What the text says" id="clauses">
          <ol class="clauses">
            {marks.map((mark, at) => (
              <Note key={at} mark={mark} number={at + 1} />
            ))}
          </ol>
        </aside>
      </div>
      {more.map(({ section, id }) => (
        <PartOfPage key={id} section={section} id={id} />
      ))}
    </Given>
  )
}

/** Claims that were checked, each with its sentence, how it stands, why, and what would hold; then the text. */
export function ClaimsReading(props: {
  title: string
  lead: ComponentChildren
  claims: readonly Claim[]
  marks: readonly Mark[]
  texts: readonly ReadText[]
  sections: readonly Section[]
  /** what was read as no claim */
  rest: readonly Section[]
  /** of the release that they were checked against */
  release: Sources
}) {
  const { title, lead, claims, marks, texts, sections, rest, release } = props
  const numbers = new Map(claims.map((claim, at) => [claim, at + 1]))
  const of = (claim: Claim) => numbers.get(claim) ?? 0
  const chip = (claim: Claim) => <Chip number={of(claim)} look={marks[of(claim) - 1]?.look} />
  const at = (claim: Claim) => ({ id: `note-${of(claim)}`, 'data-note': of(claim) })
  return (
    <Given texts={texts} marks={marks}>
      <header class="identity">
        <h2 tabIndex={-1}>{title}</h2>
        {lead}
      </header>
      {sections.map(section => (
        <PartOfPage key={section.heading} section={section} />
      ))}
      <ul class="claims clauses">
        {groupedClaims(claims).map(group => {
          const [claim] = group
          const mark = marks[of(claim) - 1]
          return (
            <li key={of(claim)} class={mark?.look}>
              <div>
                {group.map(one => (
                  <div key={of(one)} {...at(one)}>
                    <blockquote lang={one.language}>
                      <Highlighted claim={one} />
                    </blockquote>
                    <p class="small">
                      {chip(one)} <Places cited={one.cited} most={2} />
                    </p>
                  </div>
                ))}
              </div>
              <div>
                <p>
                  <strong class={`check ${STANDS_LOOK[standsOf(claim)]}`}>{standing(claim)}</strong>
                </p>
                <Sources value={release}>
                  <Lines mark={mark} />
                </Sources>
              </div>
            </li>
          )
        })}
      </ul>
      {rest.map(section => (
        <PartOfPage key={section.heading} section={section} />
      ))}
      <h2>The text</h2>
      <Legend marks={marks} />
      <MarkedTexts texts={texts} marks={marks} />
    </Given>
  )
}

/** Which release was kept, under which term, and where its page is. */
export function CheckedAgainst({ report, address, names }: { report: Report; address: string; names: Names }) {
  const { link } = useSetting()
  return (
    <p>
      Against <a href={link(address)}>{plain(calledName(report))}</a>: {verdictOf(report, names)}, read as of{' '}
      {report.readAsOf}
    </p>
  )
}

/** duties that stand open */
const OPEN = 6

/** A part that stands open where it is short. */
const Folded = ({ title, section }: { title: string; section: Section }) => (
  <details open={itemsOf(section) <= OPEN}>
    <summary>
      {title}: {count(itemsOf(section), 'duty', 'duties')}
    </summary>
    <Blocks blocks={section.blocks} />
  </details>
)

/** How many things a part lists. */
export const itemsOf = ({ blocks }: Section): number =>
  blocks.reduce(
    (sum, block) => sum + (block.kind === 'list' ? block.items.length : block.kind === 'fold' ? OPEN : 0),
    0,
  )

const MarkedTexts = ({ texts, marks }: { texts: readonly ReadText[]; marks: readonly Mark[] }) => (
  <div id="text">
    {texts.map((text, at) => (
      <MarkedText key={text.path} text={text} at={at} marks={marks} />
    ))}
  </div>
)

const Lines = ({ mark }: { mark: Mark | undefined }) => <Blocks blocks={[lines(...(mark?.lines ?? []))]} />

/** The number of a mark: the way from its note to its words. */
const Chip = ({ number, look = '' }: { number: number; look?: string | undefined }) => (
  <a class={`chip ${look}`} href={`#mark-${number}`} aria-label={`${number}: to its words`}>
    {number}
  </a>
)

/** A note beside the text, named by what it does and is: it leads to its words, and they lead here. */
function Note({ mark, number }: { mark: Mark; number: number }) {
  const { look, does, name } = mark
  return (
    <li class={look} data-note={number}>
      <a id={`note-${number}`} href={`#mark-${number}`}>
        <span class={`chip ${look}`} aria-hidden="true">
          {number}
        </span>{' '}
        <span class="mode">{does}</span>
        {name === '' ? '' : ': '}
        <strong>{name}</strong>
      </a>
      <Lines mark={mark} />
    </li>
  )
}

/** The looks of marks, how many there are of each, and whether they are shown, which the style sheet sees to. */
function Legend({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0) return null
  return (
    <fieldset class="legend">
      <legend>Marked in the text</legend>
      {LOOKS.map(look => {
        const [first, ...more] = marks.filter(mark => mark.look === look)
        return first ? (
          <label key={look}>
            <input type="checkbox" value={look} checked />
            <mark class={look}>
              {first.does}
              {look === 'possible' ? ', may be a clause' : ''}
            </mark>{' '}
            {more.length + 1}
          </label>
        ) : null
      })}
    </fieldset>
  )
}
