import type { PostgresStore } from '../store/postgres/index.ts'
import type { QueueName } from './queues.ts'
import { untilItIsBack } from './settle.ts'
import { type Held, putBack, take } from './take.ts'

/** Jobs that a worker took and has not begun: the next ones are fetched while others are audited. */
interface Stock {
  /** The next one; null where none waits. */
  next(): Promise<Held | null>
  /** Takes what is due in another queue, as far as there is room. */
  fill(name: QueueName): Promise<void>
  giveBack(held: Held): void
  held(): readonly Held[]
  /** Puts all of it back, for others. */
  putBack(): Promise<void>
}

/** milliseconds until a queue that was empty is asked again */
const POLL = 200

/** Holds at most about `most` jobs. Where the database is away it waits for it. */
export function stockOf(store: PostgresStore, most: number, tell?: (says: string) => void): Stock {
  let jobs: Held[] = []
  let filling: Promise<void> | null = null
  let emptyUntil = 0

  const fill = async (name: QueueName) => {
    const room = most - jobs.length
    if (room <= 0) return
    const taken = await untilItIsBack(() => take(store, name, room), tell)
    if (taken.length === 0 && name === 'releases') emptyUntil = performance.now() + POLL
    jobs.push(...taken)
  }
  const refill = () => {
    filling ??= fill('releases').finally(() => {
      filling = null
    })
    return filling
  }
  return {
    fill,
    next: async () => {
      if (jobs.length <= most / 2 && performance.now() > emptyUntil) {
        const more = refill()
        // who has something to begin does not wait; trouble is told to who waits
        if (jobs.length === 0) await more
        else more.catch(() => {})
      }
      return jobs.shift() ?? null
    },
    giveBack: held => {
      jobs.unshift(held)
    },
    held: () => jobs,
    putBack: async () => {
      await filling
      const all = jobs
      jobs = []
      await untilItIsBack(() => putBack(store, all), tell)
    },
  }
}
