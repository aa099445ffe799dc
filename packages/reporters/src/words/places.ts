import { isSourced } from '@unwash/core/knowledge/sourced'
import type { Citation } from '@unwash/core/report/report'
import { type Item, joined, type Line, list, look, type Section, titled } from '../page.ts'
import { shortened } from './clipped.ts'

/** files named before the rest is counted */
const LOOKED_SHOWN = 3

/** Where a statement can be checked, as `path:line`; absence as where was looked. */
export function placeInWords(cited: Citation): string {
  if ('looked' in cited) {
    const more = cited.looked.length - LOOKED_SHOWN
    return `looked in ${cited.looked.slice(0, LOOKED_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  }
  if ('fact' in cited) {
    const { text } = cited
    return text ? `${text.name} ${text.section}${text.line ? `, line ${text.line}` : ''}` : sourceOf(cited)
  }
  const path = cited.place ? `${cited.place}/${cited.path}` : cited.path
  if ('url' in cited) return `${path}:${cited.line}`
  if ('key' in cited) return cited.line === undefined ? `${path} (${cited.key})` : `${path}:${cited.line}`
  if ('quote' in cited && cited.page !== undefined) return `${path}, page ${cited.page}`
  if ('quote' in cited)
    return cited.endLine > cited.line ? `${path}:${cited.line}-${cited.endLine}` : `${path}:${cited.line}`
  return path
}

/** Where a fact was seen. */
export const sourceOf = ({ source, seenOn }: Extract<Citation, { fact: string }>): string =>
  isSourced(source) ? `${source}, seen ${seenOn}` : `known to unwash since ${seenOn}, without a source that was opened`

/** Places on one line, each once; after `most` the rest is counted. */
export function placesOf(cited: readonly Citation[], most = 3): Line {
  const all = new Map(cited.map(citation => [placeInWords(citation), citation] as const))
  const shown = joined(
    [...all]
      .slice(0, most)
      .map(([text, citation]) => [{ text, look: 'looked' in citation ? 'faint' : 'place', cited: citation }]),
    ', ',
  )
  return all.size > most ? [...shown, look('faint', ` and ${all.size - most} more`)] : shown
}

/** columns of a place where there is little room; a longer path is told by its beginning and its end */
const PLACE_COLUMNS = 30

/**
 * The first place in the release, else where else it is known from: short enough to stand beside what it is of. What a
 * text says that is elsewhere does not stand where the release names it.
 */
export function placeIn(cited: readonly Citation[]): Line {
  const [first] = cited
  if (!first) return []
  const text = 'fact' in first ? first.text : undefined
  const here = text ? undefined : cited.find(citation => 'path' in citation)
  if (here) return [{ text: shortened(placeInWords(here), PLACE_COLUMNS), look: 'place', cited: here }]
  if ('looked' in first) return [look('faint', 'not found')]
  return [look('faint', shortened(text ? `known text, ${text.section}` : 'known text', PLACE_COLUMNS))]
}

/** Changes by what they are about, in the order of their headings. */
export const changedBy = <K extends string>(
  headings: Readonly<Record<K, string>>,
  changes: readonly (Parameters<typeof changeItem>[0] & { readonly about: K })[],
): readonly Section[] =>
  (Object.keys(headings) as K[]).flatMap(about =>
    titled(headings[about], list(changes.filter(change => change.about === about).map(changeItem))),
  )

const SIGNS = { added: '+', removed: '-', changed: '~' } as const

/** A change: what it says, and where it stood and stands. */
function changeItem({
  how,
  says,
  before,
  after,
}: {
  readonly how: keyof typeof SIGNS
  readonly says: string
  readonly before: readonly Citation[]
  readonly after: readonly Citation[]
}): Item {
  const places = [before, after].flatMap(cited => (cited.length > 0 ? [placesOf(cited, 1)] : []))
  return [[look(how === 'removed' ? 'ask' : 'strong', SIGNS[how]), ` ${says} `, ...joined(places, ' → ')]]
}
