import type { Report } from '../../report.ts'
import type { Names } from '../names.ts'
import { look } from '../page.ts'
import { lineWidth } from '../terminal/wrap.ts'
import { ANSWERED } from '../tones.ts'
import { clipped } from './clip.ts'
import { placeIn } from './place.ts'
import { row, type ScreenPart } from './screen.ts'

/** columns of what is said and its place, beside the questions; and of the words where the place is long */
const SAID = 44
const LEAST = 20
/** reasons where there is nothing to ask about */
const REASONS = 2

/** What everybody asks first, with the line that decides; where no weights are offered, why that is so. */
export function canI(report: Report, _names: Names): ScreenPart {
  const { uses = [], term, findings } = report
  if (uses.length === 0) {
    const because = term.because.flatMap(id => findings.find(finding => finding.id === id) ?? []).slice(0, REASONS)
    return {
      heading: ['Why'],
      rows: because.map(({ says, cited }) => row([clipped(says, 140)], placeIn(cited), '-')),
    }
  }
  return {
    heading: ['Can I …'],
    rows: uses.map(({ ask, answer, says, cited }) => {
      const { sign, look: as } = ANSWERED[answer]
      const place = placeIn(cited)
      const said = clipped(says || WORDS[answer], Math.max(SAID - lineWidth(place), LEAST))
      return row([answer === 'unknown' ? look('faint', said) : said], place, look(as, sign), ask)
    }),
  }
}

/** what stands beside a sign that needs no words */
const WORDS = { yes: '', if: 'on a condition', no: 'not allowed', unknown: 'not known' } as const
