import type { Allowed, Report } from '@unwash/core/report/report'
import {
  type Block,
  holding,
  type Line,
  type LooseRow,
  lines,
  listed,
  look,
  loose,
  named,
  row,
  type Span,
} from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { ANSWERED, signOf } from '../tones.ts'
import { clipped } from '../words/clipped.ts'
import { count } from '../words/counts.ts'
import { placeIn, placesOf } from '../words/places.ts'
import { type Alike, alike, verdictInSentences, whichOf } from './verdict.ts'

/** columns of a model's name */
const NAME_COLUMNS = 40
/** further models on the first screen; JSON has them all */
const MODELS_SHOWN = 3
/** models whose answers are given row by row */
const MODELS = 12

/**
 * What everybody asks first, for each model: a row for each, with the answer, what it depends on, and the line that
 * decides it. One reason is said once.
 */
export const canI: SectionOf = (report, _, brief = false) => {
  const [first, ...others] = alike(report)
  if (!first) return null
  const heading = `Can I …${others.length > 0 ? ` (${clipped(whichOf(first.models), NAME_COLUMNS)})` : ''}`
  if (brief) return { heading, blocks: holding(loose(inBrief(first.uses)), lines(...restOf(report, first))) }
  const further = others.slice(0, MODELS).map(
    ({ models, uses }): Block => ({
      kind: 'fold',
      summary: `Can I … with ${whichOf(models)}`,
      blocks: [loose(inFull(uses), TABLE_HEAD)],
    }),
  )
  return { heading, blocks: [loose(inFull(first.uses), TABLE_HEAD), ...further] }
}

const TABLE_HEAD = ['', '', 'answer', 'see']

/** The same, a reason that was said before not said again. */
const saidOnce = (uses: readonly Allowed[]): readonly Allowed[] =>
  uses.map((use, at) => {
    const said = uses.slice(0, at).some(({ answer, says }) => answer === use.answer && says === use.says)
    return said && use.says !== '' ? { ...use, says: 'as above', clause: null } : use
  })

const inFull = (uses: readonly Allowed[]): LooseRow[] =>
  saidOnce(uses).map(use => {
    const [sign, ...said] = answered(use)
    return row(said, placesOf(use.cited, 1), sign, use.ask)
  })

const inBrief = (uses: readonly Allowed[]): LooseRow[] =>
  saidOnce(uses).map(({ ask, answer, says, cited }) => {
    // a condition is never cut: what follows may be its exception
    const said = says || ANSWERED[answer].word
    return row([answer === 'unknown' ? look('faint', said) : said], placeIn(cited), signOf(answer), ask)
  })

/** Further models, a line for those of which the same holds. */
function restOf({ uses = [] }: Report, first: Alike): readonly Line[] {
  const others = verdictInSentences({ uses: uses.filter(({ model = '' }) => !first.models.includes(model)) })
  const told = others.slice(0, MODELS_SHOWN).map(({ models, says }): Line => [`With ${whichOf(models)}: ${says}`])
  const more = others.slice(MODELS_SHOWN).flatMap(({ models }) => models).length
  return more > 0 ? [...told, [look('faint', `and ${count(more, 'more model')}`)]] : told
}

/** An answer: its sign, "yes", or "if" with what it depends on. */
export function answered({
  answer,
  says,
  clause,
}: Pick<Allowed, 'answer' | 'says' | 'clause'>): readonly [Span, ...Span[]] {
  const why = clause === null ? says : named(says, ['clause', clause])
  return [signOf(answer), look(ANSWERED[answer].look, answer), ...(says === '' ? [] : [': ', why])]
}

/** doubts shown; JSON has them all */
const DOUBTS = 6
/** and on the first screen */
const FEW_MODELS = 2

/** What takes a plain "yes" from these answers, each with its line and why it matters. */
export const doubts: SectionOf = ({ doubts: all = [] }, _, brief = false) => {
  // what is only presumed is said beside the term
  const told = all.filter(({ says }) => !brief || !says.startsWith('presumed'))
  if (told.length === 0) return null
  if (brief) {
    const rows = told
      .slice(0, FEW_MODELS)
      .map(({ says, matters, cited }) => row([`${says}: ${matters}`], placeIn(cited), look('ask', '≈')))
    const more = told.length - FEW_MODELS
    return {
      heading: 'In doubt',
      blocks: [loose(more > 0 ? [...rows, row([look('faint', `and ${count(more, 'more doubt')}`)])] : rows)],
    }
  }
  const items = told.map(({ says, matters, cited }): [Line] => [
    [look('ask', says), `: ${matters} `, ...placesOf(cited, 3)],
  ])
  return { heading: 'In doubt', blocks: listed(items, DOUBTS, 'doubt') }
}
