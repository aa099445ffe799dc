import type { Catalog } from '../texts/catalog.ts'
import { slotOf } from '../texts/gram-index.ts'
import type { FileGrams } from './file-grams.ts'

/** how many texts are looked at, by likeness to the whole file and by how much of them is in it */
const MOST_CANDIDATES = 8
/** how many of these are held against the file; the others share fewer grams with it */
const MOST_HELD = 6

/** fewer grams in common than this are chance, unless the known text is short */
const FEWEST = 8
/** grams of a short text */
const SHORT = 64

/** A known text that may be in a file. */
export interface Candidate {
  readonly id: number
  /** what its grams are called in the file */
  readonly names: Int32Array
  /** grams that both have, each as often as it stands in both */
  readonly shared: number
}

/** The known texts that may be in a file of so many grams, by the grams they share with it. */
export function candidates(file: FileGrams, total: number, catalog: Catalog): readonly Candidate[] {
  const index = catalog.index()
  const { numbers, texts, begins, sizes, rates } = index
  const hits = new Uint32Array(sizes.length)
  for (let name = 0; name < file.grams.length; name++) {
    const number = numbers[slotOf(index, file.grams[name]!)]!
    // grams without a number begin and end at 0
    for (let at = begins[number]!, end = begins[number + 1]!; at < end; at++) hits[texts[at]!]!++
  }
  const found: number[] = []
  for (let id = 0; id < hits.length; id++) {
    hits[id]! *= rates[id]!
    if (hits[id]! >= FEWEST || (hits[id]! > 0 && sizes[id]! <= SHORT)) found.push(id)
  }
  const size = (id: number) => sizes[id]! * rates[id]!
  const contained = bestOf(MOST_CANDIDATES, found, id => (hits[id]! / size(id)) * Math.log2(2 + hits[id]!))
  const alike = bestOf(MOST_CANDIDATES, found, id => hits[id]! / (total + size(id)))
  const held = [...new Set([...contained, ...alike])].map((id): Candidate => {
    const names = file.namesIn(catalog.known[id]!.grams)
    const left = file.counts.slice()
    let shared = 0
    for (const name of names) if (name >= 0 && left[name]!-- > 0) shared++
    return { id, names, shared }
  })
  return bestOf(MOST_HELD, held, ({ shared, names }) => shared ** 3 / names.length ** 2)
}

/** Those with the highest scores above 0, highest first, and of equal ones those that come first. */
function bestOf<One>(most: number, all: readonly One[], score: (one: One) => number): readonly One[] {
  const scores = all.map(score)
  const best: One[] = []
  while (best.length < most) {
    let at = -1
    for (let one = 0; one < all.length; one++) if (scores[one]! > (scores[at] ?? 0)) at = one
    if (at < 0) break
    best.push(all[at]!)
    scores[at] = 0
  }
  return best
}
