import type { Citation } from '@unwash/core/report/report'
import { langOf, plain } from '@unwash/core/text/foreign'
import { renderToString } from 'preact-render-to-string'
import type { Page, Section } from '../page.ts'
import { placeInWords } from '../words/places.ts'
import { citedWords } from '../words/quoted.ts'
import { Blocks, Folded, Leads, PartOfPage, Spans } from './blocks.tsx'

/** Sets a page as the body of a document; `at` tells the places of several pages apart. */
export function setPage(page: Page, at = 0): string {
  const cited = new Map<string, Citation>()
  const Place = (one: { cited: Citation; text?: string }) => {
    const place = placeInWords(one.cited)
    if ('looked' in one.cited) return <span class="faint">{plain(one.text ?? place)}</span>
    cited.set(place, one.cited)
    return (
      <a class="place" href={`#c${at}-${[...cited.keys()].indexOf(place) + 1}`}>
        {plain(one.text ?? place)}
      </a>
    )
  }
  const { subject, title, tone, lead, sections, foot } = page
  const paper = page.paper ? 'paper' : undefined
  const set = renderToString(
    <Leads value={{ Place, Named: ({ text }) => <>{text}</>, said: words => words }}>
      <header class={tone ? `verdict ${tone}` : paper}>
        <p class="over">
          <Spans line={subject} />
        </p>
        <h1 class={tone ? 'term' : undefined}>{plain(title)}</h1>
        <Blocks blocks={lead} />
      </header>
      <main class={paper}>
        {sections.map((section, number) => (
          <One key={number} section={section} folds={tone !== undefined && number > 0} />
        ))}
        <Places cited={cited} at={at} original={page.original} />
      </main>
      <footer>
        {foot.map((line, number) => (
          <p key={number}>
            <Spans line={line} />
          </p>
        ))}
      </footer>
    </Leads>,
  )
  // a line for each, as a person reads it
  return set.replace(/<\/(?:p|li|tr|h\d|thead|table|section|summary|details|header)>/g, '$&\n')
}

/** A part under its heading; where parts fold, on a phone, and details always. */
function One({ section, folds }: { section: Section; folds: boolean }) {
  const { heading, detail = false } = section
  const blocks = section.blocks.filter(block => block.kind !== 'fold' || !block.aside)
  if (detail)
    return (
      <details class="detail">
        <summary>{plain(heading)}</summary>
        <Blocks blocks={blocks} />
      </details>
    )
  return folds ? (
    <Folded title={plain(heading)}>
      <Blocks blocks={blocks} />
    </Folded>
  ) : (
    <PartOfPage section={{ ...section, blocks }} />
  )
}

/** Every place that is cited, with the words that stand there and where its publisher has it. */
function Places(props: { cited: ReadonlyMap<string, Citation>; at: number; original: Page['original'] }) {
  const { cited, at, original } = props
  if (cited.size === 0) return null
  return (
    <details class="detail">
      <summary>Places</summary>
      <ol class="small">
        {[...cited].map(([place, citation], number) => {
          const words = citedWords(citation) ?? ('fact' in citation ? citation.fact : null)
          const address = original?.(citation)
          return (
            <li key={place} id={`c${at}-${number + 1}`}>
              {address ? (
                <a class="place" href={address}>
                  {plain(place)}
                </a>
              ) : (
                <span class="place">{plain(place)}</span>
              )}
              {words ? <blockquote lang={langOf(words)}>{plain(words)}</blockquote> : null}
            </li>
          )
        })}
      </ol>
    </details>
  )
}
