import { ELSE, lettersOf } from './letters.ts'
import { beginningsOf } from './needs.ts'

/** letters of a word by which a beginning is known; a shorter one is a whole word */
const LOOKED_AT = 3
/** words fall in so many slots by their first letters */
const SLOTS = 1 << 10
const slotOf = (hash: number): number => (hash ^ (hash >>> 10)) & (SLOTS - 1)

/** A pattern that is tried only at words it can begin with. */
interface Searched {
  /** the same pattern, for one place */
  readonly there: RegExp
  /** which slots of words it can begin in */
  readonly begins: Uint8Array
}

const searched = new WeakMap<RegExp, Searched | null>()
/** a pattern asked for less often than this is not worth taking apart */
const ENOUGH = 32
const asked = new WeakMap<RegExp, number>()
const ask = (pattern: RegExp): void => {
  const times = (asked.get(pattern) ?? 0) + 1
  asked.set(pattern, times)
  if (times > ENOUGH) searched.set(pattern, prepare(pattern))
}

const prepare = (pattern: RegExp): Searched | null => {
  const words = beginningsOf(pattern)
  if (words === null || words.some(({ word, whole }) => word.length < LOOKED_AT && !whole)) return null
  const begins = new Uint8Array(SLOTS)
  for (const { word } of words) {
    let hash = 0
    for (let at = 0; at < Math.min(word.length, LOOKED_AT); at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0
    begins[slotOf(hash)] = 1
  }
  return { there: new RegExp(pattern.source, 'y'), begins }
}

/** The words of a text: where each starts, and its slot. */
interface Index {
  text: string
  /** whether it was made: a text looked at once is not worth it */
  made: boolean
  /** -1 for a text with other letters than ASCII's */
  count: number
  starts: Int32Array
  slots: Uint16Array
}
const empty = (): Index => ({
  text: '',
  made: false,
  count: 0,
  starts: new Int32Array(512),
  slots: new Uint16Array(512),
})
/** many patterns are looked for in a passage and its lead, one after the other */
let latest = empty()
let other = empty()

/** The words of a text that is looked at again; null on the first look, and for a text of other letters. */
const indexOf = (text: string): Index | null => {
  if (text !== latest.text) {
    const before = latest
    latest = other
    other = before
    if (text !== latest.text) {
      latest.text = text
      latest.made = false
      return null
    }
  }
  if (!latest.made) build(latest)
  return latest.count < 0 ? null : latest
}

const build = (index: Index): void => {
  const { length } = index.text
  const letters = lettersOf(index.text)
  if (index.starts.length < length) {
    index.starts = new Int32Array(length)
    index.slots = new Uint16Array(length)
  }
  const { starts, slots } = index
  let count = 0
  index.made = true
  for (let at = 0; at < length; at++) {
    const start = at
    let hash = 0
    for (let kind = KINDS[letters[at] ?? 0]; kind !== 0 && at < length; kind = KINDS[letters[++at] ?? 0]) {
      if (kind === 2) {
        index.count = -1
        return
      }
      if (at - start < LOOKED_AT) hash = (Math.imul(hash, 31) + (letters[at] ?? 0)) | 0
    }
    if (at === start) continue
    starts[count] = start
    slots[count++] = slotOf(hash)
  }
  index.count = count
}

/** of a pattern's \w in lower case 1, of what is not in ASCII 2 */
const KINDS = Uint8Array.from({ length: 256 }, (_, code) =>
  code >= ELSE ? 2 : /[a-z0-9_]/.test(String.fromCharCode(code)) ? 1 : 0,
)

/** The first match of a pattern that starts between two places of a lower-case text, if any. */
export const firstBetween = (text: string, pattern: RegExp, from: number, to: number): RegExpExecArray | null => {
  const search = searched.get(pattern)
  const index = search ? indexOf(text) : null
  if (!search || index === null) {
    if (search === undefined) ask(pattern)
    return slowly(text, pattern, from, to)
  }
  const { there, begins } = search
  const { starts, slots, count } = index
  let word = 0
  if (from > 0) {
    let end = count
    while (word < end) {
      const middle = (word + end) >> 1
      if ((starts[middle] ?? 0) < from) word = middle + 1
      else end = middle
    }
  }
  for (; word < count; word++) {
    if (begins[slots[word] ?? 0] === 0) continue
    const start = starts[word] ?? 0
    if (start > to) return null
    there.lastIndex = start
    const match = there.exec(text)
    if (match !== null) return match
  }
  return null
}

/** the longest phrase a pattern may match, in characters */
const LONGEST = 80

const slowly = (text: string, pattern: RegExp, from: number, to: number): RegExpExecArray | null => {
  const whole = from === 0 && to >= text.length
  const match = pattern.exec(whole ? text : text.slice(from, to + LONGEST))
  if (match === null) return null
  match.index += from
  return match.index <= to ? match : null
}
