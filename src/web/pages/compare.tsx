import type { Report } from '../../report/report.ts'
import { comparisonPage } from '../../reporters/comparison.ts'
import { calledName } from '../../reporters/words/counts.ts'
import { plain } from '../../text/foreign.ts'
import { inWords } from '../../text/phrase.ts'
import { ADDRESSES, releaseAddress } from '../addresses.ts'
import type { WebPage } from './layout.tsx'
import { inARow } from './names.tsx'
import { useSetting } from './setting.ts'
import { Blocks, Part } from './spans.tsx'

/** What was asked to be compared: the reports that are kept, and the names under which none is. */
interface Compared {
  readonly reports: readonly Report[]
  readonly missing: readonly string[]
}

/** so many can be compared from the page itself */
const FIELDS = [1, 2, 3]

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
  return (
    <>
      <h1 class="name">{reports.length < 2 ? 'Compare' : 'Which may I use?'}</h1>
      {missing.map(name => (
        <p key={name} class="ask">
          No release is kept under the name {plain(name)}.
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
            {page.sections.map(section => (
              <Part key={section.heading} section={section} />
            ))}
          </div>
        </>
      )}
      <Choose reports={reports} />
    </>
  )
}

/** What else to compare: by name, or out of the table. */
function Choose({ reports }: { reports: readonly Report[] }) {
  const { link } = useSetting()
  return (
    <form method="get" action={link(ADDRESSES.compare)} class="ask-for">
      {FIELDS.map((number, at) => (
        <input
          key={number}
          type="text"
          name="release"
          aria-label={`Release ${number}`}
          placeholder="publisher/name"
          value={reports[at] ? calledName(reports[at]) : ''}
        />
      ))}
      <button type="submit">Compare</button>
      <a href={link(ADDRESSES.explore)}>Choose in the table of releases</a>
    </form>
  )
}
