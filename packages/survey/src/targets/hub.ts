import { invalid, notFound } from '@unwash/core/error'
import { FILTERS, listModels } from '@unwash/sources/hub/list'
import type { Listing, ListOfTargets, Targets } from './target.ts'

/** A question to a hub: `hub:author=NAME&sort=downloads&limit=100`. */
export const hubQuery = { accepts, list } satisfies ListOfTargets

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
