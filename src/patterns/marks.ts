/**
 * What a text has of letters beside each other: enough to tell that a pattern is not in it, for a fraction of what it
 * takes to look. Three letters in a row set one of the bits, without case; so does a letter that is not in ASCII by
 * itself, and any digit. What stands between words is one and the same sign, whatever it is, also before and after
 * the text.
 */
export interface Marks {
  /** shared by many texts; those of this one begin at `from` */
  readonly bits: Int32Array
  readonly from: number
  /** how many of a hash's bits are left out to come to a place */
  readonly shift: number
}

/** the sign for what stands between words */
export const BETWEEN = 1
/** the sign of all digits */
export const DIGIT = 2
/** bits of a sign: those of ASCII, in small letters */
const WIDTH = 7
const THREE = (1 << (3 * WIDTH)) - 1

/** The sign of a letter. */
export const signOf = (code: number): number => (code < 128 ? (SIGNS[code] ?? BETWEEN) : BETWEEN)
const SIGNS = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase()
  return /\d/.test(letter) ? DIGIT : /[a-z_]/.test(letter) ? letter.charCodeAt(0) : BETWEEN
})

/** spreads what is beside each other over all bits */
const spread = (key: number): number => Math.imul(key, 0x9e3779b1)
/** The hash of three signs in a row. */
export const hashOfThree = (one: number, two: number, three: number): number =>
  spread((((one << WIDTH) | two) << WIDTH) | three)
/** The hash of a letter that is not in ASCII. */
export const hashOfLetter = (code: number): number => spread(code | (1 << (3 * WIDTH)))
/** The hash that any digit sets. */
export const ANY_DIGIT: number = spread(1 << (3 * WIDTH + 1))

/** bits for each letter of a text: the more, the less often three letters are taken for three others */
const ROOM = 8
const LEAST = 9
const MOST = 17
/** numbers of 32 bits that are made at once: making a few for each text takes longer than setting them */
const AT_ONCE = 1 << 15
let bits = new Int32Array(0)
let free = 0

/** Reads the marks of a text. */
export function marksOf(text: string): Marks {
  const { length } = text
  const width = Math.min(MOST, Math.max(LEAST, 32 - Math.clz32(length * ROOM)))
  const size = 1 << (width - 5)
  if (free + size > bits.length) {
    bits = new Int32Array(Math.max(AT_ONCE, size))
    free = 0
  }
  const from = free
  free += size
  const found = bits
  const shift = 32 - width
  let three = (BETWEEN << WIDTH) | BETWEEN
  let digits = false
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    let sign = BETWEEN
    if (code < 128) {
      sign = SIGNS[code] ?? BETWEEN
      if (sign === DIGIT) digits = true
    } else {
      const place = Math.imul(code | (1 << (3 * WIDTH)), 0x9e3779b1) >>> shift
      const slot = from + (place >>> 5)
      found[slot] = (found[slot] ?? 0) | (1 << (place & 31))
    }
    three = ((three << WIDTH) | sign) & THREE
    const place = Math.imul(three, 0x9e3779b1) >>> shift
    const slot = from + (place >>> 5)
    found[slot] = (found[slot] ?? 0) | (1 << (place & 31))
  }
  // what ends the text stands between words too
  for (let end = 0; end < 2; end++) {
    three = ((three << WIDTH) | BETWEEN) & THREE
    set(found, from, shift, spread(three))
  }
  if (digits) set(found, from, shift, ANY_DIGIT)
  return { bits: found, from, shift }
}

function set(found: Int32Array, from: number, shift: number, hash: number): void {
  const place = hash >>> shift
  const slot = from + (place >>> 5)
  found[slot] = (found[slot] ?? 0) | (1 << (place & 31))
}
