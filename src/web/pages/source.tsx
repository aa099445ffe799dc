import { plain } from '../../reports/words/foreign.ts'
import { sourceAddress } from '../addresses.ts'
import type { WebPage } from './layout.tsx'
import { useSetting } from './setting.ts'

/** A text as it was read, kept with the report that cites it. */
interface SourceText {
  readonly name: string
  readonly revision: string | null
  /** the address of the release it belongs to */
  readonly release: string
  readonly path: string
  /** the address of the other place it is of, where it is of one */
  readonly place?: string
  readonly content: string
  readonly truncated: boolean
  /** the day it was read */
  readonly readOn: string
}

/** lines shown of a text; a longer one is data */
const LINES = 20_000
/** a longer line is cut */
const LINE = 4_000

/** The page of a source text: every line with its number, and an anchor for it. */
export function sourcePage(source: SourceText): WebPage {
  const path = plain(source.path)
  return {
    frame: {
      title: `${path} of ${plain(source.name)}`,
      description: `${path} as it was read of ${plain(source.name)} on ${source.readOn}`,
      address: sourceAddress(source.release, source),
      unlisted: true,
    },
    content: <Body source={source} />,
  }
}

function Body({ source }: { source: SourceText }) {
  const { link } = useSetting()
  const { name, revision, release, path, place, content, truncated, readOn } = source
  const lines = content.split('\n')
  const cut = truncated || lines.length > LINES
  return (
    <>
      <p class="over">
        <a href={link(release)}>{plain(name)}</a>
        {revision === null ? '' : ` at ${revision.slice(0, 12)}`}, read on {readOn}
      </p>
      <h1 class="file">{plain(path)}</h1>
      <p class="small faint">
        {place === undefined ? '' : `Of ${plain(place)}, which the release names as a part of itself. `}
        The text as it was read, kept with the report. It is the publisher’s.
      </p>
      <ol class="source">
        {lines.slice(0, LINES).map((line, at) => (
          <li key={at} id={`L${at + 1}`}>
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
