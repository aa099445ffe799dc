import type { Framework } from '../../knowledge/knowledge.ts'
import type { Cited } from '../../report.ts'
import { met, unmet } from '../answers.ts'
import type { Judgement, Row } from '../framework.ts'

/** The best step of a dimension. */
export const open = (because: string, cited: Cited): Judgement => ({ ...met(because, cited), level: 'open' })
/** The step between: something of it is there. */
export const partial = (because: string, cited: Cited): Judgement => ({ ...unmet(because, cited), level: 'partial' })
/** The lowest step. */
export const closed = (because: string, cited: Cited): Judgement => ({ ...unmet(because, cited), level: 'closed' })

/** A judgement of another framework's question as a step of this one: met is open, unmet closed, the rest not decided. */
export function stepOf(judgement: Judgement): Judgement {
  if (judgement.answer === 'met') return open(judgement.because, judgement.cited)
  return judgement.answer === 'unmet' ? closed(judgement.because, judgement.cited) : judgement
}

const WORTH: Readonly<Record<string, number>> = { open: 1, partial: 0.5, closed: 0 }

/** The index's unweighted mean, 0 to 100: dimensions that are not decided as closed, and as open. */
export function mean({ requirements }: Framework, row: Row): Readonly<Record<string, number>> {
  const worth = (undecided: number) =>
    requirements.reduce((sum, { id }) => sum + (WORTH[row(id).level ?? ''] ?? undecided), 0)
  return { 'at least': (100 * worth(0)) / requirements.length, 'at most': (100 * worth(1)) / requirements.length }
}
