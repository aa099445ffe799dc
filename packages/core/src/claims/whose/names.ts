import { fileName } from '../../evidence/paths.ts'
import { addressAt } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import { lettersOf } from '../../text/letters.ts'
import type { Voice } from '../claim.ts'
import type { Tongue } from '../languages.ts'

/** What the release itself is called, without the other things that its publisher has at places of their own. */
export interface Own {
  readonly names: readonly string[]
  /** words of a name that tell a size, a version or a make, and no other thing */
  readonly variants: ReadonlySet<string>
  /** the addresses of hubs, whose names are no other model's */
  readonly hubs: string
}

const known = new WeakMap<Voice, Own>()

/**
 * The release's own names, in small letters: several models under one license are one row; words without a capital or a
 * digit name none.
 */
export function ownOf(voice: Voice, { variants }: Tongue, { hosts }: Knowledge): Own {
  const seen = known.get(voice)
  if (seen) return seen
  const parts = voice.names
    .flatMap(name => (voice.siblings?.includes(name) ? [] : name.split(/, | and /)))
    .filter(part => !part.includes(' ') || /^[\p{Lu}\d]/u.test(part))
    .map(part => fileName(part).toLowerCase())
  const names = [...new Set(parts)].filter(name => name.length >= 3)
  const own = { names, variants, hubs: hubsOf(hosts) }
  known.set(voice, own)
  return own
}

/**
 * Whether a name is the release's own, or of one of its sizes and versions: "Wren-7B-Chat" of Wren, and not
 * "Wren-Vision".
 */
export function isOwn(name: string, { names, variants }: Own): boolean {
  const words = wordsOfName(name)
  const stem = words[0]
  if (stem === undefined) return false
  const all = new Set(names.flatMap(wordsOfName))
  return names.some(own => {
    const mine = wordsOfName(own)
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
  wordsOfName(name).every(word => SIZE.test(word) || variants.has(word.replace(/\d+$/, '')))

/** A text without what stands at some places; offsets stay. */
export const masked = (text: string, places: readonly { readonly start: number; readonly end: number }[]): string =>
  places.reduce((out, { start, end }) => out.slice(0, start) + '\u0001'.repeat(end - start) + out.slice(end), text)

/** letters by which two names are kin */
const KIN = 4
/** how large a model is, or which version */
const SIZE = /^(?:v?\d+(?:\.\d+)*(?:x\d+(?:\.\d+)?)?[bmkt]?|a\d+b)$/

const isVersion = (word: string, stem: string) =>
  word.startsWith(stem) && (word === stem || SIZE.test(word.slice(stem.length)))

const wordsOfName = (name: string): readonly string[] =>
  name.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\d+\p{L}?)*/gu) ?? []

/**
 * Where a text says one of some names, to its end, however it is spelled: "Wren-3B" is written "Wren 3B" and "WREN3B",
 * and "Wren" where it has a capital.
 */
export function placesOf(text: string, names: readonly string[]) {
  const found: { readonly start: number; readonly end: number }[] = []
  for (const { index: start } of text.matchAll(BEGINNING)) {
    if (start < (found.at(-1)?.end ?? 0)) continue
    const end = Math.max(0, ...spellingsOf(names).map(name => endOf(name, text, start)))
    if (end > 0) found.push({ start, end })
  }
  return found
}

interface Spelling {
  readonly name: string
  /** its letters and digits, and those of the word that it begins with */
  readonly letters: string
  readonly stem: string
}

const spellingsOf = once((names: readonly string[]) =>
  names.flatMap((given): Spelling | [] => {
    const name = fileName(given)
    const letters = lettersOf(name)
    return name.length > 2 ? { name, letters, stem: STEM.exec(name.toLowerCase())?.[0] ?? '' } : []
  }),
)

/** Where a name ends that is said at a place, with what is written onto it; 0 where it is not. */
function endOf({ name, letters, stem }: Spelling, text: string, start: number): number {
  const exact = text.startsWith(name, start) ? start + name.length : 0
  const end = exact || spelled(letters, text, start)
  if (end > 0 && (exact > 0 || !LETTER.test(text[end] ?? ''))) return end + restOf(text, end)
  const begun = stem !== '' && /\p{Lu}/u.test(text[start] ?? '') ? spelled(stem, text, start) : 0
  return begun > 0 ? begun + restOf(text, begun) : 0
}

/** Where letters and digits end that stand at a place, with a mark or a space between them here and there; else 0. */
function spelled(letters: string, text: string, start: number): number {
  let at = start
  for (const letter of letters) {
    if (at > start && /[-_ .]/.test(text[at] ?? '')) at++
    if (text[at]?.toLowerCase() !== letter) return 0
    at++
  }
  return /[\p{Lu}\d]/u.test(text.slice(start, at)) ? at : 0
}

/** where a word may begin; each letter of a script without spaces */
const BEGINNING = /(?<![A-Za-z\d\u00c0-\u04ff])[A-Za-z\d\u00c0-\u04ff]|[^\p{ASCII}\u0080-\u04ff]/gu
const LETTER = /[A-Za-z\d\u00c0-\u04ff]/
/** "Wren1.5" and "Wren-3B" are called so to their ends */
const restOf = (text: string, at: number) => /^[\w.+-]*[A-Za-z\d]/.exec(text.slice(at, at + 60))?.[0].length ?? 0

/** One of the release's names, or the word they begin with; in an address or a path it names a place. */
export function speaksOfOwn(text: string, own: Own): boolean {
  const plain = text.replace(PATHS, ' ')
  // and not as the beginning of another thing's
  return placesOf(plain, own.names).some(({ start, end }) => {
    const said = plain.slice(start, end)
    return !/[-_]/.test(said) || isOwn(said, own)
  })
}

/** fewer letters begin too many words: "open", "chat" */
const STEM = /^\p{L}{5,}/u
const PATHS = /[\w.-]+\/[\w./-]+/g

/** A name has a capital, and a digit, a hyphen or a capital inside where it is no common word */
export const NAME_IN_TEXT = /(?<![\w/.-])[A-Z][\w.+-]*[A-Za-z\d]/g

/** The names in a text that are no common words, and no hub's. */
export const ownNamesIn = (text: string, { hubs }: Own) =>
  [...text.matchAll(NAME_IN_TEXT)]
    .map(([name]) => name)
    .filter(name => /\d|[a-z][A-Z]/.test(name) && !hubs.includes(name.toLowerCase()))

/** What hubs and hosts of code are called, where a model can be had. */
export const hubsOf = once(({ hosts }: Knowledge['hosts']) =>
  hosts.flatMap(({ kind, host = '' }) => (kind === 'model' || kind === 'code' ? host : [])).join(' '),
)

/** What a repository is called that an address leads to, and to nothing within it. */
export function repositoryAt(url: string, { hosts }: Knowledge): string | null {
  const place = addressAt(hosts, 'code', url) ?? addressAt(hosts, 'model', url)
  return place === null || place.rest.length > 0 ? null : place.name
}
