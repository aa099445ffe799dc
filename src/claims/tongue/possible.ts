import type { Phrase, Tongue } from './index.ts'
import { scriptOf } from './script.ts'
import { type Shelf, shelve } from './stems.ts'

/** The phrases that a text may have, by its letters: for every language of its script. */
export type Possible = (tongue: Tongue) => readonly Phrase[]

interface Shelved {
  readonly shelf: Shelf
  readonly phrases: readonly { readonly tongue: Tongue; readonly phrase: Phrase }[]
}

const shelves = new WeakMap<readonly Tongue[], Map<string, Shelved>>()

/**
 * Which phrases stand in a text, or may stand at the end or beginning of one of its sentences; null where none does,
 * whatever language of its script it is in.
 */
export function possibleIn(text: string, tongues: readonly Tongue[]): Possible | null {
  const { shelf, phrases } = shelvedFor(scriptOf(text), tongues)
  const found = shelf.possible(text.toLowerCase()).flatMap(at => {
    const one = phrases[at]
    return one && (one.phrase.anchored || text.search(one.phrase.pattern) >= 0) ? [one] : []
  })
  if (found.length === 0) return null
  return tongue => found.flatMap(one => (one.tongue === tongue ? [one.phrase] : []))
}

function shelvedFor(script: Tongue['language']['script'], tongues: readonly Tongue[]): Shelved {
  const ready = shelves.get(tongues) ?? new Map<string, Shelved>()
  shelves.set(tongues, ready)
  const known = ready.get(script)
  if (known) return known
  const phrases = tongues
    .filter(tongue => tongue.language.script === script)
    .flatMap(tongue => tongue.phrases.map(phrase => ({ tongue, phrase })))
  const shelved = { phrases, shelf: shelve(phrases.map(({ phrase }) => phrase.stems)) }
  ready.set(script, shelved)
  return shelved
}
