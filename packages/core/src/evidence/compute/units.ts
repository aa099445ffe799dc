import type { Quantity } from './quantities.ts'

/** What a quantity counts; `rate` is arithmetic per second, which is no amount of compute. */
export type Unit = 'parameters' | 'active-parameters' | 'tokens' | 'hours' | 'flop' | 'rate'

/** words between a number and what it counts; a verb or another noun ends the phrase */
const BETWEEN =
  '(?:(?!(?:models?|parameters?|params?|trained|training ' +
  '(?:on|for)|on|with|for|to|a|an|the|vs|per|in|batch|context)\\b)[a-z-]{1,20} ){0,5}'
const TOKENS = new RegExp(
  `^[ -]?(?:of )?${BETWEEN}(?:training |unique )?tokens?\\b|^ ?个? ?(?:tokens?|词元|トークン)`,
  'i',
)
/** windows and limits are counted in tokens too, and are not what was trained on */
const NOT_TRAINED = new RegExp(
  '^[ -]?(?:of )?(?:[a-z-]{1,20} ){0,2}tokens?[ -](?:context|window|length|long|sequence|output|' +
    String.raw`input|limit|per (?:second|step|batch|image)|\/ ?s)`,
  'i',
)
const PARAMETERS = /^[ -]?(?:[a-z-]{1,20} ){0,2}(?:parameters?|params?)\b|^ ?(?:个)?(?:的)?(?:总)?参数/i
const ACTIVE =
  /^[ -]?(?:(?:are |is |being )?activ(?:e|ated)\b|(?:parameters?|params?) (?:are )?activ(?:e|ated)|激活|活跃参数)/i
const HOURS = new RegExp(
  String.raw`^[ -]?(?:[a-z][\w-]{1,16} ){0,3}?(?:(?:gpu|tpu|npu|xpu|accelerator|chip|device|` +
    String.raw`card)s?[ -]?(?:hours?|hrs?)\b|(?:gpu|npu|卡)? ?(?:小时|时)|` +
    String.raw`[a-z]\w{0,3}\d{2,4}\w{0,3}[ -](?:gpu[ -])?hours?\b)`,
  'i',
)
const PREFIXES: Readonly<Record<string, number>> = {
  k: 1e3,
  kilo: 1e3,
  m: 1e6,
  mega: 1e6,
  g: 1e9,
  giga: 1e9,
  t: 1e12,
  tera: 1e12,
  p: 1e15,
  peta: 1e15,
  e: 1e18,
  exa: 1e18,
  z: 1e21,
  zetta: 1e21,
  y: 1e24,
  yotta: 1e24,
}
const FLOP = /^[ -]?(?:of )?(kilo|mega|giga|tera|peta|exa|zetta|yotta|[kmgtpezy])?[ -]?flops?\b(.{0,24})/i
/** petaflop/s sustained for days */
const FLOP_DAYS = /^[ -]?(?:petaflops?(?:\/s)?|pf(?:lops?)?(?:\/s)?)[ -]days?\b/i
const PETAFLOP_DAY = 1e15 * 86_400
const PER_SECOND = /^ ?(?:\/ ?s\b|\/ ?sec|per (?:second|gpu|chip|device)|\/ ?gpu|s\/gpu|\/ ?token)/i
/** no machine does as much in a second: a smaller number of "FLOPS" is a rate, or that of one pass */
const LEAST_TOTAL = 1e17

/** words right before a number that make it a window */
const WINDOW_BEFORE = /\b(?:context|window|length|sequences?)\b[^.;,]{0,30}$/i

/**
 * What the words right after a number make it count, and by how much it is to be multiplied; null when it is something
 * else.
 */
export function unitAfter(text: string, { start, end, high: value }: Quantity): { unit: Unit; factor: number } | null {
  const after = text.slice(end, end + 120)
  if (NOT_TRAINED.test(after) || (TOKENS.test(after) && WINDOW_BEFORE.test(text.slice(Math.max(0, start - 60), start))))
    return null
  if (TOKENS.test(after)) return { unit: 'tokens', factor: 1 }
  if (ACTIVE.test(after)) return { unit: 'active-parameters', factor: 1 }
  if (PARAMETERS.test(after)) {
    const active = /^[ -]?(?:activ\w+ )|^.{0,20}(?:parameters?|params?) (?:are )?activ/i.test(after)
    return { unit: active ? 'active-parameters' : 'parameters', factor: 1 }
  }
  if (HOURS.test(after)) return { unit: 'hours', factor: 1 }
  if (FLOP_DAYS.test(after)) return { unit: 'flop', factor: PETAFLOP_DAY }
  const flop = FLOP.exec(after)
  if (!flop) return null
  const factor = PREFIXES[(flop[1] ?? '').toLowerCase()] ?? 1
  const rate = PER_SECOND.test(flop[2] ?? '') || value * factor < LEAST_TOTAL
  return { unit: rate ? 'rate' : 'flop', factor }
}

const COLUMNS: readonly (readonly [RegExp, Unit])[] = [
  [/activ(?:e|ated)\b.{0,20}(?:param|size)?|激活参数/i, 'active-parameters'],
  [/(?:gpu|tpu|npu|accelerator)[ -]?(?:hours|hrs)|卡时/i, 'hours'],
  [/flop/i, 'flop'],
  [/\b(?:training|pre-?training|total|#|no\. of)? ?tokens?\b|词元|训练量/i, 'tokens'],
  [/\bparam(?:eter)?s?\b|^#?p(?:arams?)?$|\bmodel size\b|^size$|参数/i, 'parameters'],
]
/** columns that count tokens of something else */
const OTHER_COLUMN = /context|window|length|vocab|max|speed|\/ ?s|per second|price|cost|batch|rate|tflop|output|input/i

/** What the head of a table's column says its numbers count; null for another column. */
export function unitOfColumn(head: string): Unit | null {
  const short = head.slice(0, 120)
  if (OTHER_COLUMN.test(short)) return null
  return COLUMNS.find(([pattern]) => pattern.test(short))?.[1] ?? null
}
