import { widthOf } from './rows.ts'

/** How far words of a kind that no wording spells go, in the sentence that is read. */
export interface Loose {
  /** a bit for each word of that kind */
  bits: Int32Array
  /** by place between words, how far a gap goes on, and how far back */
  ahead: Int32Array
  behind: Int32Array
}

/** One that goes nowhere. */
export const newLoose = (): Loose => ({ bits: new Int32Array(1), ahead: new Int32Array(1), behind: new Int32Array(1) })

/** Tells how far one goes in a sentence of so many words, by those that are marked. */
export function loosen(loose: Loose, length: number, isFree: Uint8Array): void {
  if (loose.ahead.length <= length) {
    loose.ahead = new Int32Array(2 * length + 2)
    loose.behind = new Int32Array(2 * length + 2)
  }
  const { ahead, behind } = loose
  const bits = new Int32Array(widthOf(length + 1))
  ahead[length] = length
  for (let at = length - 1; at >= 0; at--) ahead[at] = isFree[at] === 1 ? (ahead[at + 1] ?? 0) : at
  behind[0] = 0
  for (let at = 0; at < length; at++) {
    behind[at + 1] = isFree[at] === 1 ? (behind[at] ?? 0) : at + 1
    if (isFree[at] === 1) bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31))
  }
  loose.bits = bits
}
