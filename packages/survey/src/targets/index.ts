import { invalid, notFound } from '@unwash/core/error'
import { FILTERS, listModels } from '@unwash/sources/hub/list'
import { dump } from './dump.ts'
import { names } from './names.ts'
import { releases } from './releases.ts'
import type { Listing, ListOfTargets, Target, Targets } from './target.ts'

/** A question to a hub: `hub:author=NAME&sort=downloads&limit=100`. */
const hubQuery = { accepts, list } satisfies ListOfTargets

function accepts(word: string): boolean {
  return word.startsWith('hub:')
}

/** of a question that sets no limit */
const LIMIT = 100
/** more than there are models at the Hub */
const MOST_MODELS = 10_000_000

async function list(word: string, listing: Listing): Promise<Targets> {
  const asked = new URLSearchParams(word.slice('hub:'.length))
  const limit = asked.get('limit') ?? String(LIMIT)
  if (!/^[1-9]\d{0,7}$/.test(limit) || Number(limit) > MOST_MODELS) {
    throw invalid('no number of releases is the limit in', word, 'give one such as limit=100')
  }
  asked.delete('limit')
  const wrong = [...asked.keys()].find(key => !FILTERS.includes(key))
  if (wrong !== undefined) {
    throw invalid(`a hub is not asked by "${wrong}", as in`, word, `give ${FILTERS.join(', ')} or limit`)
  }
  asked.sort()
  const query = Object.fromEntries(asked)
  // asked before anything is kept, so that a hub that does not answer is told first
  const asking = listModels(query, Number(limit), listing)[Symbol.asyncIterator]()
  const first = await asking.next()
  if (first.done) throw notFound('no models are listed for', word, 'ask for something else')
  return {
    source: `hub:${[...asked].map(pair => pair.join('=')).join('&')}${asked.size > 0 ? '&' : ''}limit=${limit}`,
    // there may be fewer
    total: null,
    notes: [],
    each: async function* () {
      yield first.value
      for (let next = await asking.next(); !next.done; next = await asking.next()) yield next.value
    },
  }
}

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
