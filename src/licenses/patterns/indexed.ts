import { type Groups, isMark, setOthers } from './groups.ts'
import { ELSE, lettersOf } from './letters.ts'
import { CLASS, meet, rows, SORT, SORTS, step } from './seen.ts'
import { complete, readySteps, stepFrom, steps } from './steps.ts'

/** The words of a lower-case text. */
export interface Indexed {
  text: string
  /** whether the words were read: a text looked at once is not worth it */
  made: boolean
  /** groups that have a phrase in the text, of those there were when it was read */
  groups: Groups
  /** how many groups that were */
  known: number
  /** whether all letters are small: of others nothing is told */
  small: boolean
  /** whether patterns can be tried at words alone: so long as few letters are not in ASCII */
  searchable: boolean
  count: number
  /** where each word starts, and its sort by its first letters; letters that are not in ASCII are words too */
  starts: Int32Array
  sorts: Uint16Array
}

/** the sort of a letter that is not in ASCII */
export const OTHER: number = SORTS

export const unread = (text = ''): Indexed => ({
  text,
  made: false,
  groups: new Int32Array(64),
  known: 0,
  small: false,
  searchable: false,
  count: 0,
  starts: new Int32Array(64),
  sorts: new Uint16Array(64),
})

/** letters and digits of Latin words 1, what is not in ASCII 2, capital letters 3, what stands between words 0 */
const KINDS = Uint8Array.from({ length: 256 }, (_, code) =>
  code >= ELSE ? 2 : (code >= 97 && code <= 122) || (code >= 48 && code <= 57) ? 1 : code >= 65 && code <= 90 ? 3 : 0,
)

/** Reads the words of a text into an index, which may have held another's. */
export const readInto = (index: Indexed, text: string): void => {
  const letters = lettersOf(text)
  const { length } = text
  const known = readySteps()
  index.text = text
  index.made = true
  index.small = true
  index.known = known
  const width = (known + 31) >> 5
  if (index.groups.length < width) index.groups = new Int32Array(2 * width)
  else index.groups.fill(0)
  if (index.starts.length < length) {
    index.starts = new Int32Array(2 * length)
    index.sorts = new Uint16Array(2 * length)
  }
  const { groups, starts } = index
  const its = index.sorts
  let count = 0
  let others = 0
  let state = 0
  let at = 0
  while (at < length) {
    let code = letters[at] ?? 0
    let kind = KINDS[code]
    if (kind !== 1) {
      if (kind === 2) {
        setOthers(groups, text, at)
        starts[count] = at
        its[count++] = OTHER
        others++
      } else if (kind === 3) index.small = false
      else if (isMark(code)) setOthers(groups, text, at)
      at++
      continue
    }
    const start = at
    let hash = 0
    do {
      hash = step(hash, code)
      code = letters[++at] ?? 0
      kind = KINDS[code]
    } while (kind === 1)
    const word = meet(letters, start, at, hash, known)
    starts[count] = start
    its[count++] = rows[word + SORT] ?? 0
    const sort = rows[word + CLASS] ?? 0
    if (sort === 0) {
      state = 0
      continue
    }
    const taken = stepFrom(state, sort)
    state = steps[taken] ?? 0
    const end = steps[taken + 2] ?? 0
    for (let one = steps[taken + 1] ?? 0; one < end; one += 2) {
      const place = complete[one] ?? 0
      groups[place] = (groups[place] ?? 0) | (complete[one + 1] ?? 0)
    }
  }
  index.count = count
  index.searchable = others * 4 <= count
}

/** The first word of an index that starts at a place or after it. */
export const wordFrom = ({ starts, count }: Indexed, from: number): number => {
  let word = 0
  let end = from === 0 ? 0 : count
  while (word < end) {
    const middle = (word + end) >> 1
    if ((starts[middle] ?? 0) < from) word = middle + 1
    else end = middle
  }
  return word
}
