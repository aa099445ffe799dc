import { withCommas } from '../../licenses/digits.ts'
import type { Clause } from '../../report.ts'

/** longer values of a clause's parameters are cut */
const VALUE_LENGTH = 60

/** The parameters of a clause in words: `over 700,000,000 monthly active users, measured on the release date`. */
export function detailsOf(parameters: Clause['parameters']): string {
  const { over, unit, metric, period, ...rest } = parameters
  const amount =
    typeof over === 'number'
      ? [`over ${withCommas(over)}`, unit, metric, period && `a ${period}`]
      : [over, unit, metric, period]
  const first = amount
    .flatMap(value => (value === undefined || value === null || value === '' ? [] : [inText(value)]))
    .join(' ')
  const others = Object.entries(rest).flatMap(([key, value]) => {
    if (value === null || value === undefined || value === false) return []
    const name = key.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
    return [value === true ? name : `${name}: ${inText(value)}`]
  })
  return [...(first ? [first] : []), ...others].join(', ')
}

function inText(value: unknown): string {
  const text = Array.isArray(value)
    ? value.map(String).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : typeof value === 'number'
        ? withCommas(value)
        : String(value)
  return text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)}…` : text
}
