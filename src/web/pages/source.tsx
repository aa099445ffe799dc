import type { Report } from '../../report/report.ts'
import type { Names } from '../../reporters/names.ts'
import { verdictOf } from '../../reporters/sections/verdict.ts'
import { calledName } from '../../reporters/words/counts.ts'
import { langOf, plain } from '../../text/foreign.ts'
import { linesId, releaseAddress, sourceAddress } from '../addresses.ts'
import type { FoundText } from '../shown.ts'
import type { WebPage } from './layout.tsx'
import { useSetting } from './setting.ts'

/** A text as it was read, and the report that cites it. */
interface SourceText extends FoundText {
  readonly report: Report
  /** the page of a revision, and not of whatever was read last */
  readonly pinned: boolean
  /** lines of it that the report cites */
  readonly ranges: readonly (readonly [line: number, endLine: number])[]
}

/** lines shown of a text; a longer one is data */
const LINES = 20_000
/** a longer line is cut */
const LINE = 4_000

/** The page of a source text: every line with its number, and an anchor for it and for what is cited. */
export function sourcePage(source: SourceText, names: Names): WebPage {
  const { report, pinned, path } = source
  const release = releaseAddress(calledName(report), pinned ? report.release.revision : null)
  const name = plain(report.release.name)
  return {
    frame: {
      title: `${plain(path)} of ${name}, ${plain(verdictOf(report, names))}`,
      description: `${plain(path)} as it was read of ${name} on ${report.readAsOf}`,
      address: sourceAddress(release, source),
      scripts: ['release'],
      unlisted: true,
    },
    content: <Body source={source} release={release} />,
  }
}

function Body({ source, release }: { source: SourceText; release: string }) {
  const { link, names } = useSetting()
  const { report, ranges, path, place, content, truncated } = source
  const { name, revision } = report.release
  const lines = content.split('\n')
  const cut = truncated || lines.length > LINES
  const original = place === undefined ? names.original(report.release, { path }) : null
  const wholes = new Map<number, string[]>()
  for (const [line, endLine] of ranges)
    if (endLine > line) wholes.set(line, [...(wholes.get(line) ?? []), linesId(line, endLine)])
  return (
    <>
      <p class="over">
        <a href={link(release)}>{plain(name)}</a>
        {revision === null ? '' : ` at ${revision.slice(0, 12)}`}, read on {report.readAsOf}
        {original === null ? null : (
          <>
            {' · '}
            <a href={original} data-original="">
              where it is published
            </a>
          </>
        )}
      </p>
      <h1 class="file">{plain(path)}</h1>
      <p class="small faint" data-share="">
        {place === undefined ? '' : `Of ${plain(place)}, which the release names as a part of itself. `}
        The text as it was read, kept with the report. It is the publisher’s.
      </p>
      <ol class="source" lang={langOf(content.slice(0, LINE))}>
        {lines.slice(0, LINES).map((line, at) => (
          <li key={at} id={`L${at + 1}`}>
            {wholes.get(at + 1)?.map(id => (
              <span key={id} id={id} />
            ))}
            {shown(line) || ' '}
          </li>
        ))}
      </ol>
      {cut ? <p class="ask">Only its beginning is here.</p> : null}
    </>
  )
}

/** A line as it is, with its spaces, and without what hides or reorders it. */
const shown = (line: string) =>
  line
    .slice(0, LINE)
    .split(/(\s+)/)
    .map(part => (/\S/.test(part) ? plain(part) : part.replace(/[^\t ]/g, '')))
    .join('')
