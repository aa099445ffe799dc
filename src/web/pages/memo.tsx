import { memoPage } from '../../reports/memo.ts'
import type { Names } from '../../reports/names.ts'
import { verdictOf } from '../../reports/sections/verdict.ts'
import { calledName } from '../../reports/words/called.ts'
import { plain } from '../../reports/words/foreign.ts'
import { MEMO, releaseAddress } from '../addresses.ts'
import type { WebPage } from './layout.tsx'
import type { Shown } from './release/index.tsx'
import { Sources, useSetting } from './setting.ts'
import { Blocks, Part, Words } from './spans.tsx'

/** What counsel asks of a release, to be checked line by line, printed and signed. */
export function memoWebPage({ report, pinned, has, text }: Shown, names: Names): WebPage {
  const release = releaseAddress(calledName(report), pinned ? report.release.revision : null)
  const { title, subject, lead, sections, foot } = memoPage(report, names)
  return {
    frame: {
      title: `Memo on ${plain(report.release.name)}: ${plain(verdictOf(report, names))}`,
      description: `What counsel asks of ${plain(report.release.name)}, answered with file and line`,
      address: `${release}/${MEMO}`,
      unlisted: true,
    },
    content: (
      <Sources value={{ release, has, text }}>
        <Back release={release} name={report.release.name} />
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
function Back({ release, name }: { release: string; name: string }) {
  const { link } = useSetting()
  return (
    <p class="over actions">
      <a href={link(release)}>{plain(name)}</a>
    </p>
  )
}
