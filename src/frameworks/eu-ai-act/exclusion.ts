import type { Cited, Clause } from '../../report.ts'
import { citedTogether } from '../answers.ts'
import type { Subject } from '../framework.ts'

/** The Union, or the area it is the greatest part of. */
const UNION = ['EU', 'EEA']

/** A territory kept out by the publisher or by the terms of a base. */
export interface Exclusion {
  /** the kind of models it is of, in the words of the terms; null where it is of all */
  readonly scope: string | null
  readonly cited: Cited
}

/** Where the model is kept out of the Union: a clause that names it, or a gate that refuses it; null where nothing does. One that is of all models comes before one of some. */
export function unionExclusion({ case: { evidence }, model }: Subject): Exclusion | null {
  const { gate } = evidence.metadata
  const clauses = model.floor
    .flatMap(({ license }) => license.clauses)
    .filter(({ mode, parameters }) => mode !== 'plea' && namesUnion(parameters.territories))
  const ofAll = clauses.filter(clause => scopeOf(clause) === null)
  const whole = citedTogether([...(gate?.euDisallowed ? [gate.cited] : []), ...ofAll.map(({ cited }) => cited)])
  if (whole) return { scope: null, cited: whole }
  const part = citedTogether(clauses.map(({ cited }) => cited))
  return part ? { scope: clauses.map(scopeOf).find(scope => scope !== null) ?? null, cited: part } : null
}

/** The kind of models that a clause on territories is of, where it is not of all. */
export const scopeOf = ({ parameters }: Clause): string | null =>
  Array.isArray(parameters.territories) && typeof parameters.scope === 'string' ? parameters.scope : null

const namesUnion = (territories: unknown) =>
  Array.isArray(territories) && territories.some(code => UNION.includes(String(code)))
