import type { Citation, Evaluation, Report } from '../../report.ts'
import { type Line, lines, look, type Section } from '../page.ts'
import { placeOf } from '../places.ts'

/** places shown; the rest is counted */
const SHOWN = 200

/** Every place that the conditions rest on, once, with the words that stand there. */
export function evidenceSection({ release }: Report, law: Evaluation | undefined): Section {
  const cited = (law?.requirements ?? []).flatMap(({ id, cited }) => cited.map(citation => ({ id, citation })))
  const places = new Map<string, { readonly citation: Citation; readonly ids: Set<string> }>()
  for (const { id, citation } of cited) {
    const place = placeOf(citation)
    const known = places.get(place) ?? { citation, ids: new Set() }
    known.ids.add(id)
    places.set(place, known)
  }
  const items = [...places].slice(0, SHOWN).map(([place, { citation, ids }]): readonly [Line, ...Line[]] => {
    const words = wordsOf(citation)
    const first: Line = [{ text: place, look: 'place', cited: citation }, `: ${[...ids].join(', ')}`]
    return words === null ? [first] : [first, [`“${words}”`]]
  })
  const more = places.size - items.length
  const at = release.revision ? `, at ${release.revision}` : ''
  return {
    heading: 'Evidence',
    blocks: [
      lines([look('faint', `Paths and lines are those of ${release.places[0] ?? release.name}${at}.`)]),
      ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
      ...(more > 0 ? [lines([`and ${more} more places`])] : []),
    ],
  }
}

function wordsOf(cited: Citation): string | null {
  if ('quote' in cited) return cited.quote === '' ? null : cited.quote
  if ('value' in cited) return `${cited.key}: ${cited.value}`
  return 'fact' in cited ? cited.fact : null
}
