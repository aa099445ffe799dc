import type { Clause } from '@unwash/core/report/report'
import { withCommas } from '@unwash/core/text/digits'
import { perPeriod } from '@unwash/core/verdict/facets'

/** longer values of a clause's parameters are cut */
const VALUE_LENGTH = 60

/** The parameters of a clause in words: `over 700,000,000 monthly active users, measured on the release date`. */
export function detailsOf(parameters: Clause['parameters']): string {
  const { over, unit, metric, period, ...rest } = parameters
  const amount =
    typeof over === 'number'
      ? [`over ${withCommas(over)}`, unit, metric, perPeriod(metric, period).trim()]
      : [over, unit, metric, period]
  const first = amount
    .flatMap(value => (value === undefined || value === null || value === '' || value === false ? [] : [inText(value)]))
    .join(' ')
  const others = Object.entries(rest).flatMap(([key, value]) => {
    if (value === null || value === undefined || value === false || value === '') return []
    if (Array.isArray(value) && value.length === 0) return []
    const named = NAMES[key]
    if (value === true) return [named?.replace(/ ?\{\}/, '') ?? keyInWords(key)]
    return [named?.replace('{}', () => inText(value)) ?? `${keyInWords(key)}: ${inText(value)}`]
  })
  return [...(first ? [first] : []), ...others].join(', ')
}

/** How a parameter is told; the others by their name. */
const NAMES: Readonly<Record<string, string>> = {
  above: 'above that limit{}',
  affiliates: 'affiliates counted in',
  automatic: 'at once and by itself',
  bindsCopies: 'also for copies had before',
  consequence: 'then: {}',
  measured: 'measured {}',
  noticeDays: 'with {} days of notice',
  of: '{}',
  prefix: 'the name begins with “{}”',
  says: '“{}”',
  scope: '{}',
  sectors: '{}',
  text: '“{}”',
  what: '{}',
  within: '{}',
}

const keyInWords = (key: string) => key.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)

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
