import type { Report } from '../../report/report.ts'
import { memoPage } from '../../reporters/memo.ts'
import type { Names } from '../../reporters/names.ts'
import type { Page } from '../../reporters/page.ts'
import type { TextOf } from '../../reporters/reporter.ts'
import { frameworks } from '../../reporters/sections/frameworks.ts'
import { footOf, subjectOf } from '../../reporters/sections/lead.ts'
import { verdictOf } from '../../reporters/sections/verdict.ts'
import { calledName } from '../../reporters/words/counts.ts'
import { plain } from '../../reporters/words/foreign.ts'
import { type ASIDES, releaseAddress } from '../addresses.ts'
import type { WebPage } from './layout.tsx'
import type { Shown } from './setting.ts'
import { Sources, useSetting } from './setting.ts'
import { Blocks, Part, Words } from './spans.tsx'

type Aside = (typeof ASIDES)[number]

/** What is too long for the page of a release: what counsel asks, to print and sign, and all that frameworks answer. */
const MAKE: Readonly<Record<Aside, (report: Report, names: Names, textOf: TextOf) => Page>> = {
  memo: memoPage,
  frameworks: (report, names) => ({
    subject: subjectOf(report),
    title: `What each framework makes of ${report.release.name}`,
    lead: [],
    // what is folded elsewhere has room here
    sections: [frameworks(report, names) ?? []]
      .flat()
      .flatMap(({ heading, blocks }) => [
        { heading, blocks: blocks.filter(({ kind }) => kind !== 'fold') },
        ...blocks.flatMap(one => (one.kind === 'fold' ? [{ heading: one.summary, blocks: one.blocks }] : [])),
      ]),
    foot: footOf(report, names, []),
  }),
}

/** A page beside that of a release. */
export function asidePage(which: Aside, { report, pinned, has, text }: Shown, names: Names): WebPage {
  const release = releaseAddress(calledName(report), pinned ? report.release.revision : null)
  const { title, subject, lead, sections, foot } = MAKE[which](report, names, text)
  return {
    frame: {
      title: `${plain(title)}: ${plain(verdictOf(report, names))}`,
      description: `${plain(title)}, with file and line`,
      address: `${release}/${which}`,
      unlisted: true,
    },
    content: (
      <Sources value={{ release, has, text }}>
        <Back release={release} name={report.release.name} which={which} />
        <h1>{plain(title)}</h1>
        <p class="over">
          <Words line={subject} />
        </p>
        <Blocks blocks={lead} />
        {sections.map((section, at) => (
          <Part key={at} section={section} />
        ))}
        {foot.map((line, at) => (
          <p key={at} class="small">
            <Words line={line} />
          </p>
        ))}
      </Sources>
    ),
  }
}

/** The way back to the release, not printed. */
function Back({ release, name, which }: { release: string; name: string; which: Aside }) {
  const { link } = useSetting()
  return (
    <>
      <p class="over actions">
        <a href={link(release)}>{plain(name)}</a>
      </p>
      {which === 'memo' ? (
        <p class="actions">
          {(['memo.md', 'memo.html'] as const).map(file => (
            <a
              key={file}
              class="button"
              href={link(`${release}/${file}`)}
              download={`${name.replace(/\W+/g, '-')}.${file}`}
            >
              Save as {file === 'memo.md' ? 'Markdown' : 'HTML'}
            </a>
          ))}
          <a class="button" href={link(`${release}/frameworks`)}>
            Every condition of the frameworks
          </a>
        </p>
      ) : null}
    </>
  )
}
