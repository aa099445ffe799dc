import type { Licensing } from '../../report.ts'
import type { Names } from '../names.ts'
import { hasAcknowledgement, hasExpressions, type Spec } from './spec.ts'

const KINDS = ['declared', 'concluded'] as const

/**
 * Licenses of a component or a set of data: as declared and as concluded, or where an edition takes one, as concluded.
 */
export function licensesOf(
  licensing: Pick<Licensing, 'declared' | 'concluded'>,
  names: Names,
  spec: Spec,
): readonly object[] {
  const all = KINDS.flatMap(acknowledgement => {
    const expression = names.expression(licensing[acknowledgement])
    if (expression === null) return []
    return [{ expression, ...(hasAcknowledgement(spec) ? { acknowledgement } : {}) }]
  })
  return hasExpressions(spec) ? all : all.slice(-1)
}

/** The license that is declared, as a property: where an edition has no other place for it. */
export function declaredProperty({ declared }: Pick<Licensing, 'declared'>, names: Names, spec: Spec) {
  const expression = names.expression(declared)
  return hasExpressions(spec) || expression === null ? [] : [{ name: 'unwash:license:declared', value: expression }]
}

/** a property that is left out where there is nothing to say */
export function optional(name: string, value: object | readonly object[] | null): object {
  return value === null || (Array.isArray(value) && value.length === 0) || Object.keys(value).length === 0
    ? {}
    : { [name]: value }
}
