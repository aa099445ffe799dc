import type { Catalog } from '../texts/catalog.ts'
import { type Candidate, candidates } from './candidates.ts'
import { type Comparison, compareWithKnown, type Limit, limitOf } from './comparison.ts'
import type { FileGrams } from './file-grams.ts'

/** The known texts that may be in a file, held against it only where it can matter. */
export interface Ranking {
  /** those that pass, the best first; one that cannot pass is not held against the file */
  passing(may: (most: Limit) => boolean, passes: (one: Comparison) => boolean): readonly Comparison[]
}

/** Ranks the known texts by how well they explain the open grams; `total` tells how many the file had. */
export function closest(file: FileGrams, total: number, catalog: Catalog): Ranking {
  const rest: { readonly candidate: Candidate; readonly most: Limit }[] = candidates(file, total, catalog).map(
    candidate => ({ candidate, most: limitOf(candidate, catalog) }),
  )
  const compared: Comparison[] = []
  const hold = (some: (most: Limit) => boolean): void => {
    for (let i = 0; i < rest.length; i++) {
      const { candidate, most } = rest[i]!
      if (!some(most)) continue
      rest.splice(i--, 1)
      const one = compareWithKnown(candidate, file, catalog)
      if (one !== null) compared.push(one)
    }
  }
  return {
    passing(may, passes) {
      hold(may)
      return compared.filter(passes).sort(better)
    },
  }
}

const better = (a: Comparison, b: Comparison): number => b.score - a.score || b.matched - a.matched || a.id - b.id
