import type { SaidClause } from '../../../modality/said.ts'
import type { Mode } from '../../../report/vocabulary.ts'
import { type ClauseContext, clauseOf, type FoundClause, type Passage, type ReadSaid } from '../../clause.ts'
import { type Amount, amountsIn } from './amounts.ts'

/** a share or a size in bytes and pixels, a time: no number of what a license counts */
const OTHER_UNIT =
  /^[ )]{0,2}(?:%|(?:percent|per cent|(?:milli)?seconds?|minutes?|hours?|days?|months?|years?|[mgt]i?b|px|pixels?)\b)/
/** what follows above the limit: the mark that says so, and what the clause then is; the first that stands counts */
const CONSEQUENCES: readonly (readonly [mark: string, mode: Mode, consequence: string])[] = [
  ['asks', 'ban', 'request a license'],
  ['pays', 'duty', 'royalty'],
  ['brands', 'duty', 'branding'],
  ['ends', 'ban', 'stop: no license is given above it'],
]
const PERIODS = ['year', 'month', 'quarter', 'day']
const MEASURED = ['on release date', 'at any time']
/** how far from an amount its period may be named, in characters */
const PERIOD_NEAR = 160
/** how far behind the wording its amount may begin: "less than 100 employees and sales of $1 million" */
const AMOUNT_BEHIND = 40
/** a sentence so many lines below still tells what follows */
const LINES_BELOW = 6

/**
 * Reads a limit of size on a license: the amount beside what the wording measures, and what follows above it, both by
 * the wordings and `marks` of the file; null when the number binds nobody ("trusted by over 10 million users").
 * Thresholds below which a right is kept ("fewer than") are reported as the amount above which it ends.
 */
export const thresholdOf =
  (isAmount: (amount: Amount, said: SaidClause) => boolean): ReadSaid =>
  (said, passage, context): FoundClause | null => {
    const text = passage.lower
    // a language whose consequences are not told by marks: the wording itself says that it is a limit
    if (said.marks.length === 0) {
      const [first] = amountsIn(text).filter(({ end }) => end > said.at)
      return { ...clauseOf(said), parameters: { ...said.wording.with, ...(first && { over: first.value }) } }
    }
    const fits = amountsIn(text).filter(
      one =>
        one.end > said.at &&
        one.start < said.end + AMOUNT_BEHIND &&
        !OTHER_UNIT.test(text.slice(one.end)) &&
        isAmount(one, said),
    )
    // beside a number of users, what is earned has a currency
    const own = fits.find(({ currency }) => currency) ?? fits[0]
    const meaning = own === undefined ? meaningOf(said, passage, context) : passage
    const amount = own ?? amountsIn(meaning?.lower ?? '').find(one => isAmount(one, said))
    if (amount === undefined || meaning === undefined) return null
    const says = consequenceOf(said, passage, context)
    if (says === null) return null
    const { metric, period = periodOf(said, amount, meaning) } = said.wording.with ?? {}
    const measured = MEASURED.find(mark => said.has(mark))
    return {
      mode: says.mode,
      parameters: {
        metric,
        over: amount.value,
        ...(amount.currency && { unit: amount.currency }),
        ...(period ? { period } : {}),
        ...(measured && { measured }),
        affiliates: said.has('affiliates'),
        consequence: says.consequence,
      },
      // the quote says whose size it is, and how large
      at: Math.min(said.at, own?.start ?? said.place),
      ...(own && { end: own.end }),
      ...(says.consequence === 'branding' && { weighs: 'asks', against: ['share'] }),
    }
  }

/** The passage that says what "the Threshold" is. */
function meaningOf(said: SaidClause, passage: Passage, context: ClauseContext): Passage | undefined {
  const [term] = said.where('term')
  return term && context.define(passage.lower.slice(term.at, term.end))
}

interface Consequence {
  readonly mode: Mode
  readonly consequence: string
}

function consequenceOf(said: SaidClause, passage: Passage, context: ClauseContext): Consequence | null {
  const own = follows(said)
  if (own) return own
  // what a term means is followed by what is said of whoever exceeds it, and not by the next sentence
  const above = exceeding(passage, said.has('defines') ? context.passages : [])
  for (const one of above) {
    const then = follows(said, one)
    if (then) return then
  }
  if (above.length > 0) return { mode: 'definition', consequence: 'defines a limit' }
  for (const next of context.after(passage, 2)) {
    if (next.line - passage.endLine > LINES_BELOW || !said.has('goes on', next)) continue
    const later = follows(said, next)
    if (later) return later
  }
  if (said.has('defines')) return { mode: 'definition', consequence: 'defines a limit' }
  if (said.has('gives')) return { mode: 'grant', consequence: 'no license above' }
  // what is barred where it stands is barred beyond the limit, unless it is barred to the small
  const isUpward = !BELOW.test(passage.text) || UNLESS.test(passage.text)
  return isUpward && context.bars(passage) ? { mode: 'ban', consequence: 'no license' } : null
}
const BELOW = /\b(?:below|under|less|fewer|up to|not (?:exceed|more)|at most)\b/i
const UNLESS = /\b(?:unless|except)\b/i

/** a term that a definition gives a meaning, a name of one or two words */
const DEFINED = /^\W{0,6}([A-Z][A-Za-z]{2,30}(?: [A-Z][A-Za-z]{2,30})?)["”'’]?\s(?:shall )?means?\b/

/** The passages that speak of whoever exceeds the limit that a passage gives a name: "Threshold" means a size. */
export const exceeding = ({ text }: Passage, all: readonly Passage[]): readonly Passage[] =>
  withTerm(text, all, String.raw`\b(?:exceed|above|over|reach|meet)\w*\s(?:\w+\s){0,3}TERM\b`).map(([one]) => one)

/** The passage that says whom such a limit does not apply to, and whom. */
export const sparedBy = ({ text }: Passage, all: readonly Passage[]) =>
  withTerm(text, all, String.raw`\bTERM (?:shall|does|do|will|is) not appl\w+ to (.{3,120}?)(?=['’]s use|[.;]|$)`)[0]

/** The passages that say something of the term that a sentence defines, and what is asked of them. */
function withTerm(
  text: string,
  all: readonly Passage[],
  says: string,
): readonly (readonly [Passage, string | undefined])[] {
  const term = all.length > 0 ? DEFINED.exec(text)?.[1] : undefined
  if (term === undefined) return []
  const said = new RegExp(says.replace('TERM', term))
  return all.flatMap(one => {
    const found = said.exec(one.text)
    return found ? [[one, found[1]] as const] : []
  })
}

function follows(said: SaidClause, passage?: Passage): Consequence | null {
  for (const [mark, mode, consequence] of CONSEQUENCES) if (said.has(mark, passage)) return { mode, consequence }
  return null
}

/** the period that is named near an amount, in the order of `PERIODS` */
const periodOf = (said: SaidClause, { start, end }: Amount, passage: Passage): string | undefined =>
  PERIODS.find(period =>
    said.where(`per ${period}`, passage).some(one => one.end > start - PERIOD_NEAR && one.at < end + 100),
  )
