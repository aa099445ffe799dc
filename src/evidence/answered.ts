import type { Answers } from '../readings/answers.ts'
import { cite, type Offer, type WeightsFound } from './evidence.ts'

/** What answers say of where weights are, but for an address. */
const OFFERS: Readonly<Record<string, Offer>> = { here: 'card', api: 'api', promised: 'promised', none: 'none' }

/** The weights as they were found, or where somebody read that they are offered: by a link, here, or not at all. */
export function asAnswered(found: WeightsFound, answers: Answers): WeightsFound {
  const answer = answers.of('offered', '')
  if (answer === undefined) return found
  const offer = OFFERS[answer]
  // whoever answers that it is no model says what it is
  if (offer === 'none') return { ...found, offer, said: { tool: found.cited[0] } }
  if (offer) return { ...found, offer }
  const [link] = found.links.filter(({ url }) => url === answer)
  if (!link) return found
  const links = found.links.map(one => (one.url === answer ? { ...one, own: true, via: 'download' as const } : one))
  return { ...found, offer: 'linked', links, cited: cite(link.cited[0]) }
}
