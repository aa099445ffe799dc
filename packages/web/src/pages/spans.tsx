import type { Citation } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { Leads } from '@unwash/reporters/html/blocks'
import { count } from '@unwash/reporters/words/counts'
import { placeInWords } from '@unwash/reporters/words/places'
import type { ComponentChildren } from 'preact'
import { citedAddress } from '../addresses.ts'
import { inARow, TopicLink } from './names.tsx'
import { useSetting, useSources } from './setting.ts'

export { Blocks, Folded, labelOf, PartOfPage, Scroll, Spans, Table } from '@unwash/reporters/html/blocks'

/** ids of requirements in a row */
const IDS = /(?<![\w-])[A-Z][A-Z0-9]{1,8}-[A-Z]\w{0,5}(?: \(\w+\))?(?:, [A-Z][A-Z0-9]{1,8}-[A-Z]\w{0,5}(?: \(\w+\))?)*/g

/** Gives the pages what leads to their places and to what is known; a person is told how many requirements. */
export function Leading({ children }: { children: ComponentChildren }) {
  const { names } = useSetting()
  const counted = (ids: string) =>
    ids.split(', ').every(id => names.requirement(id.replace(/ .*/, '')))
      ? count(ids.split(', ').length, 'requirement')
      : ids
  return (
    <Leads value={{ Place: PlaceLink, Named: TopicLink, said: words => words.replace(IDS, counted) }}>{children}</Leads>
  )
}

/** Where a statement can be checked: a link to the line of the text that was kept. */
export function PlaceLink({ cited, text }: { cited: Citation; text?: string }) {
  const { link } = useSetting()
  const { release, has, here } = useSources()
  const own = here?.(cited)
  if (own) return <At href={own.href} words={own.words} />
  const words = plain(text ?? placeInWords(cited))
  if ('looked' in cited) return <span class="faint small">{words}</span>
  if ('fact' in cited) return <Known cited={cited} />
  const address = has(cited.path, cited.place) ? citedAddress(release, cited) : null
  return <At href={address && link(address)} words={words} />
}

/** A place, that leads to it where it can be opened. */
export const At = ({ href, words }: { href: string | null; words: string }) =>
  href === null ? (
    <span class="place">{words}</span>
  ) : (
    <a class="place" href={href}>
      {words}
    </a>
  )

/** A fact that is known: of a license the section of its text, where that can be opened. */
function Known({ cited }: { cited: Extract<Citation, { fact: string }> }) {
  const { knowledge, names } = useSetting()
  const { text } = cited
  const license = [...knowledge.licenses.values()].find(({ name }) => name === text?.name)
  const words = plain(
    text && license ? placeInWords(cited).replace(text.name, names.license(license.id)) : placeInWords(cited),
  )
  if (!text?.address) return <At href={null} words={words} />
  return (
    <a class="place" href={text.address} rel="noreferrer" title={plain(`${text.name}, seen ${cited.seenOn}`)}>
      {words}
    </a>
  )
}

/** Places on one line, each once; after `most` the rest is counted. */
export function Places({ cited, most = 3 }: { cited: readonly Citation[]; most?: number }) {
  const all = [...new Map(cited.map(citation => [placeInWords(citation), citation])).values()]
  const more = all.length - most
  return (
    <span class="places">
      {inARow(all.slice(0, most).map(citation => <PlaceLink key={placeInWords(citation)} cited={citation} />))}
      {more > 0 ? <span class="faint small"> and {more} more</span> : null}
    </span>
  )
}
