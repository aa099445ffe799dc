import type { Citation } from '../../report.ts'
import { type Line, look } from '../page.ts'
import { placeOf } from '../places.ts'
import { lineWidth } from '../terminal/wrap.ts'

/** columns of a place; a longer path is told by its beginning and its end */
const LONGEST = 30

/** The first place in the release, else where else it is known from: short enough to stand beside what it is of. */
export function placeIn(cited: readonly Citation[], section?: unknown): Line {
  const here = cited.find(citation => 'path' in citation)
  if (here) return [{ text: shortened(placeOf(here)), look: 'place', cited: here }]
  const [first] = cited
  if (!first) return []
  if ('looked' in first) return [look('faint', 'not found')]
  return [look('faint', typeof section === 'string' ? shortened(`known text, ${section}`) : 'known text')]
}

/** `src/model_licenses/LICENSE-A:12` as `src/…/LICENSE-A:12` */
function shortened(place: string): string {
  if (lineWidth([place]) <= LONGEST) return place
  const [first = '', ...others] = place.split('/')
  const last = others.at(-1)
  const short = last === undefined ? place : `${first}/…/${last}`
  return lineWidth([short]) <= LONGEST ? short : `…${(last ?? place).slice(-LONGEST + 1)}`
}
