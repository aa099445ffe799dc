import type { Catalog } from './catalog.ts'
import type { GramTable } from './gram-table.ts'
import { isSampled, placeOf } from './postings.ts'

/** how many texts are looked at closely, by likeness to the whole file and by how much of them is in it */
const MOST = 8

/** fewer looked-up grams in common than this are chance, unless the known text is short */
const FEWEST = 2
/** looked-up grams of a short text */
const SHORT = 16

/** The known texts that may be in a file, by the looked-up grams they share with it, each counted once. */
export function candidates(grams: Uint32Array, file: GramTable, catalog: Catalog): readonly number[] {
  const { known, postings } = catalog
  const { table, text, next, sizes } = postings
  const hits = new Uint32Array(known.length)
  let total = 0
  for (let number = 0; number < file.size; number++) {
    const gram = grams[file.first[number]!]!
    if (!isSampled(gram)) continue
    total++
    for (let entry = table[placeOf(table, gram) + 1]!; entry !== 0; entry = next[entry]!) hits[text[entry]!]!++
  }
  const alike = best(MOST)
  const contained = best(MOST)
  for (let id = 0; id < hits.length; id++) {
    const hit = hits[id]!
    const size = sizes[id]!
    if (hit === 0 || (hit < FEWEST && size > SHORT)) continue
    alike.offer(id, hit / (total + size))
    contained.offer(id, (hit / size) * Math.log2(2 + hit))
  }
  return [...new Set([...contained.ids, ...alike.ids])]
}

/** Keeps the ids with the highest scores, highest first. */
function best(most: number): { readonly ids: readonly number[]; offer(id: number, score: number): void } {
  const ids: number[] = []
  const scores: number[] = []
  return {
    ids,
    offer(id, score) {
      if (ids.length === most && score <= scores[most - 1]!) return
      let place = ids.length
      while (place > 0 && scores[place - 1]! < score) place--
      ids.splice(place, 0, id)
      scores.splice(place, 0, score)
      ids.length = Math.min(ids.length, most)
      scores.length = ids.length
    },
  }
}
