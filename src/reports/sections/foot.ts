import type { Report } from '../../report.ts'
import type { TermId } from '../../vocabulary.ts'
import type { Names } from '../names.ts'
import { type Line, look } from '../page.ts'

/** The footnote to the terms of unwash's own, where one of those that are shown is, and what a report is not. */
export function footOf({ unwash }: Report, names: Names, shown: readonly TermId[]): readonly Line[] {
  return [
    ...(shown.some(id => names.own(id)) ? [[look('faint', OWN)]] : []),
    [look('faint', `unwash ${unwash.version}, knowledge of ${unwash.knowledge}. Not legal advice.`)],
  ]
}

const OWN = "* unwash's own word; the other terms are those of the G7 (2026, non-binding)"
