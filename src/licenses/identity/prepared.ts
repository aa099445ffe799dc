import { LITTLE_ENDIAN } from './bytes.ts'
import type { Fingerprint } from './fingerprint.ts'
import { type GramIndex, scratchFor } from './gram-index.ts'
import { mix } from './word.ts'

/**
 * The index of grams as the build lays it out: each list as it is used, one after the other, so that reading it is
 * taking it. It is made anew from the fingerprints where it was made from others, or by a machine of other bytes.
 */

/** "uwgi" */
const MAGIC = 0x69677775
/** rises when the lists or what is in them changes */
const VERSION = 1

/** Of which fingerprints, in which order, an index was made. */
function stampOf(known: readonly Fingerprint[]): number {
  let stamp = known.length
  for (const { key, words } of known) stamp = mix(Math.imul(stamp, 31) + (key | 0) + words)
  return stamp
}

const LISTS = ['ends', 'numbers', 'grams', 'table', 'seen', 'again', 'begins', 'sizes', 'groups', 'members'] as const

/** How many bytes a number of a list has. */
const widthOf = (list: (typeof LISTS)[number]): 2 | 4 => (list === 'members' ? 2 : 4)

/** The bytes of an index. */
export function encodeIndex(index: GramIndex, known: readonly Fingerprint[]): Uint8Array {
  const head = Uint32Array.of(MAGIC, VERSION, stampOf(known), ...LISTS.map(list => index[list].length))
  const parts = [head, ...LISTS.map(list => index[list])]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return bytes
}

/** Takes an index from its bytes; null where it does not belong to these fingerprints. */
export function decodeIndex(bytes: Uint8Array, known: readonly Fingerprint[]): GramIndex | null {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const head = LISTS.length + 3
  if (!LITTLE_ENDIAN || whole.length < head * 4) return null
  const [magic, version, stamp, ...lengths] = new Uint32Array(whole.buffer, whole.byteOffset, head)
  if (magic !== MAGIC || version !== VERSION || stamp !== stampOf(known)) return null
  const size = LISTS.reduce((sum, list, i) => sum + widthOf(list) * lengths[i]!, head * 4)
  if (size !== whole.length) return null
  let at = whole.byteOffset + head * 4
  const place = (list: (typeof LISTS)[number]): readonly [ArrayBufferLike, number, number] => {
    const length = lengths[LISTS.indexOf(list)]!
    at += widthOf(list) * length
    return [whole.buffer, at - widthOf(list) * length, length]
  }
  const lists = {
    ends: new Uint32Array(...place('ends')),
    numbers: new Uint32Array(...place('numbers')),
    grams: new Uint32Array(...place('grams')),
    table: new Uint32Array(...place('table')),
    seen: new Uint32Array(...place('seen')),
    again: new Uint32Array(...place('again')),
    begins: new Uint32Array(...place('begins')),
    sizes: new Uint32Array(...place('sizes')),
    groups: new Uint32Array(...place('groups')),
    members: new Uint16Array(...place('members')),
  }
  return { ...lists, scratch: scratchFor(lists) }
}
