import type { ComponentChildren } from 'preact'
import type { Page, Section } from '../../../reports/page.ts'
import { count } from '../../../reports/words/counts.ts'
import type { FoundRow } from '../../../store/store.ts'
import { ADDRESSES } from '../../addresses.ts'
import { type Asked, queryOf } from '../../asked.ts'
import { ReleaseTable } from '../explore/table.tsx'
import { useSetting } from '../setting.ts'
import { Blocks, Part, Words } from '../spans.tsx'

/** Releases of the shelf that a page of knowledge bears on, and how to ask for all of them. */
export interface Bearing {
  readonly rows: readonly FoundRow[]
  readonly total: number
  readonly asked: Asked
}

/** What is explained, as on the command line, without what the web page shows in a way of its own. */
export function Known(props: {
  page: Page
  /** sections that the page shows in its own way, by their heading */
  without?: readonly string[]
  bearing?: Bearing | null
  children?: ComponentChildren
}) {
  const { page, without = [], bearing, children } = props
  const shown = (section: Section) => !without.includes(section.heading)
  return (
    <>
      <p class="over">
        <Words line={page.subject} />
      </p>
      <h1>{page.title}</h1>
      <div class="lead">
        <Blocks blocks={page.lead} />
      </div>
      {page.sections.filter(shown).map(section => (
        <Part key={section.heading} section={section} />
      ))}
      {children}
      {bearing && bearing.total > 0 ? <Releases bearing={bearing} /> : null}
      <div class="small sources">
        {page.foot.map((line, at) => (
          <p key={at}>
            <Words line={line} />
          </p>
        ))}
      </div>
    </>
  )
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
