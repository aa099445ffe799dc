import type { FileGrams } from './align.ts'
import { candidates } from './candidates.ts'
import type { Catalog } from './catalog.ts'
import { type Comparison, compare } from './comparison.ts'
import { type GramTable, gramTable } from './gram-table.ts'

/** how many texts are aligned; the others share fewer grams with the file */
const MOST = 6

/** The known texts that explain the open grams best, the best first. */
export function closest(grams: Uint32Array, open: Uint8Array, catalog: Catalog): readonly Comparison[] {
  const table = gramTable(grams, open, 0, grams.length)
  const ids = candidates(grams, table, catalog)
  const file: FileGrams = { grams, open, table }
  return ids
    .map(id => ({ id, weight: shared(catalog.known[id]!.grams, table) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .flatMap(({ id }) => compare(id, file, catalog.known[id]!) ?? [])
    .sort((a, b) => b.score - a.score || b.matched - a.matched || a.id - b.id)
}

/** Shared grams, each as often as it stands in both, weighed down where the known text is not all there. */
function shared(license: Uint32Array, file: GramTable): number {
  const used = new Uint32Array(file.size)
  let hits = 0
  for (let i = 0; i < license.length; i++) {
    const number = file.find(license[i]!)
    if (number >= 0 && used[number]! < file.count[number]!) {
      used[number]!++
      hits++
    }
  }
  return (hits * hits * hits) / (license.length * license.length)
}
