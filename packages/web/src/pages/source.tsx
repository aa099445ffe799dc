import { groupsBy } from '@unwash/core/groups'
import type { Report } from '@unwash/core/report/report'
import { langOf, plain } from '@unwash/core/text/foreign'
import type { Names } from '@unwash/reporters/names'
import { verdictOf } from '@unwash/reporters/sections/verdict'
import { clipped } from '@unwash/reporters/words/clipped'
import { calledName } from '@unwash/reporters/words/counts'
import { linesId, releaseAddress, sourceAddress } from '../addresses.ts'
import type { FoundText } from '../shown.ts'
import type { StatementOnPage } from '../statements.ts'
import type { WebPage } from './layout.tsx'
import { useSetting } from './setting.ts'

/** A text as it was read, and the report that cites it. */
interface SourceText extends FoundText {
  readonly report: Report
  /** the page of a revision, and not of whatever was read last */
  readonly pinned: boolean
  /** lines of it that the report cites */
  readonly ranges: readonly (readonly [line: number, endLine: number])[]
  /** what it says of them */
  readonly statements: readonly StatementOnPage[]
}

/** lines shown of a text; a longer one is data */
const LINES = 20_000
/** a longer line is cut */
const LINE = 4_000
/** statements named beside a line */
const STATEMENTS_NAMED = 3
/** letters of one */
const SAYS = 60

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
  const { report, ranges, statements, path, place, content, truncated } = source
  const { name, revision } = report.release
  const lines = content.split('\n')
  const cut = truncated || lines.length > LINES
  const original = place === undefined ? names.original(report.release, { path }) : null
  const wholes = new Map<number, string[]>()
  for (const [line, endLine] of ranges)
    if (endLine > line) wholes.set(line, [...(wholes.get(line) ?? []), linesId(line, endLine)])
  const said = groupsBy(statements, ({ line }) => line)
  return (
    <>
      <h1 class="file">{plain(path)}</h1>
      <p class="small faint">
        {place === undefined ? '' : `Of ${plain(place)}, which the release names as a part of itself. `}
        The text as it was read on {report.readAsOf}
        {revision === null ? '' : ` at ${revision.slice(0, 12)}`}, kept with the report. It is the publisher’s.
      </p>
      <p
        class="bar small actions"
        data-share={`${plain(path)}${revision === null ? '' : ` at ${revision}`}, ${plain(name)}`}
      >
        <a href={link(release)} data-back="">
          Back to {plain(name)}
        </a>
        {original === null ? null : (
          <>
            {' · '}
            <a href={original} data-original="">
              Where it is published
            </a>
          </>
        )}
      </p>
      <ol class="source" lang={langOf(content.slice(0, LINE))}>
        {lines.slice(0, LINES).map((line, at) => (
          <li key={at} id={`L${at + 1}`}>
            {wholes.get(at + 1)?.map(id => (
              <span key={id} id={id} />
            ))}
            {shown(line) || ' '}
            {said.has(at + 1) ? <SaidHere of={said.get(at + 1) ?? []} release={release} /> : null}
          </li>
        ))}
      </ol>
      {cut ? <p class="ask">Only its beginning is here.</p> : null}
    </>
  )
}

/** The statements that rest on a line, each a way back to where it is made. */
function SaidHere({ of, release }: { of: readonly StatementOnPage[]; release: string }) {
  const { link } = useSetting()
  const apart = [...new Map(of.map(one => [one.at, one])).values()]
  return (
    <span class="back small">
      {apart.slice(0, STATEMENTS_NAMED).map(({ says, at }) => (
        <a key={at} href={link(`${release}#${encodeURIComponent(at)}`)}>
          ← {clipped(says, SAYS)}
        </a>
      ))}
    </span>
  )
}

/** A line as it is, with its spaces, and without what hides or reorders it. */
const shown = (line: string) =>
  line
    .slice(0, LINE)
    .split(/(\s+)/)
    .map(part => (/\S/.test(part) ? plain(part) : part.replace(/[^\t ]/g, '')))
    .join('')
