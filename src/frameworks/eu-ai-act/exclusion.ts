import type { Citation } from '../../report.ts'
import { citedTogether } from '../answers.ts'
import type { Subject } from '../framework.ts'

/** The Union, or the area it is the greatest part of. */
const UNION = ['EU', 'EEA']

/** Where the publisher keeps the model out of the Union: a clause that names it, or a gate that refuses it; null where nothing does. */
export function unionExclusion({ case: { evidence }, model }: Subject): readonly [Citation, ...Citation[]] | null {
  const { gate } = evidence.metadata
  const clauses = model.floor
    .flatMap(({ license }) => license.clauses)
    .filter(({ mode, parameters }) => mode !== 'plea' && namesUnion(parameters.territories))
  return citedTogether([...(gate?.euDisallowed ? [gate.cited] : []), ...clauses.map(({ cited }) => cited)])
}

const namesUnion = (territories: unknown) =>
  Array.isArray(territories) && territories.some(code => UNION.includes(String(code)))
