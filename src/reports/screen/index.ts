import type { Report } from '../../report.ts'
import type { Names } from '../names.ts'
import { type Line, look } from '../page.ts'
import { footOf } from '../sections/lead.ts'
import { clauseAsked } from '../sections/lists.ts'
import { lineWidth } from '../terminal/wrap.ts'
import { ANSWERED } from '../tones.ts'
import { count } from '../words/counts.ts'
import { claimed } from './claimed.ts'
import { given } from './given.ts'
import { headOf, mayMove } from './head.ts'
import { restrictions } from './restrictions.ts'
import { clipped, placeIn, row, type Screen, type ScreenPart } from './screen.ts'

/** columns of what is said and its place, beside the questions; and of the words where the place is long */
const SAID = 44
const LEAST = 20
/** reasons where there is nothing to ask about */
const REASONS = 2

/** What everybody asks first, with the line that decides; where no weights are offered, why that is so. */
function canI(report: Report, _names: Names): ScreenPart {
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
const WORDS = {
  yes: '',
  presumably: 'not proven',
  if: 'on a condition',
  no: 'not allowed',
  unknown: 'not known',
} as const

/** rows of each kind; the rest is counted */
const SHOWN = 3

/** Legal files that were not wholly read, the ones that may bind the weights first. */
function unread({ unread: all = [] }: Report): ScreenPart | null {
  if (all.length === 0) return null
  const sorted = all.toSorted((one, other) => Number(other.mayBind) - Number(one.mayBind))
  const rows = sorted
    .slice(0, SHOWN)
    .map(file => row([file.says], placeIn([file]), look(file.mayBind ? 'ask' : 'faint', '?')))
  const more = all.length - SHOWN
  return {
    heading: ['Legal files not read'],
    rows: [...rows, ...(more > 0 ? [row([look('faint', `and ${count(more, 'more file')}`)], [], ' ')] : [])],
  }
}

/** A publisher's reply, or a correction that was upheld. */
function corrections({ corrections: all }: Report): ScreenPart | null {
  if (all.length === 0) return null
  const rows = all.slice(0, SHOWN).map(({ date, says, outcome }) => row([`${date}: ${says} (${outcome})`]))
  return { heading: ['Corrections and replies'], rows }
}

/** alternatives named */
const NAMED = 2

/** What to use in its place, and the commands that say more. */
function foot(report: Report, names: Names): readonly Line[] {
  const { term, models, alternatives } = report
  const others = alternatives.slice(0, NAMED).map(({ model, term }) => `${model} (${names.term(term)})`)
  const [clause] = models.length > 0 ? clauseAsked(report) : []
  const use = report.uses?.length ? ['--use commercial,eu'] : []
  const commands = ['--full', ...use, `unwash explain ${clause ?? term.id}`]
  return [
    ...(others.length > 0 ? [[look('faint', 'More open: '), others.join(', ')]] : []),
    [look('faint', 'More: '), look('code', commands.join(' · '))],
    ...footOf(report, names, [
      term.id,
      ...(mayMove(term) ? [term.ceiling] : []),
      ...(models.length > 1 ? models.map(model => model.term.id) : []),
      ...alternatives.slice(0, NAMED).map(other => other.term),
    ]),
  ]
}

/** The answer on one screen: what it is, what one can do with it, what restricts, what is claimed, what is there. */
export function screenOf(report: Report, names: Names, filesIn: string): Screen {
  return {
    head: headOf(report, names, filesIn),
    parts: [canI, restrictions, unread, claimed, corrections, given].flatMap(part => part(report, names) ?? []),
    foot: foot(report, names),
  }
}
