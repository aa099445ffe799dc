import type { Allowed } from '../../report.ts'
import { look, loose, named, row, type Span } from '../page.ts'
import { lineWidth } from '../terminal/wrap.ts'
import { ANSWERED } from '../tones.ts'
import { clipped } from '../words/clipped.ts'
import { placeIn, placesOf } from '../words/places.ts'
import type { SectionOf } from './section.ts'

/** columns of what is said and its place where all is one screen; and of the words where the place is long */
const SAID = 44
const LEAST = 20

/** What everybody asks first: a row each, with the answer, what it depends on, and the line that decides it. */
export const canI: SectionOf = ({ uses = [] }, _, brief = false) => {
  if (uses.length === 0) return null
  const rows = uses.map(use => {
    const [sign, ...said] = answered(use)
    return brief ? inBrief(use) : row(said, placesOf(use.cited, 1), sign, use.ask)
  })
  return { heading: 'Can I …', blocks: [loose(rows, ['', '', 'answer', 'see'])] }
}

function inBrief({ ask, answer, says, cited }: Allowed) {
  const { sign, look: as, word } = ANSWERED[answer]
  const place = placeIn(cited)
  const said = clipped(says || word, Math.max(SAID - lineWidth(place), LEAST))
  return row([answer === 'unknown' ? look('faint', said) : said], place, look(as, sign), ask)
}

/** An answer: its sign, "yes", or "if" with what it depends on. */
export function answered({
  answer,
  says,
  clause,
}: Pick<Allowed, 'answer' | 'says' | 'clause'>): readonly [Span, ...Span[]] {
  const { sign, look: as } = ANSWERED[answer]
  const why = clause === null ? says : named(says, ['clause', clause])
  return [look(as, sign), look(as, answer), ...(says === '' ? [] : [': ', why])]
}
