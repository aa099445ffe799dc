import type { Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { inWords } from '@unwash/core/text/phrase'
import { comparisonPage } from '@unwash/reporters/comparison'
import { Leads } from '@unwash/reporters/html/blocks'
import type { Line, Section } from '@unwash/reporters/page'
import { limitingOf } from '@unwash/reporters/sections/limits'
import { calledName } from '@unwash/reporters/words/counts'
import { useContext } from 'preact/hooks'
import { ADDRESSES, releaseAddress } from '../addresses.ts'
import { queryOf } from '../asked.ts'
import type { WebPage } from './layout.tsx'
import { anchorOfClause, inARow } from './names.tsx'
import { useSetting } from './setting.ts'
import { At, Blocks, Folded, Spans, Table } from './spans.tsx'

/** What was asked to be compared: the reports that are kept, and the names under which none is. */
interface Compared {
  readonly reports: readonly Report[]
  readonly missing: readonly string[]
}

/** so many can be compared, and are asked for where none is shown */
const MOST_COMPARED = 5
const FIELDS = 3

/** Up to five releases side by side. */
export function comparePage(compared: Compared): WebPage {
  const names = inWords(compared.reports.map(({ release }) => plain(release.name)))
  return {
    frame: {
      title: compared.reports.length < 2 ? 'Compare' : `Which may I use: ${names}`,
      description: `${names || 'Releases'} side by side: what each may be used for, and what they differ in`,
      address: ADDRESSES.compare,
      scripts: ['kept'],
      unlisted: true,
    },
    content: (
      <div data-mount="kept">
        <Body compared={compared} />
      </div>
    ),
  }
}

function Body({ compared: { reports, missing } }: { compared: Compared }) {
  const { names, link } = useSetting()
  const page = comparisonPage(reports, names)
  const leads = useContext(Leads)
  return (
    <>
      <h1 class="name">{reports.length < 2 ? 'Compare' : 'Which may I use?'}</h1>
      {missing.map(name => (
        <p key={name} class="ask">
          No release is kept under the name {plain(name)}.{' '}
          <a href={link(`${ADDRESSES.explore}${queryOf({ name: name.replace(/^.*\//, '') })}`)}>Look for it</a>
        </p>
      ))}
      {reports.length < 2 ? (
        <p>Two to five releases, side by side.</p>
      ) : (
        <>
          <p class="lead">
            {inARow(
              reports.map(report => (
                <a key={calledName(report)} href={link(releaseAddress(calledName(report)))}>
                  {plain(report.release.name)}
                </a>
              )),
              ' · ',
            )}
          </p>
          <div class="compare">
            <Blocks blocks={page.lead} />
            <Leads value={{ ...leads, Place: leadingTo(reports, link) }}>
              {page.sections.map((section, at) =>
                at === 0 ? (
                  <Answers key={section.heading} section={section} />
                ) : (
                  <Folded key={section.heading} title={section.heading}>
                    <Blocks blocks={section.blocks} />
                  </Folded>
                ),
              )}
            </Leads>
          </div>
        </>
      )}
      <Choose reports={reports} />
    </>
  )
}

/** The answers side by side; what is answered of some models stands on a line of its own. */
function Answers({ section: { heading, blocks } }: { section: Section }) {
  return (
    <section>
      <h2>{heading}</h2>
      {blocks.map((block, at) =>
        block.kind === 'table' ? (
          <Table
            key={at}
            of={heading}
            head={block.head.map(plain)}
            rows={block.rows.map(row =>
              row.map(line =>
                brokenIn(line).map((part, i) => (
                  <div key={i}>
                    <Spans line={part} />
                  </div>
                )),
              ),
            )}
          />
        ) : (
          <Blocks key={at} blocks={[block]} />
        ),
      )}
    </section>
  )
}

/** A line, cut where a semicolon stands between what is said of some and of others. */
function brokenIn(line: Line): readonly Line[] {
  const parts: Line[] = [[]]
  for (const span of line) {
    if (span === '; ') parts.push([])
    else parts.push([...(parts.pop() ?? []), span])
  }
  return parts
}

/** A place leads to the clause that it is of on the page of its own release, or else to the answers there. */
function leadingTo(reports: readonly Report[], link: (address: string) => string): Leads['Place'] {
  const addresses = new Map(
    reports.flatMap(report => {
      const release = releaseAddress(calledName(report))
      const uses = (report.uses ?? []).map(({ clause, cited }) => ({ kind: clause, cited }))
      return [...uses, ...limitingOf(report)].flatMap(({ kind, cited }) =>
        cited.map(one => [one, `${release}#${kind === null ? 'can-i' : anchorOfClause(kind)}`] as const),
      )
    }),
  )
  return ({ cited, text = '' }) => {
    const address = addresses.get(cited)
    return <At href={address === undefined ? null : link(address)} words={text} />
  }
}

/** What else to compare: by name, or out of the table. */
function Choose({ reports }: { reports: readonly Report[] }) {
  const { link } = useSetting()
  return (
    <form method="get" action={link(ADDRESSES.compare)} class="ask-for">
      {Array.from({ length: Math.min(MOST_COMPARED, Math.max(FIELDS, reports.length + 1)) }, (_, at) => (
        <input
          key={at}
          type="text"
          name="release"
          aria-label={`Release ${at + 1}`}
          placeholder="publisher/name"
          value={reports[at] ? calledName(reports[at]) : ''}
        />
      ))}
      <button type="submit">Compare</button>
      <a href={link(ADDRESSES.explore)}>Choose in the table of releases</a>
    </form>
  )
}
