import type { Licensing } from '../../report.ts'
import type { Names } from '../names.ts'

/** licenses of a component or a set of data, as declared and as concluded */
export function licensesOf(licensing: Pick<Licensing, 'declared' | 'concluded'>, names: Names): readonly object[] {
  return (['declared', 'concluded'] as const).flatMap(acknowledgement => {
    const expression = names.expression(licensing[acknowledgement])
    return expression === null ? [] : [{ expression, acknowledgement }]
  })
}

/** a property that is left out where there is nothing to say */
export function optional(name: string, value: object | readonly object[] | null): object {
  return value === null || (Array.isArray(value) && value.length === 0) || Object.keys(value).length === 0
    ? {}
    : { [name]: value }
}
