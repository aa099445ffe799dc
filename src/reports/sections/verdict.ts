import type { Report } from '../../report.ts'
import type { Names } from '../names.ts'
import { tallyOf } from './lead.ts'

/**
 * What a title carries: the term with what stands beside it, "Weights Available AI, not open source"; of several models
 * that differ how many are what.
 */
export function verdictOf({ term, models }: Pick<Report, 'term' | 'models'>, names: Names): string {
  if (areMixed(models)) return tallyOf(models, names, 0)
  const proof = names.proof(term)
  const beside = proof === '' ? names.beside(term.id) : null
  return `${names.term(term.id)}${proof}${beside ? `, ${beside}` : ''}`
}

/** Whether models are under different terms. */
export const areMixed = (models: Report['models']) => new Set(models.map(({ term }) => term.id)).size > 1
