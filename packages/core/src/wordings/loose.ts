import type { Free } from './pattern.ts'
import { widthOf } from './rows.ts'

/** A sentence as patterns are looked for in it. */
export interface Sentence {
  readonly words: readonly string[]
  /** by word, whether a gap may go over it */
  readonly free: Uint8Array
  /** the same for words of other kinds that no wording spells; where they are not told apart, it is the same words */
  readonly others?: Readonly<Partial<Record<Exclude<Free, 'plain'>, Uint8Array>>>
  /** how many words the longest gap goes over; any number where it is not told */
  readonly most?: number
}

/** How far words of a kind that no wording spells go, in the sentence that is read. */
interface Loose {
  /** a bit for each word of that kind */
  bits: Int32Array
  /** by place between words, how far a gap goes on, and how far back */
  ahead: Int32Array
  behind: Int32Array
}

const newLoose = (): Loose => ({ bits: new Int32Array(1), ahead: new Int32Array(1), behind: new Int32Array(1) })

/** How far words of each kind go in the sentence that was read last; told when it is asked, as most need not know. */
export function looseKinds(): { readonly of: (kind: Free) => Loose; readonly read: (sentence: Sentence) => void } {
  const kinds = { plain: newLoose(), far: newLoose(), who: newLoose(), name: newLoose() }
  const known = new Set<Free>()
  let sentence: Sentence | null = null
  return {
    of(asked) {
      const { words, free, others, most } = sentence ?? NO_SENTENCE
      const marked = (asked === 'plain' ? undefined : others?.[asked]) ?? free
      const kind = marked === free ? 'plain' : asked
      if (!known.has(kind)) loosen(kinds[kind], words.length, marked, most ?? words.length)
      known.add(kind)
      return kinds[kind]
    },
    read(next) {
      sentence = next
      known.clear()
    },
  }
}
const NO_SENTENCE: Sentence = { words: [], free: new Uint8Array(0) }

/** Tells how far one goes in a sentence of so many words, by those that are marked, and at most. */
function loosen(loose: Loose, length: number, isFree: Uint8Array, most: number): void {
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
  for (let at = 0; at <= length && most < length; at++) {
    ahead[at] = Math.min(ahead[at] ?? at, at + most)
    behind[at] = Math.max(behind[at] ?? at, at - most)
  }
  loose.bits = bits
}
