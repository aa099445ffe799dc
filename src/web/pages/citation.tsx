import type { Citation } from '../../report.ts'
import { plain } from '../../reports/words/foreign.ts'
import { langOf } from '../../reports/words/lang.ts'
import { placeOf } from '../../reports/words/places.ts'
import { citedWords, quoted } from '../../reports/words/quoted.ts'
import { type Whole, wholeOf } from '../../reports/words/whole.ts'
import { citedAddress, licenseAddress } from '../addresses.ts'
import { inARow } from './names.tsx'
import { useSetting, useSources } from './setting.ts'

/** Where a statement can be checked: a link to the line of the text that was kept. */
export function Place({ cited }: { cited: Citation }) {
  const { link } = useSetting()
  const { release, has } = useSources()
  const words = plain(placeOf(cited))
  if ('looked' in cited) return <span class="faint small">{words}</span>
  if ('fact' in cited) return <Known cited={cited} />
  const address = has(cited.path, cited.place) ? citedAddress(release, cited) : null
  if (address === null) return <span class="place">{words}</span>
  return (
    <a class="place" href={link(address)}>
      {words}
    </a>
  )
}

/** A fact that is known: of a license the section of its terms, on the page that says where they were seen. */
function Known({ cited: { fact, source, seenOn } }: { cited: Extract<Citation, { fact: string }> }) {
  const { knowledge, link, names } = useSetting()
  const [license] = [...knowledge.licenses.values()]
    .filter(({ name }) => fact.startsWith(`${name} `) || fact.startsWith(`${name}:`))
    .sort((one, other) => other.name.length - one.name.length)
  if (license === undefined) return <span class="place">{plain(`${source}, seen ${seenOn}`)}</span>
  return (
    <a class="place" href={link(licenseAddress(license.id))} title={plain(`${fact}: ${source}, seen ${seenOn}`)}>
      {plain(`${names.license(license.id)}${(fact.split(': ')[0] ?? '').slice(license.name.length)}`)}
    </a>
  )
}

/** Places on one line, each once; after `most` the rest is counted. */
export function Places({ cited, most = 3 }: { cited: readonly Citation[]; most?: number }) {
  const all = [...new Map(cited.map(citation => [placeOf(citation), citation])).values()]
  const more = all.length - most
  return (
    <span class="places">
      {inARow(all.slice(0, most).map(citation => <Place key={placeOf(citation)} cited={citation} />))}
      {more > 0 ? <span class="faint small"> and {more} more</span> : null}
    </span>
  )
}

/** The words of a text that a citation is of; of a metadata value its key beside it. */
export function quoteOf(cited: Citation): string | null {
  if ('quote' in cited) return quoted(cited)
  if ('key' in cited) return plain(citedWords(cited) ?? '')
  if ('fact' in cited) return plain(cited.fact.split(': ').slice(1).join(': ')) || null
  return null
}

/** The words of a citation with all of their paragraph, where the text is kept: its exceptions stand there too. */
export function Quoted({ cited }: { cited: Citation }) {
  const { text } = useSources()
  const content = 'quote' in cited && cited.page === undefined ? text(cited.path, cited.place) : null
  const alone: Whole = { lead: '', before: '', words: quoteOf(cited) ?? '', after: '' }
  const { lead, before, words, after } = ('quote' in cited && content && wholeOf(content, cited)) || alone
  if (words === '') return null
  return (
    <blockquote lang={langOf(words)}>
      {lead === '' ? '' : <span class="faint">{lead} </span>}
      {before}
      {before + after === '' ? words : <mark>{words}</mark>}
      {after}
    </blockquote>
  )
}
