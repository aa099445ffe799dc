import { ownIn } from '../../names/table.ts'
import { lettersOf } from '../../text/letters.ts'
import type { Voice } from '../claim.ts'
import type { Tongue } from '../languages.ts'

/** What the release itself is called, without the other things that its publisher has at places of their own. */
export interface Own {
  readonly names: readonly string[]
  /** these, and the words with which they begin */
  readonly begun: readonly string[]
  /** words of a name that tell a size, a version or a make, and no other thing */
  readonly variants: ReadonlySet<string>
}

const known = new WeakMap<Voice, Own>()

/**
 * The release's own names, in small letters: several models under one license are one row; words without a capital or a
 * digit name none.
 */
export function ownOf(voice: Voice, { variants }: Tongue): Own {
  const seen = known.get(voice)
  if (seen) return seen
  const parts = voice.names
    .flatMap(name => (voice.siblings?.includes(name) ? [] : name.split(/, | and /)))
    .filter(part => !part.includes(' ') || /^[\p{Lu}\d]/u.test(part))
    .map(part => part.slice(part.lastIndexOf('/') + 1).toLowerCase())
  const names = [...new Set(parts)].filter(name => name.length >= 3)
  const own = { names, begun: names.flatMap(name => [name, STEM.exec(name)?.[0] ?? []].flat()), variants }
  known.set(voice, own)
  return own
}

/**
 * Whether a name is the release's own, or of one of its sizes and versions: "Wren-7B-Chat" of Wren, and not
 * "Wren-Vision".
 */
export function isOwn(name: string, { names, variants }: Own): boolean {
  const words = wordsOf(name)
  const stem = words[0]
  if (stem === undefined) return false
  const all = new Set(names.flatMap(wordsOf))
  return names.some(own => {
    const mine = wordsOf(own)
    const first = mine[0] ?? stem
    // the family a release belongs to is called by the beginning of its name
    if (words.every(word => mine.includes(word)) || (name.length >= KIN && lettersOf(own).startsWith(lettersOf(name))))
      return true
    const kin = stem.length >= KIN && (first.startsWith(stem) || isVersion(stem, first))
    return (
      kin && words.slice(1).every(word => all.has(word) || SIZE.test(word) || variants.has(word.replace(/\d+$/, '')))
    )
  })
}

/** "Int8", "7B-Chat": words that tell a size, a version or a make, and name nothing */
export const isVariant = (name: string, { variants }: Own) =>
  wordsOf(name).every(word => SIZE.test(word) || variants.has(word.replace(/\d+$/, '')))

/** letters by which two names are kin */
const KIN = 4
/** how large a model is, or which version */
const SIZE = /^(?:v?\d+(?:\.\d+)*(?:x\d+(?:\.\d+)?)?[bmkt]?|a\d+b)$/

const isVersion = (word: string, stem: string) =>
  word.startsWith(stem) && (word === stem || SIZE.test(word.slice(stem.length)))

const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\d+\p{L}?)*/gu) ?? []

/** One of the release's names, or the word they begin with; in an address or a path it names a place. */
export function speaksOfOwn(text: string, own: Own): boolean {
  const plain = text.replace(PATHS, ' ')
  return ownIn(plain, own.begun).some(({ end, spelled }) => {
    const rest = /^[\w.+-]*/.exec(plain.slice(end))?.[0] ?? ''
    // and not as the beginning of another thing's
    return !/[-_]/.test(rest) || isOwn(spelled + rest, own)
  })
}

/** fewer letters begin too many words: "open", "chat" */
const STEM = /^\p{L}{5,}/u
const PATHS = /[\w.-]+\/[\w./-]+/g

/** A name has a capital, and a digit, a hyphen or a capital inside where it is no common word */
export const NAME = /(?<![\w/.-])[A-Z][\w.+-]*[A-Za-z\d]/g

/** The names in a text that are no common words. */
export const namesIn = (text: string) =>
  [...text.matchAll(NAME)].map(([name]) => name).filter(name => /\d|[a-z][A-Z]/.test(name))
