import { lazy } from '../../../once.ts'
import type { Fingerprint } from './fingerprint.ts'
import { decodeIndex, type GramIndex, gramIndex } from './gram-index.ts'
import { count, required } from './ranges.ts'

/** Known texts, ready to be looked up. */
export interface Catalog {
  readonly known: readonly Fingerprint[]
  /** texts by the key of all their words; twins share one */
  readonly exact: ReadonlyMap<number, readonly number[]>
  /** texts by the keys of their variants */
  readonly variants: ReadonlyMap<number, readonly number[]>
  /** how many words of a text may not be left out */
  readonly needed: (id: number) => number
  /** made when first asked for: a text that is known as a whole does not need it */
  readonly index: () => GramIndex
}

/**
 * Makes fingerprints ready for `identify`, with the index that was made of them where there is one. Throws RangeError
 * above 65,535 texts.
 */
export function buildIndex(known: readonly Fingerprint[], readIndex?: () => Uint8Array | null): Catalog {
  if (known.length > 0xffff) throw new RangeError(`${known.length} license texts; at most 65535 can be told apart`)
  const exact = new Map<number, number[]>()
  const variants = new Map<number, number[]>()
  known.forEach((text, id) => {
    add(exact, text.key, id)
    const { all, untitled, untailed, core } = text.folded
    add(variants, all, id)
    if (untitled !== all) add(variants, untitled, id)
    if (untailed !== all && untailed !== untitled) add(variants, untailed, id)
    if (core !== all && core !== untitled && core !== untailed) add(variants, core, id)
  })
  const index = lazy(() => {
    const made = readIndex?.() ?? null
    return (made && decodeIndex(made, known.length)) ?? gramsOf(known, exact)
  })
  const needed = new Int32Array(known.length).fill(-1)
  return {
    known,
    exact,
    variants,
    needed(id) {
      if (needed[id] === -1) needed[id] = count(required({ from: 0, to: known[id]!.words }, known[id]!))
      return needed[id]!
    },
    index,
  }
}

/** Twins are looked up by the first of them. */
function gramsOf(known: readonly Fingerprint[], exact: ReadonlyMap<number, readonly number[]>): GramIndex {
  return gramIndex(known.map(({ key, grams }, id) => (exact.get(key)?.[0] === id ? grams : new Uint32Array())))
}

function add(map: Map<number, number[]>, key: number, id: number): void {
  const ids = map.get(key)
  if (ids === undefined) map.set(key, [id])
  else ids.push(id)
}

/** The texts with the same words as one of these; a title counts only where both have one. */
export function twins(ids: readonly number[], { known, exact, variants }: Catalog): readonly string[] {
  const all = ids.flatMap(id => {
    const { key, folded } = known[id]!
    const alike = (variants.get(folded.core) ?? []).filter(other => {
      const { core, untailed } = known[other]!.folded
      return core === folded.core && (untailed === folded.untailed || untailed === core || folded.untailed === core)
    })
    return [id, ...(exact.get(key) ?? []), ...alike]
  })
  return [...new Set(all.flatMap(id => known[id]!.names))]
}
