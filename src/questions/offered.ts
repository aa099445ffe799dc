import type { Option } from '../report/question.ts'
import type { Citation } from '../report/report.ts'
import { whatIsOffered } from '../verdict/offer.ts'
import { type Asks, askedOf } from './asked.ts'

/** places that are offered, and lines that are shown */
const MOST = 6

/** Whether weights are offered at all was not found out. */
export const offered: Asks = ({ judged }) => {
  const { evidence } = judged
  const found = whatIsOffered(evidence)
  if (found.term !== 'undetermined') return []
  const places = new Map(evidence.weights.links.map(link => [link.url, link]))
  const links = [...places.values()].toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST)
  const options = links.map(({ url }): Option => ({ id: url, says: `at ${url}` }))
  const lines = (path: string) => evidence.release.texts.get(path)?.content.split('\n') ?? []
  const cited: readonly Citation[] = [found.cited, ...links.map(link => link.cited[0])]
  const shown = cited.flatMap((at): string[] => {
    if ('quote' in at) return [at.quote.trim()]
    return 'path' in at && 'line' in at ? [lines(at.path)[Number(at.line) - 1]?.trim() ?? ''] : []
  })
  const sentence = [...new Set(shown)].filter(words => words !== '').join('\n')
  const heading = evidence.documents[0]?.blocks.find(({ kind }) => kind === 'heading')?.text ?? ''
  return askedOf('offered', { key: '', of: found.cited, sentence, heading, options }, judged)
}

const rank = ({ own, via }: { readonly own: boolean; readonly via: string }) =>
  (own ? 0 : 2) + (via === 'download' ? 0 : 1)
