import type { Benchmark, Benchmarks } from '../../knowledge/measuring.ts'

/** more words than this are a sentence and no label */
const LONGEST = 12
/** words of the longest name */
const MOST_WORDS = 5

/** Finds benchmarks by the words of a label, or by the id of their data. */
export interface BenchmarkNames {
  inLabel(label: string): Benchmark | null
  byId(id: string): Benchmark | null
}

const wordsOf = (text: string) => text.match(/[\p{L}\d+]+/gu) ?? []
const keyOf = (words: readonly string[]) => words.join('').toLowerCase()

const known = new WeakMap<Benchmarks, BenchmarkNames>()

/** The names of the benchmarks that are known. */
export function benchmarkNames(knowledge: Benchmarks): BenchmarkNames {
  const ready = known.get(knowledge)
  if (ready) return ready
  const byWords = new Map<string, Benchmark>()
  for (const benchmark of knowledge.benchmarks)
    for (const name of [benchmark.name, ...benchmark.names]) byWords.set(keyOf(wordsOf(name)), benchmark)
  const names: BenchmarkNames = {
    inLabel(label) {
      const words = wordsOf(label.slice(0, 200))
      if (words.length === 0 || words.length > LONGEST) return null
      // the longest name that stands there: MMLU-Pro is not MMLU
      for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--)
        for (let at = 0; at + length <= words.length; at++) {
          const part = words.slice(at, at + length)
          const found = byWords.get(keyOf(part))
          if (found && (!found.word || length > 1 || part[0] === found.name)) return found
        }
      return null
    },
    byId(id) {
      const asked = id.toLowerCase().slice(0, 200)
      return (
        knowledge.benchmarks.find(({ ids }) =>
          ids.some(known => (known.endsWith('*') ? asked.startsWith(known.slice(0, -1)) : known === asked)),
        ) ?? null
      )
    },
  }
  known.set(knowledge, names)
  return names
}
