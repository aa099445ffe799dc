import { type Asking, type ClientSettings, type Fetched, fetchBounded } from './fetch.ts'
import { allowanceOf, askedWait } from './rate.ts'
import { pauseAfter, rest } from './time.ts'
import { HubTrouble } from './trouble.ts'

/** Asks one hub, with patience. */
export interface Client {
  readonly endpoint: string
  readonly hasToken: boolean
  /** Gets what is at a path of the hub, which begins with a slash. Throws `HubTrouble`, or the signal's reason. */
  get(path: string, asking: Asking): Promise<Fetched>
}

/** shorter waits are not worth telling */
const TOLD = 3_000

/** asked for by a hub that refuses and does not say for how long */
const UNTOLD = 30_000

/** A client of one hub. What the hub says of its limits holds for all that this program asks it. */
export function clientOf(settings: ClientSettings): Client {
  const { endpoint, patience, signal, pace } = settings
  const allowance = allowanceOf(`${endpoint} ${settings.token ?? ''}`, ['api', 'resolvers', 'pages'])
  let waited = 0

  const wait = async (milliseconds: number, why: string) => {
    if (milliseconds <= 0) return
    waited += milliseconds
    if (waited > patience.waiting) {
      throw new HubTrouble(`${why} to wait ${Math.ceil(milliseconds / 1000)} more seconds: try again later`, {
        status: 429,
      })
    }
    if (milliseconds >= TOLD) settings.tell?.(`${why} to wait ${Math.ceil(milliseconds / 1000)} seconds`)
    await rest(milliseconds, signal)
  }

  const get = async (path: string, asking: Asking): Promise<Fetched> => {
    // a text is sent on to where the API has it
    const kinds = /\/resolve\//.test(path) ? (['resolvers', 'api'] as const) : (['api'] as const)
    const left = () => Math.max(...kinds.map(kind => allowance.wait(kind)))
    for (let tried = 1; ; tried += 1) {
      signal?.throwIfAborted()
      for (let time = left(); time > 0; time = left()) await wait(time, `${new URL(endpoint).host} asks`)
      await pace?.turn(signal)
      const ended = kinds.map(kind => allowance.sent(kind))
      try {
        return await fetchBounded(path, asking, settings, headers => {
          allowance.heard(kinds[0], headers)
          return askedWait(headers)
        }).finally(() => {
          for (const end of ended) end()
        })
      } catch (error) {
        signal?.throwIfAborted()
        if (!(error instanceof HubTrouble) || !error.passing) throw error
        if (pace && error.status === 429) {
          // whoever shares the pace waits now, and this for its turn: how long, the signal says
          await pace.pause(error.wait ?? UNTOLD)
          tried -= 1
          continue
        }
        if (tried >= patience.tries) throw error
        if (error.wait !== null) await wait(error.wait, `${new URL(endpoint).host} asks`)
        await rest(pauseAfter(tried, patience), signal)
      }
    }
  }
  return { endpoint, hasToken: settings.token !== null, get }
}
