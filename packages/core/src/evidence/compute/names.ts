/** What a model's name says of its size: weak evidence, since names are rounded and chosen. */
export interface NamedSize {
  /** parameters in all; null where the name has none, or gives them per expert */
  readonly total: number | null
  /** parameters used for each token, of a mixture of experts */
  readonly active: number | null
  /** the name tells of a mixture of experts */
  readonly mixture: boolean
}

/** not the tail of `1_8b`, which may be 1.8 or 8 */
const SIZE = /(?<![a-z0-9.]|\d_)(\d{1,4}(?:\.\d{1,3})?)[ _-]?([bmt])(?![a-z0-9])/gi
/** `1b7` is 1.7 billion */
const TENTHS = /(?<![a-z0-9.]|\d_)(\d{1,2})b(\d)(?![a-z0-9.])/gi
const ACTIVE = /(?<![a-z0-9])a(\d{1,3}(?:\.\d{1,2})?)b(?![a-z0-9])/i
const EXPERTS = /(?<![a-z0-9])\d{1,3}x\d{1,3}(?:\.\d{1,2})?b(?![a-z0-9])/i
const SCALE: Readonly<Record<string, number>> = { m: 1e6, b: 1e9, t: 1e12 }

/** Sizes named in an id or a list of ids: `heron-7b`, `heron-30B-A3B`, `heron-8x7b`. */
export function sizeIn(name: string): NamedSize {
  const short = name.slice(0, 300)
  const sizes = sizesIn(short)
  const active = ACTIVE.exec(short)?.[1]
  const mixture = active !== undefined || EXPERTS.test(short)
  const [only, ...more] = [...new Set(sizes)]
  return {
    total: only === undefined || more.length > 0 ? null : only,
    active: active === undefined ? null : Number(active) * 1e9,
    mixture,
  }
}

/** Every size named, in parameters. */
export function sizesIn(text: string): readonly number[] {
  return [...text.slice(0, 2_000).replace(TENTHS, '$1.$2b').matchAll(SIZE)].map(
    match => Number(match[1]) * (SCALE[match[2]?.toLowerCase() ?? ''] ?? 1),
  )
}

/** whether two sizes can be the same, one of them rounded as names are */
export const sameSize = (one: number, other: number): boolean => Math.abs(one - other) <= 0.2 * Math.max(one, other)
