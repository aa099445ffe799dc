import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { explain } from '../../../reports/explain/index.ts'
import { count } from '../../../reports/words/counts.ts'
import type { FoundRow } from '../../../store/store.ts'
import { ADDRESSES } from '../../addresses.ts'
import { type Asked, queryOf } from '../../asked.ts'
import { ReleaseTable } from '../explore/table.tsx'
import type { WebPage } from '../layout.tsx'
import { useSetting } from '../setting.ts'
import { Blocks, Part, Words } from '../spans.tsx'

/** Releases of the shelf that a page of knowledge bears on, and how to ask for all of them. */
export interface Bearing {
  readonly rows: readonly FoundRow[]
  readonly total: number
  readonly asked: Asked
}

/** The page of a word that is known, as the command line explains it, with the releases it bears on; null of none. */
export function knownPage(
  word: string,
  frame: Pick<WebPage['frame'], 'address'> & { readonly of?: string },
  knowledge: Knowledge,
  bearing: Bearing | null,
): WebPage | null {
  const page = explain(word, knowledge)
  if (page === null) return null
  const { address, of } = frame
  const [first] = page.lead.flatMap(block => (block.kind === 'lines' ? block.lines : []))
  const description = first?.map(span => (typeof span === 'string' ? span : span.text)).join('') ?? page.title
  const title = page.title.replace(/ \*$/, '')
  return {
    frame: { title: of ? `${title}: ${of}` : title, description, address },
    content: (
      <>
        <p class="over">
          <Words line={page.subject} />
        </p>
        <h1>{page.title}</h1>
        <div class="lead">
          <Blocks blocks={page.lead} />
        </div>
        {page.sections.map(section => (
          <Part key={section.heading} section={section} />
        ))}
        {bearing && bearing.total > 0 ? <Releases bearing={bearing} /> : null}
        <div class="small sources">
          {page.foot.map((line, at) => (
            <p key={at}>
              <Words line={line} />
            </p>
          ))}
        </div>
      </>
    ),
  }
}

function Releases({ bearing: { rows, total, asked } }: { bearing: Bearing }) {
  const { link, served } = useSetting()
  return (
    <section>
      <h2>Releases</h2>
      <ReleaseTable
        rows={rows}
        caption={total > rows.length ? `${rows.length} of ${total} releases` : count(total, 'release')}
      />
      {total > rows.length && served ? (
        <p>
          <a href={link(`${ADDRESSES.explore}${queryOf(asked)}`)}>All {total}</a>
        </p>
      ) : null}
    </section>
  )
}
