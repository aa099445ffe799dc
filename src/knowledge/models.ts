import { once } from '../once.ts'
import type { Knowledge, KnownModel, KnownModelFamily } from './knowledge.ts'
import { isSourced } from './sourced.ts'
import { wordsOf } from './words.ts'

/** Which known base a model's name speaks of. */
export interface FoundModel {
  readonly family: KnownModelFamily
  readonly version: KnownModel
  /** whether the name is an id of the base's own publisher; otherwise only the words match */
  readonly own: boolean
}

/** Where what is known of a model was read, and when. */
export const readAt = ({ family, version }: Pick<FoundModel, 'family' | 'version'>) => ({
  source: version.source ?? family.source,
  seenOn: version.seenOn ?? family.seenOn,
})

/** Whether what is known of a model may decide anything: what nobody can open and compare is a hint. */
export const isRemembered = (found: Pick<FoundModel, 'family' | 'version'>): boolean => !isSourced(readAt(found).source)

interface Pattern {
  /** of a match such as `org/name`: only ids of that organization */
  readonly organization: string | null
  readonly runs: readonly (readonly string[])[]
  readonly weight: number
  readonly family: KnownModelFamily
  readonly version: KnownModel
}

interface Index {
  /** by their first word */
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>
  /** any of the first words, whole or within another */
  readonly begins: RegExp
}

/**
 * Finds the known base model that an id or a name speaks of: `meta-llama/Llama-3.1-8B`, `llama3.1:8b`,
 * `someone/Meta-Llama-3.1-8B-GGUF`. The pattern with the most words wins; null when no known base is named.
 */
export function findModel(knowledge: Knowledge, id: string): FoundModel | null {
  const index = indexOf(knowledge)
  const slash = id.indexOf('/')
  const name = id.slice(slash + 1, slash + 1 + LONGEST_NAME)
  if (!index.begins.test(name)) return null
  const organization = slash > 0 ? id.slice(0, slash).toLowerCase() : null
  const words = wordsOf(name).map(word => word.text)
  let best: Match | null = null
  for (let at = 0; at < words.length; at++) best = bestAt(index, words, at, organization, best)
  return best
}

/** What a dated fact about a model says. */
export const citeModel = (found: FoundModel, fact: string) => ({ fact, ...readAt(found) })

/**
 * The models that a release of a publisher may be, by the name of one of its models and by its own; only the
 * publisher's own. What is known of them is credited to a publisher that is proven, and to no mere name.
 */
export function ownModels(knowledge: Knowledge, publisher: string | null, ...names: readonly string[]): FoundModel[] {
  if (publisher === null) return []
  const ids = names.map(name => (name.includes('/') ? name : `${publisher}/${name}`))
  return ids.flatMap(id => findModel(knowledge, id) ?? []).filter(({ own }) => own)
}

/** A known base with where its name stands in a text. */
export interface NamedModel {
  readonly found: FoundModel
  readonly start: number
  readonly end: number
}

/** Every known base that a text names, in the order of its words; of names within names the longest. */
export function findModels(knowledge: Knowledge, text: string): NamedModel[] {
  const index = indexOf(knowledge)
  if (!index.begins.test(text)) return []
  const all = wordsOf(text)
  const named: NamedModel[] = []
  for (let at = 0; at < all.length; at++) {
    const words = all.slice(at, at + LONGEST_NAMED).map(word => word.text)
    const found = bestAt(index, words, 0, null, null)
    if (!found) continue
    const last = at + found.length - 1
    named.push({ found, start: all[at]?.start ?? 0, end: all[last]?.end ?? 0 })
    at = last
  }
  return named
}

interface Match extends FoundModel {
  readonly weight: number
  /** words from the first to the last of the pattern */
  readonly length: number
}

/** The pattern with the most words that begins at a word, where it has more than the best so far. */
function bestAt(
  { patterns }: Index,
  words: readonly string[],
  at: number,
  organization: string | null,
  best: Match | null,
): Match | null {
  for (const pattern of patterns.get(words[at] ?? '') ?? []) {
    const own = organization !== null && pattern.family.organizations.includes(organization)
    // of two equal matches the publisher's own is meant
    const weight = pattern.weight + (own ? 0.5 : 0)
    if (pattern.organization !== null && pattern.organization !== organization) continue
    if (weight <= (best?.weight ?? 0)) continue
    const length = lengthAt(pattern.runs, words, at)
    if (length > 0) best = { family: pattern.family, version: pattern.version, own, weight, length }
  }
  return best
}

/** longer than any real model name; a name is foreign input */
const LONGEST_NAME = 300
/** words of a name in a text */
const LONGEST_NAMED = 9

const indexOf = once((knowledge: Knowledge): Index => {
  const patterns = new Map<string, Pattern[]>()
  for (const family of knowledge.models) {
    for (const version of family.versions) {
      for (const match of version.matches) {
        const slash = match.indexOf('/')
        const runs = match
          .slice(slash + 1)
          .split('*')
          .map(run => wordsOf(run).map(word => word.text))
        const first = runs[0]?.[0]
        if (first === undefined) continue
        const organization = slash > 0 ? match.slice(0, slash) : null
        const pattern = { organization, runs, weight: runs.flat().length, family, version }
        const same = patterns.get(first)
        if (same) same.push(pattern)
        else patterns.set(first, [pattern])
      }
    }
  }
  const words = [...patterns.keys()].map(word => word.replace(/[.+]/g, '\\$&'))
  return { patterns, begins: new RegExp(words.join('|'), 'i') }
})

/** How many words the runs take, the first at this word and each other somewhere after the one before; 0 where not. */
function lengthAt(runs: readonly (readonly string[])[], words: readonly string[], at: number): number {
  let from = at
  for (const [number, run] of runs.entries()) {
    let found = from
    while (!run.every((word, offset) => words[found + offset] === word)) {
      if (number === 0 || found >= words.length) return 0
      found++
    }
    from = found + run.length
  }
  return from - at
}
