import * as z from 'zod'
import { UnwashError } from '../error.ts'
import type { Address } from './address.ts'
import type { Client } from './http/client.ts'
import { type Answered, askJson } from './http/json.ts'
import { HubTrouble } from './http/trouble.ts'
import { apiPath } from './info.ts'
import { PAGES } from './limits.ts'

const Commits = z.array(z.object({ id: z.string().regex(/^[0-9a-f]{40}$/), date: z.iso.datetime({ offset: true }) }))

/** The last commit of a day, ISO, in UTC. Throws `UnwashError` where there was none yet, or nothing can be asked. */
export async function lastCommitOn(client: Client | null, address: Address, on: string): Promise<string> {
  if (client === null) throw new UnwashError('no history is read offline, of', address.id, 'give a commit')
  let next: string | null = `${apiPath(address)}/commits/main`
  for (let page = 0; next !== null && page < PAGES; page += 1) {
    const answer: Answered<typeof Commits> = await askJson(client, next, Commits, 'a list of commits')
    // the newest comes first
    const found = answer.data.find(({ date }) => new Date(date).toISOString().slice(0, 10) <= on)
    if (found) return found.id
    if (answer.lost) throw new HubTrouble("the rest of the commits is at another place than the hub's")
    next = answer.next
  }
  throw new UnwashError(`no commit by ${on} in`, address.id, 'give a later day')
}
