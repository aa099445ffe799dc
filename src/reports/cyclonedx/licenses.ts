import type { Licensing } from '../../report.ts'
import { SPECS } from '../formats.ts'
import type { Names } from '../names.ts'

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

/** An edition of CycloneDX. Consumers lag behind it: each is written so that it holds by its own schema. */
export type Spec = (typeof SPECS)[number]

/** the edition that is written unless another is asked for */
export const NEWEST: Spec = SPECS[0]

/** Whether an edition has claims, evidence and standards (`declarations` and `definitions`, from 1.6 on). */
export const hasDeclarations = (spec: Spec): boolean => spec !== '1.5'

/** Whether it tells a declared license from a concluded one (`acknowledgement`, from 1.6 on). */
export const hasAcknowledgement = (spec: Spec): boolean => spec !== '1.5'

/** Whether several license expressions may stand beside each other (from 1.7 on; before, one stands alone). */
export const hasExpressions = (spec: Spec): boolean => spec === '1.7'

/** Whether a place in a file may have its line (`evidence.occurrences`, from 1.6 on). */
export const hasLines = (spec: Spec): boolean => spec !== '1.5'
