import type { Catalog } from '../texts/catalog.ts'
import type { FileGrams } from './file-grams.ts'

/** how many texts are looked at, by likeness to the whole file and by how much of them is in it */
const MOST = 8
/** how many of these are held against the file; the others share fewer grams with it */
const MOST_HELD = 6

/** fewer grams in common than this are chance, unless the known text is short */
const FEWEST = 8
/** grams of a short text */
const SHORT = 64

/** A known text that may be in a file. */
export interface Candidate {
  readonly id: number
  /** grams that both have, each as often as it stands in both */
  readonly shared: number
}

/** The known texts that may be in a file of so many grams, by the grams they share with it. */
export function candidates({ numbers, counts }: FileGrams, total: number, { index }: Catalog): readonly Candidate[] {
  const { ends, sizes, groups, again, members, begins, scratch } = index()
  const { times, more, hits, extra } = scratch
  const met: number[] = []
  for (let name = 0; name < numbers.length; name++) {
    let entry = numbers[name]!
    const group = groups[entry]!
    if (times[group] === 0 && more[group] === 0) met.push(group)
    times[group]!++
    for (let left = counts[name]! - 1; left > 0; left--) {
      entry = again[entry]!
      if (entry === 0) break
      const next = groups[entry]!
      if (times[next] === 0 && more[next] === 0) met.push(next)
      more[next]!++
    }
  }
  const found: number[] = []
  for (const group of met) {
    const once = times[group]!
    const repeated = more[group]!
    times[group] = 0
    more[group] = 0
    const end = begins[group + 1]!
    for (let i = begins[group]!; i < end; i++) {
      const id = members[i]!
      if (once > 0 && hits[id] === 0) found.push(id)
      hits[id]! += once
    }
    // what a text has once more, it also has once: it is found by that
    if (repeated > 0) for (let i = begins[group]!; i < end; i++) extra[members[i]!]! += repeated
  }
  const alike = best(MOST)
  const contained = best(MOST)
  for (const id of found) {
    const hit = hits[id]!
    const size = sizes[id]!
    if (hit < FEWEST && size > SHORT) continue
    alike.offer(id, hit / (total + size))
    contained.offer(id, (hit / size) * Math.log2(2 + hit))
  }
  const held = best(MOST_HELD)
  const shared = new Map<number, number>()
  for (const id of [...contained.ids, ...alike.ids]) {
    if (shared.has(id)) continue
    const both = hits[id]! + extra[id]!
    const size = ends[id]! - (ends[id - 1] ?? 0)
    shared.set(id, both)
    held.offer(id, (both * both * both) / (size * size))
  }
  for (const id of found) hits[id] = extra[id] = 0
  return held.ids.map(id => ({ id, shared: shared.get(id)! }))
}

/** Keeps the ids with the highest scores, highest first, and of equal ones the lower id. */
function best(most: number): { readonly ids: readonly number[]; offer(id: number, score: number): void } {
  const ids: number[] = []
  const scores: number[] = []
  return {
    ids,
    offer(id, score) {
      const last = ids.length - 1
      if (last === most - 1 && (score < scores[last]! || (score === scores[last] && id > ids[last]!))) return
      let place = last + 1
      while (place > 0 && (scores[place - 1]! < score || (scores[place - 1] === score && ids[place - 1]! > id))) place--
      ids.splice(place, 0, id)
      scores.splice(place, 0, score)
      if (ids.length > most) ids.pop()
      if (scores.length > most) scores.pop()
    },
  }
}
