import { binds } from './binding.ts'
import type { HashedWords } from './tokens.ts'
import { hashWord } from './word.ts'

/** A place where texts of one license differ by design: a party's name between two fixed phrases. */
interface Variable {
  readonly before: string
  readonly after: string
}

/** Phrases many licenses share; between them stands a party's name (SPDX matching guidelines, "replaceable text"). */
const VARIABLES: readonly Variable[] = [
  { before: 'neither the name', after: 'nor the name' },
  { before: 'neither the name', after: 'nor the names' },
  { before: 'neither the names', after: 'nor the names' },
  { before: 'neither name', after: 'nor the names' },
  { before: 'nor the names of', after: 'may be used to endorse' },
  { before: 'nor the name of', after: 'may be used to endorse' },
  { before: 'the name of', after: 'may not be used to endorse' },
  { before: 'the names', after: 'must not be used to endorse' },
  { before: 'the name of', after: 'must not be used to endorse' },
  { before: 'the name of', after: 'not be used in advertising' },
  { before: 'the name of', after: 'shall not be used in advertising' },
  { before: 'the name of', after: 'may not be used in advertising' },
  { before: 'the names of', after: 'shall not be used in advertising' },
  { before: 'this software is provided by', after: 'as is and' },
  { before: 'this software is provided by', after: 'as is' },
  { before: 'is provided as is and', after: 'disclaims all warranties' },
  { before: 'is provided as is and', after: 'disclaim all warranties' },
  { before: 'in no event shall', after: 'be liable' },
  { before: 'in no event will', after: 'be liable' },
  { before: 'this product includes software developed by', after: 'neither the name' },
  { before: 'prior written authorization from', after: 'the software' },
]

/** longer than the name of any institution with its departments; a longer stretch is not a name */
const LONGEST_NAME = 16

/** what stands for a name once it is folded */
const FOLDED_NAME = hashWord('‹name›')

interface Rule {
  readonly before: Uint32Array
  readonly after: Uint32Array
}

const phrase = (text: string): Uint32Array => Uint32Array.from(text.split(' '), hashWord)
const RULES = new Map<number, readonly Rule[]>()
const SEEN = new Uint8Array(1 << 16)
for (const { before, after } of VARIABLES) {
  const rule = { before: phrase(before), after: phrase(after) }
  const last = rule.before.at(-1)!
  RULES.set(last, [...(RULES.get(last) ?? []), rule])
  SEEN[last & 0xffff] = 1
}

function stands(words: Uint32Array, at: number, phrase: Uint32Array): boolean {
  if (at < 0 || at + phrase.length > words.length) return false
  for (let i = 0; i < phrase.length; i++) if (words[at + i] !== phrase[i]) return false
  return true
}

/** Where the name ends that begins at `from`, or -1 when no name of a party stands there. */
function nameEnd(words: Uint32Array, from: number): number {
  for (const rule of RULES.get(words[from - 1]!) ?? []) {
    if (!stands(words, from - rule.before.length, rule.before)) continue
    const limit = Math.min(words.length, from + LONGEST_NAME)
    for (let end = from + 1; end <= limit; end++) {
      if (!stands(words, end, rule.after)) continue
      if (!binds(words, from, end)) return end
      break
    }
  }
  return -1
}

/** Where the next name of a party begins, at `from` or after; the number of words where none does. */
function nextName(words: Uint32Array, from: number): number {
  let i = from
  while (i < words.length && (SEEN[words[i - 1]! & 0xffff] === 0 || nameEnd(words, i) < 0)) i++
  return Math.min(i, words.length)
}

/** The same words with each party's name folded to one, so that a filled-in name does not count as a change. */
export function foldNames(words: HashedWords): HashedWords {
  const { hashes, starts } = words
  const first = nextName(hashes, 1)
  if (first === hashes.length) return words
  const folded = new Uint32Array(hashes)
  const from = new Uint32Array(starts)
  let count = first
  let i = first
  while (i < hashes.length) {
    folded[count] = FOLDED_NAME
    from[count++] = starts[i]!
    const end = nameEnd(hashes, i)
    i = nextName(hashes, end)
    for (let word = end; word < i; word++) {
      folded[count] = hashes[word]!
      from[count++] = starts[word]!
    }
  }
  return { hashes: folded.subarray(0, count), starts: from.subarray(0, count) }
}
