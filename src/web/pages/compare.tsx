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

/** Up to five releases side by side. */
export function comparePage(compared: Compared): WebPage {
  return {
    frame: {
      title: 'Compare',
      description: `${inWords(compared.reports.map(({ release }) => plain(release.name))) || 'Releases'} side by side`,
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
      <h1>{reports.length < 2 ? 'Compare' : page.title}</h1>
      {missing.map(name => (
        <p key={name} class="ask">
          No release is kept under the name {plain(name)}.
        </p>
      ))}
      {reports.length < 2 ? (
        <p>
          Choose two to five releases in the <a href={link(ADDRESSES.explore)}>table of releases</a>.
        </p>
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
          <Blocks blocks={page.lead} />
          <div class="compare">
            {page.sections.map(section => (
              <Part key={section.heading} section={section} />
            ))}
          </div>
        </>
      )}
    </>
  )
}
