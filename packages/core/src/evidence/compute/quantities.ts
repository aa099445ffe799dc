/** A number in a text, its scale applied: `1.4T`, `2,048`, `3-4 trillion`, `3万亿`, `6.3e24`, `10^25`. */
export interface Quantity {
  readonly low: number
  /** the same as `low`, unless a range is given */
  readonly high: number
  readonly start: number
  readonly end: number
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
  trillions: 1e12,
  万: 1e4,
  萬: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  兆: 1e12,
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const DIGITS = '\\d{1,3}(?:,\\d{3}){1,6}(?!\\d)|\\d{1,15}(?:\\.\\d{1,6})?'
const TIMES = '(?:[x×*·∙]|\\\\times)'
const EXPONENT = `(?:\\{?\\+?(\\d{1,2})(?!\\d)\\}?|([${SUPERSCRIPTS}]{1,2}))`
const SCALE =
  '(?:thousand|millions?|billions?|trillions?|mn|bn|tn|[kmbt])(?![a-z])|' +
  '万亿|千亿|百亿|十亿|亿|億|千万|百万|万|萬|兆'
/** not the tail of a word, a version or another number: `H800`, `v2.5`, `Heron-7B` */
const NUMBER = new RegExp(
  `(?<![\\w.,^-])(${DIGITS})(?: ?(?:-|–|~|to) ?(${DIGITS}))?(?: ?${TIMES} ?10 ?(?:\\^|\\*\\*)? ` +
    `?${EXPONENT}|(?:\\^|\\*\\*) ?${EXPONENT}|([${SUPERSCRIPTS}]{1,2})|e\\+?(\\d{1,2})(?![\\d.]))?(?:[ ` +
    `-]?(${SCALE}))?`,
  'gi',
)

/** longer stretches of text hold no more than data */
const LONGEST_STRETCH = 4_000

/** The quantities of a text, in the order they stand. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  for (const match of text.slice(0, LONGEST_STRETCH).matchAll(NUMBER)) {
    const [whole, first = '', second, times, timesUp, power, powerUp, raised, exponent, scale] = match
    const factor = SCALES[(scale ?? '').toLowerCase()] ?? 1
    const up = Number(times ?? exponent ?? fromSuperscript(timesUp) ?? 0)
    // of a power the first number is the base: 10^25
    const over = power ?? fromSuperscript(powerUp ?? raised)
    const scaled = (digits: string) => {
      const number = Number(digits.replaceAll(',', ''))
      return (over === undefined ? number * 10 ** up : number ** Number(over)) * factor
    }
    const low = scaled(first)
    const high = second === undefined ? low : scaled(second)
    if (!Number.isFinite(low) || !Number.isFinite(high)) continue
    found.push({
      low: Math.min(low, high),
      high: Math.max(low, high),
      start: match.index,
      end: match.index + whole.length,
    })
  }
  return joined(found, text)
}

/** "10T to 12T" is one amount between two bounds. */
function joined(found: readonly Quantity[], text: string): readonly Quantity[] {
  const whole: Quantity[] = []
  for (const quantity of found) {
    const before = whole.at(-1)
    const between = before ? text.slice(before.end, quantity.start) : ''
    if (before && before.low >= 1e6 && quantity.high > before.low && /^ ?(?:to|–|~|至|到) ?$/.test(between))
      whole[whole.length - 1] = { ...before, high: quantity.high, end: quantity.end }
    else whole.push(quantity)
  }
  return whole
}

function fromSuperscript(raised: string | undefined): string | undefined {
  return raised === undefined ? undefined : [...raised].map(digit => SUPERSCRIPTS.indexOf(digit)).join('')
}

/** A quantity in few words: `1.4 trillion`, `6.3e24`. */
export function inFewWords(value: number): string {
  const scales = [
    [1e12, ' trillion'],
    [1e9, ' billion'],
    [1e6, ' million'],
  ] as const
  const scale = scales.find(([size]) => value >= size)
  if (value >= 1e15) return value.toExponential(1).replace('e+', 'e')
  return scale ? `${Number((value / scale[0]).toPrecision(3))}${scale[1]}` : String(Number(value.toPrecision(3)))
}
