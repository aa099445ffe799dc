import { invalid } from '@unwash/core/error'
import { dump } from './dump.ts'
import { hubQuery } from './hub.ts'
import { names } from './names.ts'
import { releases } from './releases.ts'
import type { Listing, ListOfTargets, Target, Targets } from './target.ts'

export type { Target, Targets } from './target.ts'

/** What a survey may go through, in the order asked. */
const LISTS: readonly ListOfTargets[] = [hubQuery, releases, dump, names]

/** Reads lists of releases as one. Throws an UnwashError, before anything is kept, where a word is no such list. */
export async function targetsOf(words: readonly string[], listing: Listing = {}): Promise<Targets> {
  const all: Targets[] = []
  for (const word of words) {
    const list = await firstOf(word)
    if (list === undefined) {
      const todo = 'give a file of names, a folder of releases, a Parquet file, or hub:author=NAME'
      throw invalid('no list of releases is', word, todo)
    }
    all.push(await list.list(word, listing))
  }
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  return {
    source: all
      .map(({ source }) => source)
      .sort()
      .join(', '),
    total: all.every(({ total }) => total !== null) ? all.reduce((sum, { total }) => sum + (total ?? 0), 0) : null,
    notes: all.flatMap(({ notes }) => notes),
    each: () => eachOf(all),
  }
}

async function firstOf(word: string): Promise<ListOfTargets | undefined> {
  for (const list of LISTS) if (await list.accepts(word)) return list
  return undefined
}

async function* eachOf(all: readonly Targets[]): AsyncIterable<Target> {
  const seen = new Set<string>()
  for (const targets of all) {
    for await (const one of targets.each()) {
      if (seen.has(one.target)) continue
      seen.add(one.target)
      yield one
    }
  }
}
